"""One paragraph broken into lines, as Word breaks it with the settings our Word files carry.

A line takes characters as long as they fit. One closing mark that does not fit hangs over the edge (overflowPunct);
otherwise the line ends at the last place where it may (`break_places`). Latin words and numbers stay whole unless
they are longer than a line. Every character, Latin ones too, carries the run's spacing. In a justified paragraph
the room that is left is shared out between the Chinese characters and at the spaces, but not in the last line.

LibreOffice 7.4 breaks the same file otherwise where this table says so; we follow Word. With these differences taken
up (tests/libreoffice_manner.py) both set every line and every page of our reports alike.

| what | Word, and we | LibreOffice 7.4 |
|---|---|---|
| overflowPunct 1 | a closing mark may hang | read the other way round: none hangs; with 0 some that hang are lost |
| autoSpaceDE, autoSpaceDN 0 | nothing between 汉字 and digits | not read: a fifth of the size between them |
| spacing of a run | after every character | not after the last before another script, face or the line's end |
| … ％ ℃ ° ‰ | never first in a line | may be first, but not after a digit |
| ， 。 、 ） 》 ” before a digit or letter | a line may end between them | it may not |
| a digit or letter before （ 《 “ | a line may end between them | it may not |
| —— | not parted | parted |
| · | neither first nor last | may be last |
| headings kept with their text (keepNext) | always | not always where a table goes on to the next page |
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from exporters.pages.break_places import HANGING, SPACES, is_latin, may_break
from exporters.pages.face_metrics import FaceMetrics
from exporters.pages.placed import BLACK
from models.layout.layout import TWIPS_PER_MM, TWIPS_PER_PT

KEPT = 4096  # paragraphs: those of a report of several hundred pages
TAB_TWIPS = 420  # defaultTabStop of our Word files
ROUNDING = 1e-6


class Look(NamedTuple):
    """How characters look; `spacing` twips are added to the advance of each of them."""

    face: str
    pt: float
    spacing: int = 0
    colour: str = BLACK
    bold: bool = False
    scale_percent: int = 100

    def advances(self, text: str, metrics: FaceMetrics) -> list[float]:
        """Return how far each character of `text` moves on, in twips."""
        widths = metrics.widths(self.face)
        em, spacing = self.pt * TWIPS_PER_PT * self.scale_percent / 100, self.spacing
        return [TAB_TWIPS if each == "\t" else widths[each] * em + spacing for each in text]


Pieces = tuple[tuple[str, Look], ...]  # the texts of a paragraph and how each looks


class Manner:
    """How a program measures where programs differ though the file asks for the same; this one is Word's.

    Compared by identity, like the widths of the faces.
    """

    hangs = True  # one closing mark may stand outside the line

    def measure(self, pieces: Pieces, advances: list[float]) -> tuple[list[float], list[float]]:
        """Return the advances as they are set, and how far the line reaches from its start to the end of each.

        The second begins with 0 for no character; it counts from the paragraph's start.
        """
        return advances, list(accumulate(advances, initial=0.0))

    def may_break(self, text: str, index: int) -> bool:
        """Return whether a line of `text` may end before the character at `index`."""
        return may_break(text, index)


WORD = Manner()


class LineRun(NamedTuple):
    """A part of a line in one look: the `start` of its `text` in the piece, advances and width in millimetres."""

    piece: int
    start: int
    text: str
    advances: tuple[float, ...]
    width: float


class Line(NamedTuple):
    """One line: `x` twips from its left edge its first character stands."""

    x: float
    runs: tuple[LineRun, ...]


@lru_cache(maxsize=KEPT)
def break_lines(
    pieces: Pieces, first_room: float, room: float, align: str, metrics: FaceMetrics, manner: Manner = WORD
) -> tuple[Line, ...]:
    """Return the lines of `pieces`; the first has `first_room` twips, the others `room`. No text makes one line."""
    text = "".join(piece for piece, _ in pieces)
    if not text:
        return (Line(0.0, ()),)
    own = [each for piece, look in pieces for each in look.advances(piece, metrics)]
    advances, reaches = manner.measure(pieces, own)
    starts = list(accumulate(advances, initial=0.0))
    lines = []
    start, space = 0, first_room
    while start < len(text):
        limit = starts[start] + space + ROUNDING
        end = _line_end(text, start, bisect_right(reaches, limit, start) - 1, manner)
        lines.append(_set_line(text, pieces, advances, (start, end), space, align))
        start, space = end, room
    return tuple(lines)


def _line_end(text: str, start: int, fitting: int, manner: Manner) -> int:
    """Return where the line from `start` ends, when the characters before `fitting` have room in it."""
    if fitting >= len(text):
        return len(text)
    if text[fitting] in SPACES:
        while fitting < len(text) and text[fitting] in SPACES:
            fitting += 1
        return fitting
    if manner.hangs and text[fitting] in HANGING and fitting > start and (
            fitting + 1 == len(text) or manner.may_break(text, fitting + 1)):
        return fitting + 1
    end = fitting
    while end > start and not manner.may_break(text, end):
        end -= 1
    return end if end > start else max(fitting, start + 1)


def _set_line(
    text: str, pieces: Pieces, advances: list[float], span: tuple[int, int], room: float,
    align: str,
) -> Line:
    """Return the line of the characters `span`, aligned in `room`."""
    start, end = span
    own = advances[start:end]
    seen = len(text[start:end].rstrip())
    spare = room - sum(own[:seen])
    x = 0.0
    if align == "both" and end < len(text):
        _justify(text[start:end], own, seen, room)
    elif align != "both" and spare > 0:
        x = spare if align == "right" else spare / 2 if align == "center" else 0.0
    return Line(x, _runs(text, pieces, own, start, end))


def _justify(text: str, own: list[float], seen: int, room: float) -> None:
    """Widen the advances `own` of `text` so that its `seen` characters fill `room`; a hanging mark stays outside."""
    filled = sum(own[:seen])
    if filled > room + ROUNDING:  # the mark hangs: what stands before it fills the line
        seen -= 1
        filled -= own[seen]
    gaps = [
        index for index in range(seen - 1)
        if text[index] in SPACES or not (is_latin(text[index]) and is_latin(text[index + 1]))
        and text[index + 1] not in SPACES
    ]
    if not gaps or filled > room:
        return
    share = (room - filled) / len(gaps)
    for index in gaps:
        own[index] += share


def _runs(
    text: str, pieces: Pieces, own: list[float], start: int, end: int
) -> tuple[LineRun, ...]:
    """Return the characters from `start` to `end` of `text` cut up by the pieces they come from."""
    runs = []
    offset = 0
    for number, (piece, _) in enumerate(pieces):
        low, high = max(start, offset), min(end, offset + len(piece))
        if low < high:
            part = tuple(each / TWIPS_PER_MM for each in own[low - start:high - start])
            runs.append(LineRun(number, low - offset, text[low:high], part, sum(part)))
        offset += len(piece)
    return tuple(runs)
