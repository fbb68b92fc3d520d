"""字数."""

from __future__ import annotations

import pytest

from models.text.counting import count_words


@pytest.mark.parametrize(("text", "words"), [
    ("", 0), ("依法行政", 4), ("依法行政。", 5), ("2026年2月20日", 6), ("罚款12.5万元", 5), ("ETC 系统", 3), ("“三项制度”", 6), ("……", 2),
    ("第一段\n第二段", 6), ("𠮷局长", 3), ("GB/T 9704", 2),
])
def test_words_are_counted_as_in_wps(text: str, words: int) -> None:
    assert count_words(text) == words
