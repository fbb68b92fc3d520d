"""发文机关署名, 成文日期 and 附注, with or without room for a 印章 (7.3.5, 7.3.6)."""

from __future__ import annotations

from exporters.docx import styles
from exporters.docx.oxml import Setting, paragraph, run
from exporters.measures.signature import Indents, gap_above, indents_of
from models.layout.layout import Layout, Measures
from models.manuscript.blocks import Manuscript


def signature(manuscript: Manuscript, layout: Layout) -> str:
    """Return 署名, 成文日期 and 附注 as far as there are any."""
    measures = layout.measures
    indents = indents_of(manuscript.signature, manuscript.date_of_issue, manuscript.sealed, measures)
    above: int | None = gap_above(manuscript.sealed, measures)
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
