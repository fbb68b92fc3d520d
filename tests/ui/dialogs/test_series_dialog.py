"""The figures of an organ year by year, by the keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from builders import a_report
from models.comparison.figure_series import Series, figure_series
from models.domain.report import Report
from ui.dialogs.series_dialog import TABLE_LEAST, SeriesDialog
from ui.widgets.cells import LIST_PADDING

TEXTS = {2023: "作出行政处罚决定100件，办理行政许可9件。", 2024: "作出行政处罚决定112件。", 2025: "作出行政处罚决定150件，查处超限车辆8辆。"}


def a_year(year: int) -> Report:
    return replace(a_report(id=f"r{year}", year=year, parts=(), duties=0), introduction=TEXTS[year])


@pytest.fixture
def dialog(qtbot: QtBot) -> SeriesDialog:
    """Return the dialog on three years."""
    made = SeriesDialog("云峰县交通运输局", list(TEXTS), figure_series(map(a_year, TEXTS)))
    qtbot.addWidget(made)
    made.show()
    return made


def cells(dialog: SeriesDialog) -> list[list[str]]:
    """Return what the table shows, row by row."""
    table = dialog.table
    found = []
    for row in range(table.rowCount()):
        items = [table.item(row, column) for column in range(table.columnCount())]
        found.append([item.text() if item is not None else "" for item in items])
    return found


def test_the_figure_of_most_years_is_shown_first_with_its_changes(dialog: SeriesDialog) -> None:
    assert dialog.heading.text() == "作出行政处罚（件）"
    assert cells(dialog) == [["2023", "100件", ""], ["2024", "112件", "增加 12件（12%）"], ["2025", "150件", "增加 38件（33.9%）"]]


def test_figures_are_found_by_their_name(dialog: SeriesDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.field, " ")
    dialog.field.setText("超限")
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == ["查处超限车辆（辆）\u00a0\u00a01\u00a0年"]
    dialog.field.setText("没有的")

    assert dialog.heading.text() == "没有这样的数字"
    assert not dialog.primary.isEnabled() and not dialog.copy_button.isEnabled()


def test_the_chosen_year_is_opened_at_its_figure(dialog: SeriesDialog, qtbot: QtBot) -> None:
    dialog.table.setCurrentCell(0, 0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)

    assert dialog.goal is not None
    place = dialog.goal.place
    assert (dialog.goal.report_id, TEXTS[2023][place.start:place.end]) == ("r2023", "100件")


def test_leaving_leads_nowhere(dialog: SeriesDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert dialog.goal is None


def test_the_table_is_copied_for_a_sheet(dialog: SeriesDialog) -> None:
    dialog.copy_button.click()

    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "作出行政处罚（件）"
    assert lines[1:3] == ["年度\t报告里的数\t比上一年", "2023\t100件\t"]


def test_reports_without_figures_say_so(qtbot: QtBot) -> None:
    empty = SeriesDialog("云峰县交通运输局", [2025], ())
    qtbot.addWidget(empty)

    assert empty.heading.text() == "没有这样的数字"
    assert not empty.primary.isEnabled()


@pytest.mark.parametrize("width", [480, 760])
def test_a_long_name_hides_neither_its_unit_nor_its_years(qtbot: QtBot, width: int) -> None:
    name = "清理办事指南中没有法律法规依据的兜底表述和各类证明事项"
    made = SeriesDialog("云峰县交通运输局", [2025], [Series(name, "处", ())])
    qtbot.addWidget(made)
    made.resize(width, 500)
    made.show()
    metrics = made.list.fontMetrics()
    room = made.list.viewport().width() - 4 * LIST_PADDING

    lines = -(-metrics.horizontalAdvance(made.list.item(0).text()) // room)
    assert lines > 1
    assert made.list.visualItemRect(made.list.item(0)).height() >= lines * metrics.height()
    assert made.table.width() >= TABLE_LEAST
    assert made.minimumSizeHint().width() <= width
