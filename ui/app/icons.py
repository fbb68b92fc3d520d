"""The program's own icons, drawn in a colour of the look."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QTableWidget, QTableWidgetItem

from models.resources import resource_path
from ui.app.theme import load_theme, shown_theme

SIZE = 16
ON_COLOUR = "#FFFFFF"  # of a drawing: what stands on its coloured ground

_made: dict[int, tuple[str, str]] = {}  # cache key of an icon -> its name and token


@cache
def _drawing(name: str, look: str, token: str) -> QSvgRenderer:
    tokens = load_theme(look).tokens
    text = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
    text = text.replace(ON_COLOUR, tokens["card"]).replace("currentColor", tokens[token])
    return QSvgRenderer(QByteArray(text.encode()))


def pixmap(name: str, token: str, size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """Return the icon `name` in the colour `token`, `size` logical pixels wide on a screen of that `ratio`."""
    return _pixmap(name, shown_theme().name, token, size, ratio)


@cache
def _pixmap(name: str, look: str, token: str, size: int, ratio: float) -> QPixmap:
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    _drawing(name, look, token).render(painter, QRectF(0, 0, made.width(), made.height()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def icon(name: str, token: str = "muted") -> QIcon:
    """Return the icon `name` in the colour `token` for buttons, sharp at the usual ratios."""
    return _icon(name, shown_theme().name, token)


@cache
def _icon(name: str, look: str, token: str) -> QIcon:
    made = QIcon()
    for ratio in (1.0, 1.25, 1.5, 2.0):
        made.addPixmap(_pixmap(name, look, token, SIZE, ratio))
    _made[made.cacheKey()] = (name, token)
    return made


def recolour_icons() -> None:
    """Give every button and row that bears an icon of ours the same one in the look the program has now."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, QAbstractButton):
            _recolour(widget)
        elif isinstance(widget, QTableWidget):
            for row in range(widget.rowCount()):
                for column in range(widget.columnCount()):
                    if (item := widget.item(row, column)) is not None:
                        _recolour(item)


def _recolour(bearer: QAbstractButton | QTableWidgetItem) -> None:
    kind = _made.get(bearer.icon().cacheKey())
    if kind is not None:
        bearer.setIcon(icon(*kind))
