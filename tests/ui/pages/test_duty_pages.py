"""One duty, and all duties at a glance."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from builders import a_duty, a_report, an_organ
from form_desk import Desk, a_desk
from form_input import compose, type_keys
from models.domain.duty import DutyEntry, DutyState, Evidence, PassageReference
from models.domain.organ import Post
from models.domain.place import Place, duty_task
from models.domain.report import Part, Report, SectionKey, Topic
from ui.pages.duty_page import DutyPage
from ui.pages.first_responsible_page import FirstResponsiblePage

TASK = duty_task("Z01", Post.HEAD)
PASSAGE = Topic("t1", "履行职责", "局长主持党组会3次。全年讲法治课1次。")


def a_report_with(*duties: DutyEntry, organ_of_two: bool = False) -> Report:
    """Return a report with `duties` whose first part holds a passage to quote."""
    parts = (Part("measures", SectionKey.MEASURES, "", (PASSAGE,)), Part("first", SectionKey.FIRST_RESPONSIBLE),
             Part("plan", SectionKey.PLAN))
    report = replace(a_report(parts=parts), duties=duties)
    return replace(report, organ=an_organ(same_person=False)) if organ_of_two else report


def duty_desk(qtbot: QtBot, *duties: DutyEntry) -> tuple[Desk, DutyPage]:
    """Return the page of the first duty of a report with `duties`."""
    desk = a_desk(qtbot, TASK, a_report_with(*duties))
    assert isinstance(desk.page, DutyPage)
    return desk, desk.page


def test_who_writes_what_was_done_says_that_it_was(qtbot: QtBot) -> None:
    desk, page = duty_desk(qtbot)
    compose(page.text.area, "局长讲课")

    assert desk.report.duties == (DutyEntry("Z01", Post.HEAD, DutyState.FULFILLED, text="局长讲课"),)
    assert page.state.value == "fulfilled"


@pytest.mark.parametrize("state", [DutyState.NOT_CARRIED_OUT, DutyState.NOT_APPLICABLE])
def test_what_was_not_done_asks_for_a_reason_and_keeps_the_text(state: DutyState, qtbot: QtBot) -> None:
    desk, page = duty_desk(qtbot, a_duty("Z01"))
    page.state.buttons[state.value].click()
    compose(page.reason.area, "没有此类事项")

    entry = desk.report.duties[0]
    assert (entry.state, entry.reason, entry.text) == (state, "没有此类事项", a_duty().text)
    assert page.reason.isVisible() and not page.text.isVisible() and not page.reference.isVisible()
    page.state.buttons["fulfilled"].click()
    assert page.text.isVisible() and page.text.text == a_duty().text


def test_the_state_is_one_step(qtbot: QtBot) -> None:
    desk, page = duty_desk(qtbot, a_duty("Z01"))
    page.state.buttons["not_applicable"].click()

    assert desk.labels == ["改为不适用"] and desk.bursts == [""]


def test_a_title_of_its_own_replaces_the_short_name(qtbot: QtBot) -> None:
    desk, page = duty_desk(qtbot, a_duty("Z01"))
    hidden = page.own_title.isVisible()
    page.change_title.click()
    compose(page.own_title.line, "带头讲法")

    assert not hidden and page.own_title.isVisible()
    assert "带头学法用法" in page.own_title.line.placeholderText()
    assert desk.report.duties[0].title == "带头讲法"
    qtbot.waitUntil(lambda: "带头讲法" in page.preview.text.toPlainText())


def test_evidence_is_entered_added_and_removed(qtbot: QtBot) -> None:
    desk, page = duty_desk(qtbot, a_duty("Z01", evidence=()))
    type_keys(page.evidence.rows[0].fields["times"].line, "3")
    page.add_evidence.click()
    compose(page.evidence.rows[1].fields["document_number"].line, "云交发〔2025〕6号")
    both = desk.report.duties[0].evidence
    page.evidence.rows[0].remove.click()

    assert both == (Evidence("3"), Evidence(document_number="云交发〔2025〕6号"))
    assert desk.report.duties[0].evidence == both[1:]
    assert desk.labels == ["修改佐证", "添加佐证", "修改佐证", "删除佐证"]


def test_a_carried_duty_is_marked_until_it_is_touched(qtbot: QtBot) -> None:
    desk, page = duty_desk(qtbot, a_duty("Z01", carried=True))
    before = page.carried.isVisible()
    page.state.buttons["not_applicable"].click()

    assert before and not desk.report.duties[0].carried


def test_a_passage_of_the_report_is_quoted(qtbot: QtBot) -> None:
    desk, page = duty_desk(qtbot)
    page.reference.choose.click()
    type_keys(page.reference.chooser.search.line, "党组会")
    page.reference.chooser.text.selectAll()
    page.reference.chooser.quote.click()

    entry = desk.report.duties[0]
    assert entry.reference == PassageReference("t1", PASSAGE.text)
    assert entry.state is DutyState.FULFILLED
    assert page.reference.quote.text() == f"“{PASSAGE.text}”"
    assert not page.reference.gone.isVisible() and not page.reference.chooser.isVisible()


def test_a_quote_that_is_gone_is_to_be_checked(qtbot: QtBot) -> None:
    _, page = duty_desk(qtbot, a_duty("Z01", reference=PassageReference("t1", "局长主持党组会9次。")))

    assert page.reference.gone.isVisible() and page.reference.gone.text().startswith("待核")


def test_the_passage_quoted_can_be_visited_and_let_go(qtbot: QtBot) -> None:
    desk, page = duty_desk(qtbot, a_duty("Z01", reference=PassageReference("t1", "全年讲法治课1次。")))
    page.reference.follow.click()
    page.reference.remove.click()

    assert desk.places == [Place("part:measures", "t1", "text", 10, 19)]
    assert desk.report.duties[0].reference is None
    assert page.reference.choose.isVisible()


def test_of_two_persons_the_page_says_whose_duty_it_is(qtbot: QtBot) -> None:
    desk = a_desk(qtbot, duty_task("Z01", Post.SECRETARY), a_report_with(organ_of_two=True))

    assert desk.page.title.text() == "带头学法用法（党组书记）"


def overview_desk(qtbot: QtBot, *duties: DutyEntry, organ_of_two: bool = False) -> tuple[Desk, FirstResponsiblePage]:
    """Return the page of the part 第一责任人 of a report with `duties`."""
    desk = a_desk(qtbot, "part:first", a_report_with(*duties, organ_of_two=organ_of_two))
    assert isinstance(desk.page, FirstResponsiblePage)
    return desk, desk.page


def row(page: FirstResponsiblePage, number: int) -> list[str]:
    """Return the words of the row `number` of the overview."""
    return [item.text() if (item := page.overview.item(number, column)) else "" for column in range(4)]


def test_all_duties_are_seen_at_a_glance(qtbot: QtBot) -> None:
    _, page = overview_desk(
        qtbot, a_duty("Z01"),
        a_duty("Z02", text="", evidence=(), reference=PassageReference("t1", "局长主持党组会3次。")),
        DutyEntry("Z03", state=DutyState.NOT_CARRIED_OUT, reason="无"),
        DutyEntry("Z05", state=DutyState.NOT_APPLICABLE, reason="无"),
        a_duty("Z06", text="", reference=PassageReference("t1", "改掉的话")),
    )

    assert row(page, 0) == ["带头学法用法", "已履行", "1 条", "本部分"]
    assert row(page, 1)[1:] == ["已履行", "", "引用：主要举措和成效"]
    assert row(page, 2)[1:] == ["本年度未开展", "", "本部分"]
    assert row(page, 3)[:2] == ["依法决策与法律顾问　必写", "未填"]
    assert row(page, 4)[1:] == ["不适用", "", "不写进报告"]
    assert row(page, 5)[3] == "待核：原文已改"


def test_a_click_or_enter_leads_to_the_duty(qtbot: QtBot) -> None:
    desk, page = overview_desk(qtbot)
    page.overview.cellClicked.emit(2, 0)
    page.overview.setCurrentCell(0, 0)
    QTest.keyClick(page.overview, Qt.Key.Key_Return)

    assert desk.places == [Place("duty:Z03:head"), Place("duty:Z01:head")]


def test_two_persons_have_rows_of_their_own(qtbot: QtBot) -> None:
    _, page = overview_desk(qtbot, organ_of_two=True)

    assert [row(page, number)[0] for number in (0, 1)] == ["带头学法用法（党组书记）　必写", "带头学法用法（局长）　必写"]


def test_the_nested_passage_is_moved_here_in_one_step(qtbot: QtBot) -> None:
    desk, page = overview_desk(qtbot, a_duty("Z01", text="", reference=PassageReference("t1", PASSAGE.text)))
    ticked = {entry_id: tick.isChecked() for entry_id, tick in page.choices.items()}
    page.move_here.click()

    assert ticked == {"t1": True}
    assert desk.report.part("first").entries == (PASSAGE,)
    assert desk.report.part("measures").entries == ()
    assert desk.labels == ["第一责任人单列为一部分"] and desk.bursts == [""]
    assert not page.nested.isVisible() and len(page.entries.cards) == 1


def test_a_passage_quoted_in_passing_stays_unless_it_is_ticked(qtbot: QtBot) -> None:
    desk, page = overview_desk(qtbot, a_duty("Z01", text="", reference=PassageReference("t1", "党组会")))

    assert not page.choices["t1"].isChecked() and not page.move_here.isEnabled()
    page.choices["t1"].click()
    assert page.move_here.isEnabled()
