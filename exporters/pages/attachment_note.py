"""附件说明: two 字 in, wrapped lines under the first character of the name (7.3.4)."""

from __future__ import annotations

from exporters.legal import legal
from exporters.measures.attachment_note import note_entries
from exporters.pages.flow import FlowLine
from exporters.pages.setting import NOWHERE, Gaps, Piece, Setting, Shape
from models.manuscript.blocks import Manuscript


def attachment_note(manuscript: Manuscript, setting: Setting) -> tuple[FlowLine, ...]:
    """Return the lines of the 附件说明 of `manuscript`; none without attachments."""
    pitch, look = setting.measures.line_pitch_twips, setting.body_look()
    places = tuple(each.place for each in manuscript.attachments)
    lines: list[FlowLine] = []
    for index, entry in enumerate(note_entries(manuscript.attachment_notes, setting.layout)):
        place = places[index] if index < len(places) else NOWHERE
        pieces = (Piece(entry.label + entry.number, look), Piece(legal(entry.name), look, place))
        shape = Shape(pitch, "left", entry.left, first=-entry.hanging)
        lines += setting.paragraph(pieces, shape, Gaps(before=entry.before, keep_next=True))
    return tuple(lines)
