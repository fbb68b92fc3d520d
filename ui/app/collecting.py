"""When Python looks for what goes in circles: not under a key, as a look at all there is takes longer than it may."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:  # the first window does without it
    from PySide6.QtCore import Qt

SELDOM = 1000  # times the middle generation is looked at before all is, when nothing else gave occasion to


def begin_collecting(application: QGuiApplication) -> None:
    """Collect again, which main.py put off: all there is only when the clerk turns to another program, or seldom."""
    keep()
    gc.set_threshold(*gc.get_threshold()[:2], SELDOM)
    gc.enable()
    application.applicationStateChanged.connect(_use_the_moment)


def keep() -> None:
    """Let what is there now stay for good: later collections need not look at it.

    With Qt's binding and the modules of the program it would cost each of them 80 ms. What belongs to a report must not
    be kept so, it would not be let go with the report.
    """
    gc.freeze()


def let_go(gone: list[QObject]) -> None:
    """Empty the deleted objects `gone`: what they held and what called them goes at once, not in a collection."""
    for each in gone:
        vars(each).clear()


def collect_after_report() -> None:
    """Collect what went in circles with a report that was closed; what is left has nothing to do with it and stays."""
    gc.collect()
    keep()


def _use_the_moment(state: Qt.ApplicationState) -> None:
    from PySide6.QtCore import Qt

    if state is not Qt.ApplicationState.ApplicationActive:
        gc.collect()
