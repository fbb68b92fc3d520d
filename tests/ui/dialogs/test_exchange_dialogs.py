"""The dialogs of exchange files: what may be chosen, what must be, and that they fit."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from builders import a_report
from models.comparison.merging import Choice, Merge
from models.domain.report import Report, Topic
from models.standards.loader import load_standard
from ui.dialogs.exchange_dialog import ExchangeDialog, PasswordDialog, exchange_name
from ui.dialogs.merge_dialog import APART, MergeDialog

SMALLEST = (900, 500)
PASSWORD = "云岭2026交换"


def conflict() -> MergeDialog:
    """Return the dialog of a text both changed, one they changed, and a head each changed elsewhere."""
    origin = a_report()
    mine = replace(origin, introduction="我写的", head=replace(origin.head, document_number="云交〔2026〕9号"))
    theirs = replace(
        origin, introduction="对方写的", closing="对方的结语", head=replace(origin.head, signatories=("王",)))
    return merging(mine, theirs, origin)


def merging(mine: Report, theirs: Report, origin: Report | None) -> MergeDialog:
    return MergeDialog(Merge(mine, theirs, origin), load_standard(mine.organ.kind), "两边都改过。")


def export(folder: str = "D:/法治年报") -> ExchangeDialog:
    return ExchangeDialog(a_report(), Path(folder))


def password() -> PasswordDialog:
    return PasswordDialog("报告.fzbg", "密码不对。")


MAKERS: list[Callable[[], QDialog]] = [conflict, export, password]
every_dialog = pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)


@every_dialog
def test_it_fits_the_smallest_screen(qtbot: QtBot, make: Callable[[], QDialog]) -> None:
    dialog = make()
    qtbot.addWidget(dialog)

    assert dialog.minimumSizeHint().width() <= SMALLEST[0]
    assert dialog.minimumSizeHint().height() <= SMALLEST[1]


@every_dialog
def test_every_access_key_is_there_once_and_every_field_has_a_name(
    qtbot: QtBot, make: Callable[[], QDialog]
) -> None:
    dialog = make()
    qtbot.addWidget(dialog)
    labels = [each for each in dialog.findChildren(QLabel) if each.buddy() is not None]
    texts = [each.text() for each in (*dialog.findChildren(QAbstractButton), *labels)]
    keys = [key for text in texts for key in re.findall("&(.)", text)]

    assert keys and len(keys) == len(set(keys))
    assert all(field.accessibleName() for field in dialog.findChildren(QLineEdit))
    assert not [each.text() for each in dialog.findChildren(QLabel) if "&" in each.text() and each.buddy() is None]


@pytest.mark.parametrize(("word", "again", "problem"), [
    ("", "", ""), (PASSWORD, PASSWORD, ""), ("1234567", "1234567", "密码至少要 8 个字符。"),
    (PASSWORD, "", "两遍密码不一样。"), ("", PASSWORD, "两遍密码不一样。")],
    ids=["none", "twice the same", "short", "once", "only again"])
def test_the_password_is_entered_twice_or_not_at_all(qtbot: QtBot, word: str, again: str, problem: str) -> None:
    dialog = export()
    qtbot.addWidget(dialog)

    dialog.password.setText(word)
    dialog.again.setText(again)

    assert dialog.problem.text() == problem
    assert dialog.primary.isEnabled() == (not problem)
    assert dialog.password.echoMode() is QLineEdit.EchoMode.Password


def test_a_file_without_a_name_is_no_file(qtbot: QtBot) -> None:
    dialog = export()
    qtbot.addWidget(dialog)

    dialog.path.setText("  ")

    assert dialog.problem.text() == "请写明存到哪个文件。"


@pytest.mark.parametrize(("typed", "name"), [("甲", "甲.fzbg"), ("甲.FZBG", "甲.FZBG"), ("甲.docx", "甲.docx.fzbg")])
def test_the_ending_is_put_behind_a_name_without(qtbot: QtBot, typed: str, name: str) -> None:
    dialog = export()
    qtbot.addWidget(dialog)
    dialog.history.setChecked(False)

    dialog.path.setText(typed)

    assert (dialog.choice.path.name, dialog.choice.history) == (name, False)


@pytest.mark.parametrize("title", ['A/B:C*"D"', "长" * 300, ""], ids=["forbidden", "long", "none"])
def test_the_name_proposed_suits_every_system(title: str) -> None:
    name = exchange_name(a_report(head=replace(a_report().head, title=title)))

    assert name.endswith(".fzbg") and len(name) <= 80 and not set('<>:"/\\|?*') & set(name)


def test_a_password_must_be_typed_before_it_is_tried(qtbot: QtBot) -> None:
    dialog = password()
    qtbot.addWidget(dialog)
    assert not dialog.primary.isEnabled()

    dialog.password.setText("x")

    assert dialog.primary.isEnabled()


def test_the_first_place_that_is_not_decided_is_shown(qtbot: QtBot) -> None:
    dialog = conflict()
    qtbot.addWidget(dialog)

    assert dialog.list.currentItem().text() == "[未定] 改　引言"
    assert "我写的" in dialog.sides.left.toPlainText().replace("[－", "").replace("]", "")
    assert not any(radio.isChecked() for radio in dialog.radios.values())
    assert dialog.primary.text() == "合并（还有 1 处没定）" and not dialog.primary.isEnabled()


@pytest.mark.parametrize(("choice", "expected"), [
    (Choice.MINE, "我写的"), (Choice.THEIRS, "对方写的"), (Choice.BOTH, "我写的\n对方写的")])
def test_each_choice_is_what_stands_in_the_end(qtbot: QtBot, choice: Choice, expected: str) -> None:
    dialog = conflict()
    qtbot.addWidget(dialog)

    qtbot.mouseClick(dialog.radios[choice], Qt.MouseButton.LeftButton)

    assert dialog.primary.isEnabled() and dialog.primary.text() == "合并"
    result = dialog.result_report
    assert (result.introduction, result.closing) == (expected, "对方的结语")
    assert (result.head.document_number, result.head.signatories) == ("云交〔2026〕9号", ("王",))


def test_what_can_be_put_together_says_so_and_is_chosen(qtbot: QtBot) -> None:
    dialog = conflict()
    qtbot.addWidget(dialog)

    dialog.list.setCurrentRow(0)

    assert dialog.who.text() == APART
    assert dialog.radios[Choice.BOTH].isChecked() and dialog.radios[Choice.BOTH].text().startswith("两边的合在一起")


def test_where_nothing_can_stand_twice_both_is_not_offered(qtbot: QtBot) -> None:
    dialog = conflict()
    qtbot.addWidget(dialog)

    dialog.list.setCurrentRow(dialog.list.count() - 1)

    assert dialog.who.text() == "只有对方改过"
    assert not dialog.radios[Choice.BOTH].isEnabled() and dialog.radios[Choice.THEIRS].isChecked()


def test_a_choice_can_be_changed_and_is_shown_again(qtbot: QtBot) -> None:
    dialog = conflict()
    qtbot.addWidget(dialog)
    dialog.list.setCurrentRow(dialog.list.count() - 1)

    qtbot.mouseClick(dialog.radios[Choice.MINE], Qt.MouseButton.LeftButton)
    dialog.step(1)
    dialog.step(-1)

    assert dialog.radios[Choice.MINE].isChecked()
    assert dialog.list.currentItem().text().startswith("[我的]")
    assert dialog.result_report.closing == a_report().closing


def test_the_rest_is_decided_at_once_and_what_was_decided_stays(qtbot: QtBot) -> None:
    mine = a_report(introduction="我写的", closing="我的结语")
    dialog = merging(mine, a_report(introduction="对方写的", closing="对方的结语"), None)
    qtbot.addWidget(dialog)
    dialog.choose(Choice.THEIRS)

    dialog.rest_mine.click()

    assert (dialog.result_report.introduction, dialog.result_report.closing) == ("对方写的", "我的结语")
    assert dialog.primary.isEnabled() and not dialog.rest_mine.isEnabled()


def test_the_keys_lead_round(qtbot: QtBot) -> None:
    dialog = conflict()
    qtbot.addWidget(dialog)
    rows = []
    for _ in range(3):
        qtbot.keyClick(dialog, Qt.Key.Key_F8)
        rows.append(dialog.list.currentRow())
    qtbot.keyClick(dialog, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)

    assert sorted(rows) == [0, 1, 2] and dialog.list.currentRow() == rows[1]


def test_an_entry_they_added_is_taken_or_left(qtbot: QtBot) -> None:
    origin = a_report()
    part = replace(origin.parts[0], entries=(*origin.parts[0].entries, Topic("t2", "新的一条", "内容")))
    dialog = merging(origin, origin.with_part(part), origin)
    qtbot.addWidget(dialog)

    assert dialog.list.item(0).text().startswith("[对方的] 增") and "新的一条" in dialog.list.item(0).text()
    assert dialog.result_report == origin.with_part(part)
    dialog.choose(Choice.MINE)
    assert dialog.result_report == origin
