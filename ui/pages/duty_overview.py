"""All duties at a glance: what became of each, how much evidence there is, where it is told."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from models.domain.block_names import NAMES
from models.domain.duty import DutyEntry, DutyState
from models.domain.place import duty_task
from models.domain.rearrange import quote_stands
from models.domain.report import Report
from models.domain.standard import Standard
from ui.app.guarded import guarded
from ui.app.icons import icon
from ui.widgets.cells import CellDelegate

HEADINGS = ("职责", "状态", "佐证", "写在哪里")
WIDTHS = (0, 120, 52, 150)
ROW_HEIGHT = 30
STATES = {  # words, icon, colour
    DutyState.OPEN: ("未填", "empty", "faint"),
    DutyState.FULFILLED: ("已履行", "done", "done"),
    DutyState.NOT_CARRIED_OUT: ("本年度未开展", "done", "muted"),
    DutyState.NOT_APPLICABLE: ("不适用", "done", "muted"),
}
Row = tuple[str, str, DutyState, str, str]  # task, name, state, evidence, where


class DutyOverview(QTableWidget):
    """One row a duty; a click or Enter asks to go to its page."""

    opened = Signal(str)  # task id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(HEADINGS), parent)
        self.setProperty("kind", "form")
        self.setAccessibleName("履职一览")
        self.setHorizontalHeaderLabels(list(HEADINGS))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(CellDelegate(self, lined=False))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(WIDTHS[1:], 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width)
        self._rows: tuple[Row, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._fit_height)
        self.cellClicked.connect(lambda row, column: self.opened.emit(self._rows[row][0]))

    def show_report(self, report: Report, standard: Standard) -> None:
        """Show the duties that stand for the organ of `report` under `standard`."""
        rows = rows_of(report, standard)
        if rows == self._rows:
            return
        self._rows = rows
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            self._write_row(number, row)
        self._fit_height()

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._timer.start()  # the columns have their new widths only later

    def _fit_height(self) -> None:
        """Make rows high enough for their words and the table as high as all of them."""
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth())

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentRow() >= 0:
            self.opened.emit(self._rows[self.currentRow()][0])
        else:
            super().keyPressEvent(event)

    def _write_row(self, number: int, row: Row) -> None:
        _, name, state, evidence, where = row
        words, icon_name, token = STATES[state]
        for column, text in enumerate((name, words, evidence, where)):
            item = QTableWidgetItem(text)
            if column == 1:
                item.setIcon(icon(icon_name, token))
            self.setItem(number, column, item)


def rows_of(report: Report, standard: Standard) -> tuple[Row, ...]:
    """Return one row for each duty that stands for the organ of `report`."""
    entries = {entry.key: entry for entry in report.duties}
    rows = []
    for duty, post in standard.duties_for(report.organ):
        entry = entries.get((duty.id, post), DutyEntry(duty.id, post))
        person = "" if report.organ.same_person else f"（{report.organ.person_title(post)}）"
        core = "　必写" if duty.core and entry.state is DutyState.OPEN else ""
        count = sum(not each.empty for each in entry.evidence)
        rows.append((
            duty_task(duty.id, post), f"{duty.title}{person}{core}", entry.state, f"{count} 条" if count else "",
            _where(entry, report),
        ))
    return tuple(rows)


def _where(entry: DutyEntry, report: Report) -> str:
    """Return in words where the entry is told; empty when nowhere."""
    if entry.state is DutyState.NOT_APPLICABLE:
        return "不写进报告"
    if entry.state is DutyState.NOT_CARRIED_OUT or (entry.state is DutyState.FULFILLED and entry.text):
        return "本部分"
    if entry.reference is None:
        return ""
    if not quote_stands(report, entry.reference):
        return "待核：原文已改"
    part = next(part for part in report.parts if any(each.id == entry.reference.entry_id for each in part.entries))
    return f"引用：{NAMES[part.key]}"
