"""A table: ruled, its head repeated on every page, columns as wide as their content asks."""

from __future__ import annotations

from exporters.docx import oxml, styles
from exporters.docx.oxml import Row, Rule, paragraph, run
from models.layout.columns import table_form
from models.layout.layout import Layout
from models.manuscript.blocks import Table


def table(block: Table, layout: Layout) -> str:
    """Return `block` as a table over the whole width of the 版心."""
    measures = layout.measures
    form = table_form(block.rows, measures)
    rule = Rule(measures.table_rule_eighths)
    head = Row(tuple(_cell(lines, styles.TABLE_HEAD) for lines in form.head), measures.table_row_twips, header=True)
    cell_styles = [styles.TABLE_NUMBER if middle else styles.TABLE_TEXT for middle in form.centred]
    others = (Row(tuple(map(_cell, row, cell_styles)), measures.table_row_twips) for row in form.rows)
    return oxml.table(form.widths, [head, *others], rule, rule, True, measures.table_cell_margin_twips)


def _cell(lines: tuple[str, ...], style: str) -> str:
    """Return the paragraphs of a cell."""
    return "".join(paragraph(style, run(line) if line else "") for line in lines)
