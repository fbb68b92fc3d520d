"""Pages of parts: 举措 and 不足."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from builders import a_report
from form_desk import Desk, a_desk
from form_input import compose
from models.checks.finding import Finding, Severity
from models.domain.organ import OrganKind
from models.domain.place import Place, cell_field, part_task
from models.domain.report import Part, Problem, Report, SectionKey, Topic
from models.standards.loader import load_standard
from part_desk import TOPICS, card_of, measures_desk, titles
from ui.item_models.task_rows import task_rows
from ui.pages.problem_card import ProblemCard
from ui.pages.problems_page import PassageCard, ProblemsPage
from ui.pages.topic_card import TopicCard


def test_an_entry_is_added_at_the_end_and_gone_to(qtbot: QtBot) -> None:
    desk, page = measures_desk(qtbot, *TOPICS)
    page.entries.add.click()

    assert titles(desk) == ["甲", "乙", "丙", ""]
    assert desk.labels == ["添加举措"] and desk.bursts == [""]
    assert page.entries.cards[3].fields["title"].input.hasFocus()


def test_an_entry_is_put_in_before_another(qtbot: QtBot) -> None:
    desk, page = measures_desk(qtbot, *TOPICS)
    card_of(page, "b").insert.click()

    assert titles(desk) == ["甲", "", "乙", "丙"]
    shown = [card.fields["title"].text for card in page.entries.cards]  # type: ignore[attr-defined]
    assert shown == ["甲", "", "乙", "丙"]


def test_a_removed_entry_is_named_in_the_step_and_the_next_gets_the_focus(qtbot: QtBot) -> None:
    desk, page = measures_desk(qtbot, *TOPICS)
    card_of(page, "b").remove.click()

    assert titles(desk) == ["甲", "丙"]
    assert desk.labels == ["删除举措“乙”"] and desk.bursts == [""]
    assert card_of(page, "c").fields["title"].input.hasFocus()


def test_the_last_entry_removed_leaves_the_focus_at_the_button_that_adds(qtbot: QtBot) -> None:
    desk, page = measures_desk(qtbot, TOPICS[0])
    among_others = page.entries.add.property("kind")
    card_of(page, "a").remove.click()

    assert titles(desk) == [] and page.entries.empty.isVisible()
    assert page.entries.add.hasFocus()
    assert (among_others, page.entries.add.property("kind")) == ("link", "")


def test_an_entry_moves_by_keys_and_keeps_the_cursor(qtbot: QtBot) -> None:
    desk, page = measures_desk(qtbot, *TOPICS)
    field = card_of(page, "b").fields["text"]
    field.select(1, 3)
    keys = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(field.input, Qt.Key.Key_Up, keys)
    up = titles(desk)
    QTest.keyClick(field.input, Qt.Key.Key_Down, keys)
    QTest.keyClick(field.input, Qt.Key.Key_Down, keys)

    assert up == ["乙", "甲", "丙"]
    assert titles(desk) == ["甲", "丙", "乙"]
    assert desk.labels == ["上移举措“乙”", "下移举措“乙”", "下移举措“乙”"]
    assert field.input.hasFocus() and field.input.textCursor().selectedText() == "的内"  # type: ignore[attr-defined]


def test_the_ends_of_a_list_can_not_be_moved_beyond(qtbot: QtBot) -> None:
    _, page = measures_desk(qtbot, *TOPICS)
    first, last = card_of(page, "a"), card_of(page, "c")

    assert (first.up.isEnabled(), first.down.isEnabled()) == (False, True)
    assert (last.up.isEnabled(), last.down.isEnabled()) == (True, False)


def test_cards_of_removed_entries_are_used_again(qtbot: QtBot) -> None:
    _, page = measures_desk(qtbot, *TOPICS)
    old = card_of(page, "b")
    old.remove.click()
    page.entries.add.click()

    assert page.entries.cards[2] is old
    assert page.entries.cards[2].fields["title"].text == ""  # type: ignore[attr-defined]


def test_a_carried_entry_is_marked_until_it_is_touched(qtbot: QtBot) -> None:
    desk, page = measures_desk(qtbot, replace(TOPICS[0], carried=True))
    card = card_of(page, "a")
    before = card.carried.isVisible()
    compose(card.fields["text"].input, "新")

    entry = desk.report.entry("a")
    assert before and not card.carried.isVisible()
    assert isinstance(entry, Topic) and not entry.carried


def test_the_level_and_the_number_are_chosen(qtbot: QtBot) -> None:
    desk, page = measures_desk(qtbot, Topic("a", "", "一段话。"))
    card = card_of(page, "a")
    assert isinstance(card, TopicCard)
    card.level.edited.emit("3")
    card.level.edited.emit("0")

    assert desk.report.entry("a") == Topic("a", "", "一段话。", level=3, numbered=False)
    assert card.level.value == "0"
    compose(card.title.line, "有了小标题")
    assert card.level.value == "3"


def test_subjects_not_yet_written_are_suggested(qtbot: QtBot) -> None:
    desk, page = measures_desk(qtbot, Topic("a", "甲", "内容。", guide="R22"))
    hidden = page._buttons["R22"].isVisible()
    page._buttons["R27"].click()

    added = desk.report.part("measures").entries[1]
    assert not hidden and not page._buttons["R27"].isVisible()
    assert isinstance(added, Topic) and (added.title, added.text, added.guide) == ("", "", "R27")


def test_the_prompt_of_a_subject_is_shown_beside_never_inside(qtbot: QtBot) -> None:
    desk, page = measures_desk(qtbot)
    page._buttons["R22"].click()
    card = page.entries.cards[0]
    assert isinstance(card, TopicCard)

    assert "处罚" in card.text.area.placeholderText()
    assert card.text.text == ""


def test_the_heading_of_the_standard_stands_where_none_is_entered(qtbot: QtBot) -> None:
    desk, page = measures_desk(qtbot)
    shown = page.heading.line.placeholderText()
    compose(page.heading.line, "举措和成效")

    assert shown == "2025年度推进法治政府建设的主要举措和成效"
    assert desk.report.part("measures").heading == "举措和成效"


def test_the_composed_part_is_shown_once_unfolded(qtbot: QtBot) -> None:
    desk, page = measures_desk(qtbot, TOPICS[0])
    assert not page.preview.text.isVisible()
    page.preview.toggle.click()

    lines = ["一、2025年度推进法治政府建设的主要举措和成效", "（一）甲", "甲的内容。"]
    qtbot.waitUntil(lambda: page.preview.text.toPlainText().split("\n") == lines)


def test_a_page_whose_part_is_gone_hands_nothing_in(qtbot: QtBot) -> None:
    desk, page = measures_desk(qtbot, *TOPICS)
    page.show_report(replace(desk.report, parts=()), desk.standard)
    compose(card_of(page, "a").fields["title"].input, "新")

    assert desk.labels == []


def problems_desk(qtbot: QtBot, report: Report) -> tuple[Desk, ProblemsPage]:
    """Return the page of the problems of `report`."""
    desk = a_desk(qtbot, "part:problems", report)
    assert isinstance(desk.page, ProblemsPage)
    return desk, desk.page


def test_a_problem_says_which_task_answers_it_and_leads_there(qtbot: QtBot) -> None:
    desk, page = problems_desk(qtbot, a_report())
    card = page.entries.cards[0]
    assert isinstance(card, ProblemCard)
    card.go.click()

    assert card.answers.text() == "下一年度安排里由“提升案卷质量”回应。"
    assert desk.places == [Place("part:plan", "k1", "title")]


def test_an_unanswered_problem_leads_to_the_plan(qtbot: QtBot) -> None:
    report = a_report()
    desk, page = problems_desk(qtbot, report.with_part(replace(report.part("plan"), entries=())))
    card = page.entries.cards[0]
    assert isinstance(card, ProblemCard)
    card.go.click()

    assert "还没有任务" in card.answers.text()
    assert desk.places == [Place("part:plan")]


def test_each_text_of_a_problem_is_its_own(qtbot: QtBot) -> None:
    desk, page = problems_desk(qtbot, a_report(parts=(Part("problems", SectionKey.PROBLEMS, "", (Problem("p"),)),)))
    for name, field in page.entries.cards[0].fields.items():
        compose(field.input, name)

    assert desk.report.entry("p") == Problem("p", "title", "text", "cause", "remedy")
    assert desk.labels == ["修改问题的小标题", "修改问题的内容", "修改问题的原因", "修改问题的整改措施"]


def test_a_passage_read_in_becomes_a_problem(qtbot: QtBot) -> None:
    part = Part("problems", SectionKey.PROBLEMS, "", (Topic("x", "", "一是案卷质量不高。"), Problem("p", "乙")))
    desk, page = problems_desk(qtbot, a_report(parts=(part,)))
    passage = page.entries.cards[0]
    assert isinstance(passage, PassageCard)
    passage.turn.click()

    assert desk.report.part("problems").entries == (Problem("x", "", "一是案卷质量不高。"), Problem("p", "乙"))
    assert isinstance(page.entries.cards[0], ProblemCard)
    assert desk.labels == ["把“一是案卷质量不高。”作为一个问题"]


def test_a_finding_in_an_entry_is_told_at_its_field(qtbot: QtBot) -> None:
    _, page = problems_desk(qtbot, a_report())
    page.show_findings((Finding("C004", "missing-causes", Severity.WARNING, "没有写原因。",
                                place=Place("part:problems", "p1", "cause")),))

    assert page.entries.cards[0].fields["cause"].noted == "请核：没有写原因。"


def test_a_part_that_is_still_to_be_written_is_not_called_a_fault(qtbot: QtBot) -> None:
    _, page = problems_desk(qtbot, a_report())
    empty = Finding("C002", "empty-section", Severity.ERROR, "没有内容。", place=Place("part:problems"))
    page.show_findings((empty,))
    told = page.note.text(), page.note.property("kind"), page.note.isVisibleTo(page)
    page.show_findings((replace(empty, slug="missing-causes"),))

    assert told == ("必填：没有内容。", "muted", True)
    assert page.note.text() == "必改：没有内容。" and page.note.property("kind") == "must"


def test_a_page_that_shows_that_nothing_is_written_does_not_say_so_twice(qtbot: QtBot) -> None:
    _, page = problems_desk(qtbot, a_report(parts=(Part("problems", SectionKey.PROBLEMS),)))

    page.show_findings((Finding("C002", "empty-section", Severity.ERROR, "没有内容。", place=Place("part:problems")),))

    assert page.entries.empty.isVisibleTo(page) and not page.note.isVisibleTo(page)


def test_a_topic_takes_a_table_and_a_place_in_it_is_gone_to(qtbot: QtBot) -> None:
    desk, page = measures_desk(qtbot, Topic("a", "甲", "内容。"))
    card = card_of(page, "a")
    assert isinstance(card, TopicCard)
    bare = card.table
    card.add_table.click()
    assert card.table is not None
    card.table.table_edited.emit((("类别", "件数"), ("处罚", "120")), "修改表格")
    page.show_place(Place(part_task("measures"), "a", cell_field(1, 1)))

    entry = desk.report.entry("a")
    assert bare is None and isinstance(entry, Topic) and entry.table == (("类别", "件数"), ("处罚", "120"))
    assert card.table.grid.currentRow() == 1 and not card.add_table.isVisible()
    card.table.remove_table.click()
    assert card.add_table.isVisible() and not card.table.isVisible()


@pytest.mark.parametrize(("others", "title"), [
    ((), "不足和原因"), ((Part("causes", SectionKey.CAUSES, ""),), "存在的不足"),
])
def test_the_page_of_problems_is_called_as_in_the_list(qtbot: QtBot, others: tuple[Part, ...], title: str) -> None:
    desk, page = problems_desk(qtbot, a_report(parts=(Part("problems", SectionKey.PROBLEMS, ""), *others)))

    assert page.title.text() == title
    assert title in [row.title.partition("、")[2] for row in task_rows(desk.report, load_standard(OrganKind.DEPARTMENT))]
