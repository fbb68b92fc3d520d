"""附件说明: two 字 in, wrapped lines under the first character of the name (7.3.4)."""

from __future__ import annotations

from exporters.docx import styles
from exporters.docx.oxml import Setting, paragraph, run
from exporters.measures.attachment_note import note_entries
from models.layout.layout import Layout


def attachment_note(notes: tuple[str, ...], layout: Layout) -> str:
    """Return one paragraph for each of `notes`."""
    return "".join(
        paragraph(styles.NOTE, run(each.label + each.number + each.name),
                  Setting(before=each.before or None, left=each.left, hanging=each.hanging))
        for each in note_entries(notes, layout)
    )
