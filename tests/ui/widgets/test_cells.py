"""Cells of tables: widths after the words, lines only between cells."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from ui.app.theme import shown_theme
from ui.widgets.cells import LINE_BREAK, MARGIN, broken, fitting_widths, shared
from ui.widgets.table_field import TableField

ROWS = (("执法门类", "罚没金额（万元）", "行政强制措施（件）"), ("工程质量安全", "38.40", "18"))


@pytest.mark.parametrize(("needs", "room", "expected"), [
    ((), 100, ()),
    ((50,), 100, (100,)),
    ((50, 100), 210, (80, 130)),
    ((50, 100, 400), 300, (50, 100, 150)),
    ((400, 50, 400), 300, (125, 50, 125)),
], ids=["none", "one", "room for all", "one too long", "two too long"])
def test_columns_fill_the_room_and_narrow_ones_keep_what_they_need(
    needs: tuple[int, ...], room: int, expected: tuple[int, ...]
) -> None:
    assert shared(needs, room) == expected


@pytest.mark.parametrize(("heading", "expected"), [
    ("罚没金额（万元）", f"罚没金额{LINE_BREAK}（万元）"), ("执法门类", "执法门类"), ("（一）", "（一）"),
])
def test_a_heading_is_broken_before_its_unit(heading: str, expected: str) -> None:
    assert broken(heading) == expected


def test_a_heading_stands_in_one_line_where_there_is_room_and_its_unit_is_never_torn(qtbot: QtBot) -> None:
    font = QFont()
    font.setBold(True)
    metrics = QFontMetrics(font)
    wide = fitting_widths(ROWS, QFont(), 600)
    narrow = fitting_widths(ROWS, QFont(), sum(wide) - 300)

    assert wide[1] >= metrics.horizontalAdvance("罚没金额（万元）") + 2 * MARGIN
    assert metrics.horizontalAdvance("（万元）") + 2 * MARGIN <= narrow[1] < metrics.horizontalAdvance("罚没金额（万元）")
    assert (sum(wide), sum(narrow)) == (600, 300)


def test_there_is_no_line_beside_the_frame_of_a_table(qtbot: QtBot) -> None:
    table = TableField("表格")
    qtbot.addWidget(table)
    table.set_rows(ROWS)
    table.resize(600, 200)
    table.show()
    qtbot.waitUntil(lambda: sum(table.grid.columnWidth(each) for each in range(3)) == table.grid.viewport().width())
    picture = table.grid.viewport().grab().toImage()
    line, middle = shown_theme().color("line").name(), table.grid.rowHeight(0) // 2
    colors = [picture.pixelColor(x, middle).name() for x in range(picture.width())]

    assert colors[table.grid.columnWidth(0) - 1] == line
    assert colors[-1] != line
