"""A picture in the middle of the 版心, its 图题 under it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from exporters.legal import legal
from exporters.measures.picture import PictureForm
from exporters.pages.flow import FlowLine
from exporters.pages.placed import PlacedPicture
from exporters.pages.setting import Gaps, Piece, Setting, Shape
from models.domain.place import Place
from models.layout.layout import TWIPS_PER_MM
from models.manuscript.blocks import PrintedPicture


@lru_cache(maxsize=256)
def picture_lines(block: PrintedPicture, form: PictureForm, setting: Setting, gaps: Gaps) -> tuple[FlowLine, ...]:
    """Return the line of `block`, printed as `form` says, and those of its 图题, on one page."""
    measures = setting.measures
    left = measures.left_margin_twips + (measures.text_width_twips - form.width) / 2
    placed = PlacedPicture(
        left / TWIPS_PER_MM, (form.line - form.height) / TWIPS_PER_MM, form.width / TWIPS_PER_MM,
        form.height / TWIPS_PER_MM, block.data, block.place)
    under = _caption(block.place, form.caption, setting)
    lines = (FlowLine(form.line, (placed,), before=gaps.before), *under)
    *others, last = lines
    return (*(each._replace(keep_next=True) for each in others),
            last._replace(after=gaps.after, keep_next=gaps.keep_next))


def _caption(place: Place, text: str, setting: Setting) -> tuple[FlowLine, ...]:
    """Return the lines of the 图题 `text` at `place`; none when it is empty."""
    if not text:
        return ()
    look = setting.body_look()
    number, mark, words = text.partition("\u3000")
    pieces = (Piece(legal(number + mark), look, replace(place, end=place.start)),
              Piece(legal(words), look, place))
    return setting.paragraph(pieces, Shape(setting.layout.body_pitch_twips, "center"))
