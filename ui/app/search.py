"""Search in every field of a report; a hit is a place one can go to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from models.checks.passages import cells_of
from models.domain.place import ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE, Place, duty_task, part_task
from models.domain.report import Report, Topic

LIMIT = 500  # more hits than anyone walks through
NOT_TEXT = frozenset({"id", "guide", "answers", "duty_id", "title_lines"})


def find(report: Report, wanted: str) -> tuple[Place, ...]:
    """Return the places where `wanted` stands, in reading order, without regard to case; none when it is empty."""
    return tuple(_hits(report, wanted.casefold())) if wanted else ()


def texts(report: Report) -> Iterator[tuple[Place, str]]:
    """Yield every text a clerk can enter, with its place, in reading order."""
    yield from _texts_of(report.head, HEAD)
    yield Place(HEAD, field="copy_recipients"), "、".join(report.colophon.copy_recipients)
    yield Place(INTRODUCTION, field="introduction"), report.introduction
    for part in report.parts:
        task = part_task(part.id)
        yield Place(task, field="heading"), part.heading
        for entry in part.entries:
            yield from _texts_of(entry, task, entry.id)
            yield from cells_of(entry, task) if isinstance(entry, Topic) else ()
    for duty in report.duties:
        task = duty_task(duty.duty_id, duty.post)
        yield from _texts_of(duty, task)
        for number, evidence in enumerate(duty.evidence):
            yield from _texts_of(evidence, task, f"evidence:{number}")
    for attachment in report.attachments:
        yield from _texts_of(attachment, ATTACHMENTS, attachment.id)
        yield from cells_of(attachment, ATTACHMENTS)
    yield Place(SIGNATURE, field="closing"), report.closing
    yield from _texts_of(report.signature, SIGNATURE)
    yield from _texts_of(replace(report.colophon, copy_recipients=()), SIGNATURE)


def _hits(report: Report, wanted: str) -> Iterator[Place]:
    found = 0
    for place, text in texts(report):
        folded = text.casefold()
        if len(folded) != len(text):  # a few letters grow when folded; offsets would be wrong
            folded = text.lower() if len(text.lower()) == len(text) else text
        start = folded.find(wanted)
        while start >= 0:
            yield Place(place.task, place.entry, place.field, start, start + len(wanted))
            found += 1
            if found >= LIMIT:
                return
            start = folded.find(wanted, start + len(wanted))


def _texts_of(value: Any, task: str, entry: str = "") -> Iterator[tuple[Place, str]]:
    for each in fields(value):
        if each.name in NOT_TEXT:
            continue
        content = getattr(value, each.name)
        if type(content) is str and content:
            yield Place(task, entry, each.name), content
        elif type(content) is tuple and content and type(content[0]) is str:
            yield Place(task, entry, each.name), "、".join(content)
