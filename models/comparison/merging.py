"""Two reports that come from one: what either side has changed, and one report of both by the clerk's choice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from models.comparison.combining import combined, combined_parts, joined_duties, joined_texts, united, united_materials
from models.comparison.units import ATTACHMENT_ORDER, BASICS, ORDER, Key, units_of
from models.comparison.versions import Change, ChangeKind, FieldChange, changes, field_changes, taken_back
from models.domain.duty import DutyEntry
from models.domain.place import ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE, part_task
from models.domain.report import Attachment, Entry, Report, new_id


class Choice(StrEnum):
    """Whose wording stands at a place."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


class ChangedBy(StrEnum):
    """Who has changed a place since both had the same."""

    ME = "me"
    THEM = "them"
    BOTH = "both"
    UNKNOWN = "unknown"  # it is not known what both come from


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where two reports differ: `change` leads from mine to theirs.

    `choices` are those there are, `proposed` is what loses nobody's work; None where only the clerk can tell.
    `apart` says that both have changed it, but nothing of it alike.
    """

    change: Change
    by: ChangedBy
    choices: tuple[Choice, ...]
    proposed: Choice | None
    apart: bool = False

    @property
    def key(self) -> Key:
        """The key of the unit."""
        return self.change.key


class Merge:
    """My report, theirs, and the one both come from, None when that is not known."""

    def __init__(self, mine: Report, theirs: Report, origin: Report | None) -> None:
        """Compare the reports; they carry one id."""
        self.mine, self.theirs, self.origin = mine, theirs, origin
        sides = [each for each in (mine, theirs, origin) if each is not None]
        self._values = [_values_of(each, sides) for each in sides]
        self.differences = tuple(self._differences())

    def result(self, choices: Mapping[Key, Choice]) -> Report:
        """Return the report in which each difference stands by the `choices`; one without a choice stays as mine."""
        report = self.mine
        entries = [each for each in self.differences if _is_entry(each.key)]
        chosen = {each.key: choices.get(each.key, Choice.MINE) for each in self.differences}
        for each in self.differences:
            if each not in entries and not self._is_part_gone(each) and chosen[each.key] is not Choice.MINE:
                report = self._applied(report, each, chosen[each.key])
        for each in entries:
            if chosen[each.key] is not Choice.MINE:
                report = self._applied(report, each, chosen[each.key])
        for each in entries:
            if chosen[each.key] is Choice.MINE:
                report = self._as_mine(report, each)
        for each in self.differences:
            if self._is_part_gone(each) and chosen[each.key] is Choice.THEIRS:
                report = _without_empty_part(report, each.change.task)
        return self._with_the_rest(report)

    def _differences(self) -> Iterator[Difference]:
        held = {entry.id for part in self.theirs.parts for entry in part.entries}
        mine = {entry.id: part_task(part.id) for part in self.mine.parts for entry in part.entries}
        for change in changes(self.mine, self.theirs):
            task, entry = change.key
            if _is_entry(change.key) and change.kind is ChangeKind.REMOVED and entry in held:
                continue  # it was moved: where it stands now tells of it
            if _is_entry(change.key) and change.kind is ChangeKind.ADDED and mine.get(entry, task) != task:
                change = Change(change.key, ChangeKind.CHANGED, self._fields(entry))
            if change.kind is ChangeKind.CHANGED and not change.fields and self._only_moves(change.key):
                continue  # the entries that came and went tell of it
            yield self._difference(change)

    def _difference(self, change: Change) -> Difference:
        origin, mine, theirs = self._of(change.key)
        _, clash = self._combined(change.key)
        both_there = mine is not None and theirs is not None
        choices = [Choice.MINE, Choice.THEIRS]
        if self.origin is None:
            by = ChangedBy.UNKNOWN
            proposed = {ChangeKind.ADDED: Choice.THEIRS, ChangeKind.REMOVED: Choice.MINE}.get(change.kind)
        elif mine in (origin, theirs):
            by, proposed = ChangedBy.THEM, Choice.THEIRS
        elif theirs == origin:
            by, proposed = ChangedBy.ME, Choice.MINE
        else:
            by, proposed = ChangedBy.BOTH, Choice.BOTH if both_there and not clash else None
        apart = proposed is Choice.BOTH
        if apart or (both_there and by in (ChangedBy.BOTH, ChangedBy.UNKNOWN) and self._may_stand_twice(change.key)):
            choices.append(Choice.BOTH)
        return Difference(change, by, tuple(choices), proposed, apart)

    def _only_moves(self, key: Key) -> bool:
        """Return whether `key` is of a part that differs only by entries that were moved from it or to it."""
        pair = (self.mine, self.theirs)
        mine, theirs = (_values_of(each, pair) for each in pair)
        return not _is_entry(key) and mine.get(key) == theirs.get(key)

    def _may_stand_twice(self, key: Key) -> bool:
        mine = self._of(key)[1]
        return _is_entry(key) or key == (INTRODUCTION, "") or isinstance(mine, (Attachment, DutyEntry))

    def _fields(self, entry: str) -> tuple[FieldChange, ...]:
        """Return the texts that differ of an entry that was moved."""
        before, after = (
            next(unit for key, unit in units_of(report).items() if key[1] == entry) for report in (
                self.mine, self.theirs))
        return tuple(field_changes(before, after))

    def _of(self, key: Key) -> tuple[Any, Any, Any]:
        """Return what stands at `key` in the origin, in mine and in theirs; None where there is nothing."""
        mine, theirs, *origin = (values.get(_name(key)) for values in self._values)
        return origin[0] if origin else None, mine, theirs

    def _combined(self, key: Key) -> tuple[Any, bool]:
        """Return what stands at `key` put together, and whether both have changed the same of it."""
        origin, mine, theirs = self._of(key)
        if mine is None or theirs is None:
            return mine, True
        if isinstance(mine, tuple) and key not in (ORDER, ATTACHMENT_ORDER):
            return combined_parts(origin, mine, theirs)
        return combined(origin, mine, theirs)

    def _applied(self, report: Report, difference: Difference, choice: Choice) -> Report:
        """Return `report` with theirs, or both, at the place of `difference`."""
        key = difference.key
        if choice is Choice.THEIRS:
            return taken_back(report, self.theirs, difference.change)
        origin, mine, theirs = self._of(key)
        value, clash = self._combined(key)
        if _is_entry(key):
            if clash:
                return _with_second_entry(report, mine[1].id, theirs[1])
            moved = taken_back(report, self.theirs, difference.change) if value[0] != mine[0] else report
            return _with_entry(moved, value[1])
        if key == (INTRODUCTION, ""):
            return replace(report, introduction=joined_texts(mine, theirs))
        if isinstance(mine, DutyEntry):
            return report.with_duty(joined_duties(origin, mine, theirs) if clash else value)
        if isinstance(mine, Attachment):
            return _with_attachment(report, theirs if clash else value, second=clash)
        return _with_value(report, key, value)

    def _as_mine(self, report: Report, difference: Difference) -> Report:
        """Return `report` with the entry of `difference` as it is in mine, after whole parts came or went."""
        entry = difference.key[1]
        own = next((part_task(part.id) for part in self.mine.parts if any(
            each.id == entry for each in part.entries)), None)
        if own is not None:
            return taken_back(report, self.mine, Change((own, entry), ChangeKind.CHANGED, ()))
        return replace(report, parts=tuple(
            replace(part, entries=tuple(each for each in part.entries if each.id != entry)) for part in report.parts))

    def _is_part_gone(self, difference: Difference) -> bool:
        task, entry = difference.key
        return difference.change.kind is ChangeKind.REMOVED and not entry and any(
            part_task(part.id) == task for part in self.mine.parts)

    def _with_the_rest(self, report: Report) -> Report:
        """Return `report` with what is no text: what is marked done, what was set aside, last year's report."""
        origin, mine, theirs = self.origin, self.mine, self.theirs
        done = united(origin.completed, mine.completed, theirs.completed) if origin is not None else mine.completed
        return replace(
            report,
            completed=frozenset(done),
            materials=united_materials(None if origin is None else origin.materials, mine.materials, theirs.materials),
            dismissals=united(None if origin is None else origin.dismissals, mine.dismissals, theirs.dismissals),
            previous_id=combined("" if origin is None else origin.previous_id, mine.previous_id, theirs.previous_id)[0])


