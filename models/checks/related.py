"""Paragraphs that have words in common with another: only these can be copies of one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

Marks = Callable[[str], Sequence[str]]


class _Counted(NamedTuple):
    """Paragraphs, how often each of their marks stands in them, and which marks stand there more than once."""

    paragraphs: Sequence[str]
    counts: dict[str, int]
    shared: set[str]

    def add(self, marks: Iterable[str]) -> None:
        """Count the marks of one paragraph more."""
        for mark in marks:
            count = self.counts[mark] = self.counts.get(mark, 0) + 1
            if count == 2:
                self.shared.add(mark)

    def leave_out(self, marks: Iterable[str]) -> None:
        """Count the marks of one paragraph less."""
        for mark in marks:
            count = self.counts.pop(mark) - 1
            if count:
                self.counts[mark] = count
            if count == 1:
                self.shared.remove(mark)


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
            last = _Counted((), {}, set())
        start, end = _common_edges(last.paragraphs, paragraphs)
        for paragraph in last.paragraphs[start:len(last.paragraphs) - end]:
            last.leave_out(self._marks(paragraph))
        for paragraph in paragraphs[start:len(paragraphs) - end]:
            last.add(self._marks(paragraph))
        related = [not last.shared.isdisjoint(self._marks(each)) for each in paragraphs]
        self._last[:] = [last._replace(paragraphs=paragraphs)]
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


def _common_edges(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """Return how many paragraphs the two have in common at the beginning, and behind that at the end."""
    shorter = min(len(one), len(other))
    start = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    rest = shorter - start
    return start, next((at for at in range(rest) if one[-1 - at] != other[-1 - at]), rest)
