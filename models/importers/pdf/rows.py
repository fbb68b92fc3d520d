"""The characters of a page put into rows as a reader sees them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from models.importers.line_breaks import is_latin, joined
from models.importers.pdf.pages import Glyph, Page
from models.importers.pdf.ruled_tables import TableRow, split_tables

_SAME_ROW = 0.5  # of the height of a character
_TWICE = 0.15  # of it: bold made by printing a character twice, a little apart
_WORD_GAP = 0.22  # of it: a blank between Latin words that no character stands for
_CELL_GAP = 1.6  # of it: the border of a table cell, or two elements in one line
_BLANKS = " \u00a0\u3000\t"


class Row(NamedTuple):
    """A row of text: the page it stands on, its edges, the width of a full character, and its parts set far apart."""

    page: int
    left: float
    right: float
    baseline: float
    em: float
    parts: tuple[str, ...]
    starts: tuple[float, ...]  # left edges of the parts
    ruled: bool = False  # a table row with lines around its cells, which are the parts

    @property
    def text(self) -> str:
        """The whole row, its parts kept apart."""
        return "\u3000".join(self.parts)


def rows_of(page: Page) -> list[Row]:
    """Return the rows of `page` from its head to its foot."""
    outside, table_rows = split_tables(page.glyphs, page.rules)
    rows = _rows(page.number, outside)
    if not table_rows:
        return rows
    ruled = [_ruled(page.number, row) for row in table_rows]
    return sorted([*rows, *ruled], key=lambda row: -row.baseline)


def _ruled(page: int, table_row: TableRow) -> Row:
    """Return the table row on `page`, each cell in one piece."""
    cells = [_rows(page, cell) for cell in table_row.cells]
    lines = [line for cell in cells for line in cell]
    parts = tuple(joined([line.text for line in cell]) for cell in cells)
    return Row(
        page, min(line.left for line in lines), max(line.right for line in lines), table_row.top,
        median(line.em for line in lines), parts, (), ruled=True)


def _rows(page: int, glyphs: Sequence[Glyph]) -> list[Row]:
    """Return the rows that `glyphs` of `page` make."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: -each.baseline):
        if rows and rows[-1][0].baseline - glyph.baseline <= _SAME_ROW * max(rows[-1][0].height, glyph.height):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    made = [_row(page, row) for row in rows]
    return [row for row in made if row is not None]


def _row(page: int, glyphs: Sequence[Glyph]) -> Row | None:
    """Return the row that `glyphs` make; None when they are all blank."""
    ordered = sorted(glyphs, key=lambda each: each.left)
    visible = [index for index, glyph in enumerate(ordered) if glyph.text not in _BLANKS]
    if not visible:
        return None
    ordered = ordered[visible[0]:visible[-1] + 1]
    wide = [glyph.right - glyph.left for glyph in ordered if glyph.text >= "\u3000"]
    em = median(wide) if wide else median(glyph.height for glyph in ordered)
    em = max(em, 0.1)
    parts: list[list[str]] = [[ordered[0].text]]
    starts = [ordered[0].left]
    before = ordered[0]
    for glyph in ordered[1:]:
        if glyph.text == before.text and abs(glyph.left - before.left) < _TWICE * em:
            continue
        gap = glyph.left - before.right
        if gap > _CELL_GAP * em:
            parts.append([])
            starts.append(glyph.left)
        elif gap > _WORD_GAP * em and is_latin(before.text) and is_latin(glyph.text):
            parts[-1].append(" ")
        parts[-1].append(glyph.text)
        before = glyph
    return Row(
        page, ordered[0].left, max(glyph.right for glyph in ordered), median(glyph.baseline for glyph in ordered), em,
        tuple("".join(part).strip(_BLANKS) for part in parts), tuple(starts))
