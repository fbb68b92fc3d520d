"""The floor of a start: a bare window of Qt, gone after its first paint."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


def show_bare_window() -> int:
    """Show an empty main window once and return the exit status."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.show()
    QTimer.singleShot(0, application.quit)
    return application.exec()


if __name__ == "__main__":
    sys.exit(show_bare_window())
