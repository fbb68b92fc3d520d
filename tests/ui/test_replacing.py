"""Ctrl+H in the work window: one place after the other, or all that are ticked in one step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from builders import a_report
from models.domain.place import INTRODUCTION, Place
from ui.app.replacing import Swap, swaps
from ui.dialogs.replace_dialog import ReplaceDialog
from work_bench import Bench

TEXT = "布署一次，再布署一次。"


@pytest.fixture
def replacing(bench: Bench) -> Bench:
    """Return a work window with a report to replace in, and the bar for it open."""
    bench.opened.edit(replace(bench.opened.report, introduction=TEXT), "修改引言")
    bench.key(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    bench.window.find_bar.field.setText("布署")
    bench.window.find_bar.replacing.field.setText("部署")
    return bench


def press_enter(bench: Bench) -> None:
    """Press Enter where the new words are written."""
    field = bench.window.find_bar.replacing.field
    field.setFocus()
    bench.qtbot.keyClick(field, Qt.Key.Key_Return)


def test_find_alone_offers_no_replacing(bench: Bench) -> None:
    bench.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert bench.window.find_bar.isVisible() and not bench.window.find_bar.replacing.isVisible()


def test_enter_goes_to_the_first_place_and_then_replaces_from_place_to_place(replacing: Bench) -> None:
    press_enter(replacing)
    assert replacing.opened.report.introduction == TEXT

    press_enter(replacing)
    assert replacing.opened.report.introduction == "部署一次，再布署一次。"
    press_enter(replacing)
    assert replacing.opened.report.introduction == "部署一次，再部署一次。"

    replacing.window.undo()
    assert replacing.opened.report.introduction == "部署一次，再布署一次。"


def test_words_that_hold_what_is_sought_are_replaced_once(replacing: Bench) -> None:
    replacing.window.find_bar.replacing.field.setText("再布署")
    for _ in range(3):
        press_enter(replacing)

    assert replacing.opened.report.introduction == "再布署一次，再再布署一次。"


def test_replacing_goes_on_in_the_next_field_and_never_comes_back_by_itself(replacing: Bench) -> None:
    replacing.opened.edit(replace(replacing.opened.report, closing="布署完毕。"), "修改结语")
    replacing.window.find_bar.replacing.field.setText("再布署")
    for _ in range(4):
        press_enter(replacing)

    assert replacing.opened.report.introduction == "再布署一次，再再布署一次。"
    assert replacing.opened.report.closing == "再布署完毕。"
    assert replacing.window.status.notice.text() == "后面没有了。再按一次，从头找起。"

    press_enter(replacing)
    assert replacing.opened.report.closing == "再布署完毕。"


def test_the_last_replacement_is_said(replacing: Bench) -> None:
    for _ in range(3):
        press_enter(replacing)

    assert replacing.window.status.notice.text() == "已替换，没有别的了。"


def test_enter_on_a_button_presses_it(replacing: Bench) -> None:
    one = replacing.window.find_bar.replacing.one
    one.setFocus()
    for _ in range(2):
        replacing.qtbot.keyClick(one, Qt.Key.Key_Return)

    assert replacing.opened.report.introduction == "部署一次，再布署一次。"


def test_all_ticked_places_are_one_step(replacing: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    offered: list[Swap] = []

    def ask(there: list[Swap], *_: object) -> tuple[Place, ...]:
        offered.extend(there)
        return tuple(each.place for each in there)

    monkeypatch.setattr(ReplaceDialog, "ask", ask)
    replacing.qtbot.mouseClick(replacing.window.find_bar.replacing.all, Qt.MouseButton.LeftButton)

    assert [each.place.task for each in offered] == [INTRODUCTION, INTRODUCTION]
    assert replacing.opened.report.introduction == "部署一次，再部署一次。"
    assert replacing.opened.undo_label == "全部替换（2 处）"


def test_nothing_to_replace_is_said(replacing: Bench) -> None:
    replacing.window.find_bar.field.setText("没有的词")
    replacing.qtbot.mouseClick(replacing.window.find_bar.replacing.all, Qt.MouseButton.LeftButton)

    assert "没有可以替换的“没有的词”" in replacing.window.status.notice.text()


def test_a_read_only_report_is_not_changed(replacing: Bench) -> None:
    replacing.opened.make_read_only()
    press_enter(replacing)
    press_enter(replacing)

    assert replacing.opened.report.introduction == TEXT
    assert not replacing.actions["replace"].isEnabled()


def test_words_around_a_place_are_left_out_only_where_there_are_more() -> None:
    report = replace(a_report(), introduction="法制政府一年比一年好，群众的满意程度一年比一年高，法制。")

    first, last = (each for each in swaps(report, "法制") if each.place.task == INTRODUCTION)

    assert (first.before, first.after) == ("", "政府一年比一年好，群众的满意…")
    assert (last.before, last.after) == ("…群众的满意程度一年比一年高，", "。")


def test_the_dialog_leaves_names_of_documents_unticked(qtbot: QtBot) -> None:
    place = Place(INTRODUCTION, "", "introduction", 0, 2)
    dialog = ReplaceDialog(
        (Swap(place, "", "法制", "政府", True), Swap(replace(place, start=5, end=7), "《", "法制", "日报》", False)),
        "法治", {INTRODUCTION: "引言"})
    qtbot.addWidget(dialog)

    assert dialog.chosen == (place,)
    assert dialog.primary.text() == "替换 1 处"
    assert dialog.lines.index(0).data() == "引言：[“法制”→“法治”]政府"
    dialog.none.click()
    assert not dialog.primary.isEnabled()
    dialog.all.click()
    assert len(dialog.chosen) == 2


def test_a_place_is_ticked_and_unticked_by_the_space_bar(qtbot: QtBot) -> None:
    place = Place(INTRODUCTION, "", "introduction", 0, 2)
    dialog = ReplaceDialog((Swap(place, "", "法制", "政府", True),), "法治", {INTRODUCTION: "引言"})
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)

    assert dialog.chosen == () and not dialog.primary.isEnabled()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.chosen == (place,)
