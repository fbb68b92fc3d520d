"""The 版头 in numbers: 份号 to 紧急程度, 发文机关标志, 发文字号, 签发人 and the red line (7.2)."""

from __future__ import annotations

from typing import NamedTuple

from models.layout.layout import TWIPS_PER_MM, TWIPS_PER_PT, Measures
from models.layout.mark import MarkForm
from models.layout.measuring import width_in_characters
from models.manuscript.blocks import ManuscriptHead


class SmallLine(NamedTuple):
    """A line at the top left of page one: `field` of the head, in 黑体 or not, `skipped` empty lines above it."""

    field: str
    text: str
    black: bool
    skipped: int = 0


class SignatoryColumns(NamedTuple):
    """Where several 签发人 stand: their label, then one column a name; twips from the left of the 版心."""

    label: int
    names: tuple[int, ...]


def small_lines(head: ManuscriptHead) -> tuple[SmallLine, ...]:
    """Return 份号, 密级 and 紧急程度 as far as they are there; 密级 keeps to line two without a 份号."""
    lines = [SmallLine("copy_number", head.copy_number, False)] if head.copy_number else []
    if head.secrecy:
        lines.append(SmallLine("secrecy", head.secrecy, True, 0 if head.copy_number else 1))
    if head.urgency:
        lines.append(SmallLine("urgency", head.urgency, True))
    return tuple(lines)


def space_above_mark(form: MarkForm, small: tuple[SmallLine, ...], measures: Measures) -> int:
    """Return the space between the lines `small` and a 标志 of `form`, in twips, so that its ink is where it must."""
    above = sum(1 + each.skipped for each in small) * measures.line_pitch_twips
    return max(0, round(measures.mark_top_mm * TWIPS_PER_MM - above - form.ink_offset(measures)))


def side_indent(measures: Measures) -> int:
    """Return how far 发文字号 and 签发人 stand from the edges of the 版心, in twips."""
    return round(measures.side_indent_characters * measures.character_twips)


def red_line_top_mm(measures: Measures) -> float:
    """Return how far the upper edge of the red line lies under the top of the line with the 发文字号."""
    glyph_bottom = measures.line_pitch_twips * measures.baseline_share \
        + measures.body_pt * TWIPS_PER_PT * measures.descent_share
    return glyph_bottom / TWIPS_PER_MM + measures.red_line_gap_mm


def signatory_rows(names: tuple[str, ...], measures: Measures) -> tuple[tuple[str, ...], ...]:
    """Return `names` line by line; the 发文字号 stands level with the last line, so there is always one."""
    per_line = measures.signatories_per_line
    return tuple(names[start:start + per_line] for start in range(0, len(names), per_line)) or ((),)


def signatory_columns(names: tuple[str, ...], label: str, measures: Measures) -> SignatoryColumns:
    """Return the columns of several `names`; the last column ends one 字 from the edge of the 版心."""
    character = measures.character_twips
    widest = max(width_in_characters(name) for name in names) * character
    count = min(len(names), measures.signatories_per_line)
    right = measures.text_width_twips - measures.side_indent_characters * character
    first = right - count * widest - (count - 1) * character
    columns = tuple(round(first + index * (widest + character)) for index in range(count))
    return SignatoryColumns(round(first - width_in_characters(label) * character), columns)
