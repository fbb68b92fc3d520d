"""发文机关署名, 成文日期 and 附注, with or without room for 印章 or 签名章 (7.3.5, 7.3.6)."""

from __future__ import annotations

from exporters.docx import styles
from exporters.docx.oxml import Setting, paragraph, run
from exporters.measures.signature import (
    Indents,
    gap_above,
    gap_under_stamps,
    indents_of,
    seal_rows,
    stamp_rows,
)
from models.layout.layout import Layout, Measures
from models.manuscript.blocks import Manuscript


def signature(manuscript: Manuscript, layout: Layout) -> str:
    """Return 署名, 成文日期 and 附注 as far as there are any."""
    measures = layout.measures
    above: int | None = gap_above(manuscript.sealed, measures)
    organs, last = _names(manuscript, measures)
    if organs:
        above = gap_under_stamps(measures) if manuscript.stamp_posts else None
    sealed = manuscript.sealed or bool(manuscript.stamp_posts)
    indents = indents_of(last, manuscript.date_of_issue, sealed, measures)
    written = [organs]
    if manuscript.date_of_issue:
        setting = _date_setting(indents, sealed, bool(manuscript.remark), measures)._replace(before=above)
        written.append(paragraph(styles.DATE, run(manuscript.date_of_issue), setting))
    if manuscript.remark:
        words = layout.words
        written.append(paragraph(styles.REMARK, run(words.remark_open + manuscript.remark + words.remark_close)))
    return "".join(written)


def _names(manuscript: Manuscript, measures: Measures) -> tuple[str, str]:
    """Return the lines above the 成文日期, and the name by which the date is placed."""
    names = manuscript.signatures
    if manuscript.stamp_posts:
        return "".join(
            paragraph(styles.SIGNATURE, run(row.post), Setting(before=row.before, right=row.right))
            for row in stamp_rows(manuscript.stamp_posts, measures)), ""
    if manuscript.sealed and len(names) > 1:
        return "".join(
            paragraph(styles.SIGNATURE, "".join(run("\t" + name) for name in row.names), Setting(
                before=row.before, tabs=tuple(("center", centre) for centre in row.centres), align="left"))
            for row in seal_rows(names, manuscript.date_of_issue, measures)), names[-1]
    written = []
    for index, name in enumerate(names):
        right = indents_of(name, manuscript.date_of_issue if name == names[-1] else "", manuscript.sealed, measures)
        before = gap_above(manuscript.sealed, measures) if index == 0 else None
        setting = Setting(before=before, right=round(right.signature * measures.character_twips))
        written.append(paragraph(styles.SIGNATURE, run(name), setting))
    return "".join(written), names[-1] if names else ""


def _date_setting(indents: Indents, sealed: bool, keep: bool, measures: Measures) -> Setting:
    """Return where the 成文日期 stands; a 附注 under it is kept on its page."""
    if indents.date_left is not None:
        return Setting(keep, left=round(indents.date_left * measures.character_twips), align="left")
    hundredths = round(indents.date * 100) if sealed else None
    return Setting(keep, right=round(indents.date * measures.character_twips), right_characters=hundredths)
