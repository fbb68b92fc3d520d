"""The 版记 in numbers: what stands in its rows, and how high they are (7.4)."""

from __future__ import annotations

from typing import NamedTuple

from models.layout.layout import TWIPS_PER_PT, Layout, Measures
from models.layout.measuring import count_lines, width_in_characters
from models.manuscript.blocks import ManuscriptColophon

END_TWIPS = TWIPS_PER_PT  # in Word a box must end in a paragraph: one as thin as can be


class Names(NamedTuple):
    """The names after a `label`, wrapped under the first of them; indents in twips, and the lines they take."""

    label: str
    text: str
    left: int
    right: int
    hanging: int
    lines: int


class ColophonRows(NamedTuple):
    """The rows of a 版记: recipients in one, 印发 in the last; heights in twips, 0 for a row that is not there."""

    recipients: tuple[Names, ...]
    recipients_height: int
    distribution_height: int

    @property
    def height(self) -> int:
        """The height of the whole, with the end that Word asks for."""
        return self.recipients_height + self.distribution_height + END_TWIPS


def colophon_rows(content: ManuscriptColophon, layout: Layout) -> ColophonRows:
    """Return the rows of `content` that are there."""
    words, measures = layout.words, layout.measures
    listed = ((words.main_recipients_label, content.main_recipients),
              (words.copy_recipients_label, content.copy_recipients))
    recipients = tuple(_names(label, names, layout) for label, names in listed if names)
    distributed = bool(content.distributing_organ or content.distribution_date)
    return ColophonRows(
        recipients,
        row_height(sum(each.lines for each in recipients), measures) if recipients else 0,
        row_height(1, measures) if distributed else 0,
    )


def row_height(lines: int, measures: Measures) -> int:
    """Return the height of a row of `lines` lines."""
    return lines * measures.colophon_line_twips + measures.colophon_row_padding_twips


def side_indent(measures: Measures) -> int:
    """Return how far the text stands from both edges of the 版心, in twips."""
    return round(measures.side_indent_characters * measures.colophon_pt * TWIPS_PER_PT)


def _names(label: str, names: str, layout: Layout) -> Names:
    """Return `names` after `label`, ended as the standard wants it."""
    measures = layout.measures
    one = measures.colophon_pt * TWIPS_PER_PT
    hanging = width_in_characters(label) * one
    side = measures.side_indent_characters * one
    room = (measures.text_width_twips - 2 * side - hanging) / one
    text = names.rstrip(layout.words.colophon_end) + layout.words.colophon_end
    return Names(label, text, round(side + hanging), round(side), round(hanging), count_lines(text, room))
