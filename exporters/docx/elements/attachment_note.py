"""附件说明: two 字 in, wrapped lines under the first character of the name (7.3.4)."""

from __future__ import annotations

import re

from exporters.docx import styles
from exporters.docx.oxml import Setting, paragraph, run
from models.layout.layout import Layout
from models.layout.measuring import width_in_characters

_NUMBER = re.compile(r"\d+\.")


def attachment_note(notes: tuple[str, ...], layout: Layout) -> str:
    """Return one paragraph for each of `notes`; the first follows 附件：, the others stand under its number."""
    measures, label = layout.measures, layout.words.attachment_note_label
    before_names = measures.body_indent_characters + width_in_characters(label)
    paragraphs = []
    for index, note in enumerate(notes):
        number = _NUMBER.match(note) if len(notes) > 1 else None
        number_width = width_in_characters(number.group()) if number else 0.0
        hanging = number_width + (width_in_characters(label) if index == 0 else 0)
        setting = Setting(
            before=measures.note_gap_lines * measures.line_pitch_twips if index == 0 else None,
            left=round((before_names + number_width) * measures.character_twips),
            hanging=round(hanging * measures.character_twips),
        )
        paragraphs.append(paragraph(styles.NOTE, run(label + note if index == 0 else note), setting))
    return "".join(paragraphs)
