"""Dates in running text and in the 成文日期."""

from __future__ import annotations

from datetime import date

from models.text.numerals import parse_numeral
from models.text.pattern import Pattern

_ARABIC = Pattern(r"(\d{4})\s*(?:年|[-./－．／])\s*(\d{1,2})\s*(?:月|[-./－．／])\s*(\d{1,2})\s*[日号]?")
_CHINESE = Pattern(r"([〇零○一二三四五六七八九]{4})\s*年\s*([一二三四五六七八九十]{1,3})\s*月\s*([一二三四五六七八九十]{1,3})\s*[日号]?")


def parse_date(text: str) -> date | None:
    """Return the date that `text` is (2026年2月20日, 2026-02-20, 2026.2.20, 二〇二六年二月二十日); None when it is none."""
    text = text.strip()
    match = _ARABIC.fullmatch(text) or _CHINESE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (parse_numeral(group.replace("○", "〇")) or 0 for group in match.groups())
    return date(year, month, day) if is_day(year, month, day) else None


def is_day(year: int, month: int, day: int) -> bool:
    """Return whether there is such a day in the calendar."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def format_date(day: date) -> str:
    """Return `day` as a 成文日期: Arabic numerals, no leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"
