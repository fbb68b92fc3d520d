"""Printed numbers at the head of a paragraph: 一、 （一） 1. （1） and their looser forms."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from models.text.numerals import parse_numeral

_FIGURES = "0123456789０１２３４５６７８９"
_STARTERS = frozenset(f"{_FIGURES}一二三四五六七八九十（(第 \t\u3000\xa0")
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_FIGURE = r"\d{1,2}"
_BLANK = r"\s*"

_FORMS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(rf"{_BLANK}(?P<mark>(?P<number>{_NUMERAL}){_BLANK}[、．.]){_BLANK}")),
    (2, re.compile(rf"{_BLANK}(?P<mark>[（(]{_BLANK}(?P<number>{_NUMERAL}){_BLANK}[）)][、．.]?){_BLANK}")),
    (3, re.compile(rf"{_BLANK}(?P<mark>(?P<number>{_FIGURE}){_BLANK}[.．、，]){_BLANK}")),
    (4, re.compile(rf"{_BLANK}(?P<mark>[（(]?{_BLANK}(?P<number>{_FIGURE}){_BLANK}[）)][、．.]?){_BLANK}")),
    (0, re.compile(rf"{_BLANK}(?P<mark>第(?P<number>{_NUMERAL})[，,、：]){_BLANK}")),
)
# 1.5万元 and 1、2月份 are figures, 1.2023年 is a mark before a year
_FIGURE_GOES_ON = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d ?年")
# 一、二级 and 二、三产业 are words; 二、三项制度落实情况 is a heading
_NUMERAL_GOES_ON = re.compile(r"(?P<next>[一二三四五六七八九十])(?:年级|级|审|季度|月|产|类|线|期|批|次|者)")


class Mark(NamedTuple):
    """A printed number.

    `level` is 1 to 4, or 0 for 第一， which counts without a place in the hierarchy. `style` is the form with
    the number one put in: 一、 （一） (一) 1. 1、 （1）. `length` counts the characters up to the text after it,
    blanks included.
    """

    level: int
    style: str
    number: int
    length: int


def parse_mark(text: str) -> Mark | None:
    """Return the mark `text` begins with; None when it begins with none (1.5万元, 3.15, 2023年 are figures)."""
    return _mark_of(text) if text[:1] in _STARTERS else None


@lru_cache(maxsize=4096)
def _mark_of(text: str) -> Mark | None:
    """Return the mark `text` begins with, which may begin with one; None when it does not."""
    for level, form in _FORMS:
        found = form.match(text)
        if found is None:
            continue
        number = _value(found["number"])
        if number == 0 or _goes_on(level, number, text, found.end("mark")):
            return None
        one = "1" if found["number"].isascii() else "１" if level in (3, 4) else "一"
        style = re.sub(r"\s", "", found["mark"].replace(found["number"], one, 1))
        return Mark(level, style, number, found.end())
    return None


def _goes_on(level: int, number: int, text: str, end: int) -> bool:
    """Return whether what follows the seeming mark that ends at `end` shows that it is part of a figure or a word."""
    if level == 1:
        word = _NUMERAL_GOES_ON.match(text, end)
        return word is not None and _value(word["next"]) == number + 1
    if level == 3:
        return _FIGURE_GOES_ON.match(text, end) is not None and _YEAR.match(text, end) is None
    return False


def _value(number: str) -> int:
    """Return what the one to three characters of `number` are worth; 0 when they are no number below 100."""
    if len(number) > 1 and number[0] not in _FIGURES and "十" not in number:
        return 0
    return parse_numeral(number) or 0
