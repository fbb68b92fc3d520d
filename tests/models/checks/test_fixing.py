"""Repairs done to a report: only what was found is changed, and what was not is left where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_duty, a_report
from models.checks.finding import Edit, Finding, Fix, Severity
from models.checks.fixing import apart, fixed, shifted
from models.domain.duty import PassageReference
from models.domain.place import INTRODUCTION, Place, part_task
from models.domain.report import Report

FIELD = Place(INTRODUCTION, "", "introduction")


def an_edit(start: int, end: int, text: str) -> Edit:
    """Return the edit of the introduction from `start` to `end`."""
    return Edit(replace(FIELD, start=start, end=end), text)


def a_fix(*edits: tuple[int, int, str]) -> Fix:
    """Return a fix of the introduction."""
    return Fix("改正", tuple(an_edit(*each) for each in edits))


def a_finding(start: int, end: int, right: str | None = None, text: str = "") -> Finding:
    """Return a finding in the introduction `text`, with a fix unless `right` is None."""
    edit = an_edit(start, end, right or "")
    fix = Fix(f"改为“{right}”", (edit,)) if right is not None else None
    return Finding("W001", "typo", Severity.WARNING, "错", None, text[start:end], edit.place, fix=fix)


def introduced(text: str) -> Report:
    """Return a report with the introduction `text`."""
    return a_report(introduction=text)


def test_several_edits_of_one_field_do_not_get_in_each_others_way() -> None:
    report = introduced("布署了工作，既使很难，也布署了。")

    after = fixed(report, [a_fix((0, 2, "部署"), (12, 14, "部署")), a_fix((6, 8, "即使即使"))], report)

    assert after == introduced("部署了工作，即使即使很难，也部署了。")


def test_a_text_that_has_changed_since_is_not_touched() -> None:
    checked = introduced("布署了工作。")
    now = introduced("已布署了工作。")

    assert fixed(now, [a_fix((0, 2, "部署"))], checked) is None


def test_a_change_elsewhere_is_no_hindrance() -> None:
    checked = introduced("布署了工作。")
    now = replace(checked, closing="特此报告！")

    after = fixed(now, [a_fix((0, 2, "部署"))], checked)

    assert after == replace(now, introduction="部署了工作。")


@pytest.mark.parametrize("place", [
    Place("part:gone", "", "heading", 0, 1), replace(FIELD, start=0, end=99), replace(FIELD, start=3, end=-1),
], ids=["field is gone", "beyond the end", "no range"])
def test_an_edit_that_does_not_fit_is_refused(place: Place) -> None:
    report = introduced("布署了工作。")

    assert fixed(report, [Fix("改正", (Edit(place, "部署"),))], report) is None


def test_what_a_duty_quotes_is_repaired_too() -> None:
    report = a_report(duties=0)
    topic = replace(report.parts[0].entries[0], text="全年布署三次，检查五次。")
    report = report.with_part(replace(report.parts[0], entries=(topic,)))
    duty = a_duty(reference=PassageReference("t1", "布署三次"))
    other = a_duty("D-2", reference=PassageReference("t1", "检查五次"))
    report = replace(report, duties=(duty, other))
    place = Place(part_task("measures"), "t1", "text", 2, 4)

    after = fixed(report, [Fix("改正", (Edit(place, "部署"),))], report)

    assert after is not None
    assert [each.reference for each in after.duties] == [
        PassageReference("t1", "部署三次"), PassageReference("t1", "检查五次")]


def test_of_fixes_that_clash_the_first_is_taken() -> None:
    first, clashing, free = a_finding(0, 2, "甲"), a_finding(1, 3, "乙"), a_finding(2, 3, "丙")
    without = a_finding(5, 6)

    assert apart((first, clashing, free, without)) == (first, free)


def test_findings_stand_further_on_after_a_repair_before_them() -> None:
    text = "布署了工作，既使很难。"
    later = a_finding(6, 8, "即使", text)

    [moved] = shifted([later], [a_fix((0, 2, "部署了"))])

    assert (moved.place.start, moved.place.end) == (7, 9)
    assert moved.fix == Fix("改为“即使”", (an_edit(7, 9, "即使"),))


def test_a_finding_on_the_words_repaired_is_gone_and_one_around_them_stays() -> None:
    text = "布署了工作，既使很难。"
    same, around, across = a_finding(0, 2, None, text), a_finding(0, 5, None, text), a_finding(1, 4, None, text)

    [left] = shifted([same, around, across], [a_fix((0, 2, "部署了"))])

    assert (left.place.start, left.place.end, left.excerpt) == (0, 6, "部署了了工作")


def test_findings_elsewhere_and_without_a_place_stay_as_they_are() -> None:
    elsewhere = replace(a_finding(0, 2), place=Place(part_task("plan"), "k1", "text", 0, 2))
    nowhere = replace(a_finding(0, 2), place=FIELD)

    assert shifted([elsewhere, nowhere], [a_fix((0, 2, ""))]) == (elsewhere, nowhere)


@given(st.text("甲乙丙，。", min_size=1, max_size=20), st.data())
def test_what_stands_at_a_place_still_stands_there_after_repairs(text: str, data: st.DataObject) -> None:
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted).map(tuple)
    findings = apart(
        a_finding(start, end, right, text)
        for (start, end), right in data.draw(st.lists(st.tuples(spans, st.text("丁戊", max_size=3)), max_size=4)))
    seen = [a_finding(start, end, None, text) for start, end in data.draw(st.lists(spans, max_size=5))]
    fixes = [each.fix for each in findings if each.fix is not None]
    report = introduced(text)

    after = fixed(report, fixes, report)

    assert after is not None
    assert len(after.introduction) == len(text) + sum(
        len(edit.text) - (edit.place.end - edit.place.start) for fix in fixes for edit in fix.edits)
    for left in shifted(seen, fixes):
        assert after.introduction[left.place.start:left.place.end] == left.excerpt
