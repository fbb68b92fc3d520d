"""One figure over the years: the figures that an organ's reports give, and what one of them was in each year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView, QHBoxLayout, QHeaderView, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QSizePolicy,
    QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget,
)

from models.comparison.figure_series import Point, Series
from models.domain.place import Place
from models.text.folding import folded
from ui.dialogs.form_dialog import FormDialog, asked, named
from ui.widgets.cells import CellDelegate, RowDelegate
from ui.widgets.labels import allow, literal_tip, plain_label

HEADS = ("年度", "报告里的数", "比上一年")
LIST_LEAST, LIST_MOST = 176, 330  # pixels of the list of figures
TABLE_LEAST = 216
HEIGHT = 130  # pixels of list and table at least
NO_BREAK = "\u00a0"  # a space at which no line ends
EXPLANATION = "数字从各年度报告的正文和表格里读出，只比较叫法和单位都相同的；概数、计划和别的年度的数不读。"


@dataclass(frozen=True, slots=True)
class Goal:
    """Where the clerk wants to go: a place in one of the reports."""

    report_id: str
    place: Place


class SeriesDialog(FormDialog):
    """Shows figures year by year; the chosen year's report can be opened at its figure."""

    def __init__(
        self, organ: str, years: Sequence[int], series: Sequence[Series], notes: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Show the `series` of `organ`, whose reports on `years` were read; `notes` say what was passed over."""
        super().__init__("历年数字", "打开这一年的报告(&O)", parent, f"{organ}，{_years_words(years)}。{EXPLANATION}")
        self._series = series
        self.goal: Goal | None = None
        self.field = named(QLineEdit(), "查找数字的名称", "例如：行政处罚")
        self.list = QListWidget()
        self.table = QTableWidget(0, len(HEADS))
        self.copy_button = QPushButton("复制表格(&C)")
        self.dismiss.setText("关闭")
        self._prepare()
        self._arrange(notes)
        self.field.textChanged.connect(self._list_series)
        self.list.currentRowChanged.connect(self._show_series)
        self.table.currentCellChanged.connect(self._refresh_button)
        self.table.cellActivated.connect(self.accept)
        self.copy_button.clicked.connect(self.copy)
        self.accepted.connect(self._keep_goal)
        self._list_series()

    @classmethod
    def ask(
        cls, organ: str, years: Sequence[int], series: Sequence[Series], notes: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> Goal | None:
        """Show the figures and return where the clerk wants to go; None when nowhere."""
        dialog = cls(organ, years, series, notes, parent)
        asked(dialog)
        return dialog.goal

    @property
    def shown(self) -> Series | None:
        """The figure whose years are shown; None when there is none."""
        item = self.list.currentItem()
        return self._series[int(item.data(Qt.ItemDataRole.UserRole))] if item is not None else None

    @property
    def point(self) -> Point | None:
        """The year that is chosen; None when none is."""
        series, row = self.shown, self.table.currentRow()
        return series.points[row] if series is not None and 0 <= row < len(series.points) else None

    def copy(self) -> None:
        """Put the table on the clipboard, ready for a cell of Excel or WPS."""
        series = self.shown
        if series is None:
            return
        rows = [(f"{series.name}（{series.unit}）",), HEADS, *self._rows(series)]
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows))

    def _prepare(self) -> None:
        self.list.setAccessibleName("各项数字")
        self.list.setProperty("kind", "choices")
        self.list.setMinimumWidth(LIST_LEAST)
        self.list.setMaximumWidth(LIST_MOST)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(RowDelegate(self.list))
        self.table.setAccessibleName("各年度的数")
        self.table.setProperty("kind", "form")
        self.table.setHorizontalHeaderLabels(list(HEADS))
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setMinimumWidth(TABLE_LEAST)
        self.table.setWordWrap(True)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        for view in (self.list, self.table):
            view.setMinimumHeight(HEIGHT)
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _arrange(self, notes: Sequence[str]) -> None:
        search = QHBoxLayout()
        label = plain_label("查找(&F)", "caption", wrap=False)
        label.setBuddy(self.field)
        search.addWidget(label)
        search.addWidget(self.field)
        right = QVBoxLayout()
        self.heading = plain_label("", "heading")
        right.addWidget(self.heading)
        right.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.copy_button)
        right.addLayout(foot)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.list, 1)
        both.addLayout(right, 1)
        self.body.addLayout(search)
        self.body.addLayout(both)
        for note in notes:
            self.body.addWidget(plain_label(note, "caption"))

    def _list_series(self) -> None:
        """List the figures whose name holds what is typed."""
        wanted = folded(self.field.text().strip())
        self.list.clear()
        for number, each in enumerate(self._series):
            if wanted in folded(each.name):
                item = QListWidgetItem(f"{each.name}（{each.unit}）{2 * NO_BREAK}{len(each.points)}{NO_BREAK}年")
                item.setToolTip(literal_tip(each.name))
                item.setData(Qt.ItemDataRole.UserRole, number)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        if not self.list.count():
            self._show_series()

    def _show_series(self) -> None:
        series = self.shown
        self.table.setRowCount(0)
        self.heading.setText(f"{series.name}（{series.unit}）" if series is not None else "没有这样的数字")
        for row, cells in enumerate(self._rows(series) if series is not None else ()):
            self.table.insertRow(row)
            for column, words in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(words))
        self.table.resizeRowsToContents()
        self.table.setCurrentCell(self.table.rowCount() - 1, 0)
        self._refresh_button()

    def _rows(self, series: Series) -> list[tuple[str, ...]]:
        return [(f"{point.year}", point.words, series.change(at)) for at, point in enumerate(series.points)]

    def _refresh_button(self) -> None:
        allow(self.primary, "" if self.point is not None else "先选一行有数字的年度。")
        allow(self.copy_button, "" if self.shown is not None else "先选一个指标。")

    def _keep_goal(self) -> None:
        point = self.point
        self.goal = Goal(point.report_id, point.place) if point is not None else None


def _years_words(years: Sequence[int]) -> str:
    """Return which `years` were read, e.g. 2021—2025年度，共 5 份报告."""
    first, last = min(years), max(years)
    return f"{first}年度，1 份报告" if len(years) == 1 else f"{first}—{last}年度，共 {len(years)} 份报告"
