"""The columns of a table: how wide each is and how its head and cells stand, in 字 and twips."""

from __future__ import annotations

import math
from typing import NamedTuple

from models.layout.layout import TWIPS_PER_PT, Measures
from models.layout.measuring import width_in_characters
from models.text.pattern import Pattern

NARROWEST, PADDING = 2.0, 0.5  # 字; the padding holds both cell margins
SHORT = 6.0  # 字: a word or two
NUMBER = Pattern(r"[-+−]?[\d,.]+\s*[%％]?|—|/|")

Rows = tuple[tuple[str, ...], ...]


class TableForm(NamedTuple):
    """A table ready to be set: its columns in twips, which of them are centred, the head's cells and the others.

    Each cell is its paragraphs.
    """

    widths: tuple[int, ...]
    centred: tuple[bool, ...]
    head: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]


def table_form(rows: Rows, measures: Measures) -> TableForm:
    """Return how `rows`, the first of them the head, are set over the whole width of the 版心."""
    full = squared(rows)
    one, margin = measures.table_pt * TWIPS_PER_PT, measures.table_cell_margin_twips
    widths = column_widths(full, measures.text_width_twips, one)
    centred = tuple(all(_is_short(row[column]) for row in full[1:]) for column in range(len(full[0])))
    head = tuple(_head_lines(text, (width - 2 * margin) / one) for text, width in zip(full[0], widths, strict=True))
    return TableForm(widths, centred, head, tuple(tuple(map(_cell_lines, row)) for row in full[1:]))


def squared(rows: Rows) -> Rows:
    """Return `rows` with as many cells each as the longest has; one empty cell when there is nothing."""
    columns = max((len(row) for row in rows), default=0) or 1
    return tuple((*row, *("",) * (columns - len(row))) for row in rows) or (("",),)


def column_widths(rows: Rows, total: int, one: float = 280) -> tuple[int, ...]:
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


def _asked(rows: Rows, column: int) -> float:
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


def _head_lines(text: str, room: float) -> tuple[str, ...]:
    """Return the paragraphs of a head cell: one when `room` 字 suffice, else the unit in one of its own."""
    return (text,) if width_in_characters(text) <= room else _head_parts(text)


def _cell_lines(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a cell below the head, a line break in it as a new one."""
    return tuple(line.strip() for line in text.splitlines()) or ("",)


def _is_short(text: str) -> bool:
    """Return whether a cell is a number or a word or two: its column is centred."""
    return NUMBER.fullmatch(text.strip()) is not None or width_in_characters(text) <= SHORT
