"""Rows of a Word table: data stay a row, a table that only arranges text becomes the text."""

from __future__ import annotations

from collections.abc import Sequence

from models.importers.raw_line import RawLine
from models.text.marks import parse_mark

_LONG = 150  # characters of a cell that holds running text
_HEADINGS = (1, 2)


def lines_of_row(cells: Sequence[Sequence[RawLine]]) -> list[RawLine]:
    """Return the lines that a row with `cells` (the lines of each) makes."""
    filled = [cell for cell in cells if any(line.text.strip() for line in cell)]
    if len(filled) < 2 or any(_arranges_text(cell) for cell in filled):
        return [line for cell in filled for line in cell]
    texts = tuple(_in_one([line.text.strip() for line in cell]) for cell in cells)
    return [RawLine("\t".join(texts), cells=texts)]


def _arranges_text(cell: Sequence[RawLine]) -> bool:
    """Return whether `cell` holds a part of a report: headings, and text below them."""
    if sum(len(line.text) for line in cell) < _LONG or len(cell) < 2:
        return False
    marks = (parse_mark(line.text) for line in cell)
    return any(mark is not None and mark.level in _HEADINGS for mark in marks)


def _in_one(lines: Sequence[str]) -> str:
    """Return the `lines` of a table cell in one: between Latin words a space, between Chinese nothing."""
    text = ""
    for line in lines:
        latin = text[-1:].isascii() and text[-1:].isalnum() and line[:1].isascii() and line[:1].isalnum()
        text += f" {line}" if latin else line
    return text
