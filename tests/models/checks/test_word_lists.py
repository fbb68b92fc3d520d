"""Word lists as data: every entry finds its example, and nothing that is right."""

from __future__ import annotations

from typing import Any

import pytest

from models.checks.word_lists import FILES, find_terms, word_lists

YEAR = 2025


def every_entry() -> list[Any]:
    """Return all entries, named by their first form."""
    return [pytest.param(entry, id=entry["wrong"][0]) for entry in word_lists()]


def a_year_for(entry: dict[str, Any]) -> int:
    """Return a reporting year in which `entry` counts."""
    return max(YEAR, int(entry.get("first", 0)))


@pytest.mark.parametrize("entry", every_entry())
def test_an_entry_finds_its_example_in_each_of_its_forms(entry: dict[str, Any]) -> None:
    first = entry["wrong"][0]
    for form in entry["wrong"]:
        text = entry["hit"].replace(first, form)

        assert [found.term.form for found in find_terms(text, a_year_for(entry))] == [form]


@pytest.mark.parametrize("entry", every_entry())
def test_what_should_stand_there_and_what_comes_near_is_clean(entry: dict[str, Any]) -> None:
    texts = entry.get("miss", [])
    if "right" in entry:
        texts = [*texts, entry["right"], entry["hit"].replace(entry["wrong"][0], entry["right"])]

    assert [found.term.form for text in texts for found in find_terms(text, a_year_for(entry))] == []


def test_a_law_is_cited_rightly_in_the_years_before_its_end() -> None:
    for entry in word_lists():
        if entry.get("first"):
            assert find_terms(entry["hit"], entry["first"] - 1) == ()
            assert find_terms(entry["hit"], entry["first"])


def test_there_are_hundreds_of_entries_and_each_says_where_it_is_from() -> None:
    entries = word_lists()

    assert len(entries) >= 400
    assert all(entry["source"].strip() for entry in entries)
    assert {entry["kind"] for entry in entries} == {
        "confusable", "expression", "title", "legal_system", "law", "organ", "programme",
    }


@pytest.mark.parametrize(("entry", "complaint"), [
    ({"wrong": ["布署"], "right": "部署", "hit": "布署", "colour": "red"}, "unknown or missing"),
    ({"wrong": ["布署"], "right": "部署"}, "unknown or missing"),
    ({"wrong": ["布署"], "hit": "布署"}, "unknown or missing"),
    ({"wrong": [], "right": "部署", "hit": "布署"}, "two characters"),
    ({"wrong": ["布"], "right": "部", "hit": "布"}, "two characters"),
    ({"wrong": ["布署", "布署"], "right": "部署", "hit": "布署"}, "stands twice"),
])
def test_a_mistake_in_the_data_is_named(
    entry: dict[str, Any], complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = {"kind": "confusable", "source": "s", "entries": [entry]}
    monkeypatch.setattr("models.checks.word_lists.parse_yaml", lambda text: [group])

    with pytest.raises(ValueError, match=rf"wording/{FILES[0]}\.yaml.*{complaint}"):
        word_lists()


@pytest.mark.parametrize("text", [
    "原县工商行政管理局的档案已移交。",
    "2016年，县工商行政管理局查处案件9件。",
    "县工商行政管理局更名为市场监督管理局。",
    "县工商行政管理局、质监局的职责划入本局。",
])
def test_a_look_back_at_a_former_name_is_no_fault(text: str) -> None:
    assert find_terms(text, YEAR) == ()


@pytest.mark.parametrize("text", [
    "太原市工商行政管理局", "原则上由工商行政管理局办理", "2024年，县工商行政管理局", "主要原因是工商行政管理局",
])
def test_what_only_looks_like_a_look_back_is_still_a_fault(text: str) -> None:
    assert len(find_terms(text, YEAR)) == 1


def test_words_in_titles_and_quotations_are_left_alone() -> None:
    assert find_terms("学习《关于布署普法工作的通知》和“既使再难也要办”的讲话。", YEAR) == ()
    assert find_terms('学习"布署"一词。', YEAR) == ()
    assert find_terms('会议提出"四清"，布署全年工作。', YEAR)


def test_marks_of_the_web_are_known() -> None:
    assert find_terms('深刻领悟"两个确定"的决定性意义', YEAR)
    assert find_terms("《法治政府建设实施纲要(2015-2020年)》", YEAR)


def test_a_form_found_in_a_longer_one_is_one_occurrence() -> None:
    found = find_terms("落实《中华人民共和国合同法》。", YEAR)

    assert [each.term.form for each in found] == ["《中华人民共和国合同法》"]
