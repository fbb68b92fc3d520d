"""页码: 宋体, a dash on each side, outer corner, one 字 from the edge of the 版心 (7.5)."""

from __future__ import annotations

from exporters.docx import styles
from exporters.docx.oxml import page_field, run
from models.layout.layout import TWIPS_PER_PT, Layout


def page_number(layout: Layout, even: bool) -> str:
    """Return the paragraph of the page's foot: on the left of `even` pages, on the right of odd ones."""
    one = round(layout.measures.page_number_pt * TWIPS_PER_PT)
    side = "left" if even else "right"
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{styles.PAGE_NUMBER}"/><w:ind w:{side}Chars="100" w:{side}="{one}"/>'
        f'<w:jc w:val="{side}"/></w:pPr>{page_number_runs(layout)}</w:p>'
    )


def page_number_runs(layout: Layout) -> str:
    """Return the number between its dashes."""
    dash = layout.words.page_number_dash
    return run(dash + " ") + page_field() + run(" " + dash)
