"""What the window counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builders import a_duty, a_report
from models.checks.finding import Finding, Severity
from models.checks.progress import TaskState
from models.domain.duty import DutyEntry, DutyState, PassageReference
from models.domain.organ import Organ, OrganKind, OrganLevel, Post
from models.domain.place import Place
from models.domain.report import Part, Problem, Report, SectionKey, Topic
from models.domain.standard import Duty, Standard
from models.standards.loader import load_standard
from models.text.counting import count_words
from ui.app.counters import report_words, task_words
from ui.app.overview import deadline_words, is_answered, publication_words, progress, task_marks
from ui.item_models.task_rows import task_rows

BOTH = (Post.SECRETARY, Post.HEAD)
DUTIES = (Duty("D-1", "带头学法用法", ("C1",), BOTH, core=True), Duty("D-2", "依法决策", ("C2",), BOTH))
STANDARD = Standard(OrganKind.DEPARTMENT, (), DUTIES, ())


def marks_of(report: Report, findings: tuple[Finding, ...] = ()) -> dict[str, str]:
    rows = task_rows(report, STANDARD)
    return {task: mark.counter for task, mark in task_marks(report, STANDARD, rows, findings).items()}


def test_counters_fit_what_a_task_holds() -> None:
    counters = marks_of(a_report(duties=1))

    assert counters["part:measures"] == f"{count_words('规范行政执法') + count_words('全年作出行政处罚决定120件。')}字"
    assert counters["part:problems"] == "1条"
    assert counters["part:plan"] == "1项"
    assert counters["part:first"] == "1/2"


def test_empty_other_part_is_optional() -> None:
    report = a_report(parts=(Part("o", SectionKey.OTHER),))

    assert marks_of(report)["part:o"] == "选填"


def test_grave_findings_are_counted_at_their_task() -> None:
    finding = Finding("N1", "sum-mismatch", Severity.ERROR, "加起来不对", place=Place("part:plan"))
    warning = replace(finding, severity=Severity.WARNING)
    report = a_report()
    rows = task_rows(report, STANDARD)

    marks = task_marks(report, STANDARD, rows, (finding, warning))

    assert marks["part:plan"].errors == 1
    assert marks["part:plan"].words == f"{marks['part:plan'].state.value}，1 处必改"


def test_what_is_still_to_be_filled_in_is_counted_apart_from_what_is_wrong() -> None:
    blank = Finding("F4", "signatory-missing", Severity.ERROR, "没有签发人", place=Place("head"))
    report = a_report()

    mark = task_marks(report, STANDARD, task_rows(report, STANDARD), (blank,))["head"]

    assert (mark.errors, mark.blanks, mark.words) == (0, 1, "在填，1 处必填")


def test_progress_counts_what_is_done_and_missing() -> None:
    report = a_report(completed=frozenset({"head", "part:plan"}))
    gap = Finding("C1", "missing-section", Severity.ERROR, "没有写")
    wrong = Finding("N1", "sum-mismatch", Severity.ERROR, "加起来不对", excerpt="46")
    rows = task_rows(report, STANDARD)

    found = progress(task_marks(report, STANDARD, rows, (gap, wrong)), (gap, wrong))

    assert (found.done, found.total, found.missing, found.findings) == (2, 10, 1, 2)


@pytest.mark.parametrize(
    ("today", "words", "overdue"),
    [
        (date(2026, 1, 19), "距2月28日还有 40 天", False),
        (date(2026, 2, 27), "距2月28日还有 1 天", False),
        (date(2026, 2, 28), "今天（2月28日）是报送期限", False),
        (date(2026, 3, 1), "已逾期 1 天", True),
    ],
)
def test_deadline_in_words(today: date, words: str, overdue: bool) -> None:
    assert deadline_words(2025, today) == (words, overdue)


@pytest.mark.parametrize(("level", "kind", "words"), [
    (OrganLevel.PROVINCE, OrganKind.GOVERNMENT, "距3月31日还有 71 天"),
    (OrganLevel.PROVINCE, OrganKind.PARTY_COMMITTEE, "距3月31日还有 71 天"),
    (OrganLevel.PROVINCE, OrganKind.DEPARTMENT, "距2月28日还有 40 天"),
    (OrganLevel.CITY, OrganKind.GOVERNMENT, "距2月28日还有 40 天"),
])
def test_a_provincial_government_has_the_day_that_the_checks_give_it(
    level: OrganLevel, kind: OrganKind, words: str
) -> None:
    assert deadline_words(2025, date(2026, 1, 19), Organ(level=level, kind=kind)) == (words, False)


def test_deadline_of_a_leap_year() -> None:
    assert deadline_words(2027, date(2028, 2, 28)) == ("距2月29日还有 1 天", False)


@pytest.mark.parametrize(("today", "words"), [
    (date(2026, 1, 19), "距公开期限 71 天"), (date(2026, 3, 31), "今天是公开期限"),
    (date(2026, 4, 2), "公开已逾期 2 天"),
])
def test_how_long_there_is_to_publish(today: date, words: str) -> None:
    assert publication_words(a_report(), load_standard(OrganKind.DEPARTMENT), today) == words


def test_where_publication_goes_by_local_rule_no_day_is_named() -> None:
    assert publication_words(a_report(), load_standard(OrganKind.SUBDISTRICT), date(2026, 1, 19)) == ""


@pytest.mark.parametrize(
    ("entry", "answered"),
    [
        pytest.param(DutyEntry("D-1"), False, id="open"),
        pytest.param(a_duty(), True, id="fulfilled with text"),
        pytest.param(DutyEntry("D-1", state=DutyState.FULFILLED), False, id="fulfilled, nothing written"),
        pytest.param(
            DutyEntry("D-1", state=DutyState.FULFILLED, reference=PassageReference("t1", "处罚")), True, id="elsewhere"
        ),
        pytest.param(DutyEntry("D-1", state=DutyState.NOT_APPLICABLE), False, id="not applicable without reason"),
        pytest.param(DutyEntry("D-1", state=DutyState.NOT_CARRIED_OUT, reason="没有案件"), True, id="reason given"),
    ],
)
def test_answered_duties(entry: DutyEntry, answered: bool) -> None:
    assert is_answered(entry) is answered


def test_words_of_tasks_and_of_the_whole() -> None:
    report = a_report(
        parts=(Part("m", SectionKey.MEASURES, "标题", (Topic("t", "小标题", "正文十个字在这里呀。"),)),
               Part("p", SectionKey.PROBLEMS, "", (Problem("x", "甲", "乙", "丙", "丁"),))),
        introduction="引言", closing="结语", head=replace(a_report().head, title="报告"),
    )
    skipped = DutyEntry("D-2", state=DutyState.NOT_APPLICABLE, text="不印", reason="没有")
    report = replace(report, duties=(a_duty(text="三个字"), skipped))

    assert task_words(report, "part:m") == 3 + 10
    assert task_words(report, "part:p") == 4
    assert task_words(report, "duty:D-1:head") == 3
    assert task_words(report, "duty:D-2:head") == 0
    assert task_words(report, "duty:D-9:head") == 0
    assert task_words(report, "head") is None
    assert report_words(report) == 2 + 2 + 2 + 2 + 13 + 4 + 3


def test_a_click_on_done_is_taken_back_when_something_must_be_changed() -> None:
    report = a_report(completed=frozenset({"introduction"}))
    rows = task_rows(report, STANDARD)
    finding = Finding("W1", "placeholder-left", Severity.ERROR, "有空", place=Place("introduction"), excerpt="____")

    assert task_marks(report, STANDARD, rows, ())["introduction"].state is TaskState.DONE
    assert task_marks(report, STANDARD, rows, (finding,))["introduction"].state is TaskState.REVIEW


def test_the_words_of_the_duties_count_where_the_duties_stand_and_once_in_the_whole() -> None:
    report = a_report(
        parts=(Part("f", SectionKey.FIRST_RESPONSIBLE, "", (Topic("t", "", "四个字呀"),)),
               Part("g", SectionKey.FIRST_RESPONSIBLE, "")),
        introduction="", closing="", head=replace(a_report().head, title=""),
    )
    report = replace(report, duties=(a_duty(text="三个字"),))

    assert task_words(report, "part:f") == 4 + 3
    assert task_words(report, "part:g") == 0
    assert report_words(report) == 4 + 3
