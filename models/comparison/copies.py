"""Paragraphs that are the same, or nearly, found in one walk: the cost grows with the text, not with its square."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from models.comparison.paragraphs import Print, figures_in, print_of

SAME = 0.95  # share of its characters that a near copy has in common with the first
_NEAREST = 3  # paragraphs looked at more closely, and kept under one key


class Copies:
    """Paragraphs in the order they were added, and which of them a further one repeats."""

    def __init__(self, paragraphs: Iterable[str] = ()) -> None:
        """Hold `paragraphs`, numbered from 0."""
        self._prints: list[Print] = []
        self._same: dict[str, int] = {}
        self._first: dict[str, int] = {}  # by key the first paragraph that has it,
        self._further: dict[str, list[int]] = {}  # and the next ones, which few keys have
        for paragraph in paragraphs:
            self.add(paragraph)

    def add(self, paragraph: str) -> None:
        """Hold `paragraph` as the next one."""
        number, found = len(self._prints), print_of(paragraph)
        self._prints.append(found)
        self._same.setdefault(found.plain, number)
        known = self._first.keys() & found.keys
        for key in known:
            numbers = self._further.setdefault(key, [])
            if len(numbers) < _NEAREST - 1:
                numbers.append(number)
        self._first.update(dict.fromkeys(found.keys - known, number))

    def find(self, paragraph: str, share: float = SAME) -> int | None:
        """Return the number of the first paragraph held that says what `paragraph` says with the same figures.

        None when there is none. `share` of the characters at least are the same; years and marks do not count.
        """
        found = print_of(paragraph)
        same = self._same.get(found.plain)
        if same is not None:
            return same
        known = self._first.keys() & found.keys
        if not known:
            return None
        counted: dict[int, int] = {}
        for key in known:
            for number in (self._first[key], *self._further.get(key, ())):
                counted[number] = counted.get(number, 0) + 1
        nearest = sorted(counted, key=lambda number: (-counted[number], number))[:_NEAREST]
        return next((number for number in nearest if alike(self._prints[number], found, share)), None)


@lru_cache(maxsize=4096)  # while one types, all pairs but few stay as they are
def alike(first: Print, second: Print, share: float) -> bool:
    """Return whether two paragraphs have the same figures and `share` of their characters in common, in order."""
    shorter, longer = sorted((first.plain, second.plain), key=len)
    if len(shorter) < share * len(longer) or figures_in(shorter) != figures_in(longer):
        return False
    changed = len(longer) - _common_edges(shorter, longer)
    if changed <= (1 - share) * len(longer):
        return True
    pairs, others = Counter(zip(shorter, shorter[1:], strict=False)), Counter(zip(longer, longer[1:], strict=False))
    broken = (others - pairs).total()  # a character changed breaks two pairs
    return broken <= 2 * (1 - share) * len(longer)


def _common_edges(shorter: str, longer: str) -> int:
    """Return how many characters the two texts have in common at both ends."""
    start = next((place for place, both in enumerate(zip(shorter, longer, strict=False)) if both[0] != both[1]), None)
    if start is None:
        return len(shorter)
    rest = len(shorter) - start
    pairs = zip(reversed(shorter), reversed(longer), strict=False)
    end = next((place for place, both in enumerate(pairs) if place == rest or both[0] != both[1]), rest)
    return start + end
