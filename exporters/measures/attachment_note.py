"""附件说明 in numbers: two 字 in, wrapped lines under the first character of the name (7.3.4)."""

from __future__ import annotations

from typing import NamedTuple

from models.layout.layout import Layout
from models.layout.measuring import width_in_characters
from models.text.pattern import Pattern

_NUMBER = Pattern(r"\d+\.")


class NoteEntry(NamedTuple):
    """One entry: `label` (附件： or nothing), `number` (1. or nothing) and name; indents in twips as in a Word file."""

    label: str
    number: str
    name: str
    before: int
    left: int
    hanging: int


def note_entries(notes: tuple[str, ...], layout: Layout) -> tuple[NoteEntry, ...]:
    """Return one entry for each of `notes`; the first follows 附件：, the others stand under its number."""
    measures, label = layout.measures, layout.words.attachment_note_label
    before_names = measures.body_indent_characters + width_in_characters(label)
    entries = []
    for index, note in enumerate(notes):
        found = _NUMBER.match(note) if len(notes) > 1 else None
        number = found.group() if found else ""
        number_width = width_in_characters(number)
        hanging = number_width + (width_in_characters(label) if index == 0 else 0)
        entries.append(NoteEntry(
            label if index == 0 else "",
            number,
            note[len(number):],
            measures.note_gap_lines * measures.line_pitch_twips if index == 0 else 0,
            round((before_names + number_width) * measures.character_twips),
            round(hanging * measures.character_twips),
        ))
    return tuple(entries)
