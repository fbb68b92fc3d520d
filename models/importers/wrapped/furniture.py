"""What stands between the lines of two pages and in no paragraph: page numbers, running heads and feet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from models.importers.line_breaks import is_ended, is_page_number, without_figures
from models.importers.raw_line import RawLine
from models.importers.wrapped.blocks import BLANKS, Block

_OFTEN = 3  # a running head stands on so many pages


class Furniture(NamedTuple):
    """The lines at `places` are none of the text: page `numbers`, running `heads` with their count, blanks beside."""

    places: frozenset[int]
    numbers: tuple[str, ...]
    heads: dict[str, int]


def find_furniture(lines: Sequence[RawLine], blocks: Sequence[Block]) -> Furniture:
    """Return the furniture of the pages from which `lines` were copied, whose paragraphs are broken in `blocks`."""
    texts = {
        place: text for place in range(blocks[0].first, len(lines))
        if (text := lines[place].text.strip(BLANKS)) and not lines[place].cells
    }
    visible = list(texts)
    numbers = _page_numbers(visible, texts)
    cut = {
        place for block in blocks for place in range(block.first, block.end) if place in texts
        and not is_ended(texts[place]) and block.margin.is_reached(lines[place].text.rstrip(BLANKS))
    }
    heads = _running_heads([place for place in visible if place not in numbers], visible, texts, numbers, cut)
    places = numbers | heads
    return Furniture(
        frozenset(places | _blanks_beside(lines, places)), tuple(texts[place] for place in sorted(numbers)),
        dict(Counter(texts[place] for place in sorted(heads))))


def _page_numbers(visible: Sequence[int], texts: dict[int, str]) -> set[int]:
    """Return where page numbers stand; bare figures are some when they count on from page to page."""
    found: set[int] = set()
    bare: list[tuple[int, int]] = []
    for place in visible:
        if not is_page_number(texts[place]):
            continue
        if texts[place].isdecimal():
            bare.append((place, int(texts[place])))
        else:
            found.add(place)
    for (place, number), (next_place, next_number) in zip(bare, bare[1:]):
        if next_number == number + 1:
            found |= {place, next_place}
    return found


def _running_heads(
    places: Iterable[int], visible: Sequence[int], texts: dict[int, str], numbers: set[int], cut: set[int]
) -> set[int]:
    """Return which of `places` hold the same line again and again where one page ends and the next begins."""
    before = dict(zip(visible[1:], visible))
    after = dict(zip(visible, visible[1:]))
    near = [
        place for place in places if not is_ended(texts[place]) and place not in cut and (
            before.get(place) in numbers or after.get(place) in numbers or before.get(place) in cut)]
    times = Counter(without_figures(texts[place]) for place in near)
    return {place for place in near if times[without_figures(texts[place])] >= _OFTEN}


def _blanks_beside(lines: Sequence[RawLine], places: Iterable[int]) -> set[int]:
    """Return the empty lines next to `places`."""
    found: set[int] = set()
    for place in places:
        for step in (-1, 1):
            beside = place + step
            while 0 <= beside < len(lines) and beside not in found and not lines[beside].text.strip(BLANKS):
                found.add(beside)
                beside += step
    return found
