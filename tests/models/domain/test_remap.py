"""Parts moved between blocks keep their words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import a_duty, a_report

from models.domain.duty import PassageReference
from models.domain.remap import into_introduction, merged, whole_text, with_part_key, without_part
from models.domain.report import Part, PlanTask, Problem, Report, SectionKey, Topic


def words(report: Report) -> str:
    """Return all words of the entries of `report` in order."""
    return "".join(f"{entry.title}{whole_text(entry)}" for part in report.parts for entry in part.entries)


@pytest.mark.parametrize("key", [key for key in SectionKey])
@pytest.mark.parametrize("part_id", ["measures", "problems"])
def test_no_word_is_lost_when_a_part_changes_its_block(part_id: str, key: SectionKey) -> None:
    before = a_report()

    after = with_part_key(before, part_id, key)

    assert after.part(part_id).key is key
    assert words(after).replace("\n", "") == words(before).replace("\n", "")


def test_topics_become_problems_and_tasks_under_the_same_id() -> None:
    assert isinstance(with_part_key(a_report(), "measures", SectionKey.PROBLEMS).entry("t1"), Problem)
    assert isinstance(with_part_key(a_report(), "measures", SectionKey.PLAN).entry("t1"), PlanTask)
    assert isinstance(with_part_key(a_report(), "problems", SectionKey.MEASURES).entry("p1"), Topic)


def test_office_and_deadline_of_a_task_become_words() -> None:
    after = with_part_key(a_report(), "plan", SectionKey.OTHER)

    assert "责任科室：法规股" in words(after)
    assert "时限：2026年11月底前" in words(after)


def test_a_part_put_into_the_introduction_is_appended_with_its_heading() -> None:
    report = a_report()
    report = report.with_part(replace(report.part("measures"), heading="工作开展情况"))

    after = into_introduction(report, "measures")

    assert after.introduction.endswith("工作开展情况\n规范行政执法\n全年作出行政处罚决定120件。")
    assert [part.id for part in after.parts] == ["problems", "first", "plan"]


def test_a_part_left_out_takes_the_references_into_it_along() -> None:
    duty = a_duty(reference=PassageReference("t1", "全年"))

    assert without_part(replace(a_report(), duties=(duty,)), "measures").duties == ()


def test_parts_of_one_block_are_joined_in_order() -> None:
    extra = Part("problems-2", SectionKey.PROBLEMS, "存在的问题", (Problem("p2", "", "一是差距较大。"),))
    report = replace(a_report(), parts=(*a_report().parts, extra))

    after = merged(report, SectionKey.PROBLEMS)

    assert [entry.id for entry in after.part("problems").entries] == ["p1", "p2"]
    assert len(after.parts_of(SectionKey.PROBLEMS)) == 1
