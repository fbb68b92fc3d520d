"""The passages of a draft: every text of a report with its place, in printing order."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import TypeAlias

from models.checks.finding import Passage
from models.checks.once import LastTime
from models.domain.duty import DutyEntry, DutyState
from models.domain.head import Colophon, DocumentHead, Signature
from models.domain.place import ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE, Place, duty_task, part_task
from models.domain.report import Attachment, Entry, PlanTask, Problem, Report, SectionKey, Topic
from models.domain.report_texts import captions_of, cells_of
from models.domain.source_document import Role, SourceDocument
from models.domain.standard import Standard

_Piece: TypeAlias = tuple[object, Hashable, Callable[[], Iterator[Passage]]]

_MADE: LastTime[tuple[Passage, ...]] = LastTime()  # what was not touched stays the very same passages
_FIELDS: Mapping[type[Entry], tuple[str, ...]] = {
    Topic: ("title", "text"), Problem: ("title", "text", "cause", "remedy"),
    PlanTask: ("title", "text", "office", "deadline"),
}
_OUTSIDE = frozenset({Role.CHROME, Role.EMPTY})


def passages_of_report(report: Report, standard: Standard) -> tuple[Passage, ...]:
    """Return the texts of a stored report that have any, duties in the standard's order."""
    once = _MADE.round()
    pieces = _pieces(report, standard)
    return tuple(chain.from_iterable(once(part, besides, partial(_filled, make)) for part, besides, make in pieces))


def passages_of_source(source: SourceDocument) -> tuple[Passage, ...]:
    """Return the paragraphs of a file as they stand, without web page furniture."""
    return tuple(
        Passage(
            paragraph.text, paragraph.section, Place(start=max(paragraph.start, 0), line=paragraph.index),
            paragraph.role,
        )
        for paragraph in source.paragraphs
        if paragraph.role not in _OUTSIDE and paragraph.text.strip()
    )


def entry_fields(entry: Entry) -> tuple[str, ...]:
    """Return the names of the text fields of `entry` in printing order."""
    return _FIELDS[type(entry)]


def duties_in_order(report: Report, standard: Standard) -> tuple[DutyEntry, ...]:
    """Return the duty entries that stand for the report's organ, in the standard's order."""
    entries = {entry.key: entry for entry in report.duties}
    keys = ((duty.id, post) for duty, post in standard.duties_for(report.organ))
    return tuple(entries[key] for key in keys if key in entries)


def _filled(make: Callable[[], Iterator[Passage]]) -> tuple[Passage, ...]:
    """Return the passages made that have any text."""
    return tuple(passage for passage in make() if passage.text)


def _pieces(report: Report, standard: Standard) -> Iterator[_Piece]:
    """Yield each part of `report` with what else its passages depend on and what makes them."""
    yield report.head, "", partial(_head_passages, report.head)
    yield report.introduction, INTRODUCTION, partial(
        _passage, report.introduction, Place(INTRODUCTION, "", "introduction"), Role.INTRODUCTION)
    home = next(iter(report.parts_of(SectionKey.FIRST_RESPONSIBLE)), None)
    duties = [(duty, "", partial(_duty_passages, duty)) for duty in duties_in_order(report, standard)]
    for part in report.parts:
        task, key = part_task(part.id), part.key
        heading = Place(task, "", "heading")
        yield part.heading, (task, key), partial(_passage, part.heading, heading, Role.HEADING, key)
        for entry in part.entries:
            yield entry, (task, key), partial(_entry_passages, entry, task, key)
        if part is home:
            yield from duties
    if home is None:
        yield from duties
    yield report.closing, SIGNATURE, partial(
        _passage, report.closing, Place(SIGNATURE, "", "closing"), Role.CLOSING)
    for attachment in report.attachments:
        yield attachment, "", partial(_attachment_passages, attachment)
    yield report.signature, "", partial(_signature_passages, report.signature)
    yield report.colophon, "", partial(_colophon_passages, report.colophon)


def _passage(text: str, place: Place, role: Role, section: SectionKey | None = None) -> Iterator[Passage]:
    yield Passage(text, section, place, role)


def _head_passages(head: DocumentHead) -> Iterator[Passage]:
    for name in ("document_number", "title"):
        yield Passage(getattr(head, name), None, Place(HEAD, "", name), Role.HEAD)
    yield Passage("、".join(head.main_recipients), None, Place(HEAD, "", "main_recipients"), Role.RECIPIENTS)


def _entry_passages(entry: Entry, task: str, key: SectionKey) -> Iterator[Passage]:
    for name in entry_fields(entry):
        yield Passage(getattr(entry, name), key, Place(task, entry.id, name))
    if isinstance(entry, Topic):
        for place, cell in cells_of(entry, task):
            yield Passage(cell, key, place)
    for place, caption in captions_of(entry, task):
        yield Passage(caption, key, place)


def _duty_passages(entry: DutyEntry) -> Iterator[Passage]:
    task, key = duty_task(entry.duty_id, entry.post), SectionKey.FIRST_RESPONSIBLE
    if entry.state is DutyState.FULFILLED:
        yield Passage(entry.title, key, Place(task, "", "title"))
        yield Passage(entry.text, key, Place(task, "", "text"))
    elif entry.state is DutyState.NOT_CARRIED_OUT:
        yield Passage(entry.reason, key, Place(task, "", "reason"))


def _attachment_passages(attachment: Attachment) -> Iterator[Passage]:
    for name in ("title", "text"):
        yield Passage(getattr(attachment, name), None, Place(ATTACHMENTS, attachment.id, name), Role.ATTACHMENT)
    for place, cell in cells_of(attachment, ATTACHMENTS):
        yield Passage(cell, None, place, Role.ATTACHMENT)
    for place, caption in captions_of(attachment, ATTACHMENTS):
        yield Passage(caption, None, place, Role.ATTACHMENT)


def _signature_passages(signature: Signature) -> Iterator[Passage]:
    for name in ("issuing_organ_signature", "date_of_issue", "remark"):
        yield Passage(getattr(signature, name), None, Place(SIGNATURE, "", name), Role.SIGNATURE)


def _colophon_passages(colophon: Colophon) -> Iterator[Passage]:
    for name in ("distributing_organ", "distribution_date"):
        yield Passage(getattr(colophon, name), None, Place(SIGNATURE, "", name), Role.COLOPHON)
