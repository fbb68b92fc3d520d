"""OpenReport: one undo stack, bursts, saved mark."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from builders import a_report
from models.domain.organ import OrganKind
from models.domain.report import Report
from models.domain.standard import Standard
from ui.app.open_report import STEPS, OpenReport
from ui.app.saved_state import Phase

STANDARD = Standard(OrganKind.DEPARTMENT, (), (), ())


@pytest.fixture
def opened(qapp: Any, clock: Any) -> OpenReport:
    return OpenReport(a_report(), STANDARD, clock=clock)


def with_introduction(report: Report, text: str) -> Report:
    return replace(report, introduction=text)


def test_edit_tells_the_new_report(opened: OpenReport, qtbot: Any) -> None:
    changed = with_introduction(opened.report, "甲")

    with qtbot.waitSignal(opened.report_changed, timeout=1000) as got:
        opened.edit(changed, "修改引言")

    assert got.args == [changed]
    assert opened.report is changed
    assert opened.undo_label == "修改引言"


def test_equal_value_is_no_edit(opened: OpenReport, qtbot: Any) -> None:
    with qtbot.assertNotEmitted(opened.report_changed):
        opened.edit(replace(opened.report), "什么也没改")

    assert not opened.can_undo


def test_undo_and_redo_bring_back_the_very_values(opened: OpenReport) -> None:
    first = opened.report
    second = with_introduction(first, "乙")
    opened.edit(second, "修改引言")

    opened.undo()
    assert opened.report is first
    assert opened.redo_label == "修改引言"

    opened.redo()
    assert opened.report is second


@pytest.mark.parametrize(
    ("gaps", "bursts", "steps"),
    [
        pytest.param((0.5, 0.5, 0.5), ("a", "a", "a"), 1, id="typing in one field"),
        pytest.param((0, 2.0), ("a", "a"), 1, id="two seconds still merge"),
        pytest.param((0, 2.1), ("a", "a"), 2, id="a longer pause ends the burst"),
        pytest.param((0, 0.1), ("a", "b"), 2, id="another field is another step"),
        pytest.param((0, 0.1), ("", ""), 2, id="no burst never merges"),
        pytest.param((0, -5.0), ("a", "a"), 2, id="a clock turned back ends the burst"),
    ],
)
def test_bursts_merge(
    opened: OpenReport, clock: Any, gaps: tuple[float, ...], bursts: tuple[str, ...], steps: int
) -> None:
    for number, (gap, burst) in enumerate(zip(gaps, bursts, strict=True)):
        clock.now += timedelta(seconds=gap)
        opened.edit(with_introduction(opened.report, f"第{number}次"), "修改引言", burst)

    taken = 0
    while opened.can_undo:
        opened.undo()
        taken += 1

    assert taken == steps
    assert opened.report == a_report()


def test_typing_after_an_undo_is_a_step_of_its_own(opened: OpenReport) -> None:
    opened.edit(with_introduction(opened.report, "一"), "修改引言", "a")
    opened.edit(replace(opened.report, closing="二"), "修改结语", "b")
    opened.undo()
    opened.edit(with_introduction(opened.report, "一三"), "修改引言", "a")

    opened.undo()

    assert opened.report.introduction == "一"


def test_at_least_two_hundred_steps_are_kept(opened: OpenReport) -> None:
    for number in range(STEPS + 50):
        opened.edit(with_introduction(opened.report, str(number)), "修改引言")

    taken = 0
    while opened.can_undo:
        opened.undo()
        taken += 1

    assert taken == STEPS >= 200


def test_saved_means_this_very_value(opened: OpenReport, clock: Any) -> None:
    first = opened.report
    opened.confirm_saved(first, clock())
    assert opened.saved
    assert opened.saved_state.words == "已保存 14:32:05"

    opened.edit(with_introduction(first, "新"), "修改引言")
    assert not opened.saved

    opened.undo()
    assert opened.saved


def test_a_save_of_an_older_value_does_not_say_saved(opened: OpenReport, clock: Any) -> None:
    older = opened.report
    opened.edit(with_introduction(older, "新"), "修改引言")

    opened.confirm_saved(older, clock())

    assert opened.saved_state.phase is Phase.TYPING


def test_read_only_report_answers_with_the_old_value(qapp: Any, qtbot: Any) -> None:
    opened = OpenReport(a_report(), STANDARD, read_only=True)

    with qtbot.waitSignal(opened.report_changed, timeout=1000):
        opened.edit(with_introduction(opened.report, "新"), "修改引言")

    assert opened.report == a_report()
    assert not opened.can_undo
