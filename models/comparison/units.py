"""The smallest parts of a report that can be taken back by themselves: an entry, a duty, an attachment, a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from models.domain.place import (
    ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE, Place, cell_of, duty_task, evidence_number, part_task, picture_of,
)
from models.domain.report import Report
from models.domain.report_texts import report_texts

Key: TypeAlias = tuple[str, str]  # task and entry
BASICS: Key = ("", "")  # year and organ
ORDER: Key = ("", "order")  # the order of the parts
ATTACHMENT_ORDER: Key = (ATTACHMENTS, "")
TABLE, EVIDENCE, PICTURES = "table", "evidence", "pictures"  # fields that gather cells, lines, 图题


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a report: its `value` tells whether anything of it changed, its `texts` by field what is read."""

    key: Key
    value: object
    texts: tuple[tuple[str, str], ...] = ()


def units_of(report: Report, common: frozenset[str] = frozenset()) -> dict[Key, Unit]:
    """Return the units of `report` in reading order.

    `common` are the ids of what another report has, too: the order of these parts, entries, attachments is compared.
    """
    texts = _texts_of(report)
    return {key: Unit(key, value, tuple(texts.get(key, {}).items())) for key, value in _values_of(report, common)}


def _values_of(report: Report, common: frozenset[str]) -> Iterator[tuple[Key, object]]:
    """Yield the key of each unit with what it holds."""
    colophon = replace(report.colophon, copy_recipients=())
    yield BASICS, (report.year, report.organ)
    yield (HEAD, ""), (report.head, report.colophon.copy_recipients)
    yield (INTRODUCTION, ""), report.introduction
    yield ORDER, tuple(part.id for part in report.parts if part.id in common)
    for part in report.parts:
        ids = tuple(entry.id for entry in part.entries if entry.id in common)
        yield (part_task(part.id), ""), (part.key, part.heading, ids)
        for entry in part.entries:
            yield (part_task(part.id), entry.id), entry
    for duty in report.duties:
        yield (duty_task(*duty.key), ""), duty
    yield ATTACHMENT_ORDER, tuple(attachment.id for attachment in report.attachments if attachment.id in common)
    for attachment in report.attachments:
        yield (ATTACHMENTS, attachment.id), attachment
    yield (SIGNATURE, ""), (report.closing, report.signature, colophon, report.secrecy_review)


def _texts_of(report: Report) -> dict[Key, dict[str, str]]:
    """Return the texts of each unit by field; cells of a table, lines of evidence and 图题 are one text each."""
    found: dict[Key, dict[str, str]] = {}
    lines: dict[tuple[Key, str], int] = {}
    for place, text in report_texts(report):
        key, name, line = _field_of(place)
        if not text and line is None:
            continue
        texts = found.setdefault(key, {})
        if line is None or name not in texts:
            texts[name] = text
        else:
            texts[name] += (" │ " if lines[key, name] == line else "\n") + text
        if line is not None:
            lines[key, name] = line
    return found


def _field_of(place: Place) -> tuple[Key, str, int | None]:
    """Return unit and field that `place` belongs to, with the line in it; None when the field is one text."""
    number = evidence_number(place.entry)
    if number is not None:
        return (place.task, ""), EVIDENCE, number
    cell = cell_of(place.field)
    if cell is not None:
        return (place.task, place.entry), TABLE, cell[0]
    picture = picture_of(place.field)
    if picture is not None:
        return (place.task, place.entry), PICTURES, picture
    return (place.task, place.entry), place.field, None
