"""Search and replace in a report: which places would change, and the report after it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from models.checks.finding import Edit, Fix
from models.checks.fixing import fixed
from models.domain.field_text import text_at
from models.domain.place import Place
from models.domain.report import Report
from models.text.folding import folded
from ui.app.search import find

AROUND = 14  # characters shown on each side of a place
QUOTED = re.compile(r"《[^《》]*》|[一-鿿]+〔\d{4}〕\d+号")  # titles and 文号 of documents are named as they are


class Swap(NamedTuple):
    """A place where words can be replaced, with what stands around. `proposed` is false in the name of a document."""

    place: Place
    before: str
    words: str
    after: str
    proposed: bool


def swaps(report: Report, wanted: str) -> tuple[Swap, ...]:
    """Return all places where `wanted` stands and can be replaced, in reading order."""
    texts: dict[tuple[str, str, str], str | None] = {}
    found = []
    for place in find(report, wanted, most=None):
        key = (place.task, place.entry, place.field)
        if key not in texts:
            texts[key] = text_at(report, place)
        found.append(_swap_in(texts[key], place, wanted))
    return tuple(each for each in found if each is not None)


def swap_at(report: Report, place: Place, wanted: str) -> Swap | None:
    """Return `place` as one where `wanted` can be replaced; None when it does not stand there as text of its own."""
    return _swap_in(text_at(report, place), place, wanted)


def _swap_in(text: str | None, place: Place, wanted: str) -> Swap | None:
    return _swap(text, place) if text is not None and folded(text[place.start:place.end]) == folded(wanted) else None


def replaced(report: Report, places: Iterable[Place], words: str) -> Report:
    """Return `report` with `words` at each of `places`; what duties quote of these passages follows."""
    after = fixed(report, [Fix("", tuple(Edit(place, words) for place in places))], report)
    assert after is not None  # the places are of this report
    return after


def _swap(text: str, place: Place) -> Swap:
    quoted = any(start <= place.start and place.end <= end for start, end in _names_in(text))
    first, last = max(0, place.start - AROUND), place.end + AROUND
    before, after = _one_line(text[first:place.start]), _one_line(text[place.end:last])
    return Swap(
        place, f"…{before}" if first else before, text[place.start:place.end],
        f"{after}…" if last < len(text) else after, not quoted)


@lru_cache(maxsize=1)  # places come text by text
def _names_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the names of documents stand in `text`."""
    return tuple(each.span() for each in QUOTED.finditer(text))


def _one_line(text: str) -> str:
    return " ".join(text.split())
