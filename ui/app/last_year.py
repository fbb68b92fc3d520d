"""What last year's report said of the task at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from models.domain.duty import DutyEntry, DutyState, Evidence
from models.domain.place import ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE, duty_task, part_task
from models.domain.remap import whole_text
from models.domain.report import Entry, Part, PlanTask, Problem, Report, SectionKey
from models.storage.summary import ReportSummary

PROMISED = "去年的安排，今年做得怎样"
SAID = "去年这一部分写的"
NOT_DONE = {DutyState.NOT_CARRIED_OUT: "本年度未开展", DutyState.NOT_APPLICABLE: "不适用"}


class Passage(NamedTuple):
    """A passage of last year's report; `group` stands above the first of several, empty without one."""

    group: str
    title: str
    text: str


def year_before(report: Report, reports: Iterable[ReportSummary]) -> str:
    """Return the id of last year's report of the organ of `report`: the chosen one, else the last changed in `reports`.

    Empty when there is none.
    """
    if report.previous_id:
        return report.previous_id
    name = report.organ.full_name
    found = [each for each in reports if name and each.organ == name and each.year == report.year - 1]
    return max(found, key=lambda each: each.changed_at).id if found else ""


def passages_of(task: str, report: Report, previous: Report) -> tuple[Passage, ...]:
    """Return what `previous` says of `task` of `report`, in reading order; empty when it says nothing."""
    found = (Passage(each.group, each.title.strip(), each.text.strip()) for each in _passages(task, report, previous))
    return tuple(each for each in found if each.title or each.text)


def _passages(task: str, report: Report, previous: Report) -> Iterator[Passage]:
    if task == HEAD:
        head = previous.head
        yield Passage("", "标题", head.title)
        yield Passage("", "发文字号", head.document_number)
        yield Passage("", "签发人", "、".join(head.signatories))
        yield Passage("", "主送", "、".join(head.main_recipients))
        yield Passage("", "抄送", "、".join(previous.colophon.copy_recipients))
    elif task == INTRODUCTION:
        yield Passage("", "", previous.introduction)
    elif task == SIGNATURE:
        yield Passage("", "结语", previous.closing)
        yield Passage("", "署名", previous.signature.issuing_organ_signature)
        yield Passage("", "成文日期", previous.signature.date_of_issue)
    elif task == ATTACHMENTS:
        for attachment in previous.attachments:
            yield Passage("", attachment.title, attachment.text)
    else:
        yield from _of_duty(task, previous)
        part = next((each for each in report.parts if part_task(each.id) == task), None)
        if part is not None:
            yield from _of_part(part, previous)


def _of_part(part: Part, previous: Report) -> Iterator[Passage]:
    promised: list[Passage] = []
    if part.key is SectionKey.MEASURES:
        promised = [_of_entry(each, PROMISED) for plan in previous.parts_of(SectionKey.PLAN) for each in plan.entries]
    yield from promised
    group = SAID if promised else ""
    for earlier in previous.parts_of(part.key):
        yield from (_of_entry(each, group) for each in earlier.entries)
    if part.key is SectionKey.FIRST_RESPONSIBLE:
        yield from (Passage(group, entry.title, _duty_text(entry)) for entry in previous.duties if entry.text)


def _of_entry(entry: Entry, group: str) -> Passage:
    if isinstance(entry, PlanTask):
        return Passage(group, entry.title, whole_text(entry))
    lines = [entry.text]
    if isinstance(entry, Problem):
        lines += [entry.cause and f"原因：{entry.cause}", entry.remedy and f"整改：{entry.remedy}"]
    else:
        lines += [" │ ".join(row) for row in entry.table]
    return Passage(group, entry.title, "\n".join(line for line in lines if line))


def _of_duty(task: str, previous: Report) -> Iterator[Passage]:
    """Yield what was said of the duty of `task`: by the same post, else by whoever answered for it."""
    own = [entry for entry in previous.duties if duty_task(*entry.key) == task]
    same = [entry for entry in previous.duties if task.startswith(duty_task(*entry.key).rpartition(":")[0] + ":")]
    for entry in own or same:
        yield Passage("", entry.title, _duty_text(entry))


def _duty_text(entry: DutyEntry) -> str:
    lines = [entry.text, *(_evidence_line(each) for each in entry.evidence)]
    if entry.reference is not None:
        lines.append(f"引用正文：{entry.reference.quote}")
    if entry.state in NOT_DONE:
        lines.append(f"{NOT_DONE[entry.state]}：{entry.reason}")
    return "\n".join(line for line in lines if line)


def _evidence_line(evidence: Evidence) -> str:
    parts = (evidence.date, evidence.occasion, evidence.topic, evidence.document_number, evidence.times)
    return "，".join(part for part in parts if part)
