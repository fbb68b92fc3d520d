"""Checks while typing: late enough not to disturb, never stale."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from builders import TODAY, a_report, fixed_clock
from models.checks.finding import Finding, Severity
from models.domain.organ import OrganKind
from models.domain.report import Report
from models.domain.standard import Standard
from models.standards.loader import load_standard
from ui.app.checking import DELAY, Checking, check_report
from ui.app.open_report import OpenReport
from ui.app.tasks import TaskQueue


class Checker:
    """Finds the introduction, and notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, date]] = []
        self.against: list[Report | None] = []
        self.gate = threading.Event()
        self.gate.set()

    def check(
        self, report: Report, standard: Standard, today: date, previous: Report | None
    ) -> tuple[Finding, ...]:
        self.asked.append((report.introduction, today))
        self.against.append(previous)
        self.gate.wait(5)
        return (Finding("W1", "test", Severity.HINT, report.introduction),)


@pytest.fixture
def queue(qtbot: QtBot) -> Iterator[TaskQueue]:
    made = TaskQueue("test")
    yield made
    made.stop()


@pytest.fixture
def opened(qtbot: QtBot) -> OpenReport:
    return OpenReport(a_report(), load_standard(OrganKind.DEPARTMENT), clock=fixed_clock)


def write(opened: OpenReport, text: str) -> None:
    opened.edit(replace(opened.report, introduction=text), "修改引言")


def test_the_agreed_delay_is_used() -> None:
    assert DELAY == 600


def test_a_burst_of_keys_is_checked_once(opened: OpenReport, queue: TaskQueue, qtbot: QtBot) -> None:
    checker = Checker()
    Checking(opened, queue, 20, checker.check)
    for text in ("甲", "甲乙", "甲乙丙"):
        write(opened, text)
    qtbot.waitUntil(lambda: bool(opened.findings))

    assert checker.asked == [("甲乙丙", TODAY)]
    assert opened.findings[0].message == "甲乙丙"


def test_findings_of_an_older_text_are_dropped(opened: OpenReport, queue: TaskQueue, qtbot: QtBot) -> None:
    checker = Checker()
    checking = Checking(opened, queue, 60_000, checker.check)
    checker.gate.clear()
    write(opened, "旧")
    checking.check_now()
    qtbot.waitUntil(lambda: bool(checker.asked))
    write(opened, "新")
    checker.gate.set()
    queue.wait(5)
    assert opened.findings == ()

    checking.check_now()
    queue.wait(5)
    assert opened.findings[0].message == "新"


def test_last_years_report_is_held_against_once_it_is_there(
    opened: OpenReport, queue: TaskQueue, qtbot: QtBot
) -> None:
    checker, previous = Checker(), replace(a_report(), id="report-0", year=2024)
    checking = Checking(opened, queue, 60_000, checker.check)
    checking.check_now()
    queue.wait(5)
    checking.use_previous(previous)
    checking.use_previous(previous)
    queue.wait(5)

    assert checker.against == [None, previous]


def test_equal_findings_are_no_news(opened: OpenReport, qtbot: QtBot) -> None:
    opened.show_findings((Finding("W1", "test", Severity.HINT, "一"),))

    with qtbot.assertNotEmitted(opened.findings_changed):
        opened.show_findings((Finding("W1", "test", Severity.HINT, "一"),))


def test_the_real_checks_find_what_was_copied_from_last_year() -> None:
    previous = replace(a_report(), id="report-0", year=2024)
    text = "联合公安、市场监管部门开展非法营运专项整治，检查车辆1206辆次，纠正违法行为83起，约谈企业9家。"
    first = previous.parts[0]
    same = replace(first, entries=(replace(first.entries[0], text=text),))
    report, previous = a_report().with_part(same), previous.with_part(same)

    findings = check_report(report, load_standard(OrganKind.DEPARTMENT), TODAY, previous)

    assert "stale-copy" in [finding.slug for finding in findings]


def test_the_real_checks_find_a_gap() -> None:
    report = replace(a_report(), introduction="根据____要求")

    findings = check_report(report, load_standard(OrganKind.DEPARTMENT), TODAY)

    assert "placeholder-left" in [finding.slug for finding in findings]


def test_a_check_that_ends_after_the_report_was_closed_says_nothing(
    opened: OpenReport, queue: TaskQueue, qtbot: QtBot
) -> None:
    checker = Checker()
    checker.gate.clear()
    checking = Checking(opened, queue, 20, checker.check)
    checking.check_now()
    checking.stop()
    checker.gate.set()

    assert queue.wait(5)
    assert opened.findings == ()
