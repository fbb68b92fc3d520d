"""How far the work on a report has come: a state for every task, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from models.checks.duties import reference_lost
from models.checks.finding import Finding, Severity
from models.domain.duty import DutyEntry, DutyState
from models.domain.place import ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE, duty_task, part_task
from models.domain.report import Part, Report, SectionKey
from models.domain.standard import Standard

_MISSING = frozenset({
    "missing-section", "empty-section", "missing-causes", "duty-missing", "title-missing-year", "recipients-missing",
    "signatory-missing", "document-number-missing", "date-missing", "organ-missing",
})


class TaskState(StrEnum):
    """How a task of the task list stands."""

    EMPTY = "未填"
    BEGUN = "在填"
    REVIEW = "待核"  # taken over from last year, a quoted passage has changed, or something to look at
    DONE = "完成"  # the clerk's click; taken back when a 必改 appears


def task_states(report: Report, standard: Standard, findings: Iterable[Finding]) -> Mapping[str, TaskState]:
    """Return the state of every task of `report` in the order of the task list, given its `findings`."""
    errors: set[str] = set()
    doubtful: set[str] = set()
    for finding in findings:
        if finding.severity is Severity.ERROR:
            errors.add(finding.place.task)
        if finding.severity is not Severity.HINT and not is_gap(finding):
            doubtful.add(finding.place.task)
    states: dict[str, TaskState] = {}
    for task, begun, unchecked in _tasks(report, standard):
        if task in report.completed and task not in errors:
            states[task] = TaskState.DONE
        elif not begun:
            states[task] = TaskState.EMPTY
        elif unchecked or task in doubtful or task in report.completed:
            states[task] = TaskState.REVIEW
        else:
            states[task] = TaskState.BEGUN
    return states


def missing_count(findings: Iterable[Finding]) -> int:
    """Return how many mandatory things are still missing (必填还缺 n 项)."""
    return sum(1 for finding in findings if finding.severity is Severity.ERROR and is_gap(finding))


def is_gap(finding: Finding) -> bool:
    """Return whether `finding` says that something is not there, rather than that something is wrong."""
    return finding.slug in _MISSING


def _tasks(report: Report, standard: Standard) -> Iterable[tuple[str, bool, bool]]:
    """Yield every task with whether it is begun and whether something in it waits for a look."""
    entries = {entry.key: entry for entry in report.duties}
    duties = [
        (duty_task(duty.id, post), entries.get((duty.id, post))) for duty, post in standard.duties_for(report.organ)
    ]
    yield HEAD, bool(report.head.title or report.head.document_number), False
    yield INTRODUCTION, bool(report.introduction.strip()), False
    home = next(iter(report.parts_of(SectionKey.FIRST_RESPONSIBLE)), None)
    for part in report.parts:
        begun = _has_text(part) or (part is home and any(_begun(entry) for _, entry in duties))
        yield part_task(part.id), begun, any(entry.carried for entry in part.entries)
        if part is home:
            yield from _duty_tasks(duties, report)
    if home is None:
        yield from _duty_tasks(duties, report)
    yield ATTACHMENTS, bool(report.attachments), False
    yield SIGNATURE, bool(report.signature.date_of_issue or report.signature.remark), False


def _duty_tasks(duties: list[tuple[str, DutyEntry | None]], report: Report) -> Iterable[tuple[str, bool, bool]]:
    """Yield the tasks of the duties."""
    for task, entry in duties:
        unchecked = entry is not None and (entry.carried or reference_lost(entry, report))
        yield task, _begun(entry), unchecked


def _begun(entry: DutyEntry | None) -> bool:
    """Return whether anything was entered for a duty."""
    if entry is None:
        return False
    proofs = any(not each.empty for each in entry.evidence)
    return entry.state is not DutyState.OPEN or bool(entry.text.strip()) or proofs


def _has_text(part: Part) -> bool:
    """Return whether any entry of `part` has words."""
    return any(entry.title.strip() or entry.text.strip() for entry in part.entries)
