"""What the work on a report needs is loaded while the start page is looked at."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.app.loading_ahead import WANTED, load_ahead
from ui.app.tasks import TaskQueue

ROOT = Path(__file__).resolve().parents[3]
OPENS_THE_SAMPLE = """
import sys
from pathlib import Path
from time import monotonic
from models.storage.store import ReportStore
from builders import fixed_clock
from ui.app.library import Library
from ui.app.session import Session
from ui.application import make_application
from ui.main_window import MainWindow

application = make_application()
folder = Path(sys.argv[1])
session = Session(Library(lambda: ReportStore.open(folder / "library.db", fixed_clock)), fixed_clock)
window = MainWindow(session, folder)


def wait(condition):
    end = monotonic() + 60
    while not condition() and monotonic() < end:
        application.processEvents()


window.begin()
wait(lambda: "ui.dialogs.help_dialog" in sys.modules and not session.library.queue.busy)
before = set(sys.modules)
session.open_sample()
wait(lambda: window.work is not None)
for task in window.work.tasks.model.tasks:
    window.work.go_to_task(task)
window.work.previewing.open()
wait(lambda: window.work.previewing.up_to_date)
later = sorted(set(sys.modules) - before)
print("later", [name for name in later if name.partition(".")[0] in ("ui", "models", "exporters")])
session.stop()
"""


def test_opening_a_report_and_walking_through_it_loads_nothing_more(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPENS_THE_SAMPLE, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, timeout=100,
        env={"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}", "HOME": str(tmp_path),
             "PYTHONIOENCODING": "utf-8"}, check=False)

    assert done.stdout.splitlines()[-1:] == ["later []"], done.stdout + done.stderr


def test_what_else_is_asked_of_the_worker_goes_between(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    monkeypatch.setattr("ui.app.loading_ahead.import_module", order.append)
    queue = TaskQueue("ahead")
    load_ahead(queue, ("one", "two", "three"))
    queue.run(lambda: order.append("asked"), lambda _: None, lambda _: None)
    qtbot.waitUntil(lambda: len(order) == 4)
    queue.stop()

    assert order == ["one", "asked", "two", "three"]


def test_one_that_cannot_be_loaded_is_passed_over(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []

    def load(name: str) -> None:
        if name == "broken":
            raise ImportError(name)
        order.append(name)

    monkeypatch.setattr("ui.app.loading_ahead.import_module", load)
    queue = TaskQueue("ahead")
    load_ahead(queue, ("one", "broken", "two"))
    qtbot.waitUntil(lambda: order == ["one", "two"])
    queue.stop()


def test_then_classes_of_qt_are_made_and_faces_found(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    monkeypatch.setattr("ui.app.loading_ahead.import_module", order.append)
    monkeypatch.setattr("ui.app.loading_ahead.make_classes", lambda: order.append("classes"))
    monkeypatch.setattr("exporters.fonts.installed_families", lambda: order.append("faces"))
    queue = TaskQueue("ahead")
    load_ahead(queue, ("one", "two"))
    qtbot.waitUntil(lambda: order == ["one", "two", "classes", "faces"])
    queue.stop()


def test_everything_wanted_is_there() -> None:
    for name in WANTED:
        assert (ROOT / f"{name.replace('.', '/')}.py").exists() or (ROOT / name.replace(".", "/")).is_dir(), name
