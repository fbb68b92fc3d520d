"""Counted words in running text."""

from __future__ import annotations

import pytest

from models.text.enumerations import counted_words


@pytest.mark.parametrize(("text", "numbers"), [
    ("一是规范执法。二是强化监督。十一是宣传。", [1, 2, 11]),
    ("第一，规范；第二，强化。", [1, 2]),
    ("一要规范，二要强化。", [1, 2]),
    ("包括：（1）规范；（2）强化。", [1, 2]),
    ("①规范②强化", [1, 2]),
    ("其一，规范。其二，强化。", [1, 2]),
    ("第一、第三产业", []),
    ("一是一，二是二", []),
    ("是否合法，一是否", []),
    ("有三是合格的", []),
    ("", []),
])
def test_counted_words_are_told_from_others(text: str, numbers: list[int]) -> None:
    assert [word.number for word in counted_words(text)] == numbers
