"""The title: its patterns, and where it is broken into lines (GB/T 9704 7.3.1: 词意完整、排列对称、长短适宜).

A title is cut only between words. Every possible cut has a price (`title_cuts`), every set of lines a price for its
shape; the cheapest sets whose shape is a 梯形 or a 菱形 come first.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from models.domain.organ import Organ
from models.layout.loader import load_words
from models.layout.measuring import width_in_characters
from models.manuscript.title_cuts import FORBIDDEN, cut_prices

ONE_LINE = 19.0
LONGEST_TITLE = 100.0
SHORTEST_LINE = 4.0
RESULTS = 3
BEAM = 24
UNEVEN, EXTRA_LINE, EQUAL_PAIR = 0.15, 3.5, 1.0
FAULT = 200.0  # a line too short, or a shape that is neither 梯形 nor 菱形

Lines = tuple[str, ...]


def title_patterns(organ: Organ, year: int) -> tuple[str, ...]:
    """Return the usual titles of the report of `organ` on `year`, the first by default; 年度 is never doubled."""
    return tuple(pattern.format(organ=organ.name, year=year) for pattern in load_words().title_patterns)


def default_title(organ: Organ, year: int) -> str:
    """Return the title a new report of `organ` on `year` starts with."""
    return title_patterns(organ, year)[0]


@lru_cache(maxsize=256)  # titles stay while the text is written
def break_title(title: str, width: float = 20.0) -> tuple[Lines, ...]:
    """Return up to three ways to break `title` into lines of at most `width` 字, best first.

    Works for any text: joined, the lines of each way are `title` without its line breaks.
    """
    text = "".join(title.split("\n")).replace("\r", "")
    total = width_in_characters(text)
    if total <= min(ONE_LINE, width):
        return ((text,),)
    if total > LONGEST_TITLE:
        return (_filled(text, width),)
    prices = cut_prices(text)
    found = _ranked(text, {at: price for at, price in prices.items() if price < FORBIDDEN}, width)
    found = found or _ranked(text, prices, width)
    if not found:
        return (_filled(text, width),)
    good = [lines for price, lines in found if price < FAULT]
    return tuple((good or [found[0][1]])[:RESULTS])


def _ranked(text: str, prices: Mapping[int, float], width: float) -> list[tuple[float, Lines]]:
    """Return the sets of lines that the cuts `prices` allow, with their prices, cheapest first."""
    total = width_in_characters(text)
    least = max(2, math.ceil(total / min(ONE_LINE, width)))
    ranked: list[tuple[float, Lines]] = []
    for count in range(least, least + 3):
        for price, cuts in _cheapest(text, prices, count, width):
            bounds = (0, *cuts, len(text))
            lines = tuple(text[start:end] for start, end in zip(bounds, bounds[1:], strict=False))
            ranked.append((price + _shape_price(lines) + EXTRA_LINE * (count - least), lines))
    return sorted(ranked, key=lambda each: each[0])


def _cheapest(
    text: str, prices: Mapping[int, float], count: int, width: float
) -> list[tuple[float, tuple[int, ...]]]:
    """Return the cheapest sets of cuts that make `count` lines, none wider than `width`, with their prices."""
    offsets = [0.0]
    for character in text:
        offsets.append(offsets[-1] + width_in_characters(character))
    mean = offsets[-1] / count
    ends = [*sorted(prices), len(text)]
    states: dict[int, list[tuple[float, tuple[int, ...]]]] = {0: [(0.0, ())]}
    for line in range(1, count + 1):
        following: dict[int, list[tuple[float, tuple[int, ...]]]] = {}
        for start, ways in states.items():
            for end in ends:
                span = offsets[end] - offsets[start]
                if end <= start or span > width or (end == len(text)) is not (line == count):
                    continue
                added = UNEVEN * (span - mean) ** 2 + _long_price(span) + prices.get(end, 0.0)
                kept = following.setdefault(end, [])
                kept += [(price + added, (*cuts, end) if end < len(text) else cuts) for price, cuts in ways]
        states = {end: sorted(ways)[:BEAM] for end, ways in following.items()}
    return states.get(len(text), [])


def _long_price(span: float) -> float:
    return 6.0 if span > ONE_LINE else 2.0 if span > ONE_LINE - 1 else 0.0


def _shape_price(lines: Sequence[str]) -> float:
    """Return what is to be said against the shape of `lines`: rectangle, hour-glass, zigzag, a line too short."""
    widths = [width_in_characters(line) for line in lines]
    price = FAULT * sum(width < SHORTEST_LINE for width in widths)
    steps = [0 if abs(right - left) < 1 else (1 if right > left else -1)
             for left, right in zip(widths, widths[1:], strict=False)]
    equal = steps.count(0)
    if equal > 1:
        price += FAULT
    moves = [step for step in steps if step]
    if any(before < after for before, after in zip(moves, moves[1:], strict=False)):
        price += FAULT
    return price + EQUAL_PAIR * equal


def _filled(text: str, width: float) -> Lines:
    """Return `text` in lines filled one after the other, without regard to words: the last resort."""
    lines, filled = [""], 0.0
    for character in text:
        if filled + width_in_characters(character) > width and lines[-1]:
            lines.append("")
            filled = 0.0
        lines[-1] += character
        filled += width_in_characters(character)
    return tuple(lines)
