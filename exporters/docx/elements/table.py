"""A table of an attachment: ruled, its head repeated on every page, columns as wide as their content asks."""

from __future__ import annotations

import math
import re

from exporters.docx import oxml, styles
from exporters.docx.oxml import Row, Rule, paragraph, run
from models.layout.layout import TWIPS_PER_PT, Layout
from models.layout.measuring import width_in_characters
from models.manuscript.blocks import Table

NARROWEST, PADDING = 2.0, 0.5  # 字; the padding holds both cell margins
NUMBER = re.compile(r"[-+−]?[\d,.]+\s*[%％]?|—|/|")


def table(block: Table, layout: Layout) -> str:
    """Return `block` as a table over the whole width of the 版心."""
    measures = layout.measures
    rows = squared(block.rows)
    centred = [all(_short(row[column]) for row in rows[1:]) for column in range(len(rows[0]))]
    rule = Rule(measures.table_rule_eighths)
    one, margin = measures.table_pt * TWIPS_PER_PT, measures.table_cell_margin_twips
    widths = column_widths(rows, measures.text_width_twips, one)
    head = Row(tuple(_head_cell(text, (width - 2 * margin) / one) for text, width in zip(rows[0], widths, strict=True)),
               measures.table_row_twips, header=True)
    others = (Row(_cells(row, centred), measures.table_row_twips) for row in rows[1:])
    return oxml.table(widths, [head, *others], rule, rule, True, margin)


def squared(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Return `rows` with as many cells each as the longest has; one empty cell when there is nothing."""
    columns = max((len(row) for row in rows), default=0) or 1
    return tuple((*row, *("",) * (columns - len(row))) for row in rows) or (("",),)


def column_widths(rows: tuple[tuple[str, ...], ...], total: int, one: float = 280) -> tuple[int, ...]:
    """Return column widths that add up to `total` twips, for characters of `one` twips.

    A column gets what its longest cell asks for, its head may take two lines; where that is too much, the widest
    columns are cut down to one width, and what is left over is shared out evenly.
    """
    wanted = [(_asked(rows, column) + PADDING) * one for column in range(len(rows[0]))]
    cap = max(wanted)
    if sum(wanted) > total:
        cap = _cap(sorted(wanted), total)
    widths = [min(each, cap) for each in wanted]
    spare = (total - sum(widths)) / len(widths)
    rounded = [int(each + spare) for each in widths]
    return (*rounded[:-1], total - sum(rounded[:-1]))


def _asked(rows: tuple[tuple[str, ...], ...], column: int) -> float:
    """Return how many 字 the cells of `column` ask for."""
    parts = _head_parts(rows[0][column])
    head = max(map(width_in_characters, parts)) if len(parts) > 1 else math.ceil(width_in_characters(parts[0]) / 2)
    return max(NARROWEST, head, *(width_in_characters(row[column]) for row in rows[1:]))


def _cap(wanted: list[float], total: float) -> float:
    """Return the width to which the widest of the ascending `wanted` must come down so that all fit in `total`."""
    for index, width in enumerate(wanted):
        if width * (len(wanted) - index) >= total:
            return total / (len(wanted) - index)
        total -= width
    return wanted[-1]


def _head_parts(text: str) -> tuple[str, ...]:
    """Return `text` of a head cell, its unit in brackets apart: 罚没款 and （万元）."""
    bracket = text.find("（")
    return (text[:bracket], text[bracket:]) if bracket > 0 else (text,)


def _head_cell(text: str, room: float) -> str:
    """Return a head cell, in one line when `room` 字 suffice, else with the unit on a line of its own."""
    parts = (text,) if width_in_characters(text) <= room else _head_parts(text)
    return "".join(paragraph(styles.TABLE_HEAD, run(part) if part else "") for part in parts)


def _cells(row: tuple[str, ...], centred: list[bool]) -> tuple[str, ...]:
    """Return the cells of a row below the head, a line break in a cell as a new paragraph."""
    cells = []
    for text, middle in zip(row, centred, strict=True):
        style = styles.TABLE_NUMBER if middle else styles.TABLE_TEXT
        lines = [line.strip() for line in text.splitlines()] or [""]
        cells.append("".join(paragraph(style, run(line) if line else "") for line in lines))
    return tuple(cells)


def _short(text: str) -> bool:
    """Return whether a cell is a number or a word or two: its column is centred."""
    return NUMBER.fullmatch(text.strip()) is not None or width_in_characters(text) <= 6