def _is_entry(key: Key) -> bool:
    """Return whether `key` is of an entry of a part."""
    return bool(key[1]) and key != ORDER and key[0] != ATTACHMENTS


def _name(key: Key) -> Key:
    """Return under what the value of `key` is found: an entry by its id, wherever it stands."""
    return ("entry", key[1]) if _is_entry(key) else key


def _values_of(report: Report, sides: Sequence[Report]) -> dict[Key, Any]:
    """Return what stands in `report`; an entry with the part it stands in.

    The order of parts and entries is that of those that all `sides` have at the same place.
    """
    ids = frozenset.intersection(*(
        frozenset(part.id for part in each.parts) | frozenset(one.id for one in each.attachments) for each in sides))
    places = frozenset.intersection(*(
        frozenset((part.id, entry.id) for part in each.parts for entry in part.entries) for each in sides))
    values = {
        _name(key): (key[0], unit.value) if _is_entry(key) else unit.value
        for key, unit in units_of(report, ids).items()}
    for part in report.parts:
        order = tuple(each.id for each in part.entries if (part.id, each.id) in places)
        values[part_task(part.id), ""] = (part.key, part.heading, order)
    return values


def _with_entry(report: Report, changed: Entry) -> Report:
    return replace(report, parts=tuple(
        replace(part, entries=tuple(changed if each.id == changed.id else each for each in part.entries))
        for part in report.parts))


