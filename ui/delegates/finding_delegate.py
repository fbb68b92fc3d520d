"""How a finding is painted: a card in the colour of its gravity, with the word for it and what one can do."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from models.checks.finding import Severity
from ui.app.guarded import guarded
from ui.app.theme import CAPTION_SIZE, WINDOW_SIZE, font_of, shown_theme
from ui.delegates.card_layout import BASIS, FIX, GAP, HEAD, PADDING, Layout, Link, layout_of
from ui.item_models.finding_model import Card, FindingRole, is_blank, word_of

COLORS = {
    Severity.ERROR: ("must_soft", "must"),
    Severity.WARNING: ("check_soft", "check"),
    Severity.HINT: ("accent_soft", "accent"),
}
ASIDE = ("background", "muted")
BLANK = COLORS[Severity.HINT]  # calm: there is nothing wrong yet
REACH = 6  # pixels around a link that still mean it


class FindingDelegate(QStyledItemDelegate):
    """Paints cards as high as their words need."""

    def __init__(self, view: QListView, parent: QObject | None = None) -> None:
        """Paint for `view`, whose width the cards fill."""
        super().__init__(parent or view)
        self._view = view

    def link_at(self, index: QModelIndex, point: QPoint) -> str:
        """Return the name of the link of the card `index` at `point` of the viewport; empty where there is none."""
        area = self._view.visualRect(index)
        layout = layout_of(index.data(FindingRole.CARD), area.width())
        inside = point - area.topLeft() - QPoint(0, layout.links_top)
        for link in layout.links:
            if link.area.adjusted(-REACH, 0, REACH, 0).contains(inside):
                return link.name
        return ""

    @guarded(QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, layout_of(index.data(FindingRole.CARD), width).height)

    @guarded(None)
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        card: Card = index.data(FindingRole.CARD)
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        area: QRect = option.rect  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        soft, strong = colors_of(card)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        line = QPen(shown_theme().color("accent"), 2) if focused else QPen(shown_theme().color(strong), 1)
        painter.setPen(line if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(shown_theme().color(soft))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -GAP - 1), 6, 6)
        painter.translate(area.topLeft())
        self._write_head(painter, area.width(), card, strong)
        layout = layout_of(card, area.width())
        self._write_texts(painter, layout)
        painter.translate(0, layout.links_top)
        for link in layout.links:
            self._write_link(painter, link)
        painter.restore()

    def _write_head(self, painter: QPainter, width: int, card: Card, color: str) -> None:
        head = QRect(PADDING, PADDING - 2, width - 2 * PADDING, HEAD)
        word = word_of(card.finding)
        painter.setFont(font_of(CAPTION_SIZE, bold=True))
        painter.setPen(shown_theme().color(color))
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, word)
        taken = painter.fontMetrics().horizontalAdvance(word) + 12
        painter.setFont(font_of(CAPTION_SIZE))
        painter.setPen(shown_theme().color("muted"))
        where = f"{card.where} · 共 {card.places} 处" if card.places > 1 else card.where
        words = painter.fontMetrics().elidedText(where, Qt.TextElideMode.ElideLeft, head.width() - taken)
        painter.drawText(head, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _write_texts(self, painter: QPainter, layout: Layout) -> None:
        painter.setFont(font_of(WINDOW_SIZE))
        painter.setPen(shown_theme().color("ink"))
        painter.drawStaticText(PADDING, PADDING + HEAD, layout.message)
        painter.setFont(font_of(CAPTION_SIZE))
        painter.setPen(shown_theme().color("muted"))
        for text, top in ((layout.excerpt, layout.excerpt_top), (layout.basis, layout.basis_top)):
            if text is not None:
                painter.drawStaticText(PADDING, top, text)

    def _write_link(self, painter: QPainter, link: Link) -> None:
        painter.setFont(font_of(CAPTION_SIZE, bold=link.name == FIX))
        painter.setPen(shown_theme().color("muted" if link.name == BASIS else "accent"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(link.area, flags, link.text)


def colors_of(card: Card) -> tuple[str, str]:
    """Return the names of the colours of the ground of `card` and of the word on it."""
    if card.dismissal is not None:
        return ASIDE
    return BLANK if is_blank(card.finding) else COLORS[card.finding.severity]
