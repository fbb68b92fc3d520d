"""How a report of the library is painted: title, what is known of it, and the passage that was sought."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from models.storage.summary import Hit, ReportSummary
from ui.app.guarded import guarded
from ui.app.report_choice import title_of
from ui.app.theme import CAPTION_SIZE, WINDOW_SIZE, font_of, shown_theme
from ui.item_models.report_model import ReportModel, ReportRole

MARGIN = 12
PADDING = 8
TITLE, LINE = 20, 19  # pixels
BAR = 3
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class ReportDelegate(QStyledItemDelegate):
    """Paints rows of one height: two lines, three while something is sought."""

    def __init__(self, model: ReportModel, parent: QObject | None = None) -> None:
        """Paint the rows of `model`."""
        super().__init__(parent)
        self._model = model

    @guarded(QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, 2 * PADDING + TITLE + LINE * (2 if self._model.seeking else 1))

    @guarded(None)
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        report: ReportSummary = index.data(ReportRole.ROW)
        area: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        self._paint_ground(painter, area, state)
        line = QRect(area.left() + MARGIN, area.top() + PADDING, area.width() - 2 * MARGIN, TITLE)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        self._write(painter, line, title_of(report), "ink", font_of(WINDOW_SIZE, selected))
        line = QRect(line.left(), line.bottom() + 1, line.width(), LINE)
        self._write(painter, line, index.data(ReportRole.WORDS), "muted", font_of(CAPTION_SIZE))
        hit: Hit | None = index.data(ReportRole.HIT)
        if hit is not None:
            self._write_hit(painter, line.translated(0, LINE), hit)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, shown_theme().color("accent_soft"))
            painter.fillRect(QRect(area.left(), area.top(), BAR, area.height()), shown_theme().color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, shown_theme().color("background"))
        painter.setPen(shown_theme().color("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(shown_theme().color("accent"))
            painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _write(self, painter: QPainter, line: QRect, text: str, color: str, font: QFont) -> None:
        painter.setFont(font)
        painter.setPen(shown_theme().color(color))
        words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, _LEFT | Qt.TextFlag.TextSingleLine, words)

    def _write_hit(self, painter: QPainter, line: QRect, hit: Hit) -> None:
        """Write the passage with the sought words bold on a soft ground, as far as it fits."""
        plain, bold = font_of(CAPTION_SIZE), font_of(CAPTION_SIZE, bold=True)
        left, room = line.left(), line.right()
        if hit.places > 1:
            count = f"共 {hit.places} 处"
            width = QFontMetrics(plain).horizontalAdvance(count)
            self._write(painter, QRect(room - width, line.top(), width + 1, LINE), count, "faint", plain)
            room -= width + MARGIN
        for text, marked in pieces(hit):
            font = bold if marked else plain
            metrics = QFontMetrics(font)
            fits = metrics.horizontalAdvance(text) <= room - left
            words = text if fits else metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room - left))
            area = QRect(left, line.top(), metrics.horizontalAdvance(words), LINE)
            if marked:
                painter.fillRect(area.adjusted(0, 1, 0, -1), shown_theme().color("check_soft"))
            self._write(painter, area.adjusted(0, 0, 1, 0), words, "ink" if marked else "muted", font)
            left = area.right() + 1
            if not fits:
                return


def pieces(hit: Hit) -> list[tuple[str, bool]]:
    """Return the excerpt of `hit` in pieces, each with whether it is one of the sought words."""
    found, at = [], 0
    for start, end in hit.marks:
        found += [(hit.excerpt[at:start], False), (hit.excerpt[start:end], True)]
        at = end
    return [(text, marked) for text, marked in (*found, (hit.excerpt[at:], False)) if text]
