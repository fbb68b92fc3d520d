"""发文机关署名, 成文日期 and 附注, with or without room for a 印章 (7.3.5, 7.3.6)."""

from __future__ import annotations

from typing import NamedTuple

from exporters.docx import styles
from exporters.docx.oxml import Setting, paragraph, run
from models.layout.layout import Layout, Measures
from models.layout.measuring import width_in_characters
from models.manuscript.blocks import Manuscript


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


def signature(manuscript: Manuscript, layout: Layout) -> str:
    """Return 署名, 成文日期 and 附注 as far as there are any."""
    measures = layout.measures
    indents = indents_of(manuscript.signature, manuscript.date_of_issue, manuscript.sealed, measures)
    gap = measures.sealed_gap_lines if manuscript.sealed else measures.unsealed_gap_lines
    above: int | None = gap * measures.line_pitch_twips
    paragraphs = []
    if manuscript.signature:
        right = round(indents.signature * measures.character_twips)
        paragraphs.append(paragraph(styles.SIGNATURE, run(manuscript.signature), Setting(before=above, right=right)))
        above = None
    if manuscript.date_of_issue:
        setting = _date_setting(indents, manuscript, measures)._replace(before=above)
        paragraphs.append(paragraph(styles.DATE, run(manuscript.date_of_issue), setting))
    if manuscript.remark:
        words = layout.words
        paragraphs.append(paragraph(styles.REMARK, run(words.remark_open + manuscript.remark + words.remark_close)))
    return "".join(paragraphs)


def _date_setting(indents: Indents, manuscript: Manuscript, measures: Measures) -> Setting:
    """Return where the 成文日期 stands; a 附注 under it is kept on its page."""
    keep = bool(manuscript.remark)
    if indents.date_left is not None:
        return Setting(keep, left=round(indents.date_left * measures.character_twips), align="left")
    hundredths = round(indents.date * 100) if manuscript.sealed else None
    return Setting(keep, right=round(indents.date * measures.character_twips), right_characters=hundredths)
