"""Every text a clerk can enter into a report, each with its place: what can be searched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from models.domain.place import (
    ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE, Place, cell_field, duty_task, evidence_entry, part_task,
    picture_field,
)
from models.domain.report import Attachment, Entry, Report, Topic

NOT_TEXT = frozenset({"id", "guide", "answers", "duty_id", "title_lines"})


def report_texts(report: Report) -> Iterator[tuple[Place, str]]:
    """Yield every text of `report` with its place, in reading order."""
    yield from _texts_of(report.head, HEAD)
    yield Place(HEAD, field="copy_recipients"), "、".join(report.colophon.copy_recipients)
    yield Place(INTRODUCTION, field="introduction"), report.introduction
    for part in report.parts:
        task = part_task(part.id)
        yield Place(task, field="heading"), part.heading
        for entry in part.entries:
            yield from _texts_of(entry, task, entry.id)
            yield from cells_of(entry, task) if isinstance(entry, Topic) else ()
            yield from captions_of(entry, task)
    for duty in report.duties:
        task = duty_task(duty.duty_id, duty.post)
        yield from _texts_of(duty, task)
        for number, evidence in enumerate(duty.evidence):
            yield from _texts_of(evidence, task, evidence_entry(number))
    for attachment in report.attachments:
        yield from _texts_of(attachment, ATTACHMENTS, attachment.id)
        yield from cells_of(attachment, ATTACHMENTS)
        yield from captions_of(attachment, ATTACHMENTS)
    yield Place(SIGNATURE, field="closing"), report.closing
    yield from _texts_of(report.signature, SIGNATURE)
    yield from _texts_of(replace(report.colophon, copy_recipients=()), SIGNATURE)


def cells_of(owner: Topic | Attachment, task: str) -> Iterator[tuple[Place, str]]:
    """Yield place and text of every cell of the table of `owner`, which stands in `task`."""
    for row, cells in enumerate(owner.table):
        for column, cell in enumerate(cells):
            yield Place(task, owner.id, cell_field(row, column)), cell


def captions_of(owner: Entry | Attachment, task: str) -> Iterator[tuple[Place, str]]:
    """Yield place and text of every 图题 of `owner`, which stands in `task`."""
    for number, picture in enumerate(owner.pictures):
        if picture.caption:
            yield Place(task, owner.id, picture_field(number)), picture.caption


def _texts_of(value: Any, task: str, entry: str = "") -> Iterator[tuple[Place, str]]:
    for each in fields(value):
        if each.name in NOT_TEXT:
            continue
        content = getattr(value, each.name)
        if type(content) is str and content:
            yield Place(task, entry, each.name), content
        elif type(content) is tuple and content and type(content[0]) is str:
            yield Place(task, entry, each.name), "、".join(content)
