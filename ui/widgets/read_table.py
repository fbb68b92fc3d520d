"""A table to be read: rows are chosen, cells are not written in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget

from ui.app.guarded import guarded
from ui.widgets.cells import CellDelegate

LEAST = 150  # pixels of the column that takes what is left; with less room the table is scrolled sideways


class ReadTable(QTableWidget):
    """A table whose rows are chosen; the arrow keys go from row to row."""

    def __init__(self, name: str, headings: Sequence[str], widths: Sequence[int]) -> None:
        """Be called `name`; a column of the width 0 takes what is left."""
        super().__init__(0, len(headings))
        self.setProperty("kind", "form")
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(headings))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(widths):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width or LEAST)
        self._widths = tuple(widths)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnWidth(self._widths.index(0), max(LEAST, self.viewport().width() - sum(self._widths)))
