"""附件: on a page of its own, its label on line one, its title on line three (7.3.7)."""

from __future__ import annotations

from exporters.legal import legal
from exporters.pages.flow import FlowLine
from exporters.pages.setting import Gaps, Piece, Setting, Shape
from exporters.pages.title import title_lines
from models.manuscript.blocks import ManuscriptAttachment
from models.manuscript.title_lines import break_title


def attachment(each: ManuscriptAttachment, setting: Setting) -> tuple[FlowLine, ...]:
    """Return the label and the title of the attachment `each`; its blocks are set as any others."""
    measures = setting.measures
    pitch = measures.line_pitch_twips
    gap = measures.attachment_title_gap_lines * pitch
    lines = break_title(each.title, measures.title_max_characters)[0]
    label = Piece(legal(each.label), setting.body_look(setting.layout.faces.hei))
    return (
        *setting.paragraph((label,), Shape(pitch, "left"), Gaps(keep_next=True, new_page=True), 1,
                           f"{each.label} {each.title}".strip()),
        *title_lines(lines, each.place, setting, pitch, Gaps(gap, gap)),
    )
