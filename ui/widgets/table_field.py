"""A small table edited in place, pasted from Excel or WPS."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView, QHBoxLayout, QHeaderView, QStyleOptionViewItem, QTableWidget,
    QTableWidgetItem, QWidget,
)

from models.domain.rearrange import inserted, without
from models.errors import UserError
from models.text.tab_text import parse_tab_text, with_cells
from ui.app.guarded import guarded
from ui.widgets.cells import MARGIN, PADDING, CellDelegate, broken, fitting_widths
from ui.widgets.field import Field
from ui.widgets.labels import LINK_GAP, flat_button, link_button, plain_label
from ui.widgets.line_input import LineInput

Rows = tuple[tuple[str, ...], ...]
ROW_HEIGHT = 30
MOST_SHOWN = 14  # rows in sight, more are scrolled to
MOST_FITTED = 60  # rows whose height follows their words
NEW_TABLE: Rows = (("", "", ""), ("", "", ""))
HINT = "第一行是表头。可以从 Excel 或 WPS 表格里复制，点中一格后按 Ctrl+V 粘贴。"


class TableField(Field):
    """A table with buttons for rows and columns; nothing but a button while there is none."""

    table_edited = Signal(object, str)  # new rows, label for undo

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        """Make an empty table under `caption`."""
        self.grid = _Grid(caption)
        super().__init__(caption, self.grid, parent)
        self.hint = plain_label(HINT, "caption")
        self.create_table = link_button("＋ 加一张表格")
        self.add_row = link_button("＋ 行")
        self.add_column = link_button("＋ 列")
        self.remove_row = flat_button("删除这一行")
        self.remove_column = flat_button("删除这一列")
        self.remove_table = flat_button("删除表格")
        foot = QHBoxLayout()
        foot.setSpacing(4)
        links = QHBoxLayout()
        links.setSpacing(LINK_GAP)
        for button in (self.create_table, self.add_row, self.add_column):
            links.addWidget(button)
        foot.addLayout(links)
        foot.addStretch(1)
        for button in (self.remove_row, self.remove_column, self.remove_table):
            foot.addWidget(button)
        self.column.addLayout(foot)
        self.column.addWidget(self.hint)
        self.grid.changed.connect(self.table_edited)
        self.grid.refused.connect(self.show_note)
        self._bind()
        self.set_rows(())

    @property
    def rows(self) -> Rows:
        """The table as last shown, empty when there is none."""
        return self.grid.rows

    def set_rows(self, rows: Rows) -> None:
        """Show `rows`, writing only the cells that differ; none hides the table."""
        self.grid.set_rows(rows)
        there = bool(rows)
        self.create_table.setVisible(not there)
        for widget in (
            self.grid, self.hint, self.add_row, self.add_column, self.remove_row, self.remove_column, self.remove_table,
        ):
            widget.setVisible(there)

    def commit_input(self) -> None:
        """Take over what stands in a cell that is being edited."""
        self.grid.commit_input()

    def select_cell(self, row: int, column: int) -> None:
        """Take the focus and choose the cell at `row` and `column`."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grid.setCurrentCell(row, column)

    def _bind(self) -> None:
        self.create_table.clicked.connect(lambda: self._change(NEW_TABLE, "添加表格"))
        self.remove_table.clicked.connect(lambda: self._change((), "删除表格"))
        self.add_row.clicked.connect(lambda: self._change(self._with_row(), "添加一行"))
        self.add_column.clicked.connect(lambda: self._change(self._with_column(), "添加一列"))
        self.remove_row.clicked.connect(
            lambda: self._change(without(self.rows, max(0, self.grid.currentRow())), "删除一行"))
        self.remove_column.clicked.connect(lambda: self._change(self._without_column(), "删除一列"))

    def _change(self, rows: Rows, label: str) -> None:
        self.show_note("")
        self.commit_input()
        self.table_edited.emit(rows if rows and rows[0] else (), label)

    def _with_row(self) -> Rows:
        """Return the table with an empty row below the current one, at the end when there is none."""
        at = self.grid.currentRow() + 1 or len(self.rows)
        return inserted(self.rows, at, ("",) * len(self.rows[0]))

    def _with_column(self) -> Rows:
        """Return the table with an empty column right of the current one, at the end when there is none."""
        at = self.grid.currentColumn() + 1 or len(self.rows[0])
        return tuple(inserted(row, at, "") for row in self.rows)

    def _without_column(self) -> Rows:
        at = max(0, self.grid.currentColumn())
        return tuple(without(row, at) for row in self.rows)


