"""主送机关: flush left under the title, ending in a full-width colon (7.3.2)."""

from __future__ import annotations

from exporters.docx import styles
from exporters.docx.oxml import Setting, paragraph, run
from models.layout.layout import Layout


def recipients(names: str, layout: Layout) -> str:
    """Return the paragraph of `names`; empty text makes none."""
    if not names:
        return ""
    setting = Setting(before=layout.measures.recipients_gap_lines * layout.measures.line_pitch_twips)
    return paragraph(styles.RECIPIENTS, run(names + layout.words.recipients_end), setting)
