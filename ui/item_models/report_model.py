"""The reports of a library as an item model: as many as there are, each row worked out when it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from models.storage.summary import Hit, ReportSummary
from ui.app.guarded import guarded
from ui.app.report_choice import title_of, words_of

Index = QModelIndex | QPersistentModelIndex
AHEAD = 24  # rows whose passages are asked for at once


class ReportRole(IntEnum):
    """What the delegate asks for."""

    ROW = Qt.ItemDataRole.UserRole + 1  # ReportSummary
    HIT = Qt.ItemDataRole.UserRole + 2  # Hit; None while it is not known
    WORDS = Qt.ItemDataRole.UserRole + 3  # the line under the title


class ReportModel(QAbstractListModel):
    """Rows of reports. While something is sought each has a passage, fetched for the rows that come into sight."""

    passages_wanted = Signal(object)  # tuple of short numbers

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        """Start empty on the day `today`."""
        super().__init__(parent)
        self._today = today
        self._rows: tuple[ReportSummary, ...] = ()
        self._hits: dict[int, Hit | None] = {}
        self.seeking = False
        self._next = 0
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.setInterval(0)
        self._ask.timeout.connect(self._ask_passages)

    @property
    def rows(self) -> tuple[ReportSummary, ...]:
        """The reports shown, in order."""
        return self._rows

    def show_rows(self, rows: tuple[ReportSummary, ...], seeking: bool = False) -> None:
        """Show `rows`; `seeking` gives each the passage in which the sought words stand."""
        if (rows, seeking) == (self._rows, self.seeking) and not seeking:
            return
        self.beginResetModel()
        self._rows, self.seeking = rows, seeking
        self._hits.clear()
        self.endResetModel()

    def show_hits(self, hits: Mapping[int, Hit]) -> None:
        """Show the passages of the reports with these short numbers."""
        for number, report in enumerate(self._rows):
            if report.number in hits:
                self._hits[report.number] = hits[report.number]
                self.dataChanged.emit(self.index(number), self.index(number))

    def hit(self, number: int) -> Hit | None:
        """Return the passage of the report with the short `number`; None when it is not known."""
        return self._hits.get(number)

    def index_of(self, report_id: str) -> QModelIndex:
        """Return the index of the report `report_id`, an invalid one when it is not shown."""
        at = next((at for at, each in enumerate(self._rows) if each.id == report_id), -1)
        return self.index(at) if at >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        report = self._rows[index.row()]
        if role == ReportRole.ROW:
            return report
        if role == ReportRole.HIT:
            return self._hit_at(index.row())
        if role == ReportRole.WORDS:
            return words_of(report, self._today)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            hit = self._hits.get(report.number)
            lines = [title_of(report), words_of(report, self._today), *((hit.excerpt,) if hit is not None else ())]
            return "\n".join(lines)
        return None

    def _hit_at(self, row: int) -> Hit | None:
        """Return the passage of `row`; one that is not known yet is asked for, with those below it."""
        if not self.seeking:
            return None
        number = self._rows[row].number
        if number not in self._hits and not self._ask.isActive():
            self._next = row
            self._ask.start()
        return self._hits.get(number)

    def _ask_passages(self) -> None:
        rows = self._rows[self._next:self._next + AHEAD]
        numbers = tuple(each.number for each in rows if each.number not in self._hits)
        if self.seeking and numbers:
            self._hits.update(dict.fromkeys(numbers))
            self.passages_wanted.emit(numbers)
