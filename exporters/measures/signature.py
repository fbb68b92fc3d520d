"""发文机关署名 and 成文日期 in numbers: with room for 印章 or 签名章, or without, of one organ or several (7.3.5)."""

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


class SealRow(NamedTuple):
    """Names of a joint issue that stand on one line, the middle of each in twips from the left of the 版心."""

    names: tuple[str, ...]
    centres: tuple[int, ...]
    before: int


def seal_rows(names: tuple[str, ...], date: str, measures: Measures) -> tuple[SealRow, ...]:
    """Return the rows of several sealed `names`: room for a 印章 each, the last name and seal over the `date`.

    Names too wide to stand side by side have a row each.
    """
    line = measures.text_width_twips / measures.character_twips
    widest = max(map(width_in_characters, names))
    over_date = line - measures.sealed_date_right_characters - width_in_characters(date) / 2
    last = min(over_date, line - widest / 2)
    step = max(measures.seal_step_characters, widest + 1)
    fitting = 1 + int((last - max(widest, measures.seal_step_characters - 1) / 2) // step)
    count = max(1, min(measures.seals_per_row, fitting))
    rows = []
    for start in range(0, len(names), count):
        row = names[start:start + count]
        centres = tuple(
            round((last - back * step) * measures.character_twips) for back in range(len(row) - 1, -1, -1))
        before = gap_above(True, measures) if start == 0 else (measures.seal_row_lines - 1) * measures.line_pitch_twips
        rows.append(SealRow(row, centres, before))
    return tuple(rows)


class StampRow(NamedTuple):
    """A 职务 on the left of the room for a 签名章: empty twips above it, and on its right."""

    post: str
    before: int
    right: int


def stamp_rows(posts: tuple[str, ...], measures: Measures) -> tuple[StampRow, ...]:
    """Return the rows of `posts`, each level with the middle of its 签名章 (7.3.5.3)."""
    pitch = measures.line_pitch_twips
    half = (measures.stamp_lines - 1) * pitch // 2
    right = round(measures.character_twips * (
        measures.stamp_right_characters + measures.stamp_width_characters + measures.stamp_post_gap_characters))
    return tuple(
        StampRow(post, half + (measures.stamp_gap_lines * pitch if index == 0 else half + pitch), right)
        for index, post in enumerate(posts)
    )


def gap_under_stamps(measures: Measures) -> int:
    """Return the empty space between the line of the last 职务 and that of the 成文日期, in twips."""
    return round(((measures.stamp_lines - 1) / 2 + measures.stamp_date_gap_lines) * measures.line_pitch_twips)
