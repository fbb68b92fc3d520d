"""标题: one paragraph, its lines broken by rule or by the clerk (7.3.1)."""

from __future__ import annotations

from exporters.docx import styles
from exporters.docx.oxml import Setting, line_break, paragraph, run


def title(lines: tuple[str, ...], gap: int) -> str:
    """Return the title, `gap` twips under what stands above it."""
    return paragraph(styles.TITLE, line_break().join(run(each) for each in lines), Setting(before=gap))
