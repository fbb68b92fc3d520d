"""Where in a file paragraphs are broken into lines: nearly all that end within a sentence are of one width.

Lines are so where a margin has cut them and nowhere else. A file may be broken in one block and whole in another, and
at another margin in a third.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from statistics import median_low
from typing import NamedTuple

from models.importers.line_breaks import PAUSES, is_counted, is_ended
from models.importers.raw_line import RawLine

BLANKS = " \t\u3000\xa0"
NARROWEST, WIDEST = 32, 120  # half characters that lines of a page have
FEW = 3  # lines cut at one margin tell it
_RAGGED = 4  # half characters by which cut lines differ
_MOST = 0.6  # of the lines that end within a sentence are cut at the margin
_CUT = 0.7  # of the lines that reach the margin end within a sentence
_WIDER = 0.05  # of the lines may reach beyond it
_SENTENCES = 0.4  # of the cut lines hold a pause, as those of a list of names do not
_MARGINS = 4  # of different width in one file
_MARKUP = ("#", "|", "*", ">")


class Margin(NamedTuple):
    """Where lines end: after `width` half characters, a figure being one of them unless lines were `counted` out."""

    width: int
    counted: bool = False

    def width_of(self, text: str) -> int:
        """Return how wide the line `text` is."""
        return 2 * len(text) if self.counted else 2 * len(text) - sum(map(str.isascii, text))

    def is_reached(self, text: str) -> bool:
        """Return whether the line `text` ends at the margin."""
        return abs(self.width_of(text) - self.width) <= _RAGGED // 2


class Block(NamedTuple):
    """The lines from `first` to before `end`, broken at `margin`."""

    first: int
    end: int
    margin: Margin


def blocks_of(lines: Sequence[RawLine]) -> list[Block]:
    """Return the blocks of `lines` that are broken paragraphs, in order."""
    blocks: list[Block] = []
    run: list[int] = []
    for place in range(len(lines) + 1):
        if place < len(lines) and _may_be_cut(lines[place]):
            if lines[place].text.strip(BLANKS):
                run.append(place)
            continue
        if len(run) > FEW:
            blocks += _blocks_of(lines, run, _MARGINS)
        run = []
    return blocks


def _may_be_cut(line: RawLine) -> bool:
    """Return whether `line` may be one of a broken paragraph: not too long, no row of a table, no marked heading."""
    if line.cells or line.outline or len(line.text) > WIDEST or "\t" in line.text.strip(BLANKS):
        return False
    return not line.text.lstrip(BLANKS).startswith(_MARKUP) and Margin(0).width_of(line.text) <= WIDEST


def _blocks_of(lines: Sequence[RawLine], run: Sequence[int], margins: int) -> list[Block]:
    """Return the blocks among the lines that stand at the places `run`, with so many different `margins` at most."""
    texts = [lines[place].text.rstrip(BLANKS) for place in run]
    cut = [  # headings with numbers may well be of one length
        place for place in range(len(run) - 1)
        if 2 * len(texts[place]) >= NARROWEST and not is_ended(texts[place]) and not is_counted(texts[place + 1])
        and not (is_counted(texts[place]) and "。" not in texts[place])
    ]
    if not margins or len(cut) < FEW:
        return []
    margin, reaching = max((_most_cut(texts, cut, counted) for counted in (False, True)), key=lambda each: len(each[1]))
    first, last = reaching[0], reaching[-1] + 1
    if not _is_broken(texts[first:last + 1], margin, len(reaching), sum(first <= place <= last for place in cut)):
        return []
    torn = set(cut)
    while first and (margin.is_reached(texts[first - 1]) or first - 1 in torn):
        first -= 1
    while last < len(run) - 1 and (margin.is_reached(texts[last]) or last in torn):
        last += 1
    block = Block(run[first], run[last] + 1, margin)
    return [*_blocks_of(lines, run[:first], margins - 1), block, *_blocks_of(lines, run[last + 1:], margins - 1)]


def _most_cut(texts: Sequence[str], cut: Sequence[int], counted: bool) -> tuple[Margin, list[int]]:
    """Return the margin at which most of the lines `cut` end, and which of them do; `counted` as in `Margin`."""
    widths = [Margin(0, counted).width_of(texts[place]) for place in cut]
    ordered = sorted(widths)
    best = max(range(len(ordered)), key=lambda place: place - bisect_left(ordered, ordered[place] - _RAGGED))
    widest = ordered[best]
    reaching = [place for place, width in zip(cut, widths, strict=True) if widest - _RAGGED <= width <= widest]
    return Margin(median_low([Margin(0, counted).width_of(texts[place]) for place in reaching]), counted), reaching


def _is_broken(texts: Sequence[str], margin: Margin, reaching: int, cut: int) -> bool:
    """Return whether `texts` are paragraphs broken at `margin`, which most of the `cut` lines are `reaching`."""
    if reaching < FEW or reaching < _MOST * cut:
        return False
    wider = sum(margin.width_of(text) > margin.width + _RAGGED for text in texts)
    full = [text for text in texts if margin.is_reached(text)]
    torn = [text for text in full if not is_ended(text)]
    sentences = sum(any(mark in text for mark in PAUSES) for text in torn)
    return wider <= _WIDER * len(texts) and len(torn) >= _CUT * len(full) and sentences >= _SENTENCES * len(torn)
