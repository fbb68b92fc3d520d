"""Tables as the clipboard of Excel and WPS carries them: cells parted by tabs, rows by line ends."""

from __future__ import annotations

import csv
import io

from models.errors import UserError
from models.text.cleaning import clean

MOST_CHARACTERS = 200_000
MOST_ROWS = 500
MOST_COLUMNS = 30

Rows = tuple[tuple[str, ...], ...]


def parse_tab_text(text: str) -> Rows:
    """Return the rows of `text`, all of one length; a cell in quotes may hold line breaks, which become blanks.

    UserError when the table is larger than an attachment can hold.
    """
    if len(text) > MOST_CHARACTERS:
        raise UserError(f"要粘贴的表格超过 {MOST_CHARACTERS:,} 字，没有粘贴。", "请分几次粘贴。")
    lines = io.StringIO(clean(text).text.rstrip("\n"), newline="")
    try:
        rows = [tuple(" ".join(cell.split()) for cell in row) for row in csv.reader(lines, delimiter="\t")]
    except csv.Error as error:
        raise UserError("要粘贴的内容不像一张表格，没有粘贴。", "请在 Excel 或 WPS 表格里选中单元格再复制。") from error
    width = max((len(row) for row in rows), default=0)
    if len(rows) > MOST_ROWS or width > MOST_COLUMNS:
        raise UserError(
            f"要粘贴的表格有 {len(rows)} 行 {width} 列，超过 {MOST_ROWS} 行 {MOST_COLUMNS} 列，没有粘贴。", "请分成几个附件。"
        )
    return tuple(row + ("",) * (width - len(row)) for row in rows)


def with_cells(table: Rows, row: int, column: int, cells: Rows) -> Rows:
    """Return `table` with `cells` written over it from `row` and `column` on, grown where they do not fit."""
    height = max(len(table), row + len(cells))
    width = max(len(table[0]) if table else 0, column + (len(cells[0]) if cells else 0))
    grid = [[*each, *[""] * (width - len(each))] for each in table]
    grid += [[""] * width for _ in range(height - len(table))]
    for at, line in enumerate(cells):
        grid[row + at][column:column + len(line)] = line
    return tuple(tuple(line) for line in grid)
