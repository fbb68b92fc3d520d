"""Cells of form tables: room for all their words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

PADDING = 6  # left and right, as in pages.qss
AIR = 4  # above and below words of several lines


class CellDelegate(QStyledItemDelegate):
    """Measures wrapped words within the padding, which Qt forgets."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        narrow = QStyleOptionViewItem(option)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        narrow.rect = rect.adjusted(PADDING, 0, -PADDING, 0)  # type: ignore[attr-defined]
        return super().sizeHint(narrow, index) + QSize(0, 2 * AIR)
