"""主送机关: flush left under the title, ending in a full-width colon (7.3.2)."""

from __future__ import annotations

from exporters.legal import legal
from exporters.page_one import gaps_of
from exporters.pages.flow import FlowLine
from exporters.pages.setting import Gaps, Piece, Setting, Shape
from models.domain.place import HEAD, Place
from models.manuscript.blocks import Manuscript


def recipients(manuscript: Manuscript, setting: Setting) -> tuple[FlowLine, ...]:
    """Return the lines of the 主送机关 of `manuscript`; none when there is nobody."""
    if not manuscript.main_recipients:
        return ()
    layout = setting.layout
    text = legal(manuscript.main_recipients) + layout.words.recipients_end
    piece = Piece(text, setting.body_look(), Place(HEAD, field="main_recipients"))
    gaps = Gaps(before=gaps_of(manuscript, layout).under_title, keep_next=True)
    return setting.paragraph((piece,), Shape(layout.measures.line_pitch_twips, "left"), gaps)
