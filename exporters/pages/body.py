"""正文: headings of four levels, paragraphs, numbered paragraphs without 小标题, tables (7.3.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from exporters.legal import legal
from exporters.pages.flow import FlowLine
from exporters.measures.picture import picture_form
from exporters.pages.picture import picture_lines
from exporters.pages.setting import Gaps, Piece, Setting, Shape
from exporters.pages.tables import table_lines
from models.domain.place import Place
from models.manuscript.blocks import Block, Heading, Paragraph, PrintedPicture, Table
from models.manuscript.kept_blocks import kept_blocks

KEPT = 4096  # paragraphs


def body(blocks: tuple[Block, ...], setting: Setting, first_gap: int = 0, keep_last: bool = False,
         above: int = 0) -> Iterator[FlowLine]:
    """Yield the lines of `blocks` in order; `first_gap` twips above the first of them; what keeps to it takes `above`.

    `keep_last` keeps the end of the text on the page of what follows: no signature stands on a page alone.
    """
    kept = kept_blocks(blocks, keep_last)
    gap = setting.measures.table_gap_twips
    for index, block in enumerate(blocks):
        if isinstance(block, Table):
            yield from table_lines(block, setting)
            continue
        before = first_gap if index == 0 else gap if isinstance(blocks[index - 1], Table) else 0
        after = gap if index + 1 < len(blocks) and isinstance(blocks[index + 1], Table) else 0
        gaps = Gaps(before, after, index in kept)
        if isinstance(block, PrintedPicture):
            yield from picture_lines(block, picture_form(blocks, index, setting.layout, above), setting, gaps)
        else:
            yield from paragraph_lines(block, setting, gaps)


@lru_cache(maxsize=KEPT)
def paragraph_lines(block: Heading | Paragraph, setting: Setting, gaps: Gaps) -> tuple[FlowLine, ...]:
    """Return the lines of `block`."""
    measures = setting.measures
    shape = Shape(setting.layout.body_pitch_twips, first=round(
        measures.body_indent_characters * measures.character_twips))
    if isinstance(block, Paragraph):
        return setting.paragraph(_pieces(block, setting), shape, gaps)
    # As in the styles of the Word file, only headings of the first level always keep to their text.
    kept = gaps._replace(keep_next=gaps.keep_next or block.level == 1)
    look = setting.body_look(_face(block.level, setting))
    text = legal(block.text)
    pieces = (Piece(block.number, look, before_field(block.place)), Piece(text, look, block.place))
    return setting.paragraph(pieces, shape, kept, block.level, block.number + text)


def before_field(place: Place) -> Place:
    """Return the place of what is printed before the field at `place` and is no part of it: its number."""
    return replace(place, end=place.start)


def _face(level: int, setting: Setting) -> str:
    """Return the face of a heading or a lead of `level`."""
    faces = setting.layout.faces
    return {1: faces.hei, 2: faces.kai}.get(level, faces.body)


def _pieces(block: Paragraph, setting: Setting) -> tuple[Piece, ...]:
    """Return the pieces of a paragraph; number and first sentence in the face of its level."""
    plain, place = setting.body_look(), block.place
    if not block.number and not block.lead:
        return (Piece(legal(block.text), plain, place),)
    lead = setting.body_look(_face(block.level, setting))
    rest = replace(place, start=place.start + block.lead)
    return (Piece(block.number, lead, before_field(place)), Piece(legal(block.text[:block.lead]), lead, place),
            Piece(legal(block.text[block.lead:]), plain, rest))