def _with_second_entry(report: Report, entry_id: str, second: Entry) -> Report:
    """Return `report` with `second`, under an id of its own, behind the entry `entry_id`."""
    fresh = replace(second, id=new_id())
    return replace(report, parts=tuple(
        replace(part, entries=tuple(
            made for each in part.entries for made in ((each, fresh) if each.id == entry_id else (each,))))
        for part in report.parts))


def _with_attachment(report: Report, changed: Attachment, second: bool) -> Report:
    """Return `report` with `changed` in its place, or as a `second` one behind the one of its id."""
    fresh = replace(changed, id=new_id()) if second else changed
    return replace(report, attachments=tuple(
        made for each in report.attachments
        for made in ((each,) if each.id != changed.id else (each, fresh) if second else (fresh,))))


def _with_value(report: Report, key: Key, value: Any) -> Report:
    """Return `report` with `value` as the unit `key`: a page around the parts, or heading and order of a part."""
    if key == BASICS:
        return replace(report, year=value[0], organ=value[1])
    if key == (HEAD, ""):
        return replace(report, head=value[0], colophon=replace(report.colophon, copy_recipients=value[1]))
    if key == (SIGNATURE, ""):
        colophon = replace(value[2], copy_recipients=report.colophon.copy_recipients)
        return replace(report, closing=value[0], signature=value[1], colophon=colophon, secrecy_review=value[3])
    part = next(part for part in report.parts if part_task(part.id) == key[0])
    held = {each.id: each for each in part.entries}
    known = iter([held[each] for each in value[2] if each in held])
    ordered = tuple(next(known) if each.id in value[2] else each for each in part.entries)
    return report.with_part(replace(part, key=value[0], heading=value[1], entries=ordered))


def _without_empty_part(report: Report, task: str) -> Report:
    """Return `report` without the part of `task`, unless something was left in it."""
    return replace(report, parts=tuple(
        part for part in report.parts if part_task(part.id) != task or part.entries))
