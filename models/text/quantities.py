"""Numbers with units in running text: 617起, 144.2158万元, 三十二件, 98.5%, 3个百分点 — exact values with their offsets.

Read are Arabic numerals (full width too, with or without thousands separators) and Chinese ones (三百零五, 一万二千),
a scale (万, 亿), a unit of `resources/wording/units.yaml`, 百分之…, and the words that make a figure a rough one
(约, 近, 余, 以上, a range). Not read: decimals in words (三点五), fractions (三分之一, 五成), units the list has not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from operator import attrgetter
from typing import NamedTuple

from models.resources import read_yaml
from models.text.numerals import parse_numeral
from models.text.pattern import Pattern

MONEY = "元"
SHARE = "%"
POINTS = "个百分点"
TIMES = "倍"
_RELATIVE = frozenset({SHARE, POINTS, TIMES})
_SCALES = {
    "": 1, "百": 100, "千": 1000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000,
    "万亿": 1_000_000_000_000,
}
_LONGEST_UNIT = 5
_NO_HEDGE = Pattern("(?:[民公合契条盟签违预节履守爽毁]约|[附邻临就接靠最远新]近)$")  # 村规民约21件: the end of a name
_FULL_WIDTH = "０１２３４５６７８９％．"
_ANY_FULL_WIDTH = Pattern(f"[{_FULL_WIDTH}]")
_HALF_WIDTH = str.maketrans(_FULL_WIDTH, "0123456789%.")
_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_CHINESE = r"[一二两三四五六七八九十][〇零一二三四五六七八九十百千]*(?:万[零一二三四五六七八九十百千]+)?"
_NUMBER = (
    rf"(?<![\d.A-Za-z〔第〇零一二两三四五六七八九十百千])(?:(?P<arabic>{_ARABIC})|(?<![点几数])(?P<chinese>{_CHINESE}))"
    r"(?![〇零一二三四五六七八九十几\d]) ?(?P<more>[余多])?(?P<scale>百万|千万|万亿|[百千万亿])?(?P<odd>[余多])? ?"
)
_RANGE_MARKS = tuple("-—－~～至到")
_START, _END = attrgetter("start"), attrgetter("end")
_RANGE = Pattern(r"\d\s*[-—－~～至到]\s*$")


class Amount(NamedTuple):
    """A number with its unit, standing from `start` to `end` (the unit included).

    `number` is the figure in Arabic digits without separators, `scale` the 万 or 亿 before the unit, `hedge` the word
    that makes it a rough figure (empty: it is exact).
    """

    start: int
    end: int
    number: str
    scale: str
    unit: str
    hedge: str = ""
    chinese: bool = False

    @property
    def approximate(self) -> bool:
        """Whether a word says that the figure is a rough one."""
        return bool(self.hedge)

    @property
    def value(self) -> Decimal:
        """The exact value in base units: 元 for money."""
        return _worth(self.number, self.scale)

    @property
    def base(self) -> Decimal:
        """What 1 in this amount's scale is worth: 10000 for 62.2万元."""
        return Decimal(_SCALES[self.scale])

    @property
    def step(self) -> Decimal:
        """What one unit of the last printed digit is worth: 1000 for 62.2万元."""
        return _step(len(self.number.partition(".")[2]), self.scale)

    @property
    def money(self) -> bool:
        """Whether it is an amount of money."""
        return self.unit == MONEY

    @property
    def relative(self) -> bool:
        """Whether it is a share, percentage points or a multiple, and counts nothing."""
        return self.unit in _RELATIVE

    @property
    def weak(self) -> bool:
        """Whether it may be no count at all, as in 一起 and 一件事."""
        return self.chinese and len(self.number) == 1 and not self.scale

    @property
    def printed(self) -> str:
        """The figure with scale and unit."""
        return f"{self.number}{self.scale}{self.unit}"

    def in_scale(self, value: Decimal) -> str:
        """Return `value` (base units) as a figure in this amount's scale: 62.2 for 622000 beside 万元."""
        return plain(value / _SCALES[self.scale])


@lru_cache(maxsize=8192)
def _worth(number: str, scale: str) -> Decimal:
    """Return the value of a figure with the 万 or 亿 behind it."""
    return Decimal(number) * _SCALES[scale]


@lru_cache(maxsize=128)
def _step(decimals: int, scale: str) -> Decimal:
    """Return what one unit of the last of so many `decimals` is worth."""
    return Decimal(_SCALES[scale]).scaleb(-decimals)


