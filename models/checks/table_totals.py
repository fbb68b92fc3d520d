"""Checks of the letter N: totals in tables, stored as attachments or flattened into the text of a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import groupby
from operator import is_not

from models.checks.finding import Draft, Passage, Severity
from models.checks.once import once_for_each, while_the_same
from models.checks.registry import Hit, check, hit_in
from models.domain.place import ATTACHMENTS, Place, cell_field
from models.text.tables import BLANKS, WrongTotal, cells_of, wrong_totals

_RULE = frozenset("-:— ")
Table = tuple[tuple[str, ...], ...]
Line = tuple[Passage, int, tuple[str, ...]]
_NO_ROWS = (None,)


@check(
    "N008", slug="sum-mismatch", severity=Severity.ERROR, basis="行政执法统计年报口径：分项之和等于合计；条例第十九条：数据准确",
    message="表中“{label}”{stated}与各项对不上：{parts}={sum}，不是{stated}。请核对这一行（列）的各项和合计。",
)
def total_of_a_table_is_not_the_sum(draft: Draft) -> Iterator[Hit]:
    """The row or column headed 合计 holds the sum of the others."""
    for attachment in draft.report.attachments if draft.source is None else ():
        for wrong in _wrong_in(attachment.table):
            cell = attachment.table[wrong.row][wrong.column]
            place = Place(ATTACHMENTS, attachment.id, cell_field(wrong.row, wrong.column), 0, len(cell))
            yield Hit(None, place, cell, _words(wrong))
    yield from _flattened_hits(_rows(draft.passages))


@while_the_same
def _flattened_hits(rows: Sequence[Line | None]) -> Sequence[Hit]:
    """Return the hits on the wrong totals of neighbouring `rows`; None parts one table from the next."""
    hits = []
    for whole, run in groupby(rows, key=partial(is_not, None)):
        lines = [line for line in run if line is not None]
        for wrong in wrong_totals([cells for _, _, cells in lines]) if whole else ():
            passage, start, cells = lines[wrong.row]
            begin = _cell_start(passage.text, start, cells, wrong.column)
            hits.append(hit_in(passage, begin, begin + len(cells[wrong.column]), **_words(wrong)))
    return hits


@lru_cache(maxsize=64)  # while one types, the tables stay as they are
def _wrong_in(table: Table) -> tuple[WrongTotal, ...]:
    """Return the wrong totals of a stored table."""
    return wrong_totals(table)


@once_for_each
def _rows(passage: Passage) -> Sequence[Line | None]:
    """Return the lines of `passage` that are rows of a table flattened into text; None stands for any others."""
    text = passage.text
    if not ("\t" in text or "|" in text or BLANKS in text or "\u3000" in text):
        return _NO_ROWS
    start, rows = 0, list[Line | None]()
    for line in text.split("\n"):
        cells = cells_of(line)
        if not cells:
            rows.append(None)
        elif not set("".join(cells)) <= _RULE:  # the rule below the head of a Markdown table
            rows.append((passage, start, cells))
        start += len(line) + 1
    return rows


def _cell_start(text: str, start: int, cells: Sequence[str], column: int) -> int:
    """Return where the cell `column` of the row that begins at `start` of `text` begins."""
    for cell in cells[:column]:
        start = text.index(cell, start) + max(len(cell), 1)
    return text.index(cells[column], start)


def _words(wrong: WrongTotal) -> dict[str, str]:
    """Return the words of the message."""
    return {"label": wrong.label, "stated": wrong.stated, "parts": "+".join(wrong.parts), "sum": wrong.sum}
