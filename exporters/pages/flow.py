"""The flow: what is set line by line, before it is known on which page a line comes to stand.

An element (a heading, a paragraph, the signature …) becomes flow lines; the pager puts them on pages. Heights are
twips, as they are written into the Word file, so that both break alike; x is millimetres from the sheet's left
edge, y millimetres from the top of the line's own box.
"""

from __future__ import annotations

from typing import NamedTuple

from exporters.pages.placed import Placed


class FlowLine(NamedTuple):
    """One line, or one row of a table.

    `before` and `after` are empty space that belongs to its paragraph. `keep_next` keeps it on the page of the next
    line (keepNext of Word, on every line of such a paragraph). `new_page` begins a page. `level` is that of a
    heading's first line, else 0, and `heading` the heading's text for the outline. `repeated` is set again above
    the line when it begins a page: the head of its table.
    """

    height: int
    items: tuple[Placed, ...] = ()
    before: int = 0
    after: int = 0
    keep_next: bool = False
    new_page: bool = False
    level: int = 0
    heading: str = ""
    repeated: tuple[FlowLine, ...] = ()


class Foot(NamedTuple):
    """What stands at the foot of the last page (版记): its height in twips, y of `items` from its own top."""

    height: int
    items: tuple[Placed, ...] = ()
