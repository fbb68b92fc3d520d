"""Page one in numbers: how far down its text begins, and whether any 正文 shows there."""

from __future__ import annotations

from models.layout.layout import TWIPS_PER_MM, Layout
from models.layout.letter import letter_page
from models.layout.loader import load_layout
from models.layout.mark import mark_form
from models.layout.measuring import count_lines
from models.manuscript.blocks import Manuscript

BODY_LINES = 2  # 首页必须显示正文: one line, and one more since this is an estimate


def body_shows_on_first_page(manuscript: Manuscript) -> bool:
    """Return whether head, title and 主送 of `manuscript` leave room for its first lines of text on page one."""
    return load_layout().measures.lines_per_page - lines_before_body(manuscript) >= BODY_LINES


def lines_before_body(manuscript: Manuscript) -> float:
    """Return how many lines of the grid stand above the first paragraph of text."""
    layout = load_layout()
    lines = top_of_text_twips(manuscript, layout) / layout.measures.line_pitch_twips
    if manuscript.main_recipients:
        text = manuscript.main_recipients + layout.words.recipients_end
        lines += count_lines(text, layout.measures.characters_per_line)
    return lines


def top_of_text_twips(manuscript: Manuscript, layout: Layout) -> float:
    """Return how far under the top of the 版心 the line after the title begins: 主送, or without it the text."""
    measures = layout.measures
    pitch = measures.line_pitch_twips
    title = len(manuscript.title_lines) * measures.title_line_twips + measures.recipients_gap_lines * pitch
    head = manuscript.head
    if head is None:
        return title + measures.title_gap_without_head_lines * pitch
    if head.letter:
        rows = max(1, len([each for each in (head.copy_number, head.secrecy, head.urgency) if each]))
        return letter_page(head.issuing_organ_mark, measures).first_line_twips \
            + (rows + measures.title_gap_lines) * pitch + title
    mark = mark_form(head.mark_names, head.mark_word, measures)
    above = measures.mark_top_mm * TWIPS_PER_MM - mark.ink_offset(measures)
    rows = max(1, -(-len(head.signatories) // measures.signatories_per_line))
    return above + mark.height + (measures.head_gap_lines + rows + measures.title_gap_lines) * pitch + title
