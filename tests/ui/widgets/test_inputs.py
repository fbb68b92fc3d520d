"""What is on screen is what is told, whatever way it came in; input methods are left in peace."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from form_input import PATHS, commit, compose, paste, preedit, type_keys
from models.checks.finding import Finding, Severity
from ui.widgets.field import LineField, TextField
from ui.widgets.input_rules import holds_text, without_undo
from ui.widgets.line_input import LineInput
from ui.widgets.text_input import TextInput

Input = LineInput | TextInput
KINDS = {"line": LineInput, "text": TextInput}
TEXT = "林致远主持会议"
FOREIGN = ("input method", "Ctrl+V", "rich paste", "context menu", "drop")  # ways that bring text of other programs


@pytest.fixture(params=KINDS.values(), ids=KINDS)
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> Input:
    """Return a field in use, with the texts it told in `told`."""
    made: Input = request.param("内容")
    qtbot.addWidget(made)
    made.resize(400, 60)
    told: list[str] = []
    made.edited.connect(told.append)
    made.told = told  # type: ignore[union-attr]
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def text_of(field: Input) -> str:
    """Return what stands in `field`."""
    return field.text() if isinstance(field, LineInput) else field.toPlainText()


def told(field: Input) -> list[str]:
    """Return the texts that `field` told."""
    texts: list[str] = field.told  # type: ignore[union-attr]
    return texts


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_every_way_in_ends_in_the_text_told(field: Input, path: Callable[[QWidget, str], None]) -> None:
    path(field, TEXT)

    assert text_of(field) == TEXT
    assert told(field)[-1] == TEXT


@pytest.mark.parametrize("path", [pytest.param(PATHS[name], id=name) for name in FOREIGN])
def test_no_way_in_brings_characters_that_cannot_be_stored(
    field: Input, path: Callable[[QWidget, str], None]
) -> None:
    path(field, "政\u200b府\u202e工\u0007作")

    assert text_of(field) == "政府工作"
    assert told(field)[-1] == "政府工作"


def test_letters_of_a_composition_are_not_told(field: Input) -> None:
    for letters in ("z", "zh", "zhe", "zhen"):
        preedit(field, letters)

    assert told(field) == []


def test_a_committed_word_is_told_once(field: Input) -> None:
    compose(field, "政府")

    assert told(field) == ["政府"]


def test_a_given_up_composition_is_not_told(field: Input) -> None:
    preedit(field, "zheng")
    preedit(field, "")

    assert told(field) == []
    assert text_of(field) == ""


def test_a_composing_field_is_not_written(field: Input) -> None:
    field.set_text("外部")
    field.select(0, 0)
    preedit(field, "zheng")
    field.set_text("别的")
    commit(field, "政")

    assert text_of(field) == "政外部"
    assert told(field) == ["政外部"]


def test_what_came_while_composing_is_shown_when_nothing_was_committed(field: Input) -> None:
    field.set_text("原来")
    preedit(field, "zheng")
    field.set_text("撤销以后")
    preedit(field, "")

    assert text_of(field) == "撤销以后"
    assert told(field) == []


def test_a_composition_is_committed_on_request(field: Input) -> None:
    preedit(field, "zheng")
    field.commit_input()

    assert told(field) == ["zheng"]
    assert text_of(field) == "zheng"


def test_a_composition_is_committed_when_the_field_is_left(field: Input, qtbot: QtBot) -> None:
    other = LineInput("别的", parent=field)
    other.show()
    preedit(field, "zheng")
    other.setFocus(Qt.FocusReason.TabFocusReason)

    assert told(field) == ["zheng"]


def test_showing_a_text_tells_nothing(field: Input) -> None:
    field.set_text("一")
    field.set_text("二")

    assert told(field) == []
    assert text_of(field) == "二"


def test_showing_the_same_text_keeps_cursor_and_selection(field: Input) -> None:
    field.set_text("一二三四")
    field.select(1, 3)
    field.set_text("一二三四")

    assert selected(field) == "二三"


def test_a_change_elsewhere_keeps_the_cursor_at_its_words(qtbot: QtBot) -> None:
    field = TextInput("内容")
    qtbot.addWidget(field)
    field.set_text("前面\n中间\n后面")
    field.select(6, 8)
    field.set_text("前面加了话\n中间\n后面")

    assert selected(field) == "后面"


def test_rare_characters_of_names_are_selected_whole(field: Input) -> None:
    field.set_text("𠮷野𡈼局长")
    field.select(2, 4)

    assert selected(field) == "𡈼局"


def selected(field: Input) -> str:
    """Return what is selected in `field`."""
    return field.selectedText() if isinstance(field, LineInput) else field.textCursor().selectedText()


def test_the_placeholder_gives_way_to_the_first_letter_of_a_composition(qtbot: QtBot) -> None:
    field = TextInput("内容", "写什么")
    qtbot.addWidget(field)
    preedit(field, "z")
    composing = field.placeholderText()
    preedit(field, "")

    assert composing == ""
    assert field.placeholderText() == "写什么"


def test_the_keys_of_undo_reach_the_window(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    field = TextInput("内容")
    window.setCentralWidget(field)
    undone: list[bool] = []
    action = QAction("撤销", window)
    action.setShortcut(QKeySequence.StandardKey.Undo)
    action.triggered.connect(lambda: undone.append(True))
    window.addAction(action)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert undone == [True]
    assert field.toPlainText() == "x"


def test_a_paste_of_five_megabytes_is_refused_in_words(field: Input) -> None:
    refused: list[str] = []
    field.refused.connect(refused.append)
    field.set_text("原文")
    paste(field, "法治政府" * 1_250_000)

    assert text_of(field) == "原文"
    assert "没有粘贴" in refused[0]


def test_a_long_but_usual_paste_is_taken(qtbot: QtBot) -> None:
    field = TextInput("内容")
    qtbot.addWidget(field)
    text = "\n".join(["全年作出行政处罚决定120件。" * 20] * 100)
    paste(field, text)

    assert field.toPlainText() == text


def test_a_line_takes_several_lines_as_one(qtbot: QtBot) -> None:
    field = LineInput("标题")
    qtbot.addWidget(field)
    paste(field, "云峰县交通运输局\n2025年法治政府建设年度报告\n")

    assert field.text() == "云峰县交通运输局2025年法治政府建设年度报告"


def test_a_table_is_pasted_as_text_with_tabs(qtbot: QtBot) -> None:
    field = TextInput("内容")
    qtbot.addWidget(field)
    paste(field, "项目\t数量\r\n检查\t12")

    assert field.toPlainText() == "项目\t数量\n检查\t12"


def test_a_dropped_file_is_left_to_the_window(field: Input) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/去年.docx")])
    data.setText("/去年.docx")
    QGuiApplication.clipboard().setMimeData(data)
    if isinstance(field, TextInput):
        assert not field.canInsertFromMimeData(data)
    else:
        assert not holds_text(data)


def test_the_context_menu_has_no_undo_of_its_own(field: Input) -> None:
    menu = without_undo(field.createStandardContextMenu())
    names = [action.objectName() for action in menu.actions()]

    assert "edit-undo" not in names and "edit-paste" in names
    assert not menu.actions()[0].isSeparator()


def test_a_text_grows_with_its_lines_and_no_further_than_the_page_bears(qtbot: QtBot) -> None:
    field = TextInput("内容", lines=2)
    qtbot.addWidget(field)
    field.resize(400, 60)
    field.show()
    heights = []
    for lines in (1, 6, 12, 60, 120):
        field.set_text("\n".join(["一行"] * lines))
        heights.append(field.minimumHeight())

    assert heights[0] < heights[1] < heights[2] < heights[3] == heights[4]


def test_the_count_follows_the_text(qtbot: QtBot) -> None:
    field = TextField("内容")
    qtbot.addWidget(field)
    type_keys(field.area, "全年120件")

    qtbot.waitUntil(lambda: field.count.text() == "本栏 4 字")


def test_notes_of_checks_come_before_those_of_the_form(qtbot: QtBot) -> None:
    field = LineField("发文字号")
    qtbot.addWidget(field)
    field.show_note("年份要用六角括号。")
    field.show_finding(Finding("F1", "number-wrong", Severity.ERROR, "发文字号不对。"))
    both = field.noted
    field.show_finding(None)

    assert both == "必改：发文字号不对。"
    assert field.noted == "年份要用六角括号。"


def test_a_field_is_named_for_those_who_hear_it(qtbot: QtBot) -> None:
    field = LineField("发文字号(&N)")
    qtbot.addWidget(field)

    assert field.line.accessibleName() == "发文字号"
    assert field.caption is not None and field.caption.buddy() is field.line
