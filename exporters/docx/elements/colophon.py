"""版记: a box at the foot of the last page, its last rule on the lower edge of the 版心 (7.4)."""

from __future__ import annotations

from exporters.docx import oxml, styles
from exporters.docx.drawing import bottom_box
from exporters.docx.oxml import PLAIN, Row, Rule, Setting, paragraph, run
from exporters.measures.colophon import Names, colophon_rows, side_indent
from models.layout.layout import Layout
from models.manuscript.blocks import ManuscriptColophon

DRAWING_NUMBER = 2


def colophon(content: ManuscriptColophon, layout: Layout, ruled: bool = True, new_page: bool = False) -> str:
    """Return the paragraph to which the 版记 is tied; it must be the last of the document.

    When the last page is full, the paragraph runs over to a new page and takes the box with it. That of a letter is
    not `ruled` (10.1). On a `new_page` it stands alone.
    """
    measures = layout.measures
    rows = colophon_rows(content, layout)
    written = []
    if rows.recipients:
        written.append(Row(("".join(map(_names, rows.recipients)),), rows.recipients_height))
    if rows.distribution_height:
        written.append(Row((_distribution(content, layout),), rows.distribution_height))
    width = measures.text_width_twips
    outer = Rule(measures.colophon_outer_rule_eighths) if ruled else Rule()
    inner = Rule(measures.colophon_inner_rule_eighths) if ruled else Rule()
    table = oxml.table((width,), written, outer, inner, False, 0)
    box = bottom_box("版记", DRAWING_NUMBER, width, rows.height, table + paragraph(styles.THIN, ""))
    return paragraph(styles.THIN, box, Setting(new_page=True) if new_page else PLAIN)


def _names(names: Names) -> str:
    """Return the paragraph of a label and its names."""
    setting = Setting(left=names.left, right=names.right, hanging=names.hanging)
    return paragraph(styles.COLOPHON, run(names.label + names.text), setting)


def _distribution(content: ManuscriptColophon, layout: Layout) -> str:
    """Return 印发机关 on the left and 印发日期 on the right of one line."""
    measures = layout.measures
    side = side_indent(measures)
    setting = Setting(left=side, right=side, tabs=(("right", measures.text_width_twips - side),))
    date = f"\t{content.distribution_date}{layout.words.distribution_end}" if content.distribution_date else ""
    return paragraph(styles.COLOPHON, run(content.distributing_organ + date), setting)
