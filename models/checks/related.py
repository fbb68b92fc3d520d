"""Paragraphs that have words in common with another: only these can be copies of one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from models.checks.once import unchanged

Marks = Callable[[str], Sequence[str]]


class _Counted(NamedTuple):
    """Paragraphs, how often each of their marks stands in them, and which paragraphs have a mark that is not alone."""

    paragraphs: Sequence[str]
    counts: dict[str, int]
    related: list[bool]


class Related:
    """Tells which paragraphs share a mark with another; counts anew only what has changed since the last time."""

    def __init__(self, marks: Marks) -> None:
        """Go by `marks`, which returns the marks of a paragraph: two that are alike share one."""
        self._marks = marks
        self._last: list[_Counted] = []  # one at most; taken out while it is changed

    def among(self, paragraphs: Sequence[str]) -> list[bool]:
        """Return for each of `paragraphs` whether one of its marks stands twice in all of them."""
        try:
            last = self._last.pop()
        except IndexError:  # the first time, or another thread is at it
            last = _Counted((), {}, [])
        counts = last.counts
        start, end = unchanged(last.paragraphs, paragraphs)
        left = Counter(chain.from_iterable(map(self._marks, last.paragraphs[start:len(last.paragraphs) - end])))
        come = Counter(chain.from_iterable(map(self._marks, paragraphs[start:len(paragraphs) - end])))
        turned = False  # whether a mark of another paragraph is now alone, or no longer so
        for mark in left.keys() | come.keys():
            before, gone = counts.pop(mark, 0), left.get(mark, 0)
            after = before - gone + come.get(mark, 0)
            if after:
                counts[mark] = after
            turned |= before > gone and (before > 1) is not (after > 1)
        edges = (0, 0) if turned else (start, end)
        related = [
            *last.related[:edges[0]],
            *(max(map(counts.__getitem__, self._marks(each)), default=0) > 1
              for each in paragraphs[edges[0]:len(paragraphs) - edges[1]]),
            *last.related[len(last.related) - edges[1]:],
        ]
        self._last[:] = [_Counted(paragraphs, counts, related)]
        return related


def clusters(marks: Iterable[Sequence[str]]) -> list[list[int]]:
    """Return the places of those that share a mark with one another, directly or by way of others, in order."""
    parents: list[int] = []
    first: dict[str, int] = {}
    for at, of_one in enumerate(marks):
        parents.append(at)
        top = at
        for mark in of_one:
            other = first.setdefault(mark, at)
            while parents[other] != other:
                parents[other] = parents[parents[other]]
                other = parents[other]
            if other != top:
                top, below = min(other, top), max(other, top)
                parents[below] = top
    found: dict[int, list[int]] = {}
    for at, parent in enumerate(parents):
        parents[at] = parents[parent]  # whose own is known already: it stands before
        found.setdefault(parents[at], []).append(at)
    return list(found.values())
