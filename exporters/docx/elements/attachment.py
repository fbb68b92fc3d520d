"""附件: on a page of its own, its label on line one, its title on line three (7.3.7)."""

from __future__ import annotations

from exporters.docx import styles
from exporters.docx.elements.body import body
from exporters.docx.oxml import line_break, paragraph, run
from models.layout.layout import Layout
from models.manuscript.blocks import ManuscriptAttachment
from models.manuscript.title_lines import break_title


def attachment(each: ManuscriptAttachment, layout: Layout) -> str:
    """Return the attachment `each` from its label to its last block; `layout` is that of its pages."""
    lines = break_title(each.title, layout.measures.title_max_characters)[0]
    return (
        paragraph(styles.ATTACHMENT_LABEL, run(each.label))
        + paragraph(styles.ATTACHMENT_TITLE, line_break().join(run(line) for line in lines))
        + body(each.blocks, layout, above=_height(len(lines), layout))
    )


def _height(title_lines: int, layout: Layout) -> int:
    """Return how high label and title are, in twips, with the gaps over and under the title."""
    measures = layout.measures
    return (1 + title_lines + 2 * measures.attachment_title_gap_lines) * measures.line_pitch_twips
