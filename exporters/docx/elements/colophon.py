"""版记: a box at the foot of the last page, its last rule on the lower edge of the 版心 (7.4)."""

from __future__ import annotations

from exporters.docx import oxml, styles
from exporters.docx.drawing import bottom_box
from exporters.docx.oxml import Row, Rule, Setting, paragraph, run
from models.layout.layout import TWIPS_PER_PT, Layout
from models.layout.measuring import count_lines, width_in_characters
from models.manuscript.blocks import ManuscriptColophon

DRAWING_NUMBER = 2
END_TWIPS = TWIPS_PER_PT  # a box must end in a paragraph: one as thin as can be


def colophon(content: ManuscriptColophon, layout: Layout) -> str:
    """Return the paragraph to which the 版记 is tied; it must be the last of the document.

    When the last page is full, the paragraph runs over to a new page and takes the box with it.
    """
    measures = layout.measures
    rows = _rows(content, layout)
    width = measures.text_width_twips
    ruled = oxml.table((width,), rows, Rule(measures.colophon_outer_rule_eighths),
                       Rule(measures.colophon_inner_rule_eighths), False, 0)
    height = sum(row.height for row in rows) + END_TWIPS
    box = bottom_box("版记", DRAWING_NUMBER, width, height, ruled + paragraph(styles.THIN, ""))
    return paragraph(styles.THIN, box)


def _rows(content: ManuscriptColophon, layout: Layout) -> list[Row]:
    """Return the rows that are there: recipients in one, 印发 in the last."""
    words, measures = layout.words, layout.measures
    rows = []
    listed = [(words.main_recipients_label, content.main_recipients),
              (words.copy_recipients_label, content.copy_recipients)]
    paragraphs = [_names(label, names, layout) for label, names in listed if names]
    if paragraphs:
        lines = sum(count for _, count in paragraphs)
        height = lines * measures.colophon_line_twips + measures.colophon_row_padding_twips
        rows.append(Row(("".join(text for text, _ in paragraphs),), height))
    if content.distributing_organ or content.distribution_date:
        rows.append(Row((_distribution(content, layout),),
                        measures.colophon_line_twips + measures.colophon_row_padding_twips))
    return rows


def _names(label: str, names: str, layout: Layout) -> tuple[str, int]:
    """Return the paragraph `label` + `names`, and how many lines it takes."""
    measures = layout.measures
    one = measures.colophon_pt * TWIPS_PER_PT
    hanging = width_in_characters(label) * one
    side = measures.side_indent_characters * one
    room = (measures.text_width_twips - 2 * side - hanging) / one
    text = names.rstrip(layout.words.colophon_end) + layout.words.colophon_end
    setting = Setting(left=round(side + hanging), right=round(side), hanging=round(hanging))
    return paragraph(styles.COLOPHON, run(label + text), setting), count_lines(text, room)


def _distribution(content: ManuscriptColophon, layout: Layout) -> str:
    """Return 印发机关 on the left and 印发日期 on the right of one line."""
    measures = layout.measures
    side = round(measures.side_indent_characters * measures.colophon_pt * TWIPS_PER_PT)
    setting = Setting(left=side, right=side, tabs=(("right", measures.text_width_twips - side),))
    date = f"\t{content.distribution_date}{layout.words.distribution_end}" if content.distribution_date else ""
    return paragraph(styles.COLOPHON, run(content.distributing_organ + date), setting)
