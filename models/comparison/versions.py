"""Two versions of one report: what changed, unit by unit, and how to take it back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol, TypeVar

from models.comparison.units import ATTACHMENT_ORDER, BASICS, ORDER, Key, Unit, units_of
from models.comparison.wording import Piece, pieces
from models.domain.place import ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE, duty_task, part_task
from models.domain.report import Entry, Part, Report


class ChangeKind(StrEnum):
    """What happened to a unit on the way from the older version to the newer one."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A text before and after; the one that is not there is empty."""

    field: str
    before: str
    after: str

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What was taken out and put in."""
        return pieces(self.before, self.after)


@dataclass(frozen=True, slots=True)
class Change:
    """A unit that differs. `fields` are the texts that do; empty when only something else of it does."""

    key: Key
    kind: ChangeKind
    fields: tuple[FieldChange, ...]

    @property
    def task(self) -> str:
        """The task the unit belongs to."""
        return self.key[0]


def changes(older: Report, newer: Report) -> tuple[Change, ...]:
    """Return what differs between two versions of one report, in reading order of the newer one.

    What the newer one lacks stands behind what it followed in the older one. What is marked done and what was set
    aside are no changes of the report.
    """
    common = _ids(older) & _ids(newer)
    before, after = units_of(older, common), units_of(newer, common)
    return tuple(filter(None, (
        _change(key, before.get(key), after.get(key)) for key in _merged(list(before), list(after)))))


def taken_back(report: Report, older: Report, change: Change) -> Report:
    """Return `report` with the unit of `change` as it is in `older`; unchanged when both lack it."""
    task, entry = change.key
    if change.key == BASICS:
        return replace(report, year=older.year, organ=older.organ)
    if change.key == ORDER:
        return replace(report, parts=_in_order(report.parts, older.parts))
    if change.key == ATTACHMENT_ORDER:
        return replace(report, attachments=_in_order(report.attachments, older.attachments))
    if task == HEAD:
        return replace(report, head=older.head, colophon=replace(
            report.colophon, copy_recipients=older.colophon.copy_recipients))
    if task == INTRODUCTION:
        return replace(report, introduction=older.introduction)
    if task == SIGNATURE:
        return replace(
            report, closing=older.closing, signature=older.signature, secrecy_review=older.secrecy_review,
            colophon=replace(older.colophon, copy_recipients=report.colophon.copy_recipients))
    if task == ATTACHMENTS:
        return replace(report, attachments=_with_one(report.attachments, older.attachments, entry))
    if any(duty_task(*duty.key) == task for duty in (*report.duties, *older.duties)):
        return _with_duty(report, older, task)
    return _with_entry(report, older, task, entry) if entry else _with_part(report, older, task)


def all_taken_back(report: Report, older: Report) -> Report:
    """Return `report` with all its content as it is in `older`; it stays the same report of the library.

    What the 科室 delivered is no content of the report: nothing that came since is lost.
    """
    return replace(older, id=report.id, sample=report.sample, materials=report.materials)


def _change(key: Key, before: Unit | None, after: Unit | None) -> Change | None:
    """Return what happened to the unit `key`; None when nothing did, or its part says so for all of it."""
    if before is not None and after is not None:
        if before.value == after.value:
            return None
        return Change(key, ChangeKind.CHANGED, tuple(field_changes(before, after)))
    kind = ChangeKind.ADDED if before is None else ChangeKind.REMOVED
    return None if key == ORDER else Change(key, kind, tuple(field_changes(before, after)))


def field_changes(before: Unit | None, after: Unit | None) -> Iterator[FieldChange]:
    """Yield the texts of a unit that differ; None: there is no such unit."""
    old, new = dict(before.texts if before else ()), dict(after.texts if after else ())
    for name in dict.fromkeys((*new, *old)):
        if old.get(name, "") != new.get(name, ""):
            yield FieldChange(name, old.get(name, ""), new.get(name, ""))


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


Item = TypeVar("Item", bound=_HasId)
Value = TypeVar("Value")


def _merged(before: Sequence[Value], after: Sequence[Value]) -> list[Value]:
    """Return all of `after` in its order, and each of `before` it lacks behind what it followed there."""
    merged, held = list(after), set(after)
    for number, value in enumerate(before):
        if value not in held:
            merged.insert(merged.index(before[number - 1]) + 1 if number else 0, value)
    return merged


def _ids(report: Report) -> frozenset[str]:
    within = (each for part in report.parts for each in (part, *part.entries))
    return frozenset(each.id for each in (*within, *report.attachments))


def _with_one(held: tuple[Item, ...], older: tuple[Item, ...], wanted: str) -> tuple[Item, ...]:
    """Return `held` with the item `wanted` as `older` has it: in its place, behind what it followed, or not at all."""
    return _with_value({each.id: each for each in held}, {each.id: each for each in older}, wanted)


def _with_value(held: Mapping[str, Value], older: Mapping[str, Value], wanted: str) -> tuple[Value, ...]:
    """Return the values of `held` with the `wanted` one as `older` has it; both are in order."""
    if wanted not in older:
        return tuple(value for name, value in held.items() if name != wanted)
    order = _merged([name for name in older if name in held or name == wanted], list(held))
    return tuple(older[name] if name == wanted else held[name] for name in order)


def _in_order(held: tuple[Item, ...], older: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return `held` with those that `older` has, too, in its order; the others keep their places."""
    present = {each.id: each for each in held}
    known = iter([present[each.id] for each in older if each.id in present])
    wanted = {each.id for each in older}
    return tuple(next(known) if each.id in wanted else each for each in held)


def _with_duty(report: Report, older: Report, task: str) -> Report:
    held, was = ({duty_task(*duty.key): duty for duty in each.duties} for each in (report, older))
    return replace(report, duties=_with_value(held, was, task))


def _with_part(report: Report, older: Report, task: str) -> Report:
    """Return `report` with heading and order of the part of `task` as in `older`, or with all of a part it lacks."""
    was, now = _part(older, task), _part(report, task)
    if was is None or now is None:
        wanted = next(part.id for part in (was, now) if part is not None) if was or now else ""
        kept = replace(report, parts=_with_one(report.parts, older.parts, wanted)) if wanted else report
        return _without_doubles(kept, wanted) if was is not None else kept
    entries: tuple[Entry, ...] = _in_order(now.entries, was.entries)
    return report.with_part(replace(was, entries=entries))


def _with_entry(report: Report, older: Report, task: str, entry: str) -> Report:
    """Return `report` with `entry` of the part of `task` as in `older`; wherever else it was moved to, it leaves."""
    was, now = _part(older, task), _part(report, task)
    if now is None:
        return report if was is None else _with_part(report, older, task)
    entries = _with_one(now.entries, was.entries if was is not None else (), entry)
    return _without_doubles(report.with_part(replace(now, entries=entries)), now.id)


def _without_doubles(report: Report, part_id: str) -> Report:
    """Return `report` without what the part `part_id` holds in any other part."""
    ids = {entry.id for part in report.parts if part.id == part_id for entry in part.entries}
    return replace(report, parts=tuple(
        part if part.id == part_id or not any(entry.id in ids for entry in part.entries)
        else replace(part, entries=tuple(entry for entry in part.entries if entry.id not in ids))
        for part in report.parts))


def _part(report: Report, task: str) -> Part | None:
    return next((part for part in report.parts if part_task(part.id) == task), None)
