"""Things of one key, told in many passages, are held against one another; again only where they have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, Protocol, TypeAlias, TypeVar

from models.checks.finding import Passage
from models.checks.once import unchanged


class Keyed(Protocol):
    """What is compared with others of its key."""

    @property
    def key(self) -> tuple[str, ...]:
        """What it has in common with those it is compared with."""


Thing = TypeVar("Thing", bound=Keyed)
Outcome = TypeVar("Outcome")
Member: TypeAlias = "tuple[Part[Thing], int]"  # where a thing is told, and which of those told there it is
Compare: TypeAlias = Callable[[int, "Sequence[tuple[Passage, Thing]]"], Iterable[tuple[int, Outcome]]]


class Part(NamedTuple, Generic[Thing]):
    """What is told in `passage`, in order; the very same part as long as nothing of it changes."""

    passage: Passage
    things: Sequence[Thing]


class _Round(NamedTuple, Generic[Thing, Outcome]):
    """What was compared in a year, by key, and what came of it: of which thing, and the outcome."""

    year: int
    parts: Sequence[Part[Thing]]
    groups: dict[tuple[str, ...], list[Member[Thing]]]
    found: dict[tuple[str, ...], list[tuple[Member[Thing], Outcome]]]


class Grouped(Generic[Thing, Outcome]):
    """Compares the things of each key; anew only those of the keys that have changed since the last time."""

    def __init__(self, compare: Compare[Thing, Outcome]) -> None:
        """Compare by `compare`, which is given the year and all of one key, and returns of which of them comes what."""
        self._compare = compare
        self._last: list[_Round[Thing, Outcome]] = []  # one at most; taken out while it is changed

    def outcomes(self, year: int, parts: Sequence[Part[Thing]]) -> list[Outcome]:
        """Return what comes of comparing what all `parts` tell, in the order of the things it comes of."""
        try:
            last = self._last.pop()
        except IndexError:  # the first time, or another thread is at it
            last = _Round(year, (), {}, {})
        if last.year != year:
            last = _Round(year, (), {}, {})
        order = {id(part): number for number, part in enumerate(parts)}
        for key, members in _changed(last, parts, order):
            last.found.pop(key, None)
            last.groups.pop(key, None)
            if members:
                last.groups[key] = members
            if len(members) > 1:
                told = [(part.passage, part.things[at]) for part, at in members]
                if found := [(members[number], outcome) for number, outcome in self._compare(year, told)]:
                    last.found[key] = found
        self._last[:] = [last._replace(parts=parts)]
        found = [each for of_key in last.found.values() for each in of_key]
        found.sort(key=lambda each: (order[id(each[0][0])], each[0][1]))
        return [outcome for _, outcome in found]


def _changed(
    last: _Round[Thing, Outcome], parts: Sequence[Part[Thing]], order: dict[int, int]
) -> Iterator[tuple[tuple[str, ...], list[Member[Thing]]]]:
    """Yield each key whose things are others than in the `last` round, with those it has now, in order."""
    start, end = unchanged(last.parts, parts)
    behind = len(parts) - end
    new: dict[tuple[str, ...], list[Member[Thing]]] = {}
    for part in last.parts[start:len(last.parts) - end]:
        for thing in part.things:
            new.setdefault(thing.key, [])
    for part in parts[start:behind]:
        for at, thing in enumerate(part.things):
            new.setdefault(thing.key, []).append((part, at))
    for key, members in new.items():
        known = last.groups.get(key)
        if known is None:
            yield key, members
            continue
        before = [each for each in known if order.get(id(each[0]), behind) < start]
        yield key, [*before, *members, *(each for each in known if order.get(id(each[0]), start) >= behind)]
