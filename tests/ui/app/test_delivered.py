"""What the 科室 delivered: kept page by page, read from files, put into the text with one click, all undoable."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from builders import a_report, fixed_clock
from form_input import paste, type_keys
from models.domain.material import Material
from models.domain.place import INTRODUCTION, part_task
from models.domain.report import Part, SectionKey
from models.storage.store import ReportStore
from office import Office
from ui.app import delivered, reading
from ui.app.helping import page_at
from ui.dialogs import messages
from ui.widgets.material_card import MaterialCard
from ui.widgets.side_panel import MATERIALS
from work_bench import Bench

MEASURES = part_task("measures")
HERE = Material("m1", INTRODUCTION, "办公室", "2026年1月9日", "", "党组会5次。\n局务会4次。")
THERE = Material("m2", MEASURES, "执法科", "2026年1月12日", "执法科.docx", "全年处罚118件。")


def bench_with(qtbot: QtBot, *materials: Material, task: str = INTRODUCTION, **changes: Any) -> Bench:
    """Return a bench on the page of `task` with the tab 材料 open."""
    bench = Bench(a_report(materials=materials, **changes), qtbot)
    bench.window.go_to_task(task)
    bench.window.side.show_tab(MATERIALS)
    qtbot.waitUntil(bench.window.isActiveWindow)
    return bench


def card_of(bench: Bench, material_id: str = "m1") -> MaterialCard:
    return bench.window.side.materials.cards[material_id]


def click(bench: Bench, widget: Any) -> None:
    bench.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_each_page_shows_what_was_delivered_for_it(qtbot: QtBot) -> None:
    bench = bench_with(qtbot, HERE, THERE)
    panel = bench.window.side.materials
    at_first = list(panel.cards), bench.window.side.tabs.tabText(MATERIALS)

    bench.window.go_to_task(MEASURES)

    assert at_first == (["m1"], "材料 1")
    assert list(panel.cards) == ["m2"]
    assert card_of(bench, "m2").source.text() == "来自 执法科.docx"


def test_one_is_added_with_todays_date_and_filled_in_with_the_keyboard(qtbot: QtBot) -> None:
    bench = bench_with(qtbot)
    click(bench, bench.window.side.materials.add)
    [made] = bench.opened.report.materials
    card = card_of(bench, made.id)
    assert card.department.line.hasFocus()

    for field, words in ((card.department.line, "法规科"), (card.text.area, "培训3期。")):
        field.setFocus()
        type_keys(field, words)

    [kept] = bench.opened.report.materials
    assert (kept.task, kept.department, kept.text) == (INTRODUCTION, "法规科", "培训3期。")
    assert kept.received == "2026年1月20日"


def test_each_step_with_a_material_has_its_name_and_is_undone(qtbot: QtBot) -> None:
    bench = bench_with(qtbot, HERE)
    card = card_of(bench)
    card.department.line.setFocus()
    type_keys(card.department.line, "，法规科")
    assert bench.opened.undo_label == "修改材料的科室"

    qtbot.keyClick(card.department.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bench.opened.report.materials == (HERE,) and card.department.text == "办公室"

    click(bench, card.remove)
    assert (bench.opened.report.materials, bench.opened.undo_label) == ((), "删除科室材料")
    bench.window.undo()
    assert bench.opened.report.materials == (HERE,) and card_of(bench).text.text == HERE.text


def test_a_part_of_it_is_put_at_the_caret_as_one_step(qtbot: QtBot) -> None:
    bench = bench_with(qtbot, HERE, introduction="今年，，完成。")
    text = bench.text()
    cursor = text.textCursor()
    cursor.setPosition(3)
    text.setTextCursor(cursor)
    card = card_of(bench)
    card.text.area.select(0, 5)

    click(bench, card.insert)

    assert bench.opened.report.introduction == "今年，党组会5次，完成。"
    assert bench.opened.undo_label == "插入科室材料"
    assert bench.opened.report.materials == (HERE,)  # it stays as it came
    bench.window.undo()
    assert bench.opened.report.introduction == "今年，，完成。"


def test_without_a_selection_all_of_it_becomes_paragraphs_at_the_end(qtbot: QtBot) -> None:
    bench = bench_with(qtbot, HERE, introduction="前言。")

    click(bench, card_of(bench).insert)

    assert bench.opened.report.introduction == f"前言。\n{HERE.text}"


def test_where_nothing_can_be_written_yet_it_says_what_to_do(qtbot: QtBot) -> None:
    bench = bench_with(qtbot, THERE, task=MEASURES, parts=(Part("measures", SectionKey.MEASURES),))

    click(bench, card_of(bench, "m2").insert)

    assert bench.window.status.notice.text() == delivered.NO_FIELD


def test_an_empty_one_cannot_be_inserted_and_says_why(qtbot: QtBot) -> None:
    bench = bench_with(qtbot, replace(HERE, text=""))
    button = card_of(bench).insert

    assert not button.isEnabled() and button.toolTip() == "还没有文字可以插入。"


def test_what_was_delivered_for_other_pages_is_one_click_away(qtbot: QtBot) -> None:
    orphan = replace(THERE, id="m3", task="part:gone")
    bench = bench_with(qtbot, HERE, THERE, orphan)
    panel = bench.window.side.materials
    assert panel.switch.text() == "别处 2 份"

    click(bench, panel.switch)

    qtbot.waitUntil(lambda: len(panel.cards) == 3)
    assert "主要举措和成效" in card_of(bench, "m2").where.text()
    assert card_of(bench, "m3").where.text() == "原来的那一部分已经删除"


def test_a_file_is_read_as_a_delivery_for_the_page_it_was_asked_on(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "执法科.txt"
    path.write_text("一、行政处罚\n\n全年处罚118件。\n", encoding="utf-8")
    bench = bench_with(qtbot)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    click(bench, bench.window.side.materials.read)
    bench.window.go_to_task(MEASURES)
    qtbot.waitUntil(lambda: bool(bench.opened.report.materials))

    [kept] = bench.opened.report.materials
    assert (kept.task, kept.source, kept.text) == (INTRODUCTION, "执法科.txt", "一、行政处罚\n全年处罚118件。")
    assert bench.opened.undo_label == "读入科室材料"


@pytest.mark.parametrize(("name", "content", "words"), [
    ("空.txt", b"", "空"), ("坏.docx", b"PK\x03\x04 broken", "坏.docx"), ("表.xlsx", b"PK\x03\x04 table", "表.xlsx"),
], ids=["empty", "broken", "a spreadsheet"])
def test_a_file_that_cannot_be_read_is_refused_with_a_word(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, words: str
) -> None:
    path, told = tmp_path / name, []
    path.write_bytes(content)
    monkeypatch.setattr(messages, "tell_error", lambda _, error, title: told.append((str(error), title)))
    bench = bench_with(qtbot)

    bench.window.delivered.read(path)
    qtbot.waitUntil(lambda: bool(told))

    assert words in told[0][0] and told[0][1] == "没有读入"
    assert bench.opened.report.materials == () and not bench.window.status.notice.text()


def test_more_than_a_material_can_be_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "长.txt"
    path.write_text("全年处罚118件。\n" * 20, encoding="utf-8")
    monkeypatch.setattr(reading, "LONGEST", 100)

    with pytest.raises(Exception, match="太长了"):
        reading._read_text(path)


def test_a_report_that_may_only_be_read_shows_them_without_changing_any(qtbot: QtBot) -> None:
    bench = bench_with(qtbot, HERE)
    bench.opened.make_read_only()
    bench.window.go_to_task(MEASURES)
    bench.window.go_to_task(INTRODUCTION)
    panel, card = bench.window.side.materials, card_of(bench)

    assert card.text.area.isReadOnly() and card.department.line.isReadOnly()
    assert not any(button.isEnabled() for button in (panel.add, panel.read, card.insert, card.remove))


def test_many_are_shown_little_by_little_in_their_order(qtbot: QtBot) -> None:
    many = tuple(replace(HERE, id=f"m{number}", department=f"第{number}科") for number in range(12))
    bench = bench_with(qtbot, *many)
    panel = bench.window.side.materials
    at_once = len(panel.cards)
    click(bench, panel.add)  # while the others are still to come

    qtbot.waitUntil(lambda: len(panel.cards) == 13)

    cards = sorted(panel.cards.values(), key=lambda card: card.y())
    assert at_once < 12
    assert [card.department.text for card in cards] == [*(f"第{number}科" for number in range(12)), ""]


def test_typing_into_the_page_leaves_the_cards_alone(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    bench = bench_with(qtbot, HERE)
    built: list[int] = []
    monkeypatch.setattr(bench.window.side.materials, "_build", lambda: built.append(1))
    text = bench.text()
    built.clear()

    type_keys(text, "一二三")

    assert built == []


def test_help_on_a_material_is_the_page_on_materials(qtbot: QtBot) -> None:
    bench = bench_with(qtbot, HERE)

    assert page_at(card_of(bench).text.area, INTRODUCTION) == "materials"


def test_the_report_is_closed_while_a_file_is_being_read(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.session.create_report(a_report())
    office.qtbot.waitUntil(lambda: office.window.work is not None)
    work = office.window.work
    assert work is not None
    held = Event()
    monkeypatch.setattr(reading, "read_text_apart", lambda path: held.wait(20) and "迟到的材料")
    work.delivered.read(tmp_path / "慢.docx")
    began = monotonic()

    office.window.show_start()

    assert monotonic() - began < 5 and office.window.work is None
    held.set()
    office.qtbot.wait(100)  # the answer comes to nobody
    with ReportStore.open_to_read(office.path, fixed_clock) as store:
        assert store.load("report-1").materials == ()


def test_a_hundred_pages_pasted_into_a_material_are_taken_and_more_are_refused(qtbot: QtBot) -> None:
    bench = bench_with(qtbot, replace(HERE, text=""))
    area = card_of(bench).text.area
    area.setFocus()

    paste(area, "全年作出行政处罚决定118件。\n" * 4000)
    [kept] = bench.opened.report.materials
    paste(area, "全年作出行政处罚决定118件。\n" * 20_000)

    assert kept.text.count("118件") == 4000
    assert bench.opened.report.materials == (kept,) and card_of(bench).text.noted
