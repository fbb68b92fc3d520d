"""Search over every field of a report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_report
from models.domain.head import Colophon
from models.domain.report import Attachment
from models.domain.report_texts import report_texts
from ui.app.search import LIMIT, find

REPORT = a_report(
    attachments=(Attachment("a1", "统计表", "说明", (("项目", "件数"), ("处罚ABC", "120"))),),
)


@pytest.mark.parametrize(
    ("wanted", "task", "entry", "field"),
    [
        pytest.param("云交〔2026〕", "head", "", "document_number", id="head"),
        pytest.param("现将2025", "introduction", "", "introduction", id="introduction"),
        pytest.param("行政处罚决定", "part:measures", "t1", "text", id="topic"),
        pytest.param("法制审核力量", "part:problems", "p1", "cause", id="cause"),
        pytest.param("增配", "part:problems", "p1", "remedy", id="remedy"),
        pytest.param("法规股", "part:plan", "k1", "office", id="office"),
        pytest.param("专题研究", "duty:D-1:head", "", "text", id="duty"),
        pytest.param("〔2025〕6号", "duty:D-1:head", "evidence:0", "document_number", id="evidence"),
        pytest.param("处罚abc", "attachments", "a1", "table:1:0", id="table, other case"),
        pytest.param("现将２０２５", "introduction", "", "introduction", id="other width"),
        pytest.param("特此", "signature", "", "closing", id="closing"),
        pytest.param("办公室", "head", "", "copy_recipients", id="first of several"),
    ],
)
def test_every_field_is_searched(wanted: str, task: str, entry: str, field: str) -> None:
    place = find(REPORT, wanted)[0]

    assert (place.task, place.entry, place.field) == (task, entry, field)


def test_hits_carry_their_offsets() -> None:
    report = replace(REPORT, introduction="法治法治，法治")

    hits = [place for place in find(report, "法治") if place.field == "introduction"]

    assert [(place.start, place.end) for place in hits] == [(0, 2), (2, 4), (5, 7)]


@pytest.mark.parametrize("wanted", ["%", "_", ".*", "<b>", "\\"])
def test_nothing_is_a_wildcard(wanted: str) -> None:
    assert find(REPORT, wanted) == ()


def test_empty_word_finds_nothing() -> None:
    assert find(REPORT, "") == ()


def test_letters_that_grow_when_folded_keep_offsets_right() -> None:
    report = replace(REPORT, introduction="Straße 法治")

    assert [place.start for place in find(report, "法治") if place.field == "introduction"] == [7]


def test_hits_are_limited() -> None:
    assert len(find(replace(REPORT, introduction="法" * 2000), "法")) == LIMIT


def test_every_text_has_its_place() -> None:
    report = replace(REPORT, colophon=Colophon((), "办", "日"))

    assert all(place.task and place.field for place, _ in report_texts(report))
