"""The program's own icons, drawn in a colour of the look."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from models.resources import resource_path
from ui.app.theme import load_theme

SIZE = 16


@cache
def _drawing(name: str, token: str) -> QSvgRenderer:
    text = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(text.replace("currentColor", load_theme().tokens[token]).encode()))


@cache
def pixmap(name: str, token: str, size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """Return the icon `name` in the colour `token`, `size` logical pixels wide on a screen of that `ratio`."""
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    _drawing(name, token).render(painter, QRectF(0, 0, made.width(), made.height()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


@cache
def icon(name: str, token: str = "muted") -> QIcon:
    """Return the icon `name` in the colour `token` for buttons, sharp at the usual ratios."""
    made = QIcon()
    for ratio in (1.0, 1.25, 1.5, 2.0):
        made.addPixmap(pixmap(name, token, SIZE, ratio))
    return made
