"""The ring that shows how many tasks are done."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.app.guarded import guarded
from ui.app.theme import shown_theme


class ProgressRing(QWidget):
    """A circle filled by the share of what is done, with the figures inside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._done, self._total = 0, 0
        self._diameter = 44
        self.setFixedSize(self._diameter, self._diameter)

    def show_share(self, done: int, total: int) -> None:
        """Show `done` of `total`."""
        if (done, total) != (self._done, self._total):
            self._done, self._total = done, total
            self.setAccessibleName(f"已完成 {done} 项，共 {total} 项")
            self.setToolTip(f"已标为完成 {done} 项，共 {total} 项")
            self.update()

    def show_small(self, small: bool) -> None:
        """Shrink to fit the folded list when `small`."""
        self._diameter = 36 if small else 44
        self.setFixedSize(self._diameter, self._diameter)

    def sizeHint(self) -> QSize:
        return QSize(self._diameter, self._diameter)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = shown_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(3, 3, self._diameter - 6, self._diameter - 6)
        painter.setPen(QPen(theme.color("line"), 4))
        painter.drawEllipse(circle)
        if self._total:
            painter.setPen(QPen(theme.color("accent"), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawArc(circle, 90 * 16, -round(360 * 16 * self._done / self._total))
        font = QFont(self.font())
        font.setPixelSize(11 if self._diameter > 40 else 9)
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, f"{self._done}/{self._total}")
