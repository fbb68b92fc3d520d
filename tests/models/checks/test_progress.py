"""The states of the task list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from builders import TODAY, a_duty

from models.checks.progress import TaskState, missing_count, task_states
from models.checks.runner import draft_of_report, run_checks
from models.domain.duty import DutyState, PassageReference
from models.domain.organ import Post
from models.domain.place import ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE, duty_task, part_task
from models.domain.report import ExportForm, Report, Topic
from models.domain.standard import Standard

DUTY = duty_task("Z01", Post.HEAD)
MEASURES = part_task("measures")


def states(report: Report, standard: Standard) -> Mapping[str, TaskState]:
    """Return the states of `report` with its own findings."""
    findings = run_checks(draft_of_report(report, standard, ExportForm.SUBMISSION, TODAY))
    return task_states(report, standard, findings)


def test_every_page_and_duty_has_a_state_in_the_order_of_the_task_list(
    clean_report: Report, standard: Standard
) -> None:
    tasks = list(states(clean_report, standard))

    assert tasks[:4] == [HEAD, INTRODUCTION, MEASURES, part_task("problems")]
    assert tasks[4:6] == [part_task("first"), DUTY]
    assert tasks[-3:] == [part_task("plan"), ATTACHMENTS, SIGNATURE]
    assert len(tasks) == 8 + len(standard.duties)


def test_nothing_entered_is_empty_and_something_is_begun(clean_report: Report, standard: Standard) -> None:
    found = states(clean_report, standard)

    assert found[ATTACHMENTS] is TaskState.EMPTY
    assert found[MEASURES] is TaskState.BEGUN
    assert states(replace(clean_report, introduction=" "), standard)[INTRODUCTION] is TaskState.EMPTY


def test_the_clerks_click_makes_it_done(clean_report: Report, standard: Standard) -> None:
    report = replace(clean_report, completed=frozenset({MEASURES, DUTY}))

    assert states(report, standard)[MEASURES] is TaskState.DONE
    assert states(report, standard)[DUTY] is TaskState.DONE


def test_an_error_takes_the_click_back(clean_report: Report, standard: Standard) -> None:
    part = clean_report.part("measures")
    report = clean_report.with_part(replace(part, entries=(Topic("t1", "规范执法", "共处罚____件。"),)))
    report = replace(report, completed=frozenset({MEASURES}))

    assert states(report, standard)[MEASURES] is TaskState.REVIEW


def test_what_was_taken_over_from_last_year_waits_for_a_look(clean_report: Report, standard: Standard) -> None:
    part = clean_report.part("measures")
    report = clean_report.with_part(replace(part, entries=(Topic("t1", "规范执法", "全年评查2次。", carried=True),)))
    carried = report.with_duty(a_duty("Z01", carried=True))

    assert states(carried, standard)[MEASURES] is TaskState.REVIEW
    assert states(carried, standard)[DUTY] is TaskState.REVIEW


@pytest.mark.parametrize(("quote", "state"), [("全年作出", TaskState.BEGUN), ("去年作出", TaskState.REVIEW)])
def test_a_quoted_passage_that_changed_waits_for_a_look(
    quote: str, state: TaskState, clean_report: Report, standard: Standard
) -> None:
    report = clean_report.with_duty(a_duty("Z01", reference=PassageReference("t1", quote)))

    assert states(report, standard)[DUTY] is state


def test_a_warning_asks_for_a_look(clean_report: Report, standard: Standard) -> None:
    signature = replace(clean_report.signature, date_of_issue="2026年3月9日")

    assert states(replace(clean_report, signature=signature), standard)[SIGNATURE] is TaskState.REVIEW


def test_a_duty_not_carried_out_is_begun_work(clean_report: Report, standard: Standard) -> None:
    report = clean_report.with_duty(a_duty("Z01", state=DutyState.NOT_CARRIED_OUT, text="", reason="本年度未安排。"))

    assert states(report, standard)[DUTY] is TaskState.BEGUN


def test_what_is_missing_is_counted(clean_report: Report, standard: Standard) -> None:
    head = replace(clean_report.head, document_number="", signatories=())
    report = replace(clean_report, head=head, closing="以上报告妥否，请批示。")
    findings = run_checks(draft_of_report(report, standard, ExportForm.SUBMISSION, TODAY))

    assert missing_count(findings) == 2


def test_two_persons_have_a_task_for_each_post(clean_report: Report, standard: Standard) -> None:
    report = replace(clean_report, organ=replace(clean_report.organ, same_person=False, head="周明"))
    found = states(report, standard)

    assert found[duty_task("Z01", Post.SECRETARY)] is TaskState.EMPTY
    assert found[DUTY] is TaskState.BEGUN