class _Grid(QTableWidget):
    """The cells. `changed` carries the whole new table and what was done to it."""

    changed = Signal(object, str)
    refused = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "form")
        self.setAccessibleName(name)
        self.setItemDelegate(_EditingDelegate(self))
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.rows: Rows = ()
        self.itemChanged.connect(lambda item: self._tell())
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._fit)

    def set_rows(self, rows: Rows) -> None:
        """Show `rows`."""
        if rows == self.rows and self.rowCount() == len(rows):
            return
        self.rows = rows
        self.blockSignals(True)
        self.setRowCount(len(rows))
        self.setColumnCount(len(rows[0]) if rows else 0)
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                self._write_cell(row, column, text)
        self.blockSignals(False)
        self.viewport().update()
        self._fit()

    def commit_input(self) -> None:
        """Take over what stands in a cell that is being edited."""
        for editor in [each for each in self.viewport().children() if isinstance(each, LineInput)]:
            editor.commit_input()
            self.commitData(editor)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._selected_text())
        elif event.matches(QKeySequence.StandardKey.Delete):
            self._clear_selected()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._timer.start()  # a scroll bar comes or goes only later

    def _fit(self) -> None:
        """Make columns as wide and rows as high as their words want, the table as high as up to `MOST_SHOWN` rows."""
        for column, width in enumerate(fitting_widths(self.rows[:MOST_FITTED], self.font(), self.viewport().width())):
            self.setColumnWidth(column, width)
        if self.rowCount() <= MOST_FITTED:
            self.resizeRowsToContents()
        height = sum(self.rowHeight(row) for row in range(min(self.rowCount(), MOST_SHOWN)))
        height += self.height() - self.viewport().height() if self.height() >= self.viewport().height() else 0
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def _write_cell(self, row: int, column: int, text: str) -> None:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(row, column, item)
        if item.text() != text:
            item.setText(text)
        font = self.font()
        font.setBold(row == 0)
        item.setFont(font)

    def _read(self) -> Rows:
        return tuple(
            tuple(self._text(row, column) for column in range(self.columnCount())) for row in range(self.rowCount())
        )

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text() if item is not None else ""

    def _tell(self) -> None:
        rows = self._read()
        if rows != self.rows:
            self.changed.emit(rows, "修改表格")

    def _paste(self) -> None:
        data = QGuiApplication.clipboard().mimeData()
        try:
            cells = parse_tab_text(data.text() if data is not None else "")
        except UserError as error:
            self.refused.emit(str(error))
            return
        if cells:
            rows = with_cells(self.rows, max(0, self.currentRow()), max(0, self.currentColumn()), cells)
            self.changed.emit(rows, "粘贴表格")

    def _selected_text(self) -> str:
        lines = []
        for area in self.selectedRanges():
            for row in range(area.topRow(), area.bottomRow() + 1):
                cells = [self._text(row, column) for column in range(area.leftColumn(), area.rightColumn() + 1)]
                lines.append("\t".join(cells))
        return "\n".join(lines)

    def _clear_selected(self) -> None:
        chosen = {(index.row(), index.column()) for index in self.selectedIndexes()}
        rows = tuple(
            tuple("" if (row, column) in chosen else text for column, text in enumerate(cells))
            for row, cells in enumerate(self.rows)
        )
        if rows != self.rows:
            self.changed.emit(rows, "清空单元格")


class _EditingDelegate(CellDelegate):
    """Edits cells in lines that keep the rules for input methods and paste.

    A heading that needs two lines is broken before its unit, as in 罚没金额（万元）, not within it.
    """

    @guarded(None)
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        text: str = option.text  # type: ignore[attr-defined]
        metrics: QFontMetrics = option.fontMetrics  # type: ignore[attr-defined]
        room = option.rect.width() - 2 * (MARGIN - PADDING)  # type: ignore[attr-defined]
        if not index.row() and metrics.horizontalAdvance(text) > room:
            option.text = broken(text)  # type: ignore[attr-defined]

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = LineInput(f"第{index.row() + 1}行第{index.column() + 1}列")
        editor.setParent(parent)
        return editor

    @guarded(None)
    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, LineInput):
            editor.set_text(index.data(Qt.ItemDataRole.EditRole) or "")
            editor.selectAll()

    @guarded(None)
    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if isinstance(editor, LineInput):
            model.setData(index, editor.text())
