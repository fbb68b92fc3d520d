"""Indicators in the rows of a table flattened into text: 行政复议案件（件） | 70."""

from __future__ import annotations

from models.text.indicators import Indicator, find_indicators
from models.text.pattern import Pattern
from models.text.periods import previous_words
from models.text.quantities import Amount
from models.text.tables import cells_of

_UNIT = Pattern(r"[（(](?:单位[：:])?(?P<unit>[^（()）\d]{1,3})[）)]$")
_FIGURE = Pattern(r"(?P<number>\d+(?:\.\d+)?) ?(?P<unit>[^\d\s]{0,3})")


def row_figure(line: str, start: int, head: str) -> Indicator | None:
    """Return the indicator of the table row `line`, which begins at `start` of its text; None when it is none.

    `head` is the unit the head of the table gives, empty when it gives none.
    """
    cells = cells_of(line)
    figure = _FIGURE.fullmatch(cells[-1]) if 2 <= len(cells) <= 3 else None
    if figure is None or (len(cells) == 3 and not cells[0].isdigit()):
        return None
    label = cells[-2]
    unit = _UNIT.search(label)
    printed = figure["unit"] or (unit["unit"] if unit is not None else head)
    name = label[:unit.start()] if unit is not None else label
    read = find_indicators(f"全年{name}{figure['number']}{printed}。")
    if not read or read[0].amount.end != len(name) + len(figure["number"]) + len(printed) + 2:
        return None
    place = start + line.rindex(cells[-1])
    end = place + len(figure["number"]) + len(figure["unit"])
    known = read[0].amount
    return read[0]._replace(amount=Amount(place, end, known.number, known.scale, known.unit))


def head_unit(line: str) -> str:
    """Return the unit in the last cell of `line`, the head of a table; empty when it gives none or of another year."""
    cells = cells_of(line)
    unit = _UNIT.search(cells[-1]) if cells and not any(word in cells[-1] for word in previous_words()) else None
    return unit["unit"] if unit is not None else ""
