"""Quotation marks: straight ones pair for certain or not at all, curly ones have a partner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.quotation import pair_straight_quotes, read_quotation


@pytest.mark.parametrize(("text", "expected"), [
    ('推行"一网通办"', "推行“一网通办”"),
    ('推行“一网通办"', "推行“一网通办”"),
    ('推行"一网通办”', "推行“一网通办”"),
    ("坚持'三个一'原则", "坚持‘三个一’原则"),
    ('推行一网通办"，落实"放管服', '推行一网通办"，落实"放管服'),
    ('单个"引号', '单个"引号'),
    ("it's", "it's"),
    ('落实“甲"乙"”', '落实“甲"乙"”'),
])
def test_straight_quotes_are_paired_only_for_certain(text: str, expected: str) -> None:
    assert pair_straight_quotes(text) == expected


@pytest.mark.parametrize(("text", "faults", "right"), [
    ("“甲”和“乙”", 0, []),
    ("”甲“和“乙”", 1, [(0, "“"), (2, "”")]),
    ("“甲“和“乙”", 1, [(2, "”")]),
    ("”甲”和“乙”", 1, [(0, "“")]),
    ("“甲“乙”丙”", 1, [(2, "‘"), (4, "’")]),
    ("“甲，乙。丙“丁”", 1, []),
    ("‘甲", 1, []),
    ("’25年", 0, []),
    ("”甲“和”乙“", 2, [(0, "“"), (2, "”")]),
])
def test_what_does_not_pair_is_found(text: str, faults: int, right: list[tuple[int, str]]) -> None:
    reading = read_quotation(text)

    assert len(reading.faults) == faults
    if faults:
        assert list(reading.faults[0].right) == right


def test_what_is_open_at_the_end_or_closed_from_before_is_told() -> None:
    assert read_quotation("坚持“依法行政").opened == 2
    assert read_quotation("依法行政”的要求").closed == 4


@given(st.text(alphabet="“”‘’\"'甲乙，。", max_size=30))
def test_pairing_twice_changes_nothing_more(text: str) -> None:
    once = pair_straight_quotes(text)

    assert pair_straight_quotes(once) == once
    read_quotation(once)
