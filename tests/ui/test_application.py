"""The whole program in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

BEFORE_PAINT = """
import os, sys
import ui.main_window
def tell(self):
    import PySide6.QtCore
    names = ("sqlalchemy", "alembic", "docx", "lxml", "models.domain.report", "models.storage.store", "ui.work_window")
    print([name for name in names if name in sys.modules], "Qt" in vars(PySide6.QtCore), flush=True)
    os._exit(0)
ui.main_window.MainWindow._read_library = tell
from ui.application import run
run()
"""

WHOLE = """
import sys
from PySide6.QtCore import QTimer
import ui.main_window
class Watched(ui.main_window.MainWindow):
    def begin(self):
        super().begin()
        self.timer = QTimer(self, interval=20)
        self.timer.timeout.connect(self.look)
        self.timer.start()
    def look(self):
        if not self.session.library.ready or self.work is None:
            return
        self.timer.stop()
        print(self.work.tasks.model.rowCount() > 20, self.session.opened.report.sample, sys.excepthook.__qualname__)
        self.close()
import ui.application
ui.application.MainWindow = Watched
sys.exit(ui.application.run([ui.application.SAMPLE]))
"""


def run_script(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(folder)}
    return subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=100
    )


def test_first_window_needs_neither_store_nor_report(tmp_path: Path) -> None:
    ended = run_script(BEFORE_PAINT, tmp_path)

    assert ended.stdout.strip() == "[] False", ended.stderr


def test_program_starts_opens_the_sample_and_ends_well(tmp_path: Path) -> None:
    ended = run_script(WHOLE, tmp_path)

    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip() == "True True CrashGuard.handle"
    assert "Traceback" not in ended.stderr
    assert not list(tmp_path.rglob("错误记录.txt"))
