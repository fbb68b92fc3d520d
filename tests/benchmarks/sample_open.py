"""The program's own start with the sample report, gone when its first page is painted and takes keys.

Words: the data folder.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QTextEdit

from models import kept_code
from painted import FirstPaint, leave, when_running


def watch(window: QMainWindow) -> None:
    """Watch the work window, which is there when the program has answered the first paint of `window`."""
    window.painted.connect(lambda: FirstPaint(window.work, leave_when_editable))


def leave_when_editable() -> None:
    """Leave; with exit status 3 when no field takes keys."""
    fields = [each for each in QApplication.allWidgets() if isinstance(each, QLineEdit | QPlainTextEdit | QTextEdit)]
    if any(each.isVisible() and each.isEnabled() and not each.isReadOnly() for each in fields):
        leave()
    os._exit(3)


if __name__ == "__main__":
    os.environ["XDG_DATA_HOME"] = sys.argv[1]
    kept_code.install()
    when_running(watch)
    from ui.application import run

    sys.exit(run(("--sample",)))
