"""Dates in text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.text.dates import format_date, parse_date


@pytest.mark.parametrize("text", [
    "2026年2月20日", "2026年02月20日", "2026-02-20", "2026.2.20", "2026/2/20", "二〇二六年二月二十日", "二○二六年二月二十日",
    " 2026 年 2 月 20 日 ", "2026年2月20号",
])
def test_every_usual_way_to_write_a_date_is_read(text: str) -> None:
    assert parse_date(text) == date(2026, 2, 20)


@pytest.mark.parametrize("text", [
    "", "2月20日", "2026年2月", "2026年2月30日", "2026年13月1日", "26年2月20日", "二月二十日", "2026年2月20日前",
])
def test_what_is_no_whole_date_is_none(text: str) -> None:
    assert parse_date(text) is None


@given(some.dates(min_value=date(1949, 10, 1), max_value=date(2099, 12, 31)))
def test_what_is_printed_is_read_back(day: date) -> None:
    assert parse_date(format_date(day)) == day


def test_printed_dates_have_no_leading_zeros() -> None:
    assert format_date(date(2026, 2, 3)) == "2026年2月3日"
