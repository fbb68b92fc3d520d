"""The passages of a draft: every text of a report with its place, in printing order."""

from __future__ import annotations

from collections.abc import Iterator

from models.checks.finding import Passage
from models.domain.duty import DutyEntry, DutyState
from models.domain.place import ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE, Place, duty_task, part_task
from models.domain.report import Entry, Part, PlanTask, Problem, Report, SectionKey, Topic
from models.domain.report_texts import cells_of
from models.domain.source_document import Role, SourceDocument
from models.domain.standard import Standard

_OUTSIDE = frozenset({Role.CHROME, Role.EMPTY})


def passages_of_report(report: Report, standard: Standard) -> tuple[Passage, ...]:
    """Return the texts of a stored report that have any, duties in the standard's order."""
    return tuple(passage for passage in _report_passages(report, standard) if passage.text)


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
    if isinstance(entry, Problem):
        return ("title", "text", "cause", "remedy")
    if isinstance(entry, PlanTask):
        return ("title", "text", "office", "deadline")
    return ("title", "text")


def duties_in_order(report: Report, standard: Standard) -> tuple[DutyEntry, ...]:
    """Return the duty entries that stand for the report's organ, in the standard's order."""
    entries = {entry.key: entry for entry in report.duties}
    keys = ((duty.id, post) for duty, post in standard.duties_for(report.organ))
    return tuple(entries[key] for key in keys if key in entries)


def _report_passages(report: Report, standard: Standard) -> Iterator[Passage]:
    for name in ("document_number", "title"):
        yield Passage(getattr(report.head, name), None, Place(HEAD, "", name), Role.HEAD)
    yield Passage("、".join(report.head.main_recipients), None, Place(HEAD, "", "main_recipients"), Role.RECIPIENTS)
    yield Passage(report.introduction, None, Place(INTRODUCTION, "", "introduction"), Role.INTRODUCTION)
    home = next(iter(report.parts_of(SectionKey.FIRST_RESPONSIBLE)), None)
    for part in report.parts:
        yield from _part_passages(part)
        if part is home:
            yield from _duty_passages(report, standard)
    if home is None:
        yield from _duty_passages(report, standard)
    yield Passage(report.closing, None, Place(SIGNATURE, "", "closing"), Role.CLOSING)
    for attachment in report.attachments:
        for name in ("title", "text"):
            yield Passage(getattr(attachment, name), None, Place(ATTACHMENTS, attachment.id, name), Role.ATTACHMENT)
        for place, cell in cells_of(attachment, ATTACHMENTS):
            yield Passage(cell, None, place, Role.ATTACHMENT)
    for name in ("issuing_organ_signature", "date_of_issue", "remark"):
        yield Passage(getattr(report.signature, name), None, Place(SIGNATURE, "", name), Role.SIGNATURE)
    yield Passage(report.colophon.distributing_organ, None, Place(SIGNATURE, "", "distributing_organ"), Role.COLOPHON)
    yield Passage(report.colophon.distribution_date, None, Place(SIGNATURE, "", "distribution_date"), Role.COLOPHON)


def _part_passages(part: Part) -> Iterator[Passage]:
    task = part_task(part.id)
    yield Passage(part.heading, part.key, Place(task, "", "heading"), Role.HEADING)
    for entry in part.entries:
        for name in entry_fields(entry):
            if text := getattr(entry, name):
                yield Passage(text, part.key, Place(task, entry.id, name))
        if isinstance(entry, Topic):
            for place, cell in cells_of(entry, task):
                yield Passage(cell, part.key, place)


def _duty_passages(report: Report, standard: Standard) -> Iterator[Passage]:
    for entry in duties_in_order(report, standard):
        task, key = duty_task(entry.duty_id, entry.post), SectionKey.FIRST_RESPONSIBLE
        if entry.state is DutyState.FULFILLED:
            yield Passage(entry.title, key, Place(task, "", "title"))
            yield Passage(entry.text, key, Place(task, "", "text"))
        elif entry.state is DutyState.NOT_CARRIED_OUT:
            yield Passage(entry.reason, key, Place(task, "", "reason"))
