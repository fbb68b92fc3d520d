"""Clauses of running text, and the words and figures around a place: what rates, growth and conflicts are read from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from models.text.pattern import Pattern
from models.text.quantities import Amount

_STOP = Pattern(r"[，；。：、（）(;:\n]|,(?!\d{3})|\)|[？！]")
_FARTHEST = 60  # characters a clause may have; longer runs without a mark are no clause of a report
_HUNDRED = Decimal(100)


class Interval(NamedTuple):
    """What a printed figure may stand for: between `low` and `high`, both the same for an exact count."""

    low: Decimal
    high: Decimal


def clause_begin(text: str, place: int, begin: int = 0) -> int:
    """Return where the clause that holds `place` begins, not before `begin`."""
    stops = _stops(text)
    at = bisect_left(stops, place)
    first = stops[at - 1] + 1 if at else 0
    if first < place - _FARTHEST:
        first = place - _FARTHEST
    return begin if begin > first else first


def clause_end(text: str, place: int, end: int | None = None) -> int:
    """Return where the clause that holds `place` ends, not behind `end`; None is the end of `text`."""
    stop = len(text) if end is None else end
    if stop > place + _FARTHEST:
        stop = place + _FARTHEST
    stops = _stops(text)
    at = bisect_left(stops, place)
    return stops[at] if at < len(stops) and stops[at] < stop else stop


@lru_cache(maxsize=2048)
def _stops(text: str) -> tuple[int, ...]:
    """Return where the marks stand that end a clause of `text`."""
    return tuple(match.start() for match in _STOP.finditer(text))


def clause_of(text: str, amount: Amount, begin: int, end: int) -> str:
    """Return the words of the clause `amount` stands in, itself included."""
    return text[clause_begin(text, amount.start, begin):clause_end(text, amount.end, end)]


def interval_of(amount: Amount) -> Interval:
    """Return what `amount` may stand for: figures with a scale or decimals are rounded ones."""
    rounded = amount.scale or "." in amount.number
    half = amount.step / 2 if rounded else Decimal(0)
    return Interval(amount.value - half, amount.value + half)


def quotient(part: Amount, whole: Amount) -> Interval:
    """Return `part` ÷ `whole` in per cent; `whole` is not zero."""
    one, other = interval_of(part), interval_of(whole)
    low = other.low if other.low > 0 else whole.value
    return Interval(one.low * _HUNDRED / other.high, one.high * _HUNDRED / low)


def prints_as(value: Interval, printed: str) -> bool:
    """Return whether `value` is rounded or cut off to the figure `printed`."""
    digits = Decimal(1).scaleb(-len(printed.partition(".")[2]))
    stated = Decimal(printed)
    if value.low == value.high:
        return stated in (value.low.quantize(digits, ROUND_HALF_UP), value.low.quantize(digits, ROUND_DOWN))
    return value.low - digits < stated < value.high + digits


def printed_as(value: Decimal, like: str) -> str:
    """Return `value` rounded to the decimals of the figure `like`, two more when it would not differ from it."""
    digits = len(like.partition(".")[2])
    rounded = value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    if rounded == Decimal(like):
        rounded = value.quantize(Decimal(1).scaleb(-digits - 2), ROUND_HALF_UP)
    return f"{rounded:f}"


def same_unit(one: Amount, other: Amount, groups: Sequence[frozenset[str]]) -> bool:
    """Return whether two amounts count in one unit, or in units of one of `groups`."""
    return one.unit == other.unit or any({one.unit, other.unit} <= group for group in groups)
