"""Totals in tables: the row and the column headed 合计, 总计 or 小计 against what they sum up.

A table is given as rows of cells, as stored or as flattened into text (cells parted by tabs or |). A total counts only
where the table shows that it is one: another line of it adds up, or it is the only one and close to the sum. Not read:
merged heads of several rows, cells that hold two figures, columns of rates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from models.text.pattern import Pattern
from models.text.quantities import half_width, plain

BLANKS = "  "  # what parts the cells of a row, and may part nothing but the characters of a name

Row = Sequence[str]

_TOTALS = ("合计", "总计", "共计", "总数", "全部合计", "总合计")
_SUBTOTALS = ("小计",)
_EMPTY = ("", "-", "—", "——", "/", "无", "0")
_FIGURE = Pattern(r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?) ?[万亿]?[^\d\s%]{0,4}")
_NOT_ADDED = ("率", "占比", "比例", "%", "同比", "平均", "增幅", "年份", "序号", "备注", "时间", "排名", "得分", "分值")
_GAP = Pattern(r" {2,}|\u3000+")
_LONGEST_ROW = 200
_NUMBERED = ("序号", "编号", "序列")
_MOST_ROWS = 500
_HIGHEST_HEAD = 4  # rows of titles above the head of a table


class WrongTotal(NamedTuple):
    """A cell that should hold the sum of `parts`: its row and column, its label and the figures."""

    row: int
    column: int
    label: str
    stated: str
    parts: tuple[str, ...]
    sum: str


def cells_of(line: str) -> tuple[str, ...]:
    """Return the cells of a flattened table row; empty when `line` is none."""
    mark = "\t" if "\t" in line else "|"
    if mark not in line:
        return _spaced(line) if BLANKS in line or "\u3000" in line else ()
    cells = tuple(each.strip() for each in (line.strip(" |") if mark == "|" else line).split(mark))
    return cells if len(cells) > 1 else ()


def _spaced(line: str) -> tuple[str, ...]:
    """Return the cells of a row whose cells are parted by blanks; empty when `line` is a sentence or a single word."""
    if len(line) > _LONGEST_ROW or any(mark in line for mark in "。；，：、"):
        return ()
    cells = tuple(_GAP.sub("\t", line.strip()).split("\t"))
    return cells if len(cells) > 1 else ()


def wrong_totals(rows: Sequence[Row]) -> tuple[WrongTotal, ...]:
    """Return the totals of the table `rows` that differ from the sum of what they sum up."""
    if not 2 <= len(rows) <= _MOST_ROWS or not all(rows):
        return ()
    if "".join(rows[0][0].split()) in _NUMBERED:
        return tuple(_numbered(rows))
    head = next((at for at, row in enumerate(rows[:_HIGHEST_HEAD]) if any(_kind(cell) for cell in row[1:])), 0)
    if head:
        return tuple(each._replace(row=each.row + head) for each in wrong_totals(rows[head:]))
    width = min(len(row) for row in rows[1:])
    grid = [[_value(cell) for cell in row[:width]] for row in rows]
    return (*_wrong_rows(rows, grid, width), *_wrong_columns(rows, grid, width))


def _numbered(rows: Sequence[Row]) -> Iterator[WrongTotal]:
    """Yield the wrong totals of a table whose first column numbers its rows; 合计 may stand in that column too."""
    width = len(rows[0])
    dropped = [(1 if _kind(row[0]) else 0) if len(row) == width > 2 else None for row in rows]
    left = [row if at is None else [*row[:at], *row[at + 1:]] for row, at in zip(rows, dropped, strict=True)]
    for each in wrong_totals(left):
        at = dropped[each.row]
        yield each._replace(column=each.column + (at is not None and each.column >= at))


def _wrong_rows(rows: Sequence[Row], grid: Sequence[Sequence[Decimal | None]], width: int) -> Iterator[WrongTotal]:
    """Yield the wrong cells of rows headed 合计 or 小计."""
    lasts = [at for at, row in enumerate(rows) if at and _kind(row[0]) is not None]
    begin = 1
    for at in lasts:
        subtotal = _kind(rows[at][0]) in _SUBTOTALS
        above = [number for number in range(begin if subtotal else 1, at) if _kind(rows[number][0]) is None]
        if subtotal:
            begin = at + 1
        if not above and at == 1:
            above = [number for number in range(2, len(rows)) if _kind(rows[number][0]) is None]
        sums = [_sum_of(rows, grid, [(number, column) for number in above], (at, column))
                for column in range(1, width) if _is_added(rows[0], column)]
        yield from _certain([each for each in sums if each is not None])


def _wrong_columns(rows: Sequence[Row], grid: Sequence[Sequence[Decimal | None]], width: int) -> Iterator[WrongTotal]:
    """Yield the wrong cells of the one column headed 合计."""
    columns = [column for column in range(min(width, len(rows[0]))) if _kind(rows[0][column]) in _TOTALS]
    if len(columns) != 1 or any(len(row) != len(rows[0]) for row in rows):  # else the head has merged cells
        return
    total = columns[0]
    first = 0 if all(row[0] is not None for row in grid[1:]) else 1  # a statistical table of one row has no names
    added = [column for column in range(first, width) if _is_added(rows[0], column) and column != total]
    sides = [[column for column in added if column < total], [column for column in added if column > total]]
    beside = sides[0] if len(sides[0]) > 1 else sides[1]
    if len({"元" in rows[0][column] for column in (*beside, total) if column < len(rows[0])}) > 1:
        return
    sums = [_sum_of(rows, grid, [(at, column) for column in beside], (at, total)) for at in range(1, len(rows))]
    yield from _certain([each for each in sums if each is not None])


def _sum_of(
    rows: Sequence[Row], grid: Sequence[Sequence[Decimal | None]], cells: Sequence[tuple[int, int]], at: tuple[int, int]
) -> WrongTotal | None:
    """Return the total at `at` with its sum, right or wrong; None when a cell is no figure."""
    stated = grid[at[0]][at[1]]
    values = [grid[row][column] for row, column in cells]
    figures = [each for each in values if each is not None]
    if stated is None or len(figures) != len(values) or len(figures) < 2:
        return None
    label = "".join(rows[at[0]][0].split()) if grid[at[0]][0] is None else "合计"
    return WrongTotal(
        *at, label, plain(stated), tuple(plain(each) for each in figures), plain(sum(figures, Decimal(0)))
    )


def _certain(sums: Sequence[WrongTotal]) -> Iterator[WrongTotal]:
    """Yield the wrong ones of `sums` when it is certain that they are sums at all."""
    wrong = [each for each in sums if each.sum != each.stated]
    right = [each for each in sums if each.sum == each.stated and each.sum != "0"]
    for each in wrong:
        close = Decimal(each.stated) and abs(Decimal(each.sum) / Decimal(each.stated) - 1) <= Decimal("0.3")
        if len(right) >= len(wrong) or (close and len(wrong) == len(sums) == 1):
            yield each


def _kind(cell: str) -> str | None:
    """Return the word of a total that `cell` is; None when it is none."""
    word = "".join(cell.split()).partition("（")[0].partition("(")[0]
    return word if word in _TOTALS or word in _SUBTOTALS else None


def _is_added(head: Row, column: int) -> bool:
    """Return whether figures in `column` can be added, going by its head."""
    return column >= len(head) or not any(word in head[column] for word in _NOT_ADDED)


def _value(cell: str) -> Decimal | None:
    """Return the figure in `cell`, nothing as 0; None when it holds something else."""
    text = half_width(cell).strip()
    if text in _EMPTY:
        return Decimal(0)
    found = _FIGURE.fullmatch(text)
    return Decimal(found["number"].replace(",", "")) if found is not None else None
