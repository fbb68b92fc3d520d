"""A table: rows of cells between rules, its head repeated on every page it reaches."""

from __future__ import annotations

from functools import lru_cache

from exporters.legal import legal
from exporters.pages.flow import FlowLine
from exporters.pages.placed import Placed, PlacedRule, PlacedText
from exporters.pages.setting import Piece, Setting, Shape
from models.domain.place import Place, cell_field
from models.layout.columns import table_form
from models.layout.layout import TWIPS_PER_MM, TWIPS_PER_PT
from models.manuscript.blocks import Table

EIGHTHS = 8  # of a point, in which Word counts the weight of a rule
Cells = tuple[tuple[str, ...], ...]
Texts = tuple[PlacedText, ...]


@lru_cache(maxsize=256)
def table_lines(block: Table, setting: Setting) -> tuple[FlowLine, ...]:
    """Return the rows of `block`, each one flow line, or several where it is higher than a page."""
    form = table_form(block.rows, setting.measures)
    faces = setting.layout.faces
    rows = _Rows(block, setting, form.widths)
    head = [each._replace(keep_next=True)
            for each in rows.row(0, form.head, ("center",) * len(form.widths), faces.hei)]
    repeated = tuple(head) if len(head) == 1 else ()  # one as high as a page leaves no room for what it heads
    aligns = tuple("center" if middle else "left" for middle in form.centred)
    others = [line._replace(repeated=repeated) for number, cells in enumerate(form.rows, 1)
              for line in rows.row(number, cells, aligns, faces.body)]
    *above, last = [*head, *others]
    return (*above, last._replace(after=rows.weight))  # the lowest rule stands under its row


class _Rows:
    """Sets the rows of one table."""

    def __init__(self, block: Table, setting: Setting, widths: tuple[int, ...]) -> None:
        self.block = block
        self.setting = setting
        self.widths = widths
        self.weight = setting.measures.table_rule_eighths * TWIPS_PER_PT // EIGHTHS
        self.edges = tuple(sum(widths[:count]) for count in range(len(widths) + 1))

    def row(self, number: int, cells: Cells, aligns: tuple[str, ...], face: str) -> list[FlowLine]:
        """Return row `number` with the paragraphs of each of its `cells`; the rule above it is part of its height."""
        measures = self.setting.measures
        columns = [self._cell(number, column, cells[column], aligns[column], face) for column in range(len(cells))]
        most = max(map(len, columns))
        room = (measures.text_height_twips - measures.table_row_twips - 2 * self.weight) // measures.table_line_twips
        return [self._part([lines[start:start + room] for lines in columns]) for start in range(0, most, room)]

    def _part(self, columns: list[list[Texts]]) -> FlowLine:
        """Return the lines of each cell as one flow line, in the middle of the height they need together."""
        measures, pitch = self.setting.measures, self.setting.measures.table_line_twips
        height = max(measures.table_row_twips, max(map(len, columns)) * pitch + self.weight)
        items: list[Placed] = []
        for lines in columns:
            top = self.weight + (height - self.weight - len(lines) * pitch) / 2
            for index, line in enumerate(lines):
                down = (top + index * pitch) / TWIPS_PER_MM
                items += (each._replace(baseline=each.baseline + down) for each in line)
        return FlowLine(height, (*items, *self._rules(height)))

    def _cell(self, row: int, column: int, texts: tuple[str, ...], align: str, face: str) -> list[Texts]:
        """Return the lines of a cell."""
        measures, margin = self.setting.measures, self.setting.measures.table_cell_margin_twips
        look = self.setting.look(face, measures.table_pt)
        shape = Shape(measures.table_line_twips, align, margin, margin,
                      offset=self.edges[column], width=self.widths[column])
        lines: list[Texts] = []
        for text, place in zip(texts, self._places(row, column, texts), strict=True):
            for line in self.setting.paragraph((Piece(legal(text), look, place),), shape):
                lines.append(tuple(each for each in line.items if isinstance(each, PlacedText)))
        return lines

    def _places(self, row: int, column: int, texts: tuple[str, ...]) -> list[Place]:
        """Return where each of `texts`, the paragraphs of a cell, begins in the report."""
        cells = self.block.rows[row] if row < len(self.block.rows) else ()
        whole, table = cells[column] if column < len(cells) else "", self.block.place
        places, start = [], 0
        for text in texts:
            start = max(start, whole.find(text, start))
            places.append(Place(table.task, table.entry, cell_field(row, column), start, line=table.line))
            start += len(text)
        return places

    def _rules(self, height: int) -> tuple[PlacedRule, ...]:
        """Return the rules around a row `height` twips high; rows share the one between them."""
        left = self.setting.measures.left_margin_twips
        xs = [(left + edge) / TWIPS_PER_MM for edge in self.edges]
        weight = self.weight / TWIPS_PER_MM
        top, bottom = weight / 2, height / TWIPS_PER_MM + weight / 2
        level = tuple(PlacedRule(xs[0], y, xs[-1], y, weight) for y in (top, bottom))
        return (*level, *(PlacedRule(x, top, x, bottom, weight) for x in xs))
