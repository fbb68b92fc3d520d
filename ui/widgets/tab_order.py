"""The tab order of a form: the order in which its layout reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def reading_order(widget: QWidget) -> Iterator[QWidget]:
    """Yield `widget` and all widgets of its layouts in reading order: top to bottom, left to right."""
    yield widget
    if isinstance(widget, QScrollArea) and widget.widget() is not None:
        yield from reading_order(widget.widget())
    layout = widget.layout()
    if layout is not None:
        yield from _of_layout(layout)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    """Yield the widgets of `layout`.

    Its items are never touched: Qt deletes them unseen, and a wrapper of one left in Python would be handed to the
    next event that happens to lie at the same address.
    """
    around = layout.parentWidget()
    near = (*around.children(), *layout.children()) if around is not None else ()
    inside = [each for each in near if isinstance(each, QWidget | QLayout)]
    placed = [(place, each) for each in inside if (place := layout.indexOf(each)) >= 0]
    for _, each in sorted(placed, key=itemgetter(0)):
        yield from reading_order(each) if isinstance(each, QWidget) else _of_layout(each)


def set_reading_order(widget: QWidget) -> None:
    """Make the tab key go through the fields and buttons of `widget` in reading order."""
    stops = [each for each in reading_order(widget) if is_stop(each)]
    for earlier, later in pairwise(stops):
        QWidget.setTabOrder(earlier, later)


def follow_with(page: QWidget, following: Iterable[QWidget]) -> None:
    """Make the tab key go from the last field of `page` on to the widgets `following`.

    A page made late stands at the end of its window's chain, behind what it should come before.
    """
    last = [each for each in reading_order(page) if is_stop(each)][-1:]
    behind = [each for widget in following for each in reading_order(widget) if is_stop(each)]
    for earlier, later in pairwise((*last, *behind)):
        QWidget.setTabOrder(earlier, later)


def is_stop(widget: QWidget) -> bool:
    """Return whether `widget` takes the focus itself when its turn comes."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
