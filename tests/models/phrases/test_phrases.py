"""Phrases: those of the program are whole and never left unfilled unnoticed; words and initials find all of them."""

from __future__ import annotations

import pytest

from models.checks.placeholders import find_placeholders
from models.domain.report import SectionKey
from models.phrases.phrases import (
    BLOCKS, EVERYWHERE, LONGEST, MOST, NAMES, Phrase, found_phrases, load_phrases, own_lines, own_phrases,
)
from models.text.pinyin_initials import initials

every_phrase = pytest.mark.parametrize("phrase", load_phrases(), ids=lambda each: f"{each.block}-{each.about}")


@every_phrase
def test_every_slot_is_found_when_it_is_left_unfilled(phrase: Phrase) -> None:
    slots = [phrase.text[start:end] for start, end in find_placeholders(phrase.text)]

    assert len(slots) == phrase.text.count("【")
    assert all(slot.startswith("【填") and slot.endswith("】") for slot in slots)


@every_phrase
def test_every_phrase_is_a_sentence_without_a_fact_of_its_own(phrase: Phrase) -> None:
    assert phrase.text.endswith("。")
    assert not any(character.isdigit() for character in phrase.text)


def test_every_block_has_phrases() -> None:
    assert {each.block for each in load_phrases()} == set(BLOCKS)


@pytest.mark.parametrize(("words", "subjects"), [
    ("xzfy", ["行政复议"]), ("复议 受理", ["行政复议"]), ("裁量", ["裁量基准"]), ("XZC", ["行政处罚"]), ("没有这个词", []),
])
def test_phrases_are_found_by_words_and_by_initials(words: str, subjects: list[str]) -> None:
    found = [each.about for each in found_phrases(load_phrases(), SectionKey.MEASURES, words)]

    assert found == subjects


def test_own_phrases_come_first_then_those_of_the_block_at_hand() -> None:
    phrases = (
        *load_phrases(), Phrase("自己写的一句。", own=True), Phrase("别处的。", block=SectionKey.PROBLEMS, own=True),
        Phrase("这里的。", block=SectionKey.PLAN, own=True))

    found = found_phrases(phrases, SectionKey.PLAN, "")

    plan = sum(each.block == SectionKey.PLAN for each in load_phrases())
    assert [each.text for each in found[:2]] == ["自己写的一句。", "这里的。"]
    assert {each.block for each in found[2:plan + 2]} == {SectionKey.PLAN}
    assert found[plan + 2].text == "别处的。"
    assert len(found) == len(phrases)


def test_own_phrases_stand_below_the_name_of_the_part_they_are_for() -> None:
    text = "到处都能用。\n# 不足和原因\n主要原因是【填原因】。\n一段。⏎又一段。\n#结语\n特此报告。\n# 没有这个部分\n"

    phrases = own_phrases(text)

    assert [(each.block, each.text) for each in phrases] == [
        (EVERYWHERE, "到处都能用。"), (SectionKey.PROBLEMS, "主要原因是【填原因】。"), (SectionKey.PROBLEMS, "一段。\n又一段。"),
        ("closing", "特此报告。"), ("closing", "# 没有这个部分"),
    ]
    assert own_phrases(own_lines(phrases)) == phrases
    assert set(NAMES) == set(BLOCKS) and len(set(NAMES.values())) == len(BLOCKS)


@pytest.mark.parametrize(("text", "phrases"), [
    ("", []), ("一句。\n\n  二句。 \r\n一句。", ["一句。", "二句。"]), ("\ufeff一句。", ["一句。"]),
    ("长" * (LONGEST + 5), ["长" * LONGEST]), ("\n".join(map(str, range(MOST + 5))), list(map(str, range(MOST)))),
])
def test_own_phrases_stand_one_a_line(text: str, phrases: list[str]) -> None:
    assert [each.text for each in own_phrases(text)] == phrases


@pytest.mark.parametrize(("text", "letters"), [
    ("行政复议", "xzfy"), ("法治ABC1", "fzabc1"), ("，。", "，。"), ("𬀩堃", "𬀩堃"), ("啊座匝", "azz"), ("", ""),
])
def test_initials_are_those_one_types(text: str, letters: str) -> None:
    assert initials(text) == letters
