"""What several checks ask of one draft is worked out once, and again only for what has changed since the last draft."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import wraps
from itertools import chain
from operator import is_
from typing import Generic, TypeAlias, TypeVar, TypeVarTuple

from models.checks.finding import Passage

Outcome = TypeVar("Outcome")
Fact = TypeVar("Fact")
Besides = TypeVarTuple("Besides")
Once: TypeAlias = Callable[[object, Hashable, Callable[[], Outcome]], Outcome]

_ASKED: list[tuple[Sequence[Passage], Sequence[Passage], tuple[int, int]]] = []  # the last questions and answers


def once_for_each(
    work: Callable[[Passage, *Besides], Sequence[Outcome]]
) -> Callable[[Sequence[Passage], *Besides], tuple[Outcome, ...]]:
    """Return what `work` makes of each of some passages, one behind the other; made again only of those changed.

    `work` may look at the passage and what it is given besides alone. Where it makes of the changed passages what it
    made of them before, the very same tuple is returned again: `while_the_same` goes by that. The last two rounds are
    kept: some checks see changed passages only.
    """
    last: list[tuple[Sequence[Passage], tuple[*Besides], list[Sequence[Outcome]], tuple[Outcome, ...]]] = []

    @wraps(work)
    def joined(passages: Sequence[Passage], *besides: *Besides) -> tuple[Outcome, ...]:
        start, end, made, outcome = 0, 0, list[Sequence[Outcome]](), tuple[Outcome, ...]()
        for before, with_these, made_then, outcome_then in last:
            if with_these == besides:
                if before is passages:
                    return outcome_then
                edges = _edges(before, passages)
                if sum(edges) >= start + end:
                    (start, end), made, outcome = edges, made_then, outcome_then
        middle = [work(each, *besides) for each in passages[start:len(passages) - end]]
        if middle != made[start:len(made) - end]:
            made = [*made[:start], *middle, *made[len(made) - end:]]
            outcome = tuple(chain.from_iterable(made))
        last[:] = [(passages, besides, made, outcome), *last[:1]]  # replaced as a whole: another thread may be running
        return outcome

    return joined


def while_the_same(
    tell: Callable[[Sequence[Fact], *Besides], Outcome]
) -> Callable[[Sequence[Fact], *Besides], Outcome]:
    """Return `tell`, called again only where the facts it is given are others than the last time, one by one.

    It may look at what it is given alone; nobody may change what it returns.
    """
    last: list[tuple[Sequence[Fact], tuple[*Besides], Outcome]] = []

    @wraps(tell)
    def told(facts: Sequence[Fact], *besides: *Besides) -> Outcome:
        for before, with_these, outcome in last:
            same = before is facts or len(before) == len(facts) and all(map(is_, before, facts))
            if same and with_these == besides:
                return outcome
        outcome = tell(facts, *besides)
        last[:] = [(facts, besides, outcome), *last[:1]]  # replaced as a whole: another thread may be running
        return outcome

    return told


def _edges(before: Sequence[Passage], after: Sequence[Passage]) -> tuple[int, int]:
    """Return what `unchanged` returns; many ask for the same."""
    for one, other, edges in _ASKED:
        if one is before and other is after:
            return edges
    edges = unchanged(before, after)
    _ASKED[:] = [(before, after, edges), *_ASKED[:1]]  # replaced as a whole: another thread may be running
    return edges


def unchanged(before: Sequence[object], after: Sequence[object]) -> tuple[int, int]:
    """Return how many things at the beginning and, behind these, how many at the end are still the very same."""
    shorter = min(len(before), len(after))
    start = _same(before, after, shorter)
    rest = shorter - start
    return start, _same(before[len(before) - rest:][::-1], after[len(after) - rest:][::-1], rest)


def _same(one: Sequence[object], other: Sequence[object], most: int) -> int:
    """Return how many of the first things are the same, `most` of them at most."""
    same = [*map(is_, one[:most], other), False]
    return same.index(False)


class LastTime(Generic[Outcome]):
    """What was made of parts of a report, which never change themselves, kept from one round over them to the next."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: dict[tuple[int, Hashable], tuple[object, Outcome]] = {}

    def round(self) -> Once[Outcome]:
        """Begin a round: call what is returned with each part, what else counts, and what makes the outcome."""
        before = self._kept
        now: dict[tuple[int, Hashable], tuple[object, Outcome]] = {}
        self._kept = now  # replaced as a whole: another thread may be running

        def outcome(part: object, besides: Hashable, make: Callable[[], Outcome]) -> Outcome:
            key = id(part), besides
            kept = before.get(key)
            if kept is None or kept[0] is not part:
                kept = part, make()
            now[key] = kept
            return kept[1]

        return outcome
