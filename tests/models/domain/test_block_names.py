"""A block has one name for the clerk: in the task list, above its page, in the findings on it."""

from __future__ import annotations

from datetime import date

import pytest

from builders import a_report
from models.checks.runner import draft_of_report, run_checks
from models.domain.block_names import APART, NAMES, block_name
from models.domain.organ import OrganKind
from models.domain.report import ExportForm, Part, Report, SectionKey
from models.standards.loader import load_standard


@pytest.mark.parametrize("key, name", [
    (SectionKey.PROBLEMS, "不足和原因"), (SectionKey.FIRST_RESPONSIBLE, "第一责任人履职"), (SectionKey.PLAN, "2026年度安排"),
])
def test_an_empty_block_is_told_of_by_the_name_of_its_page(key: SectionKey, name: str) -> None:
    parts = tuple(Part(f"{each}", each) for each in NAMES if each is not SectionKey.CAUSES)
    draft = draft_of_report(
        a_report(parts=parts, duties=0), load_standard(OrganKind.DEPARTMENT), ExportForm.SUBMISSION, date(2026, 1, 19))

    told = [each.message for each in run_checks(draft) if each.slug == "empty-section" and each.section is key]

    assert [message.partition("”")[0] for message in told] == [f"“{name}"]
    assert "还没有写" in told[0] and "标题" not in told[0]


def test_problems_are_named_without_their_causes_where_these_have_a_part() -> None:
    report = a_report(parts=(Part("p", SectionKey.PROBLEMS), Part("c", SectionKey.CAUSES)))

    assert block_name(report, SectionKey.PROBLEMS) == APART[SectionKey.PROBLEMS] == "存在的不足"
    assert block_name(report, SectionKey.CAUSES) == "产生原因"


def test_the_plan_of_a_report_of_no_year_is_that_of_the_next() -> None:
    assert block_name(Report(), SectionKey.PLAN) == "下一年度安排"
