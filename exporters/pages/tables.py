"""A table: rows of cells between rules, its head repeated on every page it reaches."""

from __future__ import annotations

from functools import lru_cache

from exporters.pages.flow import FlowLine
from exporters.pages.placed import Placed, PlacedRule, PlacedText
from exporters.pages.setting import Gaps, Piece, Setting, Shape
from models.domain.place import Place, cell_field
from models.layout.columns import table_form
from models.layout.layout import TWIPS_PER_MM, TWIPS_PER_PT
from models.manuscript.blocks import Table

EIGHTHS = 8  # of a point, in which Word counts the weight of a rule
Cells = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=256)
def table_lines(block: Table, setting: Setting) -> tuple[FlowLine, ...]:
    """Return the rows of `block`, each one flow line."""
    form = table_form(block.rows, setting.measures)
    faces = setting.layout.faces
    rows = _Rows(setting, form.widths, block.place)
    head = rows.row(0, form.head, ("center",) * len(form.widths), faces.hei)._replace(keep_next=True)
    aligns = tuple("center" if middle else "left" for middle in form.centred)
    others = (rows.row(number, cells, aligns, faces.body)._replace(repeated=(head,))
              for number, cells in enumerate(form.rows, 1))
    return (head, *others)


class _Rows:
    """Sets the rows of one table."""

    def __init__(self, setting: Setting, widths: tuple[int, ...], place: Place) -> None:
        self.setting = setting
        self.widths = widths
        self.place = place
        self.edges = tuple(sum(widths[:count]) for count in range(len(widths) + 1))

    def row(self, number: int, cells: Cells, aligns: tuple[str, ...], face: str) -> FlowLine:
        """Return row `number` with the paragraphs of each of its `cells`."""
        measures = self.setting.measures
        pitch = measures.table_line_twips
        columns = [self._cell(number, column, cells[column], aligns[column], face) for column in range(len(cells))]
        height = max(measures.table_row_twips, max(map(len, columns)) * pitch) + self._weight()
        items: list[Placed] = []
        for lines in columns:
            top = (height - len(lines) * pitch) / 2
            for index, line in enumerate(lines):
                down = (top + index * pitch) / TWIPS_PER_MM
                items += (each._replace(baseline=each.baseline + down) for each in line)
        return FlowLine(height, (*items, *self._rules(height)))

    def _cell(self, row: int, column: int, texts: tuple[str, ...], align: str, face: str) -> list[list[PlacedText]]:
        """Return the lines of a cell."""
        measures, margin = self.setting.measures, self.setting.measures.table_cell_margin_twips
        look = self.setting.look(face, measures.table_pt)
        shape = Shape(measures.table_line_twips, align, margin, margin,
                      offset=self.edges[column], width=self.widths[column])
        lines = []
        place = Place(self.place.task, self.place.entry, cell_field(row, column))
        for text in texts:
            for line in self.setting.paragraph((Piece(text, look, place),), shape, Gaps()):
                lines.append([each for each in line.items if isinstance(each, PlacedText)])
        return lines

    def _weight(self) -> int:
        """Return the thickness of a rule in twips."""
        return self.setting.measures.table_rule_eighths * TWIPS_PER_PT // EIGHTHS

    def _rules(self, height: int) -> tuple[PlacedRule, ...]:
        """Return the rules around a row `height` twips high; rows share the one between them."""
        left = self.setting.measures.left_margin_twips
        xs = [(left + edge) / TWIPS_PER_MM for edge in self.edges]
        weight, bottom = self._weight() / TWIPS_PER_MM, height / TWIPS_PER_MM
        level = tuple(PlacedRule(xs[0], y, xs[-1], y, weight) for y in (0.0, bottom))
        return (*level, *(PlacedRule(x, 0.0, x, bottom, weight) for x in xs))
