"""The floor of a start: a bare window of Qt, gone after its first paint."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

from painted import FirstPaint, leave


def show_bare_window() -> int:
    """Show an empty main window and leave when it is painted."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    FirstPaint(window, leave)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(show_bare_window())
