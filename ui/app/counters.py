"""字数 while typing: a text that did not change is not counted again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from functools import lru_cache

from models.domain.duty import DutyEntry, DutyState
from models.domain.place import INTRODUCTION, SIGNATURE, duty_task, part_task
from models.domain.report import Part, Report, SectionKey
from models.text.counting import count_words

_counted = lru_cache(maxsize=4096)(count_words)
WRITTEN = ("title", "text", "cause", "remedy")  # what of an entry is running text


def part_words(part: Part) -> int:
    """Return the 字数 of the entries of `part`."""
    return sum(_counted(text) for entry in part.entries for text in _texts(entry))


def duty_words(entry: DutyEntry) -> int:
    """Return the 字数 a duty entry brings into the report."""
    if entry.state is DutyState.NOT_CARRIED_OUT:
        return _counted(entry.reason)
    return _counted(entry.title) + _counted(entry.text) if entry.state is not DutyState.NOT_APPLICABLE else 0


def report_words(report: Report) -> int:
    """Return the 字数 of the whole running text with its title."""
    parts = sum(part_words(part) + _counted(part.heading) for part in report.parts)
    around = sum(_counted(text) for text in (report.head.title, report.introduction, report.closing))
    return around + parts + _all_duties(report)


def task_words(report: Report, task: str) -> int | None:
    """Return the 字数 of what is written under `task`; None for a page without running text."""
    if task == INTRODUCTION:
        return _counted(report.introduction)
    if task == SIGNATURE:
        return _counted(report.closing)
    part = part_at(report, task)
    if part is not None:
        return part_words(part) + (_all_duties(report) if _holds_duties(report, part) else 0)
    for entry in report.duties:
        if duty_task(entry.duty_id, entry.post) == task:
            return duty_words(entry)
    return 0 if task.startswith("duty:") else None


def part_at(report: Report, task: str) -> Part | None:
    """Return the part whose page is `task`; None for any other page."""
    return next((part for part in report.parts if part_task(part.id) == task), None)


def target_of(report: Report, task: str) -> int:
    """Return the 字数 the clerk wants to reach on the page of `task`; 0 where none is set."""
    part = part_at(report, task)
    return part.word_target if part is not None else 0


def _holds_duties(report: Report, part: Part) -> bool:
    """Return whether the duties stand below `part` in the task list: the first part of 第一责任人履职."""
    return part.key is SectionKey.FIRST_RESPONSIBLE and report.parts_of(part.key)[0].id == part.id


def _all_duties(report: Report) -> int:
    return sum(duty_words(entry) for entry in report.duties)


def _texts(entry: object) -> Iterator[str]:
    for each in fields(entry):  # type: ignore[arg-type]
        if each.name in WRITTEN:
            yield getattr(entry, each.name)
