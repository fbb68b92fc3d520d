"""Cleaning on entry."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from models.text.cleaning import Cleaned, clean

ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@pytest.mark.parametrize(("text", "cleaned", "notes"), [
    ("依法\t行政。\n", "依法\t行政。\n", ()),
    ("第一行\r\n第二行\r第三行", "第一行\n第二行\n第三行", ()),
    ("依\x00法\x1b行\x7f政", "依法行政", ("去掉了3个控制字符",)),
    ("一\x0b二\x0c三\u2028四\u2029五", "一\n二\n三\n四\n五", ("把4个特殊换行符改成了普通换行",)),
    ("2023\u00a0年", "2023 年", ("把1个不间断空格改成了普通空格",)),
    ("行\u200b政\u202e执\ufeff法", "行政执法", ("去掉了3个看不见的字符（零宽字符、方向控制符）",)),
    ("张\ud83d三", "张三", ("去掉了1个残缺字符",)),
    ("张\ufffe三\uffff\U0001fffe", "张三", ("去掉了3个无效字符",)),
], ids=["clean", "returns", "controls", "breaks", "spaces", "invisible", "surrogates", "noncharacters"])
def test_bad_characters_go_and_the_note_says_how_many(text: str, cleaned: str, notes: tuple[str, ...]) -> None:
    assert clean(text) == Cleaned(cleaned, notes)


@pytest.mark.parametrize("name", ["𬱖", "㛃", "䶮", "𠮷", "\ue5e5", "龦", "鿿", "葛\U000e0100"])
def test_rare_characters_of_names_stay(name: str) -> None:
    assert clean(name) == Cleaned(name)


@settings(max_examples=settings.default.max_examples * 2)
@given(some.text(alphabet=some.characters(codec=None, exclude_categories=()), max_size=60))
@example("\r\n\ud800\u2028\ufffe")
def test_clean_text_can_be_written_and_cleaning_again_changes_nothing(text: str) -> None:
    cleaned = clean(text)

    assert ILLEGAL.search(cleaned.text) is None
    assert cleaned.text.encode("utf-8").decode("utf-8") == cleaned.text
    assert clean(cleaned.text) == Cleaned(cleaned.text)


@given(some.text(alphabet=some.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=60))
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert clean(text) == Cleaned(text)
