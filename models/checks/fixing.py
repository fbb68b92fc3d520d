"""Repairs done to a report: a value before, a value after."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from models.checks.finding import Edit, Finding, Fix
from models.domain.duty import DutyEntry
from models.domain.field_text import text_at, with_text_at
from models.domain.place import Place
from models.domain.report import Report

Field: TypeAlias = tuple[str, str, str]  # task, entry, field
EditsOf: TypeAlias = Mapping[Field, Sequence[Edit]]


def fixed(report: Report, fixes: Iterable[Fix], checked: Report) -> Report | None:
    """Return `report` after `fixes`, which were found in `checked`; None when a text they change is another by now.

    What a duty quotes of a repaired passage is repaired in the quotation too.
    """
    for field, edits in _by_field(fixes).items():
        place = Place(*field)
        before = text_at(report, place)
        if before is None or before != text_at(checked, place):
            return None
        if any(not 0 <= edit.place.start <= edit.place.end <= len(before) for edit in edits):
            return None
        report = with_text_at(report, place, _edited(before, edits))
        if place.entry:
            duties = tuple(_with_quote(entry, place.entry, before, edits) for entry in report.duties)
            report = replace(report, duties=duties)
    return report


def apart(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return those of `findings` with a fix that touches nothing which the fix of an earlier one changes."""
    taken: dict[Field, list[tuple[int, int]]] = {}  # by field, in order
    kept = []
    for finding in findings:
        edits = finding.fix.edits if finding.fix is not None else ()
        if edits and not any(_clashes(edit.place, taken.get(_field(edit.place), [])) for edit in edits):
            kept.append(finding)
            for edit in edits:
                insort(taken.setdefault(_field(edit.place), []), (edit.place.start, edit.place.end))
    return tuple(kept)


def shifted(findings: Iterable[Finding], fixes: Iterable[Fix]) -> tuple[Finding, ...]:
    """Return `findings` where they stand once `fixes` are done; those on words that these change are gone."""
    by_field = _by_field(fixes)
    moved = (_moved_finding(finding, by_field) for finding in findings)
    return tuple(finding for finding in moved if finding is not None)


def _moved_finding(finding: Finding, by_field: EditsOf) -> Finding | None:
    """Return `finding` where it stands after the edits; None when its words are among those changed."""
    place = _moved(finding.place, by_field)
    if place is None:
        return None
    others = tuple(each for each in (_moved(other, by_field) for other in finding.others) if each is not None)
    excerpt, fix = finding.excerpt, finding.fix
    if fix is not None:
        edits = [(_moved(edit.place, by_field), edit.text) for edit in fix.edits]
        whole = tuple(Edit(each, text) for each, text in edits if each is not None)
        fix = replace(fix, edits=whole) if len(whole) == len(edits) else None
    if excerpt is not None and finding.place.end - finding.place.start == len(excerpt):
        inner = [edit for edit in by_field.get(_field(place), ()) if _inside(edit, finding.place)]
        excerpt = _edited(excerpt, inner, finding.place.start)
    return replace(finding, place=place, others=others, excerpt=excerpt, fix=fix)


def _moved(place: Place, by_field: EditsOf) -> Place | None:
    """Return `place` after the edits; None when they change part of its words, or all of them."""
    edits = by_field.get(_field(place), ())
    if not edits or place.end < 0:
        return place
    start, end = place.start, place.end
    for edit in edits:
        growth = len(edit.text) - (edit.place.end - edit.place.start)
        if edit.place.end <= place.start:
            start, end = start + growth, end + growth
        elif _inside(edit, place):
            end += growth
        elif edit.place.start < place.end:
            return None
    return replace(place, start=start, end=end)


def _inside(edit: Edit, place: Place) -> bool:
    """Return whether `edit` changes some of the words at `place`, but not all, and none outside."""
    here = place.start <= edit.place.start and edit.place.end <= place.end and edit.place.end > place.start
    return here and (edit.place.start, edit.place.end) != (place.start, place.end)


def _with_quote(entry: DutyEntry, entry_id: str, before: str, edits: Sequence[Edit]) -> DutyEntry:
    """Return the duty `entry` with the same repair in what it quotes of the passage `entry_id`."""
    reference = entry.reference
    if reference is None or reference.entry_id != entry_id or not reference.quote:
        return entry
    start = before.find(reference.quote)
    end = start + len(reference.quote)
    inner = [edit for edit in edits if start <= edit.place.start and edit.place.end <= end]
    if start < 0 or not inner:
        return entry
    return replace(entry, reference=replace(reference, quote=_edited(reference.quote, inner, start)))


def _edited(text: str, edits: Sequence[Edit], offset: int = 0) -> str:
    """Return `text`, which begins at `offset` of its field, after `edits`, which do not overlap."""
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda each: (each.place.start, each.place.end)):
        pieces += [text[at:edit.place.start - offset], edit.text]
        at = edit.place.end - offset
    return "".join((*pieces, text[at:]))


def _by_field(fixes: Iterable[Fix]) -> dict[Field, list[Edit]]:
    found: dict[Field, list[Edit]] = {}
    for edit in (edit for fix in fixes for edit in fix.edits):
        found.setdefault(_field(edit.place), []).append(edit)
    return found


def _clashes(place: Place, taken: Sequence[tuple[int, int]]) -> bool:
    """Return whether an edit at `place` cannot be done beside those that `taken` lists in order."""
    at = bisect_left(taken, (place.start, -1))
    before, after = taken[max(at - 1, 0):at], taken[at:at + 1]
    return any(end > place.start for _, end in before) or any(
        start < place.end or start == place.start for start, _ in after)


def _field(place: Place) -> Field:
    return place.task, place.entry, place.field
