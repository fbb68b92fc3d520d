"""发文字号 on the left, 签发人 on the right, and the red line under them (7.2.5–7.2.7)."""

from __future__ import annotations

from exporters.docx import styles
from exporters.docx.drawing import line
from exporters.docx.oxml import PLAIN, Setting, paragraph, run
from exporters.measures.head import red_line_top_mm, side_indent, signatory_columns, signatory_rows
from models.layout.layout import Layout
from models.manuscript.blocks import ManuscriptHead

DRAWING_NUMBER = 1


def document_number(head: ManuscriptHead, layout: Layout) -> str:
    """Return the lines of `head` down to the red line; the 发文字号 stands level with the last 签发人."""
    names, measures = head.signatories, layout.measures
    rows = signatory_rows(names, measures)
    if len(names) < 2:
        right = measures.text_width_twips - side_indent(measures)
        return _last(head, _labelled(rows[0], layout), Setting(tabs=(("right", right),)), layout)
    label, columns = signatory_columns(names, layout.words.signatory_label, measures)
    stops = Setting(tabs=tuple(("left", stop) for stop in (label, *columns)))
    above = [
        paragraph(styles.DOCUMENT_NUMBER, run("\t") + _row(row, index == 0, layout), stops)
        for index, row in enumerate(rows[:-1])
    ]
    last = run("\t") + _row(rows[-1], len(rows) == 1, layout)
    return "".join(above) + _last(head, last, stops, layout)


def _last(head: ManuscriptHead, signatories: str, setting: Setting, layout: Layout) -> str:
    """Return the line with the 发文字号, to which the red line is tied; pre-printed paper bears the line itself."""
    measures = layout.measures
    drawn = "" if head.preprinted else line(
        "红色分隔线", DRAWING_NUMBER, measures.text_width_twips, red_line_top_mm(measures), measures.red_line_weight_mm,
        styles.RED)
    content = drawn + run(head.document_number) + signatories
    return paragraph(styles.DOCUMENT_NUMBER, content, setting if signatories else PLAIN)


def _labelled(names: tuple[str, ...], layout: Layout) -> str:
    """Return a tab, 签发人： and the only name; empty without one."""
    return run("\t" + layout.words.signatory_label) + run(names[0], styles.KAI) if names else ""


def _row(names: tuple[str, ...], first: bool, layout: Layout) -> str:
    """Return one line of names; only the first line bears the label, the others start under the first name.

    The label ends where the first column begins: a tab after it would run on to the second.
    """
    start = run(layout.words.signatory_label) if first else run("\t")
    return start + run("\t").join(run(name, styles.KAI) for name in names)
