"""草稿 or 送审稿 in the page head: nobody can take the file for final."""

from __future__ import annotations

from exporters.legal import legal
from exporters.pages.placed import Placed, moved_down
from exporters.pages.setting import Piece, Setting, Shape
from models.layout.layout import TWIPS_PER_MM


def draft_mark(mark: str, setting: Setting) -> tuple[Placed, ...]:
    """Return `mark` in the middle of the page head, nothing without one; places on the sheet."""
    if not mark:
        return ()
    measures = setting.measures
    piece = Piece(legal(mark), setting.look(setting.layout.faces.hei, measures.draft_mark_pt))
    top = measures.header_distance_twips / TWIPS_PER_MM
    line = setting.one_line((piece,), Shape(measures.line_pitch_twips, "center"))
    return tuple(moved_down(item, top) for item in line)
