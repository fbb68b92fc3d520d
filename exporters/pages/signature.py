"""发文机关署名, 成文日期 and 附注, with or without room for a 印章 (7.3.5, 7.3.6)."""

from __future__ import annotations

from exporters.legal import legal
from exporters.measures.signature import Indents, gap_above, indents_of
from exporters.pages.flow import FlowLine
from exporters.pages.setting import Gaps, Piece, Setting, Shape
from models.domain.place import SIGNATURE, Place
from models.manuscript.blocks import Manuscript


def signature(manuscript: Manuscript, setting: Setting) -> tuple[FlowLine, ...]:
    """Return the lines of 署名, 成文日期 and 附注 of `manuscript`, as far as there are any."""
    measures, look = setting.measures, setting.body_look()
    indents = indents_of(manuscript.signature, manuscript.date_of_issue, manuscript.sealed, measures)
    above = gap_above(manuscript.sealed, measures)
    lines: list[FlowLine] = []
    if manuscript.signature:
        piece = Piece(legal(manuscript.signature), look, Place(SIGNATURE, field="issuing_organ_signature"))
        right = round(indents.signature * measures.character_twips)
        shape = Shape(measures.line_pitch_twips, "right", right=right)
        lines += setting.paragraph((piece,), shape, Gaps(before=above, keep_next=True))
        above = 0
    if manuscript.date_of_issue:
        piece = Piece(legal(manuscript.date_of_issue), look, Place(SIGNATURE, field="date_of_issue"))
        gaps = Gaps(before=above, keep_next=bool(manuscript.remark))
        lines += setting.paragraph((piece,), _date_shape(indents, setting), gaps)
    if manuscript.remark:
        words = setting.layout.words
        remark = Piece(legal(manuscript.remark), look, Place(SIGNATURE, field="remark"))
        pieces = (Piece(words.remark_open, look), remark, Piece(words.remark_close, look))
        first = round(measures.body_indent_characters * measures.character_twips)
        lines += setting.paragraph(pieces, Shape(measures.line_pitch_twips, first=first))
    return tuple(lines)


def _date_shape(indents: Indents, setting: Setting) -> Shape:
    """Return where the 成文日期 stands."""
    measures = setting.measures
    pitch, character = measures.line_pitch_twips, measures.character_twips
    if indents.date_left is not None:
        return Shape(pitch, "left", left=round(indents.date_left * character))
    return Shape(pitch, "right", right=round(indents.date * character))
