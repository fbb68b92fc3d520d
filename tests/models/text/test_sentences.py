"""Sentences with their offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.text.sentences import split_sentences


@pytest.mark.parametrize(("text", "pieces"), [
    ("", []),
    ("全年处罚120件。罚款3万元。", ["全年处罚120件。", "罚款3万元。"]),
    ("他说：“依法办事。”会后落实。", ["他说：“依法办事。”", "会后落实。"]),
    ("第一段\n第二段。", ["第一段\n", "第二段。"]),
    ("增长3.5%，达到12.6万元。", ["增长3.5%，达到12.6万元。"]),
    ("没有句号", ["没有句号"]),
])
def test_sentences_end_at_their_marks(text: str, pieces: list[str]) -> None:
    assert [span.text for span in split_sentences(text)] == pieces


@given(some.text(alphabet=some.sampled_from("处罚，。！？”\n 1.2;；"), max_size=80))
def test_no_character_is_lost_or_doubled(text: str) -> None:
    spans = split_sentences(text)

    assert "".join(span.text for span in spans) == text
    assert all(text[span.start:span.end] == span.text for span in spans)
