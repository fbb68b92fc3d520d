"""`check`: files and stored reports against the requirements."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, TYPE_CHECKING

from models.clock import system_clock
from models.domain.report import ExportForm
from models.errors import UserError
from ui.command_line.outcome import COULD_NOT, status_of
from ui.command_line.subject import local_overlays, read_previous, read_subject

if TYPE_CHECKING:
    from ui.command_line.report_json import Json


class Question(NamedTuple):
    """What is asked of each file: the form it is to have, the local requirements, the day, last year's report."""

    form: ExportForm
    local: str | None
    today: date
    previous: str | None


class Answer(NamedTuple):
    """The outcome for one file: its exit status, its JSON object or its lines. `failure` is empty when it was read."""

    status: int
    content: dict[str, Json] | list[str]
    failure: str = ""


def check(
    names: Sequence[str], as_json: bool, form: str, local: str | None, previous: str | None = None
) -> int:
    """Check each of `names`, print the outcome and return the worst status; `previous` names last year's report."""
    question = Question(ExportForm(form), local, system_clock().date(), previous)
    answers = [answer(name, question, as_json) for name in names]
    if as_json:
        print(json.dumps([each.content for each in answers], ensure_ascii=False, indent=1))
    elif listings := ["\n".join(each.content) for each in answers if not each.failure]:
        print("\n\n".join(listings))
    for name, each in zip(names, answers, strict=True):
        if each.failure:
            print(each.failure if len(names) == 1 else f"{name}：{each.failure}", file=sys.stderr)
    return max(each.status for each in answers)


def answer(name: str, question: Question, as_json: bool) -> Answer:
    """Return the outcome for the file or stored report `name`; a failure is an outcome too."""
    try:
        return examined(name, question, as_json)
    except UserError as error:
        failure = str(error)
    except Exception as error:
        from ui.command_line.unexpected import record

        failure = record(error)
    if not as_json:
        return Answer(COULD_NOT, [], failure)
    from ui.command_line.report_json import unread_object

    return Answer(COULD_NOT, unread_object(name, failure), failure)


def examined(name: str, question: Question, as_json: bool) -> Answer:
    """Return the outcome for `name`, which can be read."""
    from models.checks.runner import run_checks

    subject = read_subject(name, local_overlays(question.local))
    previous = read_previous(question.previous, subject.report.year) if question.previous else None
    draft = subject.draft(question.form, question.today, previous)
    findings, dismissed = run_checks(draft), 0
    if subject.report.dismissals:
        from models.checks.dismissing import open_findings

        left = open_findings(findings, subject.report)
        findings, dismissed = left, len(findings) - len(left)
    imported = subject.imported
    errors = (*imported.unsure, *imported.source.cleaned) if imported else ()
    status = status_of(findings)
    if as_json:
        from ui.command_line.report_json import read_object

        return Answer(status, read_object(name, draft, findings, errors))
    from ui.command_line.listing import list_findings

    return Answer(status, list(list_findings(name, draft, findings, errors, dismissed)))
