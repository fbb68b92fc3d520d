"""Chinese and Arabic numerals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.text.numerals import chinese_numeral, parse_numeral


@pytest.mark.parametrize(("number", "text"), [
    (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九"), (100, "一百"), (103, "一百零三"),
    (110, "一百一十"), (1005, "一千零五"), (2026, "二千零二十六"),
])
def test_numbers_are_written_as_in_headings(number: int, text: str) -> None:
    assert chinese_numeral(number) == text


@pytest.mark.parametrize(("text", "number"), [
    ("12", 12), ("１２", 12), ("十", 10), ("十二", 12), ("二十", 20), ("两百", 200), ("一百零三", 103), ("二〇二六", 2026), (" 三 ", 3),
    ("零", 0), ("", None), ("十十", None), ("一二十", None), ("百", None), ("一百二百", None), ("第一", None), ("3.5", None),
])
def test_numerals_are_read_and_words_are_not(text: str, number: int | None) -> None:
    assert parse_numeral(text) == number


@given(some.integers(min_value=1, max_value=9999))
def test_what_is_written_is_read_back(number: int) -> None:
    assert parse_numeral(chinese_numeral(number)) == number


@given(some.text(max_size=30))
def test_any_text_gives_a_number_or_none(text: str) -> None:
    value = parse_numeral(text)

    assert value is None or value >= 0


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_numbers_without_a_numeral_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no Chinese numeral"):
        chinese_numeral(number)
