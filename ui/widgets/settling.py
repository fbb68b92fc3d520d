"""Giving a page its new height at once, before anything is painted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QScrollArea, QWidget


def settle(*widgets: QWidget) -> None:
    """Let the page on which `widgets` have grown or shrunk take up the new height, from its scroll area down.

    Qt hands a new height up one level at each turn of its loop. What is painted meanwhile has every card and field of
    the page squeezed into the old height, and texts cut off.
    """
    area = _area_of(widgets[0]) if widgets else None
    if area is None:
        return
    for widget in widgets:
        inside: QWidget | None = widget
        while inside is not None and inside is not area:
            inside.updateGeometry()
            inside = inside.parentWidget()
    QCoreApplication.sendEvent(area, QEvent(QEvent.Type.LayoutRequest))


def _area_of(widget: QWidget) -> QScrollArea | None:
    """Return the scroll area that `widget` stands in; None outside of one."""
    ancestor = widget.parentWidget()
    while ancestor is not None and not isinstance(ancestor, QScrollArea):
        ancestor = ancestor.parentWidget()
    return ancestor if ancestor is not None and ancestor.widget() is not None else None
