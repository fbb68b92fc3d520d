"""The text of one field of a report by its place, read and put back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from models.domain.duty import DutyEntry, Evidence
from models.domain.place import (
    ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE, Place, cell_of, duty_task, evidence_number, part_task,
    picture_of,
)
from models.domain.picture_places import with_changed
from models.domain.report import Attachment, Part, Report, Topic

JOINER = "、"  # between several texts that are one field: recipients, signatories
WITH_TABLE = (Attachment, Topic)
_COLOPHON = frozenset({"distributing_organ", "distribution_date"})


def text_at(report: Report, place: Place) -> str | None:
    """Return the text of the field that `place` names; None when the report has no such field."""
    owner = _owner_of(report, place)
    if owner is None:
        return None
    cell = cell_of(place.field) if isinstance(owner, WITH_TABLE) else None
    if cell is not None:
        row, column = cell
        return owner.table[row][column] if row < len(owner.table) and column < len(owner.table[row]) else None
    number = picture_of(place.field)
    if number is not None:
        pictures = getattr(owner, "pictures", ())
        return pictures[number].caption if number < len(pictures) else None
    held = getattr(owner, place.field, None)
    if isinstance(held, tuple):
        return JOINER.join(held) if all(isinstance(each, str) for each in held) else None
    return held if isinstance(held, str) else None


def with_text_at(report: Report, place: Place, text: str) -> Report:
    """Return `report` with `text` in the field that `place` names; LookupError when it has no such field."""
    owner = _owner_of(report, place)
    if owner is None or text_at(report, place) is None:
        raise LookupError(f"no field {place.field} at {place.task} {place.entry}")
    cell = cell_of(place.field) if isinstance(owner, WITH_TABLE) else None
    if cell is not None:
        return _with_owner(report, place, replace(owner, table=_with_cell(owner.table, *cell, text)))
    number = picture_of(place.field)
    if number is not None:
        return _with_owner(report, place, with_changed(owner, replace(owner.pictures[number], caption=text)))
    held = getattr(owner, place.field)
    value = tuple(text.split(JOINER)) if isinstance(held, tuple) and text else () if isinstance(held, tuple) else text
    changed: dict[str, Any] = {place.field: value}
    if place.task == HEAD and place.field == "title":
        changed["title_lines"] = ()  # the clerk's choice of lines was one of the old words
    return _with_owner(report, place, replace(owner, **changed))


def _owner_of(report: Report, place: Place) -> Any:
    """Return the value of the domain whose attribute `place.field` is; None when there is none."""
    if place.task == HEAD:
        return report.colophon if place.field == "copy_recipients" else report.head
    if place.task == INTRODUCTION:
        return report if place.field == "introduction" else None
    if place.task == SIGNATURE:
        if place.field == "closing":
            return report
        return report.colophon if place.field in _COLOPHON else report.signature
    if place.task == ATTACHMENTS:
        return next((each for each in report.attachments if each.id == place.entry), None)
    part = _part_of(report, place)
    if part is not None:
        return next((each for each in part.entries if each.id == place.entry), None) if place.entry else part
    duty = next((each for each in report.duties if duty_task(*each.key) == place.task), None)
    number = evidence_number(place.entry)
    if duty is None or number is None:
        return duty
    return duty.evidence[number] if number < len(duty.evidence) else None


def _with_owner(report: Report, place: Place, owner: Any) -> Report:
    """Return `report` with `owner` where `_owner_of` found its like."""
    if place.task == HEAD:
        return replace(report, **{"colophon" if place.field == "copy_recipients" else "head": owner})
    if isinstance(owner, Report):
        return owner
    if place.task == SIGNATURE:
        return replace(report, **{"colophon" if place.field in _COLOPHON else "signature": owner})
    if place.task == ATTACHMENTS:
        return replace(report, attachments=tuple(owner if each.id == owner.id else each for each in report.attachments))
    part = _part_of(report, place)
    if isinstance(owner, Evidence):
        return report.with_duty(_with_evidence(report, place, owner))
    if part is None:
        return report.with_duty(owner)
    if isinstance(owner, Part):
        return report.with_part(owner)
    return report.with_part(replace(part, entries=tuple(
        owner if each.id == owner.id else each for each in part.entries)))


def _with_evidence(report: Report, place: Place, line: Evidence) -> DutyEntry:
    """Return the duty entry of `place` with `line` in the place of the evidence that `place` names."""
    entry = next(each for each in report.duties if duty_task(*each.key) == place.task)
    number = evidence_number(place.entry)
    return replace(entry, evidence=tuple(line if at == number else each for at, each in enumerate(entry.evidence)))


def _part_of(report: Report, place: Place) -> Part | None:
    """Return the part whose task `place` names; None when it names none."""
    return next((part for part in report.parts if part_task(part.id) == place.task), None)


def _with_cell(table: tuple[tuple[str, ...], ...], row: int, column: int, text: str) -> tuple[tuple[str, ...], ...]:
    """Return `table` with `text` in the cell at `row` and `column`."""
    cells = table[row]
    return (*table[:row], (*cells[:column], text, *cells[column + 1:]), *table[row + 1:])
