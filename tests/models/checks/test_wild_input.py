"""Whatever is typed, the checks answer and point at what stands there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from builders import TODAY
from hypothesis import given, settings
from hypothesis import strategies as some
from monstrous_texts import ENDLESS, endless_report

from models.checks.finding import Draft
from models.checks.runner import draft_of_import, draft_of_report, run_checks
from models.domain.report import ExportForm, PlanTask, Problem, Report, SectionKey, Topic
from models.domain.source_document import ImportedReport, Role, SourceDocument, SourceParagraph
from models.domain.standard import Standard

WORDS = some.lists(some.sampled_from([
    "其中", "共", "合计", "处罚", "120", "起", "万元", "，", "。", "；", "、", "（", "）", "：", "2024", "2025", "2026", "年",
    "月", "20", "日", "全年", "前", "XX", "××", "____", "【", "】", "请", "批示", "批准", "恳请", "待补充", "〔", "〕", "[", "]",
    "4", "0", "号", "第", "云交", "《", "》", "\n", "将", "局长", "由于", "一、", "（一）", "1.", "分别为", "余", "\u200b", " ",
]), max_size=30).map("".join)

CheckTexts = Callable[[list[str], int], None]
CheckLines = Callable[[list[tuple[str, int, int, Role]]], None]


def assert_findings_point_at_words(draft: Draft) -> None:
    """Assert that each finding on `draft` has a whole message and that its excerpt stands where it points."""
    stands = {(each.place.task, each.place.entry, each.place.field): each.text for each in draft.passages}
    for finding in run_checks(draft):
        place = finding.place
        assert "{" not in finding.message
        if finding.excerpt and place.end > 0:
            assert stands[place.task, place.entry, place.field][place.start:place.end] == finding.excerpt


@pytest.fixture(scope="session")
def check_texts(clean_report: Report, standard: Standard) -> CheckTexts:
    """Return what checks a report with eight texts put in and looks at every finding."""

    def check(texts: list[str], year: int) -> None:
        entries = {
            "measures": (Topic("t", texts[0], texts[1]),),
            "problems": (Problem("p", texts[2], texts[3], texts[4]),),
            "plan": (PlanTask("k", "", texts[5], "", texts[6]),),
        }
        report = replace(
            clean_report, year=year, introduction=texts[7],
            head=replace(clean_report.head, title=texts[0], document_number=texts[1]),
            signature=replace(clean_report.signature, date_of_issue=texts[2]),
            parts=tuple(
                replace(part, entries=entries.get(part.id, part.entries), heading=texts[6])
                for part in clean_report.parts
            ),
        )
        assert_findings_point_at_words(draft_of_report(report, standard, ExportForm.SUBMISSION, TODAY))

    return check


@pytest.fixture(scope="session")
def check_lines(clean_report: Report, standard: Standard) -> CheckLines:
    """Return what checks a file of such lines and looks at every excerpt."""

    def check(lines: list[tuple[str, int, int, Role]]) -> None:
        paragraphs = tuple(
            SourceParagraph(index, f"{number}.{text}", role, SectionKey.PLAN, f"{number}.", level, number)
            for index, (text, level, number, role) in enumerate(lines)
        )
        imported = ImportedReport(clean_report, SourceDocument("稿.txt", paragraphs))
        for finding in run_checks(draft_of_import(imported, standard, ExportForm.SUBMISSION, TODAY)):
            if finding.excerpt is not None:
                place = finding.place
                assert paragraphs[place.line].text[place.start:place.end] == finding.excerpt

    return check


@settings(max_examples=settings.default.max_examples // 2)
@given(texts=some.lists(WORDS, min_size=8, max_size=8), year=some.sampled_from([0, 2024, 2025]))
def test_every_finding_on_any_report_points_at_its_words(
    texts: list[str], year: int, check_texts: CheckTexts
) -> None:
    check_texts(texts, year)


@settings(max_examples=settings.default.max_examples // 2)
@given(
    lines=some.lists(
        some.tuples(WORDS, some.integers(0, 4), some.integers(0, 12), some.sampled_from(Role)), max_size=12
    )
)
def test_every_excerpt_from_any_file_stands_in_it(
    lines: list[tuple[str, int, int, Role]], check_lines: CheckLines
) -> None:
    check_lines(lines)


@pytest.mark.parametrize("piece", ENDLESS)
def test_endless_repetition_is_answered_with_places_that_hold(
    piece: str, clean_report: Report, standard: Standard
) -> None:
    report = endless_report(clean_report, piece, 6_000)

    assert_findings_point_at_words(draft_of_report(report, standard, ExportForm.SUBMISSION, TODAY))
