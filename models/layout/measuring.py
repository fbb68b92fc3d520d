"""How wide a text is and how many lines it takes: estimates in 字, good enough to size a box and to choose a place."""

from __future__ import annotations

import math
import unicodedata
from typing import NamedTuple

from models.layout.layout import TWIPS_PER_MM, TWIPS_PER_PT, Measures

NO_LINE_START = "，。、；：？！）》〉】〕”’…"


def width_in_characters(text: str) -> float:
    """Return the width of `text` in 字: full-width characters and marks 1, digits and Latin letters one half."""
    return sum(_width(character) for character in text)


def _width(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    return 0.0 if unicodedata.combining(character) else 0.5


def count_lines(text: str, characters: float) -> int:
    """Return how many lines of `characters` 字 `text` takes when no closing mark may begin a line; at least 1."""
    lines, filled, previous = 1, 0.0, 0.0
    for character in text:
        width = _width(character)
        if filled + width > characters + 1e-9:
            lines += 1
            filled = previous if character in NO_LINE_START else 0.0
        filled += width
        previous = width
    return lines


class MarkSize(NamedTuple):
    """How large the 发文机关标志 is set: size, and width of its characters in percent (100: as designed)."""

    pt: float
    scale_percent: int


def size_of_mark(mark: str, measures: Measures) -> MarkSize:
    """Return the largest size at which `mark` stays in one line within its width.

    A long name is first set narrower (长体), down to the least width, and only then smaller.
    """
    characters = max(1.0, width_in_characters(mark))
    room_pt = measures.mark_max_width_mm * TWIPS_PER_MM / TWIPS_PER_PT
    natural = room_pt / characters
    if natural >= measures.mark_min_pt:
        return MarkSize(min(measures.mark_max_pt, math.floor(natural * 2) / 2), 100)
    scale = math.floor(100 * natural / measures.mark_min_pt)
    if scale >= measures.mark_min_scale_percent:
        return MarkSize(measures.mark_min_pt, scale)
    narrow = natural * 100 / measures.mark_min_scale_percent
    return MarkSize(math.floor(narrow * 2) / 2, measures.mark_min_scale_percent)
