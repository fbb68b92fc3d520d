"""The switch of states, the table, the chooser of passages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTableWidgetSelectionRange, QWidget
from pytestqt.qtbot import QtBot

from form_input import preedit, type_keys
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.line_input import LineInput
from ui.widgets.passage_chooser import Passage, PassageChooser
from ui.widgets.state_switch import StateSwitch
from ui.widgets.table_field import Rows, TableField

CHOICES = (("fulfilled", "已履行"), ("not_carried_out", "本年度未开展"), ("not_applicable", "不适用"))
TABLE: Rows = (("门类", "数量"), ("检查", "960"), ("处罚", "412"))


@pytest.fixture
def switch(qtbot: QtBot) -> StateSwitch:
    """Return a switch in sight."""
    made = StateSwitch("履行情况", CHOICES)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_switch_shows_nothing_down_before_a_choice(switch: StateSwitch) -> None:
    assert switch.value == ""
    assert not any(button.isChecked() for button in switch.buttons.values())


def test_a_click_chooses_once(switch: StateSwitch, qtbot: QtBot) -> None:
    chosen: list[str] = []
    switch.chosen.connect(chosen.append)
    for _ in range(2):
        qtbot.mouseClick(switch.buttons["not_applicable"], Qt.MouseButton.LeftButton)

    assert chosen == ["not_applicable"]
    assert switch.value == "not_applicable"


def test_arrows_go_from_one_state_to_the_next(switch: StateSwitch) -> None:
    chosen: list[str] = []
    switch.chosen.connect(chosen.append)
    switch.set_value("fulfilled")
    QTest.keyClick(switch.buttons["fulfilled"], Qt.Key.Key_Right)
    QTest.keyClick(switch.buttons["not_carried_out"], Qt.Key.Key_Left)
    QTest.keyClick(switch.buttons["fulfilled"], Qt.Key.Key_Left)

    assert chosen == ["not_carried_out", "fulfilled", "not_applicable"]


def test_a_switch_is_one_stop_of_the_tab_key(switch: StateSwitch) -> None:
    switch.set_value("not_carried_out")
    stops = [value for value, button in switch.buttons.items() if button.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert stops == ["not_carried_out"]


def test_showing_a_state_chooses_nothing(switch: StateSwitch) -> None:
    chosen: list[str] = []
    switch.chosen.connect(chosen.append)
    switch.set_value("fulfilled")
    switch.set_value("")

    assert chosen == [] and switch.value == ""


@pytest.fixture
def table(qtbot: QtBot) -> TableField:
    """Return a table in use: what it tells is shown again."""
    made = TableField("表格")
    qtbot.addWidget(made)
    made.table_edited.connect(lambda cells, label: made.set_rows(cells))
    made.set_rows(TABLE)
    made.resize(480, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def click(table: TableField, name: str, row: int = 0, column: int = 0) -> Rows:
    """Press the button `name` with the cell at `row` and `column` current, and return the table then."""
    table.grid.setCurrentCell(row, column)
    getattr(table, name).click()
    return table.rows


def test_rows_and_columns_are_added_beside_the_current_cell(table: TableField) -> None:
    assert click(table, "add_row", 1)[2] == ("", "")
    assert click(table, "add_column", 0, 0)[0] == ("门类", "", "数量")


def test_rows_and_columns_are_removed_at_the_current_cell(table: TableField) -> None:
    assert click(table, "remove_row", 1) == (("门类", "数量"), ("处罚", "412"))
    assert click(table, "remove_column", 0, 1) == (("门类",), ("处罚",))


def test_a_table_without_its_last_column_is_no_table(table: TableField) -> None:
    click(table, "remove_column")

    assert click(table, "remove_column") == ()
    assert not table.grid.isVisible()


def test_a_table_is_made_and_removed(table: TableField) -> None:
    assert click(table, "remove_table") == ()
    table.create_table.click()

    assert table.rows == (("", "", ""), ("", "", ""))


def test_cells_of_excel_are_pasted_from_the_current_cell_on(table: TableField) -> None:
    QGuiApplication.clipboard().setText("许可\t1286\r\n强制\t27\r\n")
    table.grid.setCurrentCell(2, 0)
    QTest.keyClick(table.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert table.rows == (("门类", "数量"), ("检查", "960"), ("许可", "1286"), ("强制", "27"))


def test_a_table_too_large_is_refused_in_words(table: TableField) -> None:
    QGuiApplication.clipboard().setText("字\n" * 600)
    QTest.keyClick(table.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert table.rows == TABLE
    assert "没有粘贴" in table.noted


def test_chosen_cells_are_copied_and_emptied(table: TableField) -> None:
    table.grid.setRangeSelected(QTableWidgetSelectionRange(1, 0, 1, 1), True)
    QTest.keyClick(table.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(table.grid, Qt.Key.Key_Delete)

    assert QGuiApplication.clipboard().text() == "检查\t960"
    assert table.rows[1] == ("", "")


def editor_of(table: TableField, row: int, column: int) -> LineInput:
    """Open the cell at `row` and `column` for editing and return its line."""
    item = table.grid.item(row, column)
    assert item is not None
    table.grid.setCurrentItem(item)
    table.grid.editItem(item)
    editor = next(each for each in table.grid.viewport().children() if isinstance(each, LineInput))
    editor.selectAll()
    return editor


def test_a_cell_is_edited_in_place(table: TableField, qtbot: QtBot) -> None:
    editor = editor_of(table, 1, 1)
    type_keys(editor, "961")
    QTest.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: table.rows[1] == ("检查", "961"))


def test_a_cell_in_which_an_input_method_composes_is_taken_over(table: TableField) -> None:
    editor = editor_of(table, 1, 0)
    preedit(editor, "jiancha")
    composing = table.rows
    table.commit_input()

    assert composing == TABLE
    assert table.rows[1] == ("jiancha", "960")


PASSAGES = (
    Passage("t1", "主要举措·规范执法", "全年开展行政检查960次。"),
    Passage("t2", "主要举措·依法决策", "局长主持党组会5次。\n审议合同46份。"),
    Passage("t3", "主要举措·普法", "第一行。" * 60 + "\n第二行。"),
)


@pytest.fixture
def chooser(qtbot: QtBot) -> PassageChooser:
    """Return a chooser that offers three passages."""
    made = PassageChooser()
    qtbot.addWidget(made)
    made.offer(PASSAGES)
    made.show()
    return made


def test_passages_are_found_by_their_words(chooser: PassageChooser) -> None:
    type_keys(chooser.search.line, "党组会")

    assert chooser.list.count() == 1
    assert chooser.text.toPlainText() == PASSAGES[1].text
    assert chooser.text.textCursor().selectedText() == "党组会"


@pytest.mark.parametrize(("row", "marked", "quote"), [
    pytest.param(1, "审议合同46份。", "审议合同46份。", id="marked words"),
    pytest.param(1, "", PASSAGES[1].text, id="nothing marked"),
    pytest.param(2, "", "第一行。" * 60, id="nothing marked in a long one"),
])
def test_words_are_quoted_as_they_stand(
    chooser: PassageChooser, row: int, marked: str, quote: str, qtbot: QtBot
) -> None:
    chooser.list.setCurrentRow(row)
    if marked:
        assert chooser.text.find(marked)
    with qtbot.waitSignal(chooser.chosen) as got:
        chooser.quote.click()

    assert got.args == [PASSAGES[row].entry_id, quote]


def test_nothing_found_can_not_be_quoted(chooser: PassageChooser) -> None:
    type_keys(chooser.search.line, "没有的话")

    assert not chooser.quote.isEnabled()


def test_small_widgets_break_into_lines(qtbot: QtBot) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    layout = FlowLayout()
    panel.setLayout(layout)
    labels = [QLabel("规范行政执法") for _ in range(6)]
    for label in labels:
        layout.addWidget(label)
    one = layout.heightForWidth(2_000)
    panel.resize(2 * labels[0].sizeHint().width() + 20, 300)
    panel.show()

    assert layout.heightForWidth(panel.width()) > 2 * one
    qtbot.waitUntil(lambda: len({label.y() for label in labels}) == 3)
