"""标题: centred, its lines broken by rule or by the clerk (7.3.1)."""

from __future__ import annotations

from exporters.legal import legal
from exporters.page_one import gaps_of
from exporters.pages.flow import FlowLine
from exporters.pages.setting import Gaps, Piece, Setting, Shape
from models.domain.place import HEAD, Place
from models.manuscript.blocks import Manuscript


def title(manuscript: Manuscript, setting: Setting) -> tuple[FlowLine, ...]:
    """Return the lines of the title of `manuscript`."""
    gap = gaps_of(manuscript, setting.layout).over_title
    place = Place(HEAD, field="title")
    return title_lines(manuscript.title_lines, place, setting, setting.measures.title_line_twips, Gaps(before=gap))


def title_lines(
    lines: tuple[str, ...], place: Place, setting: Setting, line: int, gaps: Gaps
) -> tuple[FlowLine, ...]:
    """Return `lines` of a title, each `line` twips high, kept together and with what follows."""
    faces, measures = setting.layout.faces, setting.measures
    look = setting.look(faces.title, measures.title_pt, bold=faces.title_bold)
    written: list[FlowLine] = []
    start = place.start
    last = len(lines) - 1
    for index, text in enumerate(lines):
        around = Gaps(gaps.before * (index == 0), gaps.after * (index == last), keep_next=True)
        piece = Piece(legal(text), look, Place(place.task, place.entry, place.field, start))
        written += setting.paragraph((piece,), Shape(line, "center"), around)
        start += len(text)
    return tuple(written)
