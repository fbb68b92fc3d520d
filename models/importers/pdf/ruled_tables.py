"""Tables with lines around their cells: which characters stand in which cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from models.importers.pdf.pages import Glyph, Rule

_NEAR = 3.0  # points: lines this close meet
_LIMIT = 800  # lines of a page that may be tables; a drawing has more
_TABLES = 20  # of a page
Cell = tuple[int, int]


class TableRow(NamedTuple):
    """A row of a table: where it stands, and the characters of each cell, none for what a cell above covers."""

    top: float
    cells: tuple[tuple[Glyph, ...], ...]


@dataclass(slots=True)
class _Grid:
    """The lines of one table, and the characters in its cells."""

    upright: list[Rule]
    level: list[Rule]
    columns: list[float]  # from left to right
    heights: list[float]  # from head to foot, negative so that they rise
    cells: dict[Cell, list[Glyph]] = field(default_factory=dict)

    def take(self, glyph: Glyph) -> bool:
        """Take `glyph` into its cell; return whether it stands in the table at all."""
        across, down = (glyph.left + glyph.right) / 2, -(glyph.baseline + glyph.height / 4)
        column, row = bisect_right(self.columns, across) - 1, bisect_right(self.heights, down) - 1
        if not (0 <= column < len(self.columns) - 1 and 0 <= row < len(self.heights) - 1):
            return False
        self.cells.setdefault((row, column), []).append(glyph)
        return True

    def rows(self) -> list[TableRow]:
        """Return the rows of the table, cells without a line between them as one."""
        owners: dict[Cell, Cell] = {}
        for row, (top, bottom) in enumerate(pairwise(self.heights)):
            for column, (left, right) in enumerate(pairwise(self.columns)):
                owner = (row, column)
                if column and not _crosses(self.upright, left, -(top + bottom) / 2):
                    owner = owners[row, column - 1]
                elif row and not _lies(self.level, -top, (left + right) / 2):
                    owner = owners[row - 1, column]
                owners[row, column] = owner
        texts: dict[Cell, list[Glyph]] = {}
        for cell, glyphs in self.cells.items():
            texts.setdefault(owners[cell], []).extend(glyphs)
        made = []
        for row, top in enumerate(self.heights[:-1]):
            cells = [
                tuple(texts.get((row, column), ())) for column in range(len(self.columns) - 1)
                if owners[row, column] == (row, column) or owners[row, column][0] < row
            ]
            made.append(TableRow(-top, tuple(cells)))
        return made


def split_tables(glyphs: Sequence[Glyph], rules: Sequence[Rule]) -> tuple[list[Glyph], list[TableRow]]:
    """Return the `glyphs` outside of the tables that `rules` draw, and the rows of the tables."""
    grids = _grids(rules) if len(rules) <= _LIMIT else []
    if not grids:
        return list(glyphs), []
    outside = [glyph for glyph in glyphs if not any(grid.take(glyph) for grid in grids)]
    return outside, [row for grid in grids for row in grid.rows() if any(row.cells)]


def _grids(rules: Sequence[Rule]) -> list[_Grid]:
    """Return the tables among `rules`: lines that meet, at least two columns of them."""
    groups: list[list[Rule]] = []
    for rule in rules:
        apart: list[list[Rule]] = []
        joined = [rule]
        for group in groups:
            if any(_meet(rule, other) for other in group):
                joined += group
            else:
                apart.append(group)
        groups = [*apart, joined]
    grids: list[_Grid] = []
    for group in groups:
        upright = [rule for rule in group if rule.upright]
        level = [rule for rule in group if not rule.upright]
        columns = _distinct([rule.left for rule in upright])
        heights = _distinct([-rule.top for rule in level])
        if len(columns) > 2 and len(heights) > 1:
            grids.append(_Grid(upright, level, columns, heights))
    return grids[:_TABLES]


def _meet(one: Rule, other: Rule) -> bool:
    """Return whether two lines touch."""
    return (
        one.left - _NEAR <= other.right and other.left - _NEAR <= one.right
        and one.bottom - _NEAR <= other.top and other.bottom - _NEAR <= one.top
    )


def _distinct(places: Sequence[float]) -> list[float]:
    """Return `places` in order, those that lie close together once."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _crosses(upright: Sequence[Rule], across: float, height: float) -> bool:
    """Return whether an upright line stands at `across` and reaches over `height`."""
    return any(abs(rule.left - across) <= _NEAR and rule.bottom <= height <= rule.top for rule in upright)


def _lies(level: Sequence[Rule], height: float, across: float) -> bool:
    """Return whether a level line lies at `height` and reaches over `across`."""
    return any(abs(rule.top - height) <= _NEAR and rule.left <= across <= rule.right for rule in level)
