"""发文机关署名, 成文日期 and 附注, with or without room for a 印章 (7.3.5, 7.3.6)."""

from __future__ import annotations

from dataclasses import dataclass

from exporters.docx import styles
from exporters.docx.oxml import Setting, paragraph, run
from models.layout.layout import Layout, Measures
from models.layout.measuring import width_in_characters
from models.manuscript.blocks import Manuscript


@dataclass(frozen=True, slots=True)
class RightIndents:
    """How many 字 署名 and 成文日期 stay away from the right margin."""

    signature: float
    date: float


def right_indents(signature: str, date: str, sealed: bool, measures: Measures) -> RightIndents:
    """Return the indents of `signature` and `date` by 7.3.5.1 (sealed) or 7.3.5.2.

    Sealed, the 署名 is centred over the date; one too wide for that ends at the margin. Unsealed, the date
    begins two 字 after the 署名; a date too long for that keeps its two 字 and the 署名 moves to the left.
    """
    organ, day = width_in_characters(signature), width_in_characters(date)
    if sealed:
        right = measures.sealed_date_right_characters
        return RightIndents(max(0.0, right + (day - organ) / 2), right)
    right, offset = measures.unsealed_right_characters, measures.unsealed_date_offset_characters
    date_right = right + organ - offset - day
    if date_right < right and day > organ:
        return RightIndents(right + offset + day - organ, right)
    return RightIndents(right, max(0.0, date_right))


def signature(manuscript: Manuscript, layout: Layout) -> str:
    """Return 署名, 成文日期 and 附注 as far as there are any."""
    measures = layout.measures
    indents = right_indents(manuscript.signature, manuscript.date_of_issue, manuscript.sealed, measures)
    gap = measures.sealed_gap_lines if manuscript.sealed else measures.unsealed_gap_lines
    above: int | None = gap * measures.line_pitch_twips
    paragraphs = []
    if manuscript.signature:
        right = round(indents.signature * measures.character_twips)
        paragraphs.append(paragraph(styles.SIGNATURE, run(manuscript.signature), Setting(before=above, right=right)))
        above = None
    if manuscript.date_of_issue:
        setting = Setting(
            keep_next=bool(manuscript.remark),
            before=above,
            right=round(indents.date * measures.character_twips),
            right_characters=round(indents.date * 100) if manuscript.sealed else None,
        )
        paragraphs.append(paragraph(styles.DATE, run(manuscript.date_of_issue), setting))
    if manuscript.remark:
        words = layout.words
        paragraphs.append(paragraph(styles.REMARK, run(words.remark_open + manuscript.remark + words.remark_close)))
    return "".join(paragraphs)
