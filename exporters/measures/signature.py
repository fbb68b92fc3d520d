"""发文机关署名 and 成文日期 in numbers, with or without room for a 印章 (7.3.5)."""

from __future__ import annotations

from typing import NamedTuple

from models.layout.layout import Measures
from models.layout.measuring import width_in_characters


class Indents(NamedTuple):
    """Where 署名 and 成文日期 stand, in 字: from the right margin, or, `date_left`, from the left one.

    Unsealed, the date is placed by its first character, which the standard fixes, so that a program that sets
    digits wider (LibreOffice puts space around them) moves its end and not its beginning.
    """

    signature: float
    date: float = 0.0
    date_left: float | None = None


def indents_of(signature: str, date: str, sealed: bool, measures: Measures) -> Indents:
    """Return the indents of `signature` and `date` by 7.3.5.1 (sealed) or 7.3.5.2.

    Sealed, the 署名 is centred over the date; one too wide for that ends at the margin. Unsealed, the date
    begins two 字 after the 署名; a date wider than the 署名 keeps two 字 to the margin and the 署名 moves left.
    """
    organ, day = width_in_characters(signature), width_in_characters(date)
    if sealed:
        right = measures.sealed_date_right_characters
        return Indents(max(0.0, right + (day - organ) / 2), right)
    right, offset = measures.unsealed_right_characters, measures.unsealed_date_offset_characters
    if day > organ:
        return Indents(right + offset + day - organ, right)
    line = measures.text_width_twips / measures.character_twips
    return Indents(right, date_left=max(0.0, line - right - organ + offset))


def gap_above(sealed: bool, measures: Measures) -> int:
    """Return the empty space between the text and the first line of the signature, in twips."""
    lines = measures.sealed_gap_lines if sealed else measures.unsealed_gap_lines
    return lines * measures.line_pitch_twips
