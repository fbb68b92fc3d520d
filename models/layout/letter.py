"""The first page of a 信函 in numbers: its mark, its double lines, and where its text begins (10.1)."""

from __future__ import annotations

from typing import NamedTuple

from models.layout.layout import TWIPS_PER_MM, TWIPS_PER_PT, Measures
from models.layout.mark import mark_form

ASCENT_SHARE = 0.86  # of a character's frame, over the baseline; `descent_share` is the rest


class LetterRule(NamedTuple):
    """A red rule: its upper edge in millimetres from the top of the sheet, and its weight."""

    top_mm: float
    weight_mm: float


class LetterPage(NamedTuple):
    """Where things stand on page one: the mark's line and the rules on the sheet, the first line in the 版心."""

    mark_top_mm: float
    rules: tuple[LetterRule, ...]
    first_line_twips: int  # top of the first line of text under the top of the 版心


def letter_page(mark: str, measures: Measures) -> LetterPage:
    """Return the first page of a letter under `mark`."""
    form = mark_form((mark,), "", measures)
    top = measures.letter_mark_top_mm - form.ink_offset(measures) / TWIPS_PER_MM
    baseline = top + measures.baseline_share * form.line / TWIPS_PER_MM
    bottom = baseline + measures.descent_share * form.pt * TWIPS_PER_PT / TWIPS_PER_MM
    upper = bottom + measures.letter_line_gap_mm
    double = measures.letter_thick_mm + measures.letter_between_mm + measures.letter_thin_mm
    lower = measures.page_height_twips / TWIPS_PER_MM - measures.letter_line_bottom_mm - double
    rules = (
        LetterRule(upper, measures.letter_thick_mm),
        LetterRule(upper + double - measures.letter_thin_mm, measures.letter_thin_mm),
        LetterRule(lower, measures.letter_thin_mm),
        LetterRule(lower + double - measures.letter_thick_mm, measures.letter_thick_mm),
    )
    inside = measures.baseline_share * measures.line_pitch_twips - ASCENT_SHARE * measures.body_pt * TWIPS_PER_PT
    first = (upper + double + measures.letter_text_gap_mm) * TWIPS_PER_MM - inside - measures.top_margin_twips
    return LetterPage(top, rules, max(0, round(first)))
