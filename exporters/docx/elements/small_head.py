"""份号, 密级和保密期限, 紧急程度: flush left at the top of page one, one line each (7.2.1–7.2.3)."""

from __future__ import annotations

from exporters.docx import styles
from exporters.docx.oxml import PLAIN, Setting, paragraph, run
from models.layout.layout import Layout
from models.manuscript.blocks import ManuscriptHead


def small_head(head: ManuscriptHead, layout: Layout) -> tuple[str, int]:
    """Return the paragraphs that are there, and how many lines they take; 密级 keeps to line two without a 份号."""
    paragraphs = []
    lines = 0
    if head.copy_number:
        paragraphs.append(paragraph(styles.SMALL_HEAD, run(head.copy_number)))
        lines += 1
    if head.secrecy:
        skipped = 0 if head.copy_number else 1
        setting = Setting(before=skipped * layout.measures.line_pitch_twips) if skipped else PLAIN
        paragraphs.append(paragraph(styles.BLACK_HEAD, run(head.secrecy), setting))
        lines += 1 + skipped
    if head.urgency:
        paragraphs.append(paragraph(styles.BLACK_HEAD, run(head.urgency)))
        lines += 1
    return "".join(paragraphs), lines
