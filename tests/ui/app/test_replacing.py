"""Search and replace: where words can be replaced, and what the report is afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_report
from models.domain.place import INTRODUCTION, Place
from ui.app.replacing import replaced, swaps
from ui.app.search import LIMIT

REPORT = replace(a_report(), introduction="落实《法制政府建设纲要》，推进法制政府建设，印发法制〔2025〕3号，建成法制政府。")


def places(text: str, wanted: str) -> list[tuple[int, int, bool]]:
    """Return start, end and whether it is proposed of each place of `wanted` in an introduction `text`."""
    found = swaps(replace(a_report(), introduction=text), wanted)
    return [(each.place.start, each.place.end, each.proposed) for each in found if each.place.task == INTRODUCTION]


def test_names_and_numbers_of_documents_are_not_proposed() -> None:
    found = [each for each in swaps(REPORT, "法制") if each.place.task == INTRODUCTION]

    assert [each.proposed for each in found] == [False, True, False, True]
    assert (found[1].before, found[1].words, found[1].after) == (
        f"…{'落实《法制政府建设纲要》，推进'[-14:]}", "法制", "政府建设，印发法制〔2025…")


@pytest.mark.parametrize(("text", "wanted", "expected"), [
    pytest.param("甲甲甲", "甲甲", [(0, 2, True)], id="no overlap"),
    pytest.param("《甲》乙甲", "甲", [(1, 2, False), (4, 5, True)], id="in a title"),
    pytest.param("《甲，乙甲", "甲", [(1, 2, True), (4, 5, True)], id="a title that never ends"),
    pytest.param("ＡＢ与ab", "ab", [(0, 2, True), (3, 5, True)], id="width and case"),
])
def test_places(text: str, wanted: str, expected: list[tuple[int, int, bool]]) -> None:
    assert places(text, wanted) == expected


def test_only_the_chosen_places_change() -> None:
    chosen = [each.place for each in swaps(REPORT, "法制") if each.proposed]

    after = replaced(REPORT, chosen, "法治")

    assert after.introduction == "落实《法制政府建设纲要》，推进法治政府建设，印发法制〔2025〕3号，建成法治政府。"
    assert replace(after, introduction=REPORT.introduction) == replaced(REPORT, [
        each for each in chosen if each.task != INTRODUCTION], "法治")


def test_replacing_by_nothing_deletes() -> None:
    after = replaced(REPORT, [Place(INTRODUCTION, "", "introduction", 0, 2)], "")

    assert after.introduction == REPORT.introduction[2:]


@given(st.text("甲乙《》〔〕0号", max_size=30), st.text("甲乙", min_size=1, max_size=2), st.text("甲丙", max_size=3))
def test_replacing_everywhere_is_what_a_text_does_by_itself(text: str, wanted: str, words: str) -> None:
    report = replace(a_report(), introduction=text)
    there = [each.place for each in swaps(report, wanted) if each.place.task == INTRODUCTION]

    assert replaced(report, there, words).introduction == text.replace(wanted, words)


def test_all_places_are_offered_however_many_there_are() -> None:
    count = LIMIT + 200

    assert len(places("法" * count, "法")) == count
