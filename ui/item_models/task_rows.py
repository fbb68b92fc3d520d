"""The lines of the task list: every section and duty of a report, in the order one fills them in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.domain.block_names import block_name
from models.domain.organ import Post
from models.domain.place import ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE, duty_task, part_task
from models.domain.report import Part, Report, SectionKey
from models.domain.standard import Standard
from models.text.numerals import chinese_numeral


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A line of the task list. `task` is empty for the caption of a group; `level` 1 is a duty below its part."""

    task: str
    title: str
    level: int = 0
    part_id: str = ""


def task_rows(report: Report, standard: Standard) -> tuple[TaskRow, ...]:
    """Return the lines for `report` under `standard`."""
    return tuple(_rows(report, standard))


def duty_keys(report: Report, standard: Standard) -> tuple[tuple[str, Post], ...]:
    """Return duty and post of every duty entry the report should have, and of those it has besides."""
    wanted = [(duty.id, post) for duty, post in standard.duties_for(report.organ)]
    known = set(wanted)
    return (*wanted, *(entry.key for entry in report.duties if entry.key not in known))


def short_title(report: Report, part: Part) -> str:
    """Return how the list calls `part`: short where its block has one part, else by its own heading."""
    same = report.parts_of(part.key)
    short = block_name(report, part.key)
    if len(same) == 1:
        return short
    return part.heading or f"{short}（{same.index(part) + 1}）"


def _rows(report: Report, standard: Standard) -> Iterator[TaskRow]:
    yield TaskRow("", "公文要素")
    yield TaskRow(HEAD, "版头与主送")
    yield TaskRow("", "报告内容")
    yield TaskRow(INTRODUCTION, "引言")
    duties = tuple(_duty_rows(report, standard))
    nested = True
    for number, part in enumerate(report.parts, 1):
        title = f"{chinese_numeral(number)}、{short_title(report, part)}"
        yield TaskRow(part_task(part.id), title, 0, part.id)
        if part.key is SectionKey.FIRST_RESPONSIBLE and nested:
            yield from duties
            nested = False
    if nested and duties:
        yield TaskRow("", "第一责任人履职（未单列）")
        yield from duties
    yield TaskRow("", "附件与落款")
    yield TaskRow(ATTACHMENTS, "附件")
    yield TaskRow(SIGNATURE, "结语与落款")


def _duty_rows(report: Report, standard: Standard) -> Iterator[TaskRow]:
    titles = {duty.id: duty.title for duty in standard.duties}
    own = {entry.key: entry.title for entry in report.duties}
    for duty_id, post in duty_keys(report, standard):
        title = titles.get(duty_id) or own.get((duty_id, post)) or duty_id
        if not report.organ.same_person:
            title = f"{title}（{report.organ.person_title(post)}）"
        yield TaskRow(duty_task(duty_id, post), title, 1)
