"""Tables that are read."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.read_table import LEAST, ReadTable


@pytest.mark.parametrize(("width", "taken", "scrolled"), [(700, 498, False), (300, LEAST, True)])
def test_the_widest_column_keeps_room_for_words_and_all_columns_are_reached(
    qtbot: QtBot, width: int, taken: int, scrolled: bool
) -> None:
    table = ReadTable("版本", ("时间", "名称"), (200, 0))
    qtbot.addWidget(table)
    table.resize(width, 200)
    table.show()
    qtbot.waitUntil(lambda: table.horizontalScrollBar().isVisible() is scrolled)

    assert table.columnWidth(0) == 200
    assert table.columnWidth(1) == pytest.approx(taken, abs=4)
    assert (table.horizontalScrollBar().maximum() > 0) is scrolled
