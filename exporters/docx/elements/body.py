"""正文: headings of four levels, paragraphs, numbered paragraphs without 小标题 (7.3.3)."""

from __future__ import annotations

from exporters.docx import styles
from exporters.docx.elements.picture import picture
from exporters.docx.elements.table import table
from exporters.docx.oxml import PLAIN, Setting, paragraph, run
from exporters.measures.picture import picture_form
from models.layout.layout import Layout
from models.manuscript.blocks import Block, Heading, Paragraph, PrintedPicture, Table
from models.manuscript.kept_blocks import kept_blocks

LEAD_STYLES = {1: styles.HEI, 2: styles.KAI}


def body(blocks: tuple[Block, ...], layout: Layout, first_gap: int = 0, keep_last: bool = False, above: int = 0) -> str:
    """Return `blocks` in order; `first_gap` twips above the first of them; what keeps to it takes `above` twips.

    `keep_last` keeps the end of the text on the page of what follows: no signature stands on a page alone.
    """
    kept = kept_blocks(blocks, keep_last)
    gap = layout.measures.table_gap_twips
    written = []
    for index, block in enumerate(blocks):
        before = first_gap if index == 0 else gap if isinstance(blocks[index - 1], Table) else 0
        after = gap if index + 1 < len(blocks) and isinstance(blocks[index + 1], Table) else 0
        setting = _setting(before, after, index in kept)
        if isinstance(block, PrintedPicture):
            written.append(picture(block, picture_form(blocks, index, layout, above), setting))
        else:
            written.append(_block(block, layout, setting))
    return "".join(written)


def _setting(before: int, after: int, keep_next: bool) -> Setting:
    if not (before or after or keep_next):
        return PLAIN
    return Setting(keep_next=keep_next, before=before or None, after=after or None)


def _block(block: Heading | Paragraph | Table, layout: Layout, setting: Setting) -> str:
    if isinstance(block, Heading):
        return paragraph(styles.HEADINGS[block.level], run(block.number + block.text), setting)
    if isinstance(block, Paragraph):
        return paragraph(styles.BODY, _runs(block), setting)
    return table(block, layout)


def _runs(block: Paragraph) -> str:
    """Return the runs of a paragraph; number and first sentence in the face of its level."""
    lead = LEAD_STYLES.get(block.level, "")
    if not lead:
        return run(block.number + block.text)
    rest = block.text[block.lead:]
    return run(block.number + block.text[:block.lead], lead) + (run(rest) if rest else "")
