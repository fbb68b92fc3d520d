"""Findings set aside: they stay so while their words stand, and no other is hidden with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from builders import TODAY, a_report
from models.checks.dismissing import dismissal_of, may_be_dismissed, needs_own_words, open_findings, split
from models.checks.finding import Finding, Severity
from models.checks.runner import draft_of_report, run_checks
from models.domain.dismissal import Dismissal
from models.domain.organ import OrganKind
from models.domain.place import INTRODUCTION, Place, part_task
from models.domain.report import ExportForm, Report, SectionKey
from models.manuscript.new_report import Reuse, new_report
from models.standards.loader import load_standard

TEXT = "上年是2024年，今年对照2024年继续。"


def found_at(start: int, text: str = TEXT, **changes: object) -> Finding:
    """Return a finding on the four characters from `start` in the introduction `text`."""
    place = Place(INTRODUCTION, "", "introduction", start, start + 4)
    finding = Finding("D003", "year-mismatch", Severity.ERROR, "年份不对。", None, text[start:start + 4], place)
    return replace(finding, **changes)  # type: ignore[arg-type]


def introduced(text: str = TEXT, *dismissals: Dismissal) -> Report:
    """Return a report with the introduction `text` and `dismissals`."""
    return a_report(introduction=text, dismissals=dismissals)


def dismissed(finding: Finding, text: str = TEXT) -> Dismissal:
    """Return the dismissal of `finding` in the introduction `text`."""
    return dismissal_of(finding, introduced(text), "确实如此", TODAY)


def test_a_dismissal_says_what_where_why_and_when() -> None:
    assert dismissed(found_at(3)) == Dismissal(
        "D003", "year-mismatch", INTRODUCTION, "", "introduction", "上年是", "2024", "确实如此", "2026-01-20")


def test_the_same_words_further_on_are_not_set_aside_with_them() -> None:
    first, second = found_at(3), found_at(13)

    left, aside = split((first, second), introduced(), [dismissed(first)])

    assert left == (second,)
    assert [each.finding for each in aside] == [first]


def test_it_holds_when_something_is_written_further_ahead() -> None:
    dismissal = dismissed(found_at(13))
    longer = f"先说一句。{TEXT}"

    assert split((found_at(18, longer),), introduced(longer), [dismissal])[0] == ()


@pytest.mark.parametrize(("text", "start"), [
    pytest.param(TEXT.replace("对照2024", "对照2023"), 13, id="the words are others"),
    pytest.param(TEXT.replace("对照", "参照"), 13, id="the words before are others"),
])
def test_it_comes_back_when_the_words_change(text: str, start: int) -> None:
    dismissal = dismissed(found_at(13))
    finding = found_at(start, text)

    assert split((finding,), introduced(text), [dismissal]) == ((finding,), ())


@pytest.mark.parametrize("changes", [{"code": "D004"}, {"place": Place("part:plan", "k1", "text", 3, 7)}],
                         ids=["another check", "another field"])
def test_it_holds_for_its_check_and_its_field_only(changes: dict[str, Any]) -> None:
    other = found_at(3, **changes)

    assert split((other,), introduced(), [dismissed(found_at(3))])[0] == (other,)


def test_an_entry_that_moves_to_another_part_takes_it_along() -> None:
    here = found_at(0, place=Place(part_task("measures"), "t1", "text", 0, 4), excerpt="全年作出")
    there = replace(here, place=replace(here.place, task=part_task("first")))
    report = a_report()
    first = report.part("first")
    moved = report.with_part(replace(first, entries=report.part("measures").entries))
    moved = moved.with_part(replace(report.part("measures"), entries=()))

    assert split((there,), moved, [dismissal_of(here, report, "确实如此", TODAY)])[0] == ()


def test_a_finding_about_no_words_is_known_by_its_message() -> None:
    one = Finding("C010", "duty-missing", Severity.WARNING, "甲没有写。", SectionKey.PLAN, place=Place("part:plan"))
    other = replace(one, slug="empty-talk", message="乙没有写。")
    one = replace(one, slug="empty-talk")

    assert split((one, other), introduced(), [dismissed(one)])[0] == (other,)


@pytest.mark.parametrize(("slug", "severity", "may"), [
    ("missing-section", Severity.ERROR, False), ("date-missing", Severity.ERROR, False),
    ("missing-causes", Severity.WARNING, True), ("typo", Severity.ERROR, True),
])
def test_what_must_be_there_cannot_be_set_aside(slug: str, severity: Severity, may: bool) -> None:
    finding = found_at(3, slug=slug, severity=severity)

    assert may_be_dismissed(finding) is may
    assert split((finding,), introduced(), [dismissed(finding)])[0] == (() if may else (finding,))


@pytest.mark.parametrize(("severity", "own"), [
    (Severity.ERROR, True), (Severity.WARNING, False), (Severity.HINT, False)])
def test_a_grave_finding_needs_a_reason_in_own_words(severity: Severity, own: bool) -> None:
    assert needs_own_words(found_at(3, severity=severity)) is own


def test_a_real_finding_is_set_aside_and_taken_back() -> None:
    standard = load_standard(OrganKind.DEPARTMENT)
    report = introduced("现将情况报告如下：有____困难，也按期完成。")
    findings = run_checks(draft_of_report(report, standard, ExportForm.SUBMISSION, TODAY))
    wrong = next(each for each in findings if each.excerpt == "____")
    aside = replace(report, dismissals=(dismissal_of(wrong, report, "确实如此", date(2026, 1, 20)),))

    assert set(findings) - set(open_findings(findings, aside)) == {wrong}
    assert open_findings(findings, report) == findings


def test_next_year_begins_with_nothing_set_aside() -> None:
    last = introduced(TEXT, dismissed(found_at(3)))
    standard = load_standard(OrganKind.DEPARTMENT)

    assert new_report(last.organ, standard, 2026, previous=last, reuse=Reuse.TEXTS).dismissals == ()
