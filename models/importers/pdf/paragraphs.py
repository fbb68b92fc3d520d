"""Rows put together to the paragraphs that were broken into them: by indent, width, size, distance and end mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from models.importers.line_breaks import counts_anew, cuts_a_date, is_ended, joined
from models.importers.pdf.rows import Row
from models.importers.raw_line import RawLine
from models.text.marks import parse_mark

_INDENT = 1.2  # full characters
_WIDE_INDENT = 3.5  # more is a line that stands apart: centred, or on the right
_RAGGED = 2.2  # full characters a full row may fall short of the margin
_UNBREAKABLE = 4.5  # the same, when what follows is a long figure or word
_SIZE = 0.12  # share by which another size tells another paragraph
_DISTANCE = 1.6  # of the usual distance between rows
_ENOUGH = 6  # rows that tell a page's own margins


class Margins(NamedTuple):
    """Where full rows begin and end, and how far apart rows stand."""

    left: float
    right: float
    leading: float


def lines_of(pages: Sequence[Sequence[Row]]) -> list[RawLine]:
    """Return the paragraphs and table rows that the rows of all `pages` make."""
    whole = _margins([row for rows in pages for row in rows if not row.ruled], pages)
    lines: list[RawLine] = []
    open_rows: list[Row] = []

    def close() -> None:
        if open_rows:
            lines.append(RawLine(joined([row.text for row in open_rows])))
            open_rows.clear()

    for rows in pages:
        plain = [row for row in rows if not row.ruled]
        margins = _margins(plain, [plain]) if len(plain) >= _ENOUGH else whole
        table = _table_rows(rows)
        for index, row in enumerate(rows):
            if row.ruled or index in table:
                close()
                lines += _table_lines(row)
                continue
            if open_rows and not _goes_on(open_rows, row, margins):
                close()
            open_rows.append(row)
    close()
    return lines


def _margins(rows: Sequence[Row], pages: Sequence[Sequence[Row]]) -> Margins:
    """Return the margins of `rows`, which stand on `pages`."""
    if not rows:
        return Margins(0.0, 0.0, 0.0)
    em = median(row.em for row in rows)
    lefts = Counter(round(row.left / em * 2) for row in rows)
    least = max(2, len(rows) * 0.05) if len(rows) >= _ENOUGH else 1
    common = [place for place, count in lefts.items() if count + lefts[place + 1] >= least]
    rights = sorted(row.right for row in rows)
    right = rights[int(len(rights) * 0.9)] if len(rights) >= _ENOUGH else rights[-1]
    steps = [upper.baseline - lower.baseline for of_page in pages for upper, lower in zip(of_page, of_page[1:])]
    return Margins(min(common or lefts) * em / 2, right, median(steps) if steps else 0.0)


def _goes_on(paragraph: Sequence[Row], row: Row, margins: Margins) -> bool:
    """Return whether `row` belongs to the paragraph whose rows so far are given."""
    before = paragraph[-1]
    if abs(row.em - before.em) > _SIZE * before.em or len(row.parts) > 1 or len(before.parts) > 1:
        return False
    if cuts_a_date(before.text, row.text):
        return True
    apart = before.baseline - row.baseline
    if row.page == before.page and margins.leading and apart > _DISTANCE * margins.leading:
        return False
    short = (margins.right - before.right) / before.em
    ended = is_ended(before.text)
    indent = (row.left - margins.left) / row.em
    if indent >= _INDENT:
        # only rows of a block that is indented as a whole go on at the same edge
        same_edge = abs(row.left - before.left) < row.em / 2 and indent < _WIDE_INDENT
        numbered = any(mark is not None for mark in map(parse_mark, (paragraph[0].text, row.text)))
        return same_edge and short < _RAGGED and not ended and not numbered
    if short > _UNBREAKABLE or short > _RAGGED and ended:
        return False
    return not counts_anew([each.text for each in paragraph[-2:]], row.text)


def _table_lines(row: Row) -> list[RawLine]:
    """Return the table row `row`, or plain lines when but one of its cells is filled."""
    filled = [part for part in row.parts if part]
    return [RawLine("\t".join(row.parts), cells=row.parts)] if len(filled) > 1 else [RawLine(part) for part in filled]


def _table_rows(rows: Sequence[Row]) -> set[int]:
    """Return which of `rows` are rows of a table: neighbours of several parts that begin below each other."""
    found: set[int] = set()
    for index, (upper, lower) in enumerate(zip(rows, rows[1:])):
        if len(upper.parts) < 2 or len(lower.parts) < 2 or upper.ruled or lower.ruled:
            continue
        near = sum(
            any(abs(start - other) < 2 * lower.em for other in upper.starts) for start in lower.starts[1:])
        if near or len(upper.parts) == len(lower.parts) > 2:
            found |= {index, index + 1}
    return found
