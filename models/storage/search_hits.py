"""Hits as a list shows them: the passage of a report in which the searched words stand, with the words marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from models.domain.place import Place
from models.storage.search_index import IndexedText
from models.storage.summary import Hit
from models.text.folding import folded
from models.text.grams import Wanted

BEFORE = 14  # signs of the passage shown before the first word
LENGTH = 90  # signs shown in all
CUT = "…"


def hit_in(texts: Sequence[IndexedText], wanted: Wanted) -> Hit | None:
    """Return the hit of `wanted` in the `texts` of a report: the first passage with most of the words; None: none."""
    joined = "\n".join(each.text for each in texts)
    begins = list(accumulate((len(each.text) + 1 for each in texts), initial=0))
    found: dict[int, list[tuple[int, int]]] = {}  # by the text's position
    for start, end in wanted.found_in(joined):
        at = bisect_right(begins, start) - 1
        found.setdefault(at, []).append((start - begins[at], end - begins[at]))
    if not found:
        return None
    best = max(found, key=lambda at: (_different(texts[at].text, found[at]), bool(texts[at].task), -at))
    task, entry, field, text = texts[best]
    start, end = found[best][0]
    excerpt, marks = _excerpt(text, found[best])
    place = Place(task, entry, field, start, end) if task else Place()
    return Hit(place, excerpt, marks, sum(map(len, found.values())))


def _different(text: str, spots: list[tuple[int, int]]) -> int:
    """Return how many different words stand at `spots` of `text`."""
    return len({folded(text[start:end]) for start, end in spots}) if len(spots) > 1 else 1


def _excerpt(text: str, spots: list[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the piece of `text` around the first of `spots` on one line, and the spots in it."""
    begin = max(0, spots[0][0] - BEFORE)
    begin = 0 if begin <= len(CUT) else begin
    end = min(len(text), begin + LENGTH)
    lead = CUT if begin else ""
    piece = "".join(" " if sign.isspace() else sign for sign in text[begin:end])
    shift = len(lead) - begin
    marks = tuple((start + shift, min(stop, end) + shift) for start, stop in spots if start < end)
    return f"{lead}{piece}{CUT if end < len(text) else ''}", marks
