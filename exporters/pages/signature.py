"""发文机关署名, 成文日期 and 附注, with or without room for a 印章 (7.3.5, 7.3.6)."""

from __future__ import annotations

from exporters.legal import legal
from exporters.measures.signature import (
    Indents,
    gap_above,
    gap_under_stamps,
    indents_of,
    seal_rows,
    stamp_rows,
)
from exporters.pages.flow import FlowLine
from exporters.pages.setting import Gaps, Piece, Setting, Shape
from models.domain.place import SIGNATURE, Place
from models.manuscript.blocks import Manuscript


def signature(manuscript: Manuscript, setting: Setting) -> tuple[FlowLine, ...]:
    """Return the lines of 署名, 成文日期 and 附注 of `manuscript`, as far as there are any."""
    measures, look = setting.measures, setting.body_look()
    lines, last = _names(manuscript, setting)
    sealed = manuscript.sealed or bool(manuscript.stamp_posts)
    indents = indents_of(last, manuscript.date_of_issue, sealed, measures)
    above = gap_above(manuscript.sealed, measures)
    if lines:
        above = gap_under_stamps(measures) if manuscript.stamp_posts else 0
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


def _names(manuscript: Manuscript, setting: Setting) -> tuple[list[FlowLine], str]:
    """Return the lines above the 成文日期, and the name by which the date is placed."""
    measures, look, names = setting.measures, setting.body_look(), manuscript.signatures
    pitch, place = measures.line_pitch_twips, Place(SIGNATURE, field="issuing_organ_signature")
    lines: list[FlowLine] = []
    if manuscript.stamp_posts:
        for stamp in stamp_rows(manuscript.stamp_posts, measures):
            piece = Piece(legal(stamp.post), look, Place(SIGNATURE, field="stamp_posts"))
            lines += setting.paragraph(
                (piece,), Shape(pitch, "right", right=stamp.right), Gaps(before=stamp.before, keep_next=True))
        return lines, ""
    if manuscript.sealed and len(names) > 1:
        baseline = setting.baseline(pitch)
        for row in seal_rows(names, manuscript.date_of_issue, measures):
            pieces = [Piece(legal(name), look, place) for name in row.names]
            items = tuple(setting.text(centre - setting.width(piece.text, look) / 2, baseline, piece)
                          for piece, centre in zip(pieces, row.centres, strict=True))
            lines.append(FlowLine(pitch, items, before=row.before, keep_next=True))
        return lines, names[-1]
    for index, name in enumerate(names):
        date = manuscript.date_of_issue if index == len(names) - 1 else ""
        right = round(indents_of(name, date, manuscript.sealed, measures).signature * measures.character_twips)
        gaps = Gaps(before=gap_above(manuscript.sealed, measures) if index == 0 else 0, keep_next=True)
        lines += setting.paragraph((Piece(legal(name), look, place),), Shape(pitch, "right", right=right), gaps)
    return lines, names[-1] if names else ""


def _date_shape(indents: Indents, setting: Setting) -> Shape:
    """Return where the 成文日期 stands."""
    measures = setting.measures
    pitch, character = measures.line_pitch_twips, measures.character_twips
    if indents.date_left is not None:
        return Shape(pitch, "left", left=round(indents.date_left * character))
    return Shape(pitch, "right", right=round(indents.date * character))
