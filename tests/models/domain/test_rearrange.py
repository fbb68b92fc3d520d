"""Entries moved within and between parts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_duty, a_report
from models.domain.duty import PassageReference
from models.domain.rearrange import (
    as_problem, inserted, moved, nested_passages, quote_stands, singled_out, with_part_of, without_entry,
)
from models.domain.report import Part, PlanTask, Problem, Report, SectionKey, Topic

NESTED = Topic("n1", "履行第一责任人职责", "局长主持党组会3次。听取法治工作汇报2次。")
BELOW = Topic("n2", "带头学法", "全年讲法治课1次。", level=3)
AFTER = Topic("n3", "规范执法", "全年处罚120件。")


def a_nested_report() -> Report:
    """Return a report whose 第一责任人 passage stands inside part one, quoted by a duty."""
    duty = a_duty("D-1", text="", reference=PassageReference("n1", "局长主持党组会3次。听取法治工作汇报2次。"))
    parts = (
        Part("measures", SectionKey.MEASURES, "", (NESTED, BELOW, AFTER)),
        Part("plan", SectionKey.PLAN),
    )
    return replace(a_report(parts=parts), duties=(duty,))


@pytest.mark.parametrize(("index", "offset", "expected"), [
    pytest.param(0, 1, "bac", id="down"),
    pytest.param(2, -1, "acb", id="up"),
    pytest.param(0, -1, "abc", id="beyond the start"),
    pytest.param(2, 1, "abc", id="beyond the end"),
])
def test_an_item_moves_by_its_offset(index: int, offset: int, expected: str) -> None:
    assert "".join(moved(tuple("abc"), index, offset)) == expected


def test_an_item_is_put_in_at_its_index() -> None:
    assert "".join(inserted(tuple("ac"), 1, "b")) == "abc"


def test_a_removed_problem_is_answered_by_no_task() -> None:
    report = without_entry(a_report(), "problems", 0)

    task = report.part("plan").entries[0]
    assert report.part("problems").entries == ()
    assert isinstance(task, PlanTask) and task.answers == ""


def test_a_passage_taken_for_a_problem_keeps_id_and_words() -> None:
    part = Part("problems", SectionKey.PROBLEMS, "", (Topic("x", "", "一是案卷质量不高。"),))

    report = as_problem(a_report(parts=(part,)), "problems", "x")

    assert report.part("problems").entries == (Problem("x", "", "一是案卷质量不高。"),)


def test_a_quote_stands_while_its_words_do() -> None:
    report = a_nested_report()
    reference = report.duties[0].reference
    assert reference is not None

    changed = report.with_part(replace(report.part("measures"), entries=(replace(NESTED, text="改写了。"), AFTER)))

    assert quote_stands(report, reference)
    assert not quote_stands(changed, reference)
    assert not quote_stands(report, PassageReference("absent", "局长"))


def test_a_passage_mostly_quoted_counts_as_the_duties_own() -> None:
    report = a_nested_report()
    partly = replace(report, duties=(a_duty(reference=PassageReference("n1", "局长")),))

    assert [(each.entry.id, each.theirs) for each in nested_passages(report)] == [("n1", True)]
    assert [(each.entry.id, each.theirs) for each in nested_passages(partly)] == [("n1", False)]


def test_a_nested_passage_moves_with_what_stands_below_it() -> None:
    report = singled_out(a_nested_report(), frozenset({"n1"}))

    assert [part.key for part in report.parts] == [
        SectionKey.MEASURES, SectionKey.FIRST_RESPONSIBLE, SectionKey.PLAN]
    assert report.part("measures").entries == (AFTER,)
    assert report.parts_of(SectionKey.FIRST_RESPONSIBLE)[0].entries == (NESTED, BELOW)
    reference = report.duties[0].reference
    assert reference is not None and quote_stands(report, reference)


def test_a_deeper_passage_rises_to_the_second_level() -> None:
    report = singled_out(a_nested_report(), frozenset({"n2"}))

    assert report.parts_of(SectionKey.FIRST_RESPONSIBLE)[0].entries == (replace(BELOW, level=2),)
    assert report.part("measures").entries == (NESTED, AFTER)


def test_a_problem_moved_out_loses_no_words() -> None:
    report = singled_out(a_report(), frozenset({"p1"}))

    topic = report.parts_of(SectionKey.FIRST_RESPONSIBLE)[0].entries[0]
    assert isinstance(topic, Topic)
    assert topic.text == "抽查的30本案卷中有4本文书不全。\n主要是法制审核力量不足。\n增配审核人员。"
    assert report.part("problems").entries == ()


def test_an_emptied_part_goes_when_its_block_has_another() -> None:
    parts = (Part("m1", entries=(NESTED,)), Part("m2", entries=(AFTER,)), Part("plan", SectionKey.PLAN))

    report = singled_out(a_report(parts=parts), frozenset({"n1"}))

    assert [part.id for part in report.parts_of(SectionKey.MEASURES)] == ["m2"]


def test_nothing_chosen_changes_nothing() -> None:
    report = a_nested_report()

    assert singled_out(report, frozenset()) is report


def test_a_missing_part_is_made_in_its_usual_place() -> None:
    report = with_part_of(a_nested_report(), SectionKey.PROBLEMS)

    assert [part.key for part in report.parts] == [SectionKey.MEASURES, SectionKey.PROBLEMS, SectionKey.PLAN]
