"""A paragraph as a file gives it, before anything is understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.domain.source_document import LeftOut

if TYPE_CHECKING:  # most files have none
    from models.importers.found_picture import FoundPicture


class RawLine(NamedTuple):
    """A paragraph of the file.

    `outline` is the heading level Word gives it (1 to 9, 0 for none), `lead` counts the characters at its
    beginning that are set apart in bold or in a heading face, `cells` are its cells when it is a table row,
    `pictures` the numbers of the pictures in it.
    """

    text: str
    outline: int = 0
    lead: int = 0
    cells: tuple[str, ...] = ()
    pictures: tuple[int, ...] = ()


class RawText(NamedTuple):
    """The paragraphs of a file, what was left out while reading it and what a clerk should know of it.

    `pictures` are those that were taken, in order.
    `rejoined` tells that its reader has put the paragraphs together from lines.
    """

    lines: tuple[RawLine, ...]
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()
    rejoined: bool = False
    pictures: tuple[FoundPicture, ...] = ()
