"""How a finding is painted: a card in the colour of its gravity, with the word for it."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QStaticText, QTextOption
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from models.checks.finding import Finding, Severity
from ui.app.guarded import guarded
from ui.app.theme import CAPTION_SIZE, WINDOW_SIZE, load_theme
from ui.item_models.finding_model import SEVERITY_WORDS, FindingRole

PADDING = 10
GAP = 8  # below each card
HEAD = 20
COLORS = {
    Severity.ERROR: ("must_soft", "must"),
    Severity.WARNING: ("check_soft", "check"),
    Severity.HINT: ("accent_soft", "accent"),
}
EXCERPT_SHOWN = 40


def body_of(finding: Finding) -> str:
    """Return what a card says: the message, and the words it is about when the message does not quote them."""
    excerpt = (finding.excerpt or "").replace("\n", " ").strip()
    if not excerpt or excerpt in finding.message:
        return finding.message
    if len(excerpt) > EXCERPT_SHOWN:
        excerpt = f"{excerpt[:EXCERPT_SHOWN]}……"
    return f"{finding.message}\n“{excerpt}”"


class FindingDelegate(QStyledItemDelegate):
    """Paints cards as high as their words need."""

    def __init__(self, view: QListView, parent: QObject | None = None) -> None:
        """Paint for `view`, whose width the cards fill."""
        super().__init__(parent or view)
        self._view = view
        self._theme = load_theme()

    @guarded(QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width()
        body = _laid_out(body_of(index.data(FindingRole.FINDING)), max(width - 2 * PADDING, 40))
        return QSize(width, ceil(body.size().height()) + HEAD + 2 * PADDING + GAP)

    @guarded(None)
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        finding: Finding = index.data(FindingRole.FINDING)
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        rectangle: QRect = option.rect.adjusted(0, 0, 0, -GAP)  # type: ignore[attr-defined]
        soft, strong = COLORS[finding.severity]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(self._theme.color("accent"), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(soft))
        painter.drawRoundedRect(rectangle.adjusted(1, 1, -1, -1), 6, 6)
        inside = rectangle.adjusted(PADDING, PADDING - 2, -PADDING, -PADDING)
        head = QRect(inside.left(), inside.top(), inside.width(), HEAD)
        self._write_head(painter, head, finding, strong, index.data(FindingRole.WHERE))
        painter.setFont(_font(WINDOW_SIZE))
        painter.setPen(self._theme.color("ink"))
        painter.drawStaticText(inside.left(), inside.top() + HEAD + 2, _laid_out(body_of(finding), inside.width()))
        painter.restore()

    def _write_head(self, painter: QPainter, head: QRect, finding: Finding, color: str, where: str) -> None:
        word = SEVERITY_WORDS[finding.severity]
        painter.setFont(_font(CAPTION_SIZE, bold=True))
        painter.setPen(self._theme.color(color))
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, word)
        taken = painter.fontMetrics().horizontalAdvance(word) + 12
        painter.setFont(_font(CAPTION_SIZE))
        painter.setPen(self._theme.color("muted"))
        words = painter.fontMetrics().elidedText(where, Qt.TextElideMode.ElideRight, head.width() - taken)
        painter.drawText(head, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)


@lru_cache(maxsize=256)
def _laid_out(text: str, width: int) -> QStaticText:
    """Return `text` in lines of `width`: Chinese marks never begin a line, an endless word is broken all the same."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    laid_out = QStaticText(text)
    laid_out.setTextFormat(Qt.TextFormat.PlainText)
    laid_out.setTextOption(option)
    laid_out.setTextWidth(width)
    laid_out.prepare(font=_font(WINDOW_SIZE))
    return laid_out


def _font(size: int, bold: bool = False) -> QFont:
    font = QFont(QApplication.font())
    font.setPixelSize(size)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font
