"""The gaps of page one, set so that its text stands on the same lines as on every other page.

By the standard front and back of a sheet are in register to 2 mm (6.1) and a page holds 22 lines (5.2.3). 标志 and
标题 have lines of their own height, so the lines under them would stand between those of the next page and the
last of them would be lost. A fraction of a line is therefore taken from, or given to, the gaps around them.
"""

from __future__ import annotations

from typing import NamedTuple


from models.layout.layout import Layout
from models.manuscript.blocks import Manuscript
from models.manuscript.first_page import top_of_text_twips

LIFT = 0.6  # up to this share of a line the text is lifted; beyond it is lowered


class Gaps(NamedTuple):
    """The empty space of page one, in twips."""

    under_mark: int  # 标志 to 发文字号
    over_title: int  # 分隔线 to 标题
    under_title: int  # 标题 to 主送, or to the text


def gaps_of(manuscript: Manuscript, layout: Layout) -> Gaps:
    """Return the gaps of `manuscript`; a 送审稿 with wide lines keeps whole ones, it has no grid of 22 lines."""
    measures, headed = layout.measures, manuscript.head is not None
    pitch = measures.line_pitch_twips
    over_title = measures.title_gap_lines if headed else measures.title_gap_without_head_lines
    whole = Gaps(measures.head_gap_lines * pitch, over_title * pitch, measures.recipients_gap_lines * pitch)
    if layout.line_spacing != 1:
        return whole
    off = round(top_of_text_twips(manuscript, layout) % pitch)
    lowered = 0 if off <= LIFT * pitch else pitch - off
    if lowered:
        return Gaps(whole.under_mark, whole.over_title + lowered * headed, whole.under_title + lowered * (not headed))
    mark_share = off // 2 if headed and not manuscript.letter else 0
    return Gaps(whole.under_mark - mark_share, whole.over_title, whole.under_title - (off - mark_share))
