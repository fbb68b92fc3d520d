"""A table of an attachment: ruled, its head repeated on every page, columns as wide as their content asks."""

from __future__ import annotations

import re

from exporters.docx import oxml, styles
from exporters.docx.oxml import Row, Rule, paragraph, run
from models.layout.layout import Layout
from models.layout.measuring import width_in_characters
from models.manuscript.blocks import Table

NARROWEST, WIDEST = 3.0, 14.0  # 字 a column asks for
NUMBER = re.compile(r"[-+−]?[\d,.]+\s*[%％]?|—|/|")


def table(block: Table, layout: Layout) -> str:
    """Return `block` as a table over the whole width of the 版心."""
    measures = layout.measures
    rows = squared(block.rows)
    centred = [all(_short(row[column]) for row in rows[1:]) for column in range(len(rows[0]))]
    rule = Rule(measures.table_rule_eighths)
    return oxml.table(
        column_widths(rows, measures.text_width_twips),
        (_row(row, index == 0, centred, measures.table_row_twips) for index, row in enumerate(rows)),
        rule, rule, True, measures.table_cell_margin_twips,
    )


def squared(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Return `rows` with as many cells each as the longest has; one empty cell when there is nothing."""
    columns = max((len(row) for row in rows), default=0) or 1
    return tuple((*row, *("",) * (columns - len(row))) for row in rows) or (("",),)


def column_widths(rows: tuple[tuple[str, ...], ...], total: int) -> tuple[int, ...]:
    """Return column widths that add up to `total` twips, in proportion to the longest cell of each column."""
    wanted = [
        min(WIDEST, max(NARROWEST, *(width_in_characters(row[column]) for row in rows))) + 1
        for column in range(len(rows[0]))
    ]
    widths = [int(total * each / sum(wanted)) for each in wanted]
    return (*widths[:-1], total - sum(widths[:-1]))


def _row(row: tuple[str, ...], head: bool, centred: list[bool], height: int) -> Row:
    cells = []
    for text, middle in zip(row, centred, strict=True):
        style = styles.TABLE_HEAD if head else styles.TABLE_NUMBER if middle else styles.TABLE_TEXT
        lines = [line.strip() for line in text.splitlines()] or [""]
        cells.append("".join(paragraph(style, run(line) if line else "") for line in lines))
    return Row(tuple(cells), height, head)


def _short(text: str) -> bool:
    """Return whether a cell is a number or a word or two: its column is centred."""
    return NUMBER.fullmatch(text.strip()) is not None or width_in_characters(text) <= 6
