"""Lines copied off a page to paragraphs: a broken file, or the broken blocks of one that is otherwise whole."""

from __future__ import annotations

from collections.abc import Sequence

from models.importers.line_breaks import furniture_left_out
from models.importers.raw_line import RawLine, RawText
from models.importers.wrapped.blocks import blocks_of
from models.importers.wrapped.furniture import Furniture, find_furniture
from models.importers.wrapped.paragraphs import paragraphs_of


def unwrapped(raw: RawText) -> RawText:
    """Return `raw` with the paragraphs whole that were broken into lines; itself where none was.

    Page numbers and running heads between such lines are left out.
    """
    blocks = blocks_of(raw.lines)
    if not blocks:
        return raw
    furniture = find_furniture(raw.lines, blocks)
    lines: list[RawLine] = []
    place = before = after = 0
    for block in blocks:
        lines += _kept(raw.lines, place, block.first, furniture)
        kept = _kept(raw.lines, block.first, block.end, furniture)
        made = paragraphs_of(kept, block.margin)
        before, after = before + _count(kept), after + _count(made)
        lines += made
        place = block.end
    lines += _kept(raw.lines, place, len(raw.lines), furniture)
    note = f"段落在每行末尾断开了，程序把 {before} 行接成了 {after} 段，请对照原文看一遍"
    left_out = furniture_left_out(furniture.numbers, furniture.heads)
    return RawText(tuple(lines), (*raw.left_out, *left_out), (*raw.notes, note), rejoined=True)


def _kept(lines: Sequence[RawLine], first: int, end: int, furniture: Furniture) -> list[RawLine]:
    """Return the `lines` from `first` to before `end` without `furniture`."""
    return [lines[place] for place in range(first, end) if place not in furniture.places]


def _count(lines: Sequence[RawLine]) -> int:
    """Return how many of `lines` are not empty."""
    return sum(bool(line.text.strip()) for line in lines)
