"""Ctrl+J offers phrases at the caret; what is chosen goes into the text as one step of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import a_report
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot
from work_bench import Bench

from models.domain.place import ATTACHMENTS, INTRODUCTION
from models.phrases.phrases import LONGEST, MOST, Phrase, load_phrases
from ui.app import phrasing
from ui.app.kept_phrases import FILE, keep_phrases, kept_phrases
from ui.app.phrasing import KEPT, NO_FIELD, TOO_LONG, TOO_MANY, Phrasing, block_of
from ui.dialogs import messages
from ui.dialogs.phrases_dialog import PhrasesDialog
from ui.widgets.phrase_panel import ALL, ELSEWHERE, KEYS, PhrasePanel

FIRST = next(each for each in load_phrases() if each.block == INTRODUCTION)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def bench(qtbot: QtBot, folder: Path) -> Bench:
    return Bench(a_report(), qtbot, folder=folder)


def offered(bench: Bench) -> tuple[QPlainTextEdit, PhrasePanel]:
    field = bench.text()
    field.selectAll()
    field.textCursor().removeSelectedText()
    bench.qtbot.keyClick(field, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    return field, bench.window.findChild(PhrasePanel)


def gone(bench: Bench) -> bool:
    return not bench.window.findChildren(PhrasePanel) and not bench.window.findChildren(Phrasing)


def type_into(panel: PhrasePanel, bench: Bench, words: str) -> None:
    bench.qtbot.keyClicks(panel.search, words)


def test_phrases_of_the_page_at_hand_come_first(bench: Bench) -> None:
    _, panel = offered(bench)

    assert panel.search.hasFocus()
    assert panel.list.item(0).text() == f"{FIRST.about}：{FIRST.text}"
    assert panel.list.count() == sum(each.block == INTRODUCTION for each in load_phrases())
    assert bench.window.rect().contains(panel.geometry())


def test_all_phrases_are_listed_when_wanted_those_of_the_page_first(bench: Bench) -> None:
    _, panel = offered(bench)
    bench.qtbot.mouseClick(panel.reach.buttons[ALL], Qt.MouseButton.LeftButton)

    assert panel.list.count() == len(load_phrases())
    assert panel.list.item(0).text() == f"{FIRST.about}：{FIRST.text}"
    assert panel.isVisible() and panel.search.hasFocus()


def test_words_that_no_phrase_of_the_page_has_are_sought_in_all(bench: Bench) -> None:
    _, panel = offered(bench)
    type_into(panel, bench, "xzfy")
    elsewhere = panel.told.text()
    panel.search.setText("统计")

    assert (elsewhere, panel.told.text()) == (ELSEWHERE, KEYS)
    assert panel.list.count() >= 1


def test_a_page_without_phrases_of_its_own_lists_all(bench: Bench) -> None:
    bench.window.go_to_task(ATTACHMENTS)
    bench.window.pages.page(ATTACHMENTS).entries.add.click()  # type: ignore[attr-defined]
    bench.window.pages.page(ATTACHMENTS).findChildren(QPlainTextEdit)[0].setFocus()
    bench.actions["phrases"].trigger()
    panel = bench.window.findChild(PhrasePanel)

    assert panel.reach.isHidden()
    assert panel.list.count() == len(load_phrases())


def test_enter_inserts_and_selects_the_first_slot_and_one_undo_takes_it_back(bench: Bench) -> None:
    field, panel = offered(bench)
    type_into(panel, bench, "xzfy")
    bench.qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    text, slot = field.toPlainText(), field.textCursor().selectedText()
    label = bench.opened.undo_label
    bench.window.undo()
    bench.qtbot.waitUntil(lambda: gone(bench))

    assert text.startswith("全年收到行政复议申请") and slot == "【填件数】"
    assert "插入常用语" in label
    assert bench.opened.report.introduction == ""


def test_what_is_typed_over_a_slot_is_a_step_of_its_own(bench: Bench) -> None:
    field, panel = offered(bench)
    type_into(panel, bench, "xzfy")
    bench.qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    bench.qtbot.keyClicks(field, "12")
    bench.window.undo()

    assert field.toPlainText().startswith("全年收到行政复议申请【填件数】")


def test_keys_walk_the_list_while_one_types(bench: Bench) -> None:
    field, panel = offered(bench)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Up):
        bench.qtbot.keyClick(panel.search, key)
    bench.qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    wanted = panel.list.item(1).data(Qt.ItemDataRole.UserRole)
    bench.qtbot.keyClick(panel.search, Qt.Key.Key_Enter)

    assert field.toPlainText() == wanted


def test_enter_on_nothing_found_does_nothing(bench: Bench) -> None:
    field, panel = offered(bench)
    type_into(panel, bench, "qqqqqq")
    bench.qtbot.keyClick(panel.search, Qt.Key.Key_Return)

    assert (panel.list.count(), field.toPlainText()) == (0, "")
    assert panel.isVisible()


def test_escape_goes_back_to_the_text(bench: Bench) -> None:
    field, panel = offered(bench)
    bench.qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    bench.qtbot.waitUntil(lambda: gone(bench))

    assert field.hasFocus() and field.toPlainText() == ""


def test_a_click_elsewhere_puts_it_away_and_leaves_the_focus_there(bench: Bench) -> None:
    offered(bench)
    bench.window.tasks.view.setFocus()
    bench.qtbot.waitUntil(lambda: gone(bench))

    assert bench.window.tasks.view.hasFocus()


def test_without_a_field_the_clerk_is_told(bench: Bench) -> None:
    bench.window.tasks.view.setFocus()
    bench.actions["phrases"].trigger()

    assert gone(bench) and bench.window.status.notice.text() == NO_FIELD


def test_selected_words_become_a_phrase_that_comes_first_next_time(bench: Bench, folder: Path) -> None:
    field = bench.text()
    field.setPlainText("本局没有下属单位。")
    field.selectAll()
    bench.actions["phrases"].trigger()
    bench.window.findChild(PhrasePanel).keep.click()
    bench.qtbot.waitUntil(lambda: gone(bench))
    _, panel = offered(bench)

    assert (folder / FILE).read_text(encoding="utf-8") == "# 引言\n本局没有下属单位。\n"
    assert panel.list.item(0).text() == "我的：本局没有下属单位。"
    assert not panel.keep.isEnabled()


def test_several_paragraphs_stay_several_paragraphs(bench: Bench, folder: Path) -> None:
    field = bench.text()
    field.setPlainText("一段。\n又一段。")
    field.selectAll()
    bench.actions["phrases"].trigger()
    bench.window.findChild(PhrasePanel).keep.click()
    bench.qtbot.waitUntil(lambda: gone(bench))
    field.setPlainText("")
    _, panel = offered(bench)
    assert panel.list.item(0).text() == "我的：一段。 又一段。"

    bench.qtbot.keyClick(panel.search, Qt.Key.Key_Return)

    assert field.toPlainText() == "一段。\n又一段。"


@pytest.mark.parametrize(("kept", "words", "told"), [
    (0, "长" * (LONGEST + 1), TOO_LONG), (MOST, "再来一条。", TOO_MANY),
    (MOST - 1, "最后一条。", KEPT.format("引言")),
])
def test_a_phrase_too_many_or_too_long_is_refused_with_a_word(
    bench: Bench, folder: Path, kept: int, words: str, told: str
) -> None:
    keep_phrases(folder, tuple(Phrase(f"第{number}条。") for number in range(kept)))
    field = bench.text()
    field.setPlainText(words)
    field.selectAll()
    bench.actions["phrases"].trigger()
    bench.window.findChild(PhrasePanel).keep.click()

    assert bench.window.status.notice.text() == told
    done = told.startswith("已存")
    assert (words in [each.text for each in kept_phrases(folder)]) == done
    assert len(kept_phrases(folder)) == kept + done


def test_a_file_that_cannot_be_read_is_not_written_over(folder: Path, bench: Bench) -> None:
    (folder / FILE).write_bytes(b"\x89PNG" + bytes(range(256)) * 4)

    assert kept_phrases(folder) == ()
    assert not keep_phrases(folder, load_phrases()[:1])
    assert (folder / FILE).read_bytes() == b"\x89PNG" + bytes(range(256)) * 4


def test_own_phrases_are_edited_one_a_line(qtbot: QtBot, folder: Path, bench: Bench) -> None:
    dialog = PhrasesDialog(folder, bench.window)
    dialog.text.setPlainText("一。\n\n二。\n一。")
    counted = dialog.count.text()
    dialog.accept()

    assert counted == "2 条"
    assert [each.text for each in kept_phrases(folder)] == ["一。", "二。"]


def test_phrases_travel_in_a_text_file(
    folder: Path, bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = tmp_path / "别处的.txt"
    given.write_bytes("三。\n二。\n".encode("gb18030"))
    written = tmp_path / "带走.txt"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(given), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(written), ""))
    dialog = PhrasesDialog(folder, bench.window)
    dialog.text.setPlainText("二。")
    dialog.bring.click()
    dialog.give.click()

    assert dialog.text.toPlainText() == "二。\n三。"
    assert written.read_text(encoding="utf-8") == "二。\n三。\n"


@pytest.mark.parametrize("content", [None, b"\x89PNG" + bytes(range(256)) * 4])
def test_a_file_that_is_no_text_is_refused_with_a_word(
    folder: Path, bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    path = tmp_path / "别的.txt"
    if content is not None:
        path.write_bytes(content)
    told: list[str] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(messages, "tell_error", lambda _, error, __: told.append(str(error)))
    dialog = PhrasesDialog(folder, bench.window)
    dialog.bring.click()

    assert len(told) == 1 and "别的.txt" in told[0]
    assert dialog.text.toPlainText() == ""


def test_each_page_has_its_block(bench: Bench) -> None:
    report = bench.opened.report
    blocks = {block_of(task, report) for task in bench.window.tasks.model.tasks}

    assert {"introduction", "closing", "measures", "problems", "first_responsible", "plan"} <= blocks


def test_a_report_that_is_only_read_takes_no_phrase(bench: Bench) -> None:
    field = bench.text()
    field.setReadOnly(True)
    QApplication.processEvents()

    assert phrasing.offer_phrases(bench.window, Path("none")) is None
