"""The moment a widget is on screen: what the benches of the window measure up to."""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


class FirstPaint(QObject):
    """Calls `then` once, as soon as `widget` has been painted for the first time."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        """Watch `widget`."""
        super().__init__(widget)
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the paint event; the widget paints itself afterwards, and `then` is called after that."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


def when_running(then: Callable[[QMainWindow], object]) -> None:
    """Call `then` with the main window when the program, not started yet, enters its event loop."""
    enter = QApplication.exec

    def watched_exec(application: QApplication) -> int:
        for widget in application.topLevelWidgets():
            if isinstance(widget, QMainWindow):
                then(widget)
        return enter()

    QApplication.exec = watched_exec  # type: ignore[method-assign, assignment]


def leave() -> None:
    """End the process at once: what it would still do is not measured."""
    os._exit(0)
