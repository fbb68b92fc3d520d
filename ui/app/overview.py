"""What the window counts of a report: the marks of the task list, what is done, what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from models.checks.dates import last_day
from models.checks.finding import Finding, Severity
from models.checks.progress import TaskState, missing_count, task_states
from models.clock import publication_deadline
from models.domain.duty import DutyEntry, DutyState
from models.domain.organ import Organ
from models.domain.place import ATTACHMENTS, INTRODUCTION, part_task
from models.domain.report import Part, Report, SectionKey
from models.domain.standard import Mandate, Standard
from ui.app.counters import part_words, task_words
from ui.item_models.finding_model import is_blank
from ui.item_models.task_model import TaskMark
from ui.item_models.task_rows import TaskRow, duty_keys

PUBLICATION = "R16"  # the requirement 按时公开
ANY = Organ()  # one that has no later day of its own


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the report is. `missing` counts what is mandatory and not written yet."""

    done: int = 0
    total: int = 0
    missing: int = 0
    findings: int = 0


def task_marks(
    report: Report, standard: Standard, rows: tuple[TaskRow, ...], findings: tuple[Finding, ...]
) -> dict[str, TaskMark]:
    """Return what stands beside each task of `rows`, given the `findings` on the report."""
    states = task_states(report, standard, findings)
    errors = Counter(each.place.task for each in findings if each.severity is Severity.ERROR and not is_blank(each))
    blanks = Counter(each.place.task for each in findings if is_blank(each))
    counters = _counters(report, standard)
    return {
        row.task: TaskMark(
            states.get(row.task, TaskState.EMPTY), errors[row.task], counters.get(row.task, ""), blanks[row.task])
        for row in rows
        if row.task
    }


def progress(marks: Mapping[str, TaskMark], findings: tuple[Finding, ...]) -> Progress:
    """Return how far a report with `marks` and `findings` is."""
    done = sum(1 for mark in marks.values() if mark.state is TaskState.DONE)
    return Progress(done, len(marks), missing_count(findings), len(findings))


def deadline_words(year: int, today: date, organ: Organ = ANY) -> tuple[str, bool]:
    """Return how long `organ` has to hand in its report on `year`, in words, and whether that is over."""
    deadline = last_day(year, organ)
    days = (deadline - today).days
    day = f"{deadline.month}月{deadline.day}日"
    if days > 0:
        return f"距{day}还有 {days} 天", False
    return (f"今天（{day}）是报送期限", False) if days == 0 else (f"已逾期 {-days} 天", True)


def deadlines(report: Report, standard: Standard, today: date) -> tuple[str, bool, str]:
    """Return how long there is to hand in `report`, whether that is over, and how long there is to publish it."""
    return *deadline_words(report.year, today, report.organ), publication_words(report, standard, today)


def publication_words(report: Report, standard: Standard, today: date) -> str:
    """Return how long there is to publish `report`, in words; empty when `standard` does not demand it at once."""
    if not any(each.id == PUBLICATION and each.mandate is Mandate.MANDATORY for each in standard.requirements):
        return ""
    days = (publication_deadline(report.year) - today).days
    if days == 0:
        return "今天是公开期限"
    return f"距公开期限 {days} 天" if days > 0 else f"公开已逾期 {-days} 天"


def is_answered(entry: DutyEntry) -> bool:
    """Return whether a duty entry says what became of the duty, and how or why."""
    if entry.state is DutyState.FULFILLED:
        return bool(entry.text or entry.reference)
    return entry.state is not DutyState.OPEN and bool(entry.reason)


def _counters(report: Report, standard: Standard) -> dict[str, str]:
    counters = {part_task(part.id): _part_counter(report, part) for part in report.parts}
    first = report.parts_of(SectionKey.FIRST_RESPONSIBLE)
    if first:
        keys = set(duty_keys(report, standard))
        answered = sum(1 for entry in report.duties if entry.key in keys and is_answered(entry))
        counters[part_task(first[0].id)] = f"{answered}/{len(keys)}" if keys else ""
    counters[INTRODUCTION] = _words(task_words(report, INTRODUCTION) or 0)
    counters[ATTACHMENTS] = f"{len(report.attachments)}件" if report.attachments else ""
    return counters


def _part_counter(report: Report, part: Part) -> str:
    if part.key is SectionKey.OTHER and not part.entries:
        return "选填"
    if part.key is SectionKey.PROBLEMS:
        return f"{len(part.entries)}条" if part.entries else ""
    if part.key is SectionKey.PLAN:
        return f"{len(part.entries)}项" if part.entries else ""
    return _words(part_words(part))


def _words(number: int) -> str:
    return f"{number:,}字" if number else ""
