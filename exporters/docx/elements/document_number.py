"""发文字号 on the left, 签发人 on the right, and the red line under them (7.2.5–7.2.7)."""

from __future__ import annotations

from exporters.docx import styles
from exporters.docx.drawing import line
from exporters.docx.oxml import PLAIN, Setting, paragraph, run
from models.layout.layout import TWIPS_PER_MM, TWIPS_PER_PT, Layout
from models.layout.measuring import width_in_characters
from models.manuscript.blocks import ManuscriptHead

DRAWING_NUMBER = 1


def document_number(head: ManuscriptHead, layout: Layout) -> str:
    """Return the lines of `head` down to the red line; the 发文字号 stands level with the last 签发人."""
    per_line = layout.measures.signatories_per_line
    names = head.signatories
    rows = [names[start:start + per_line] for start in range(0, len(names), per_line)] or [()]
    if len(names) < 2:
        return _last(head.document_number, _labelled(rows[0], layout), _right_tab(layout), layout)
    columns = _columns(names, layout)
    above = [
        paragraph(styles.DOCUMENT_NUMBER, run("\t") + _row(row, index == 0, layout), columns)
        for index, row in enumerate(rows[:-1])
    ]
    last = run("\t") + _row(rows[-1], len(rows) == 1, layout)
    return "".join(above) + _last(head.document_number, last, columns, layout)


def _last(number: str, signatories: str, setting: Setting, layout: Layout) -> str:
    """Return the line with the 发文字号, to which the red line is tied."""
    measures = layout.measures
    glyph_bottom = measures.line_pitch_twips * measures.baseline_share \
        + measures.body_pt * TWIPS_PER_PT * measures.descent_share
    down_mm = glyph_bottom / TWIPS_PER_MM + measures.red_line_gap_mm
    drawn = line("红色分隔线", DRAWING_NUMBER, measures.text_width_twips, down_mm, measures.red_line_weight_mm, styles.RED)
    return paragraph(styles.DOCUMENT_NUMBER, drawn + run(number) + signatories, setting if signatories else PLAIN)


def _labelled(names: tuple[str, ...], layout: Layout) -> str:
    """Return a tab, 签发人： and the only name; empty without one."""
    return run("\t" + layout.words.signatory_label) + run(names[0], styles.KAI) if names else ""


def _right_tab(layout: Layout) -> Setting:
    measures = layout.measures
    side = round(measures.side_indent_characters * measures.character_twips)
    return Setting(tabs=(("right", measures.text_width_twips - side),))


def _columns(names: tuple[str, ...], layout: Layout) -> Setting:
    """Return the tab stops for several names: the label, then one column a name, right edge one 字 from the margin."""
    measures = layout.measures
    character = measures.character_twips
    widest = max(width_in_characters(name) for name in names) * character
    count = min(len(names), measures.signatories_per_line)
    right = measures.text_width_twips - measures.side_indent_characters * character
    first = right - count * widest - (count - 1) * character
    label = first - width_in_characters(layout.words.signatory_label) * character
    stops = [label, *(first + index * (widest + character) for index in range(count))]
    return Setting(tabs=tuple(("left", round(stop)) for stop in stops))


def _row(names: tuple[str, ...], first: bool, layout: Layout) -> str:
    """Return one line of names; only the first line bears the label, the others start under the first name."""
    label = run(layout.words.signatory_label) if first else ""
    return label + "".join(run("\t") + run(name, styles.KAI) for name in names)
