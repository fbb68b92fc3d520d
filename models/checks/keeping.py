"""Findings of single passages are kept from one run to the next: who types changes one passage of hundreds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple, TypeAlias

from models.checks.finding import Draft, Finding, Passage
from models.checks.once import unchanged
from models.checks.registry import Check, finding_of

_TOGETHER = 500  # passages: what one check has read of them the next still finds in the caches

Field: TypeAlias = tuple[str, str, str]  # task, entry, field


class Run(NamedTuple):
    """A run of the checks that look at each passage by itself: the draft, and what was found in each passage."""

    draft: Draft
    found: Sequence[Sequence[Finding]]


class Keeper:
    """Runs `checks`, which look at each passage by itself, on the passages that have changed since the last run."""

    def __init__(self, checks: Sequence[Check]) -> None:
        """Keep nothing yet."""
        self._checks = checks
        self._last: Run | None = None  # replaced as a whole: another thread may be running

    def findings(self, draft: Draft) -> list[Finding]:
        """Return what the checks find in the stored report of `draft`."""
        last = self._last
        if last is None or not _alike(last.draft, draft):
            last = Run(replace(draft, passages=()), ())
        before, after = last.draft.passages, draft.passages
        start, end = unchanged(before, after)
        behind = len(before) - end
        known = {_field(passage): (passage, last.found[at]) for at, passage in enumerate(before[start:behind], start)}
        found = self._found_in(draft, after[start:len(after) - end], known)
        self._last = Run(draft, [*last.found[:start], *found, *last.found[behind:]])
        return list(chain.from_iterable(self._last.found))

    def _found_in(
        self, draft: Draft, passages: Sequence[Passage], known: Mapping[Field, tuple[Passage, Sequence[Finding]]]
    ) -> list[Sequence[Finding]]:
        """Return what is found in each of `passages` of `draft`; what was found in fields that say the same is kept."""
        found: dict[Field, Sequence[Finding]] = {}
        changed: list[Passage] = []
        for passage in passages:
            field = _field(passage)
            kept = known.get(field)
            if kept is None or not _says_the_same(kept[0], passage):
                changed.append(passage)
            else:
                found[field] = kept[1]
        fresh: dict[Field, list[Finding]] = {_field(passage): [] for passage in changed}
        for start in range(0, len(changed), _TOGETHER):
            part = replace(draft, passages=tuple(changed[start:start + _TOGETHER]))
            for finding in (finding_of(check, hit) for check in self._checks for hit in check.rule(part)):
                place = finding.place
                fresh[place.task, place.entry, place.field].append(finding)
        found.update(fresh)
        return [found[_field(passage)] for passage in passages]


def _field(passage: Passage) -> Field:
    place = passage.place
    return place.task, place.entry, place.field


def _says_the_same(one: Passage, other: Passage) -> bool:
    return one is other or one.text == other.text and one.section is other.section and one.role is other.role


def _alike(one: Draft, other: Draft) -> bool:
    """Return whether two drafts are alike in all but their passages that such a check may look at."""
    first, second = one.report, other.report
    return (
        one.standard is other.standard and one.form is other.form and one.today == other.today
        and first.year == second.year and first.organ == second.organ and first.head == second.head
        and first.signature == second.signature and len(first.attachments) == len(second.attachments)
        and (one.previous is other.previous or one.previous == other.previous)
    )
