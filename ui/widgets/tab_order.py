"""The tab order of a form: the order in which its layout reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

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
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if widget is not None:
            yield from reading_order(widget)
        elif inner is not None:
            yield from _of_layout(inner)


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