def plain(value: Decimal) -> str:
    """Return `value` as a figure without exponent and needless zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def half_width(text: str) -> str:
    """Return `text` with full-width figures made half-width, each at its place."""
    return text.translate(_HALF_WIDTH) if _ANY_FULL_WIDTH.search(text) is not None else text


def find_amounts(text: str) -> tuple[Amount, ...]:
    """Return every count and sum of money in Arabic numerals in `text`; dates, shares and document numbers are none."""
    return tuple(each for each in find_figures(text) if not each.chinese and not each.relative)


@lru_cache(maxsize=2048)  # while one types, all passages but one stay as they are
def find_figures(text: str) -> tuple[Amount, ...]:
    """Return every number with a known unit in `text`, in order, with shares, percentage points and multiples."""
    found = list(_figures(half_width(text)))
    for at, (one, other) in enumerate(zip(found, found[1:], strict=False)):
        gap = text[one.end:other.start].strip()
        if gap in _RANGE_MARKS and one.unit == other.unit and not text.endswith(("由", "从", "自"), 0, one.start):
            found[at], found[at + 1] = one._replace(hedge=gap), other._replace(hedge=gap)
    return tuple(found)


def between(figures: Sequence[Amount], begin: int, end: int) -> Sequence[Amount]:
    """Return those of `figures` that stand between the offsets `begin` and `end`."""
    first = bisect_left(figures, begin, key=_START)
    last = bisect_left(figures, end + 1, key=_END)
    return figures[first:last]


def counted_as(unit: str) -> str:
    """Return the one unit that stands for all that count the same things: 名 is counted as 人."""
    return _one_unit().get(unit, unit)


@cache
def _one_unit() -> dict[str, str]:
    return {unit: group[0] for group in read_yaml("wording", "units.yaml")["one_thing"] for unit in group}


def _figures(text: str) -> Iterator[Amount]:
    """Yield the figures of `text`, whose digits are of half width."""
    number, units, before, after, not_before = _words()
    for match in number.finditer(text):
        start, end = match.span()
        hundredths = text.startswith("百分之", max(0, start - 3))
        unit = "" if hundredths else _unit_at(text, end, units, not_before)
        if not unit and not hundredths:
            continue
        arabic, chinese, more, scale, odd = match.groups()
        value = arabic.replace(",", "") if arabic else _value(chinese, scale)
        if value is None:
            continue
        if hundredths:
            start, end, unit, scale = start - 3, match.end("arabic" if arabic else "chinese"), SHARE, ""
        yield Amount(
            start, end + len(unit) if not hundredths else end, value, scale or "", units.get(unit, unit),
            more or odd or _hedge(text, start, end + len(unit), before, after), not arabic,
        )


def _hedge(text: str, start: int, end: int, before: tuple[str, ...], after: tuple[str, ...]) -> str:
    """Return the word around the figure from `start` to `end` that makes it a rough one; empty when there is none."""
    if text.startswith(after, end):
        return next(word for word in after if text.startswith(word, end))
    lead = text[max(0, start - 6):start].rstrip()
    if lead.endswith(before) and _NO_HEDGE.search(lead) is None:
        return next(word for word in before if lead.endswith(word))
    return lead[-1] if lead.endswith(_RANGE_MARKS) and _RANGE.search(lead) is not None else ""


def _value(chinese: str, scale: str | None) -> str | None:
    """Return the Chinese numeral `chinese` in Arabic digits; None when it is none."""
    high, _, low = chinese.partition("万")
    values = [parse_numeral(piece) for piece in (high, low) if piece]
    if None in values or (low and scale):
        return None
    return str(values[0] if not low else (values[0] or 0) * 10_000 + (values[1] or 0))


def _unit_at(text: str, start: int, units: dict[str, str], not_before: dict[str, tuple[str, ...]]) -> str:
    """Return the longest unit that stands at `start` of `text` as it is written; empty when there is none."""
    for length in range(_LONGEST_UNIT, 0, -1):
        unit = text[start:start + length]
        if unit in units and len(unit) == length:
            stops = not_before.get(unit)
            return "" if stops and text.startswith(stops, start + length) else unit
    return ""


@cache
def _words() -> tuple[
    re.Pattern[str], dict[str, str], tuple[str, ...], tuple[str, ...], dict[str, tuple[str, ...]]
]:
    """Return the form of a number, the units, the words before and after a rough figure, and what ends a unit."""
    data = read_yaml("wording", "units.yaml")
    units = {unit: unit for unit in data["counts"]} | {unit: MONEY for unit in data["money"]} | dict(data["relative"])
    first = "".join(sorted({unit[0] for unit in units}))
    number = re.compile(rf"{_NUMBER}(?:(?=[{first}])|(?<=百分之.)|(?<=百分之..)|(?<=百分之...)|(?<=百分之....))")
    before = tuple(sorted(data["approximate_before"], key=len, reverse=True))
    stops = {unit: tuple(words) for unit, words in data["not_before"].items()}
    return number, units, before, tuple(data["approximate_after"]), stops
