"""标题: one paragraph, its lines broken by rule or by the clerk (7.3.1)."""

from __future__ import annotations

from exporters.docx import styles
from exporters.docx.oxml import Setting, line_break, paragraph, run
from models.layout.layout import Layout


def title(lines: tuple[str, ...], under_head: bool, layout: Layout) -> str:
    """Return the title; `under_head` says whether a red line stands above it."""
    measures = layout.measures
    gap = measures.title_gap_lines if under_head else measures.title_gap_without_head_lines
    setting = Setting(before=gap * measures.line_pitch_twips)
    return paragraph(styles.TITLE, line_break().join(run(each) for each in lines), setting)
