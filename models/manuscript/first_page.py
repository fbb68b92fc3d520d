"""Whether 正文 begins on page one: an estimate in lines of the page grid."""

from __future__ import annotations

from models.layout.layout import TWIPS_PER_MM, TWIPS_PER_PT
from models.layout.loader import load_layout
from models.layout.measuring import count_lines, size_of_mark
from models.manuscript.blocks import Manuscript

BODY_LINES = 2  # 首页必须显示正文: one line, and one more since this is an estimate


def body_shows_on_first_page(manuscript: Manuscript) -> bool:
    """Return whether head, title and 主送 of `manuscript` leave room for its first lines of text on page one."""
    layout = load_layout()
    measures = layout.measures
    free = measures.lines_per_page - lines_before_body(manuscript)
    return free >= BODY_LINES


def lines_before_body(manuscript: Manuscript) -> float:
    """Return how many lines of the grid stand above the first paragraph of text."""
    layout = load_layout()
    measures, words = layout.measures, layout.words
    pitch = measures.line_pitch_twips
    lines = float(measures.title_gap_without_head_lines)
    if manuscript.head is not None:
        mark = size_of_mark(manuscript.head.issuing_organ_mark, measures).pt * TWIPS_PER_PT
        rows = max(1, -(-len(manuscript.head.signatories) // measures.signatories_per_line))
        lines = (measures.mark_top_mm * TWIPS_PER_MM + mark) / pitch + measures.head_gap_lines + rows
        lines += measures.title_gap_lines
    lines += len(manuscript.title_lines) * measures.title_line_twips / pitch
    if manuscript.main_recipients:
        text = manuscript.main_recipients + words.recipients_end
        lines += measures.recipients_gap_lines + count_lines(text, measures.characters_per_line)
    return lines
