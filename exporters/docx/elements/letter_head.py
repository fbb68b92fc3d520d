"""版头 of a 信函: the mark above the 版心, two red double lines, 发文字号 on the right under the first (10.1)."""

from __future__ import annotations

from exporters.docx import styles
from exporters.docx.drawing import page_box, page_line
from exporters.docx.elements.organ_mark import size_of
from exporters.docx.oxml import Setting, paragraph, run
from exporters.measures.head import small_lines
from models.layout.layout import Layout
from models.layout.letter import letter_page
from models.layout.mark import mark_form
from models.manuscript.blocks import ManuscriptHead

FIRST_DRAWING = 11


def letter_head(head: ManuscriptHead, layout: Layout) -> str:
    """Return the lines of `head` above the title; all that is drawn is tied to the first of them."""
    measures = layout.measures
    page = letter_page(head.issuing_organ_mark, measures)
    small = small_lines(head)
    left = run(small[0].text, styles.HEI if small[0].black else "") if small else ""
    number = run("\t" + head.document_number) if head.document_number else ""
    setting = Setting(keep_next=True, before=page.first_line_twips, tabs=(("right", measures.text_width_twips),))
    drawn = "" if head.preprinted else _drawn(head, layout)
    return paragraph(styles.SMALL_HEAD, drawn + left + number, setting) + "".join(
        paragraph(styles.BLACK_HEAD if each.black else styles.SMALL_HEAD, run(each.text), Setting(keep_next=True))
        for each in small[1:])


def _drawn(head: ManuscriptHead, layout: Layout) -> str:
    """Return the mark and the rules of both double lines, placed on the sheet."""
    measures = layout.measures
    page, form = letter_page(head.issuing_organ_mark, measures), mark_form(head.mark_names, "", measures)
    mark = paragraph(styles.MARK, run(head.issuing_organ_mark, properties=size_of(form)), Setting(line=form.line))
    box = page_box("发文机关标志", FIRST_DRAWING, measures.text_width_twips, page.mark_top_mm, form.line, mark)
    width = measures.letter_line_width_mm
    rules = (page_line("红色双线", FIRST_DRAWING + count, width, rule.top_mm, rule.weight_mm, styles.RED)
             for count, rule in enumerate(page.rules, 1))
    return box + "".join(rules)
