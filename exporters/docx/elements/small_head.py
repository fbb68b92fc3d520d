"""份号, 密级和保密期限, 紧急程度: flush left at the top of page one, one line each (7.2.1–7.2.3)."""

from __future__ import annotations

from exporters.docx import styles
from exporters.docx.oxml import PLAIN, Setting, paragraph, run
from exporters.measures.head import SmallLine
from models.layout.layout import Layout


def small_head(lines: tuple[SmallLine, ...], layout: Layout) -> str:
    """Return the paragraphs of `lines`."""
    pitch = layout.measures.line_pitch_twips
    return "".join(
        paragraph(styles.BLACK_HEAD if each.black else styles.SMALL_HEAD, run(each.text),
                  Setting(before=each.skipped * pitch) if each.skipped else PLAIN)
        for each in lines
    )
