"""Checks of the letter N: totals in tables, stored as attachments or flattened into the text of a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from models.checks.finding import Draft, Passage, Severity
from models.checks.registry import Hit, check, hit_in
from models.domain.place import ATTACHMENTS, Place, cell_field
from models.text.tables import BLANKS, WrongTotal, cells_of, wrong_totals

_RULE = frozenset("-:— ")
Table = tuple[tuple[str, ...], ...]
Line = tuple[Passage, int, tuple[str, ...]]


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
    for lines in _flattened(draft.passages):
        for wrong in wrong_totals([cells for _, _, cells in lines]):
            passage, start, cells = lines[wrong.row]
            begin = _cell_start(passage.text, start, cells, wrong.column)
            yield hit_in(passage, begin, begin + len(cells[wrong.column]), **_words(wrong))


@lru_cache(maxsize=64)  # while one types, the tables stay as they are
def _wrong_in(table: Table) -> tuple[WrongTotal, ...]:
    """Return the wrong totals of a stored table."""
    return wrong_totals(table)


def _flattened(passages: Sequence[Passage]) -> Iterator[list[Line]]:
    """Yield the runs of two or more neighbouring lines that are rows of a table flattened into text."""
    run: list[Line] = []
    for passage in passages:
        text = passage.text
        if not ("\t" in text or "|" in text or BLANKS in text or "\u3000" in text):
            if len(run) > 1:
                yield run
            run = []
            continue
        start = 0
        for line in passage.text.split("\n"):
            cells = cells_of(line)
            if cells and not set("".join(cells)) <= _RULE:  # the rule below the head of a Markdown table
                run.append((passage, start, cells))
            elif not cells and run:
                yield run
                run = []
            start += len(line) + 1
    if len(run) > 1:
        yield run


def _cell_start(text: str, start: int, cells: Sequence[str], column: int) -> int:
    """Return where the cell `column` of the row that begins at `start` of `text` begins."""
    for cell in cells[:column]:
        start = text.index(cell, start) + max(len(cell), 1)
    return text.index(cells[column], start)


def _words(wrong: WrongTotal) -> dict[str, str]:
    """Return the words of the message."""
    return {"label": wrong.label, "stated": wrong.stated, "parts": "+".join(wrong.parts), "sum": wrong.sum}
