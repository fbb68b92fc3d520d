"""A picture in numbers: how large it is printed, how many lines of the grid it takes, and its 图题.

Its line is as high as some whole number of lines of text, so that the text under it stands on the grid again. The
picture stands at the foot of that line; what is left over stands above it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from models.layout.layout import TWIPS_PER_MM, Layout
from models.layout.measuring import count_lines
from models.manuscript.blocks import Block, Heading, PrintedPicture

SPARE = 60  # twips: a page filled to its last one is one too many for LibreOffice
UNKNOWN_RATIO = 0.75  # height by width of a picture whose pixels nobody counted


class PictureForm(NamedTuple):
    """Width and height of a picture and the height of its line, in twips; its 图题, empty when it has none."""

    width: int
    height: int
    line: int
    caption: str


def picture_form(blocks: Sequence[Block], index: int, layout: Layout, above: int = 0) -> PictureForm:
    """Return how the picture `blocks[index]` is printed: as wide as it asks, smaller where it would not fit.

    It fits when it stands on one page with its 图题 and with what keeps to it from above: the headings right over it
    and, over the first block, what takes `above` twips.
    """
    picture = blocks[index]
    assert isinstance(picture, PrintedPicture)
    measures, pitch = layout.measures, layout.body_pitch_twips
    caption = f"{layout.words.picture_label}{picture.number}\u3000{picture.caption}" if picture.number else ""
    taken = _caption_lines(caption, layout) * pitch + _kept_above(blocks, index, layout, above)
    room = max(1, (measures.text_height_twips - SPARE - taken) // pitch) * pitch - measures.picture_gap_twips
    ratio = picture.pixel_height / picture.pixel_width if picture.pixel_width else UNKNOWN_RATIO
    asked = picture.width * TWIPS_PER_MM if picture.width else measures.text_width_twips
    width = min(asked, measures.text_width_twips, room / ratio)
    height = max(1, math.floor(width * ratio))
    lines = max(1, math.ceil((height + measures.picture_gap_twips) / pitch))
    return PictureForm(max(1, math.floor(width)), height, lines * pitch, caption)


def _caption_lines(caption: str, layout: Layout) -> int:
    """Return how many lines `caption` takes, rather one too many."""
    if not caption:
        return 0
    return count_lines(caption, layout.measures.characters_per_line - 1)


def _kept_above(blocks: Sequence[Block], index: int, layout: Layout, above: int) -> int:
    """Return the height of the headings right over the block at `index`, with `above` when they are the first."""
    lines = 0
    while index and isinstance(heading := blocks[index - 1], Heading):
        lines += count_lines(heading.number + heading.text, layout.measures.characters_per_line - 2)
        index -= 1
    return lines * layout.body_pitch_twips + (above if index == 0 else 0)
