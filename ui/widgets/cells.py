"""Cells of form tables and lists: room for all their words, lines between them, columns as wide as the words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from ui.app.guarded import guarded
from ui.app.theme import shown_theme

PADDING = 6  # left and right in a table, as in pages.qss
LIST_PADDING = 8  # left and right in a list, as in pages.qss
AIR = 4  # above and below words of several lines
MARGIN = PADDING + 4  # beside the words of a cell, with what Qt itself leaves
MEASURED = 40  # characters of a cell that tell how wide its column should be
LINE_BREAK = "\u2028"  # that of Qt within a paragraph


class RowDelegate(QStyledItemDelegate):
    """Measures wrapped words within the padding, which Qt forgets."""

    padding = LIST_PADDING

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        narrow = QStyleOptionViewItem(option)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        narrow.rect = rect.adjusted(self.padding, 0, -self.padding, 0)  # type: ignore[attr-defined]
        return super().sizeHint(narrow, index)


class CellDelegate(RowDelegate):
    """Draws the lines between the cells of a table.

    The grid of Qt has a line more at the right and at the bottom, beside the frame: `view` is not to show it.
    """

    padding = PADDING

    def __init__(self, view: QAbstractItemView, lined: bool = True) -> None:
        """Serve `view`, with lines between its cells when `lined`."""
        super().__init__(view)
        self._view, self._lined = view, lined

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(0, 2 * AIR)

    @guarded(None)
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if not self._lined:
            return
        rect: QRect = option.rect  # type: ignore[attr-defined]
        painter.setPen(shown_theme().color("line"))
        if rect.right() < self._view.viewport().width() - 1:
            painter.drawLine(rect.topRight(), rect.bottomRight())
        if rect.bottom() < self._view.viewport().height() - 1:
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def broken(heading: str) -> str:
    """Return `heading` in two lines, its unit in the second: 罚没金额 and （万元）. One without a unit stays as it is."""
    name, bracket, unit = heading.partition("（")
    return f"{name}{LINE_BREAK}{bracket}{unit}" if name and bracket else heading


def fitting_widths(rows: Sequence[Sequence[str]], font: QFont, room: int) -> tuple[int, ...]:
    """Return the widths of the columns of `rows`, written in `font`, that fill `room`; the first row holds headings.

    Words stand in one line where there is room, else headings in two lines and what is longest in several.
    """
    bold = QFont(font)
    bold.setBold(True)
    head, plain = QFontMetrics(bold), QFontMetrics(font)
    bodies = [
        max((plain.horizontalAdvance(row[column][:MEASURED]) for row in rows[1:]), default=0)
        for column in range(len(rows[0]) if rows else 0)
    ]
    for headings in (rows[0], [broken(each) for each in rows[0]]) if rows else ():
        needs = [
            2 * MARGIN + max(body, *(head.horizontalAdvance(line) for line in heading[:MEASURED].split(LINE_BREAK)))
            for body, heading in zip(bodies, headings, strict=True)
        ]
        if sum(needs) <= room:
            break
    return shared(needs, room) if rows else ()


def shared(needs: Sequence[int], room: int) -> tuple[int, ...]:
    """Return the widths of columns that need `needs` and fill `room` together.

    What is left over is given to all alike. Where there is too little, narrow columns keep what they need and the
    others share the rest.
    """
    spare = max(0, room - sum(needs)) // max(1, len(needs))
    widths, left = {}, room
    for rank, column in enumerate(sorted(range(len(needs)), key=needs.__getitem__), 1):
        last = rank == len(needs)
        widths[column] = left if last else min(needs[column] + spare, left // (len(needs) - rank + 1))
        left -= widths[column]
    return tuple(widths[column] for column in range(len(needs)))
