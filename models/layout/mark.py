"""The 发文机关标志 in numbers: one name in a line, or those of a joint issue one under the other (7.2.4)."""

from __future__ import annotations

import math
from typing import NamedTuple

from models.layout.layout import TWIPS_PER_MM, TWIPS_PER_PT, Measures
from models.layout.measuring import size_of_mark, width_in_characters


class MarkForm(NamedTuple):
    """How a 标志 is set: its characters, the height of a line and of the whole, and its columns, in twips.

    `names_width` is that of the longest name. `word_width` is the room of 文件 on the right of several names, with
    the gap before it; 0 when it is part of the name or not there.
    """

    pt: float
    scale_percent: int
    line: int
    height: int
    names_width: int
    word_width: int = 0

    def ink_offset(self, measures: Measures) -> float:
        """Return how far the ink of the first name lies under the top of its line, in twips."""
        return measures.baseline_share * self.line - measures.mark_ink_share * self.pt * TWIPS_PER_PT


def mark_form(names: tuple[str, ...], word: str, measures: Measures) -> MarkForm:
    """Return how `names` are set, one under the other, with `word` on their right when there are several."""
    widest = max(map(width_in_characters, names), default=0.0)
    if len(names) < 2:
        size = size_of_mark(names[0] if names else "", measures)
        line = round(size.pt * TWIPS_PER_PT)
        return MarkForm(*size, line, line, _width(widest, size.pt, size.scale_percent))
    beside = width_in_characters(word) + measures.joint_gap_characters if word else 0.0
    pt, scale = _joint_size(widest + beside, len(names), measures)
    line = round(pt * TWIPS_PER_PT * measures.joint_line_share)
    return MarkForm(pt, scale, line, line * len(names), _width(widest, pt, scale), _width(beside, pt, scale))


def _joint_size(characters: float, rows: int, measures: Measures) -> tuple[float, int]:
    """Return size and width in percent at which `rows` lines of `characters` 字 fit; narrowed before made smaller."""
    room = measures.mark_max_width_mm * TWIPS_PER_MM / TWIPS_PER_PT
    high = measures.joint_mark_height_mm * TWIPS_PER_MM / TWIPS_PER_PT / (rows * measures.joint_line_share)
    largest = min(measures.mark_max_pt, high)
    least = min(measures.mark_min_pt, largest)
    natural = room / characters
    if natural >= least:
        return _half(min(largest, natural)), 100
    scale = math.floor(100 * natural / least)
    if scale >= measures.mark_min_scale_percent:
        return _half(least), scale
    return _half(natural * 100 / measures.mark_min_scale_percent), measures.mark_min_scale_percent


def _half(pt: float) -> float:
    """Return `pt` cut to half points, in which Word counts."""
    return math.floor(pt * 2) / 2


def _width(characters: float, pt: float, scale_percent: int) -> int:
    return math.ceil(characters * pt * TWIPS_PER_PT * scale_percent / 100)
