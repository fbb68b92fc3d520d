"""While one types, only what has changed is looked at anew: each run finds what a run from the beginning would find."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.labelled import read_corpus
from corpus.score import REPORTS
from models.checks.finding import Finding
from models.checks.related import Related, clusters
from models.checks.runner import draft_of_report, run_checks
from models.domain.report import ExportForm, Report, SectionKey, Topic
from models.samples import sample_report
from models.standards.loader import load_standard

WORDS = ("法", "。", "《", "（", "“", " ", "\n", "12件", "（一）", "全年办理行政许可1247件。", "召开会议3次，", "订阅", "1", "2019年",
         "法制政府", "云政发[2020]3号", "镕", "1,200件", ",", "共 12 件，")


@cache
def paragraphs() -> tuple[str, ...]:
    """Return some paragraphs full of faults, many of one matter."""
    lines = dict.fromkeys(line.strip() for each in read_corpus(REPORTS).values() for line in each.plain.split("\n"))
    return tuple(line for line in lines if len(line) > 40)[::7]


@cache
def a_report() -> Report:
    """Return the sample with the paragraphs as topics."""
    report = replace(sample_report(), sample=False)
    part = report.parts_of(SectionKey.MEASURES)[0]
    topics = tuple(Topic(f"t{number}", "", text) for number, text in enumerate(paragraphs()[:40]))
    return report.with_part(replace(part, entries=topics))


def check(report: Report) -> tuple[Finding, ...]:
    """Return what the checks find in `report`."""
    draft = draft_of_report(report, load_standard(report.organ.kind), ExportForm.SUBMISSION, date(2026, 1, 20))
    return run_checks(draft)


def edited(report: Report, kind: str, at: int, words: str, place: int) -> Report:
    """Return `report` after one edit of its measures."""
    part = report.parts_of(SectionKey.MEASURES)[0]
    entries = list(part.entries)
    at %= len(entries)
    entry = entries[at]
    assert isinstance(entry, Topic)
    if kind == "type":
        place %= len(entry.text) + 1
        entries[at] = replace(entry, text=entry.text[:place] + words + entry.text[place:])
    elif kind == "delete":
        place %= len(entry.text) + 1
        entries[at] = replace(entry, text=entry.text[:place] + entry.text[place + 3:])
    elif kind == "copy":
        entries.insert(place % (len(entries) + 1), replace(entry, id=f"copy{len(entries)}{place}{at}"))
    elif kind == "move":
        entries.insert(place % len(entries), entries.pop(at))
    elif kind == "remove" and len(entries) > 1:
        del entries[at]
    elif kind == "year":
        return replace(report, year=2020 + place % 7)
    return report.with_part(replace(part, entries=tuple(entries)))


EDITS = st.lists(st.tuples(
    st.sampled_from(("type", "type", "type", "delete", "copy", "move", "remove", "year")), st.integers(0, 60),
    st.sampled_from(WORDS), st.integers(0, 400),
), min_size=1, max_size=8)


@settings(max_examples=15, deadline=None)
@given(EDITS)
def test_each_run_finds_what_a_run_from_the_beginning_would_find(
    edits: list[tuple[str, int, str, int]],
) -> None:
    reports = [a_report()]
    for edit in edits:
        reports.append(edited(reports[-1], *edit))
    found = [check(report) for report in reports]

    for report, findings in zip(reports, found, strict=True):
        check(sample_report())  # in between, so that nothing is left of the run before
        assert check(report) == findings


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.text("甲乙丙丁", max_size=3), max_size=8), min_size=1, max_size=6))
def test_those_are_related_that_share_a_mark_with_another(rounds: list[list[str]]) -> None:
    related = Related(tuple)

    for texts in rounds:
        counts = Counter(mark for text in texts for mark in text)
        assert related.among(texts) == [any(counts[mark] > 1 for mark in text) for text in texts]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text("甲乙丙丁戊己庚辛", max_size=2), max_size=12))
def test_those_are_together_that_a_chain_of_marks_joins(texts: list[str]) -> None:
    joined: list[set[int]] = []
    for at, text in enumerate(texts):
        near = [each for each in joined if any(set(texts[other]) & set(text) for other in each)]
        joined = [each for each in joined if each not in near] + [{at}.union(*near)]

    assert sorted(clusters(texts)) == sorted(map(sorted, joined))
