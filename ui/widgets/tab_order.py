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
        for each in _placed(layout):
            yield from reading_order(each)


def _from_behind(widget: QWidget) -> Iterator[QWidget]:
    """Yield what `reading_order` yields, the last first."""
    layout = widget.layout()
    if layout is not None:
        for each in reversed(_placed(layout)):
            yield from _from_behind(each)
    if isinstance(widget, QScrollArea) and widget.widget() is not None:
        yield from _from_behind(widget.widget())
    yield widget


def _placed(layout: QLayout) -> list[QWidget]:
    """Return the widgets of `layout` and of the layouts in it, in reading order.

    Its items are never touched: Qt deletes them unseen, and a wrapper of one left in Python would be handed to the
    next event that happens to lie at the same address.
    """
    around = layout.parentWidget()
    near = (*around.children(), *layout.children()) if around is not None else ()
    inside = [each for each in near if isinstance(each, QWidget | QLayout)]
    placed = [(place, each) for each in inside if (place := layout.indexOf(each)) >= 0]
    found: list[QWidget] = []
    for _, each in sorted(placed, key=itemgetter(0)):
        found.extend((each,) if isinstance(each, QWidget) else _placed(each))
    return found


def set_reading_order(widget: QWidget) -> None:
    """Make the tab key go through the fields and buttons of `widget` in reading order."""
    _chain(each for each in reading_order(widget) if is_stop(each))


def set_reading_order_between(before: QWidget | None, widgets: Iterable[QWidget], after: QWidget) -> None:
    """Make the tab key go from the last field of `before` through `widgets`, in their order, on to that of `after`.

    A `before` of None begins with the first of `widgets`.
    """
    within = [each for widget in (*widgets, after) for each in reading_order(widget) if is_stop(each)]
    _chain((*(_last_stop(before) if before is not None else ()), *within))


def follow_with(page: QWidget, following: Iterable[QWidget]) -> None:
    """Make the tab key go from the last field of `page` on to the widgets `following`.

    A page made late stands at the end of its window's chain, behind what it should come before.
    """
    behind = [each for widget in following for each in reading_order(widget) if is_stop(each)]
    _chain((*_last_stop(page), *behind))


def _last_stop(widget: QWidget) -> tuple[QWidget, ...]:
    """Return the last field of `widget`; nothing when it has none."""
    last = next((each for each in _from_behind(widget) if is_stop(each)), None)
    return () if last is None else (last,)


def _chain(stops: Iterable[QWidget]) -> None:
    for earlier, later in pairwise(stops):
        QWidget.setTabOrder(earlier, later)


def is_stop(widget: QWidget) -> bool:
    """Return whether `widget` takes the focus itself when its turn comes."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
