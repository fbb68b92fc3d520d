"""Pages as they will be printed: text, rules and pictures at their places.

All lengths are millimetres from the upper left corner of the upright sheet; a landscape page is placed as it is
read, and its paper is turned when it is printed. Preview, PDF and print paint these values and nothing else.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from models.domain.place import Place

BLACK = "000000"
RED = "FF0000"


class PlacedText(NamedTuple):
    """A run of characters in one face on one line.

    `x` is where the first begins, `advances` how far each one moves on, justification included; `scale_percent`
    narrows the characters (长体). `place` is where the text stands in the report, its `start` the offset of the
    first character; Place() for what no field holds, such as a page number.
    A `turned` run is rotated clockwise about its beginning: it runs downwards.
    """

    x: float
    baseline: float
    text: str
    face: str
    size_pt: float
    advances: tuple[float, ...]
    colour: str = BLACK
    bold: bool = False
    scale_percent: int = 100
    place: Place = Place()
    turned: bool = False

    @property
    def width(self) -> float:
        """How wide the run is."""
        return sum(self.advances)


class PlacedRule(NamedTuple):
    """A straight line from one point to another; `weight` is its thickness, the points lie on its middle."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float
    colour: str = BLACK


class PlacedPicture(NamedTuple):
    """A picture, `data` as in its file (PNG or JPEG), stretched to `width` and `height`.

    `place` is that of its 图题 in the report.
    """

    x: float
    y: float
    width: float
    height: float
    data: bytes
    place: Place = Place()


Placed: TypeAlias = PlacedText | PlacedRule | PlacedPicture


def moved_down(item: Placed, y: float) -> Placed:
    """Return `item` moved down by `y` millimetres."""
    if isinstance(item, PlacedText):  # nearly all are; _replace would take twice the time
        return PlacedText(item.x, item.baseline + y, *item[2:])
    if isinstance(item, PlacedRule):
        return item._replace(y1=item.y1 + y, y2=item.y2 + y)
    return item._replace(y=item.y + y)


class Page(NamedTuple):
    """One side of a sheet. `number` is the printed page number, None on a page that bears none."""

    items: tuple[Placed, ...]
    number: int | None
    width: float = 210.0
    height: float = 297.0


class OutlineEntry(NamedTuple):
    """A heading for the outline of a PDF: its level from 1, its text, the index of its page, its top there."""

    level: int
    text: str
    page: int
    y: float


class PagedDocument(NamedTuple):
    """All pages, the outline, and the document's own properties."""

    pages: tuple[Page, ...]
    outline: tuple[OutlineEntry, ...]
    title: str = ""
    author: str = ""
