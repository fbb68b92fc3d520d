"""主送机关: flush left under the title, ending in a full-width colon (7.3.2)."""

from __future__ import annotations

from exporters.docx import styles
from exporters.docx.oxml import Setting, paragraph, run
from models.layout.layout import Layout


def recipients(names: str, gap: int, layout: Layout) -> str:
    """Return the paragraph of `names`, `gap` twips under the title; empty text makes none."""
    if not names:
        return ""
    return paragraph(styles.RECIPIENTS, run(names + layout.words.recipients_end), Setting(before=gap))
