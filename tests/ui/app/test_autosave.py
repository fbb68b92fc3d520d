"""Autosave: when it saves, what it says, and that a failure never stops the clerk."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from builders import a_report, fixed_clock
from models.domain.organ import OrganKind
from models.domain.report import Report
from models.domain.standard import Standard
from models.errors import UserError
from ui.app.autosave import DELAY, LONGEST, Autosave
from ui.app.open_report import OpenReport
from ui.app.saved_state import Phase
from ui.app.tasks import TaskQueue

STANDARD = Standard(OrganKind.DEPARTMENT, (), (), ())


class Disk:
    """A store that keeps what it is given and fails while it is told to."""

    def __init__(self) -> None:
        self.saved: list[Report] = []
        self.trouble: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()

    def save(self, report: Report) -> datetime:
        self.gate.wait(5)
        if self.trouble is not None:
            raise self.trouble
        self.saved.append(report)
        return fixed_clock()


class Desk:
    """An open report with quick timers on a disk."""

    def __init__(self, delay: int = 10, longest: int = 30, retry: int = 10) -> None:
        self.disk = Disk()
        self.queue = TaskQueue("test")
        self.opened = OpenReport(a_report(), STANDARD, clock=fixed_clock)
        self.phases: list[Phase] = []
        self.opened.saved_changed.connect(lambda state: self.phases.append(state.phase))
        self.autosave = Autosave(self.opened, self.disk.save, self.queue, delay, longest, retry)

    def write(self, text: str) -> None:
        self.opened.edit(replace(self.opened.report, introduction=text), "修改引言", "introduction")


@pytest.fixture
def desk(qapp: Any) -> Iterator[Desk]:
    made = Desk()
    yield made
    made.disk.gate.set()
    made.queue.stop()


def test_the_agreed_times_are_used() -> None:
    assert (DELAY, LONGEST) == (1000, 1500)


def test_a_change_is_saved_after_a_pause(desk: Desk, qtbot: Any) -> None:
    desk.write("甲")
    qtbot.waitUntil(lambda: desk.opened.saved)

    assert [each.introduction for each in desk.disk.saved] == ["甲"]
    assert desk.phases == [Phase.TYPING, Phase.SAVING, Phase.SAVED]
    assert desk.opened.saved_state.words == "已保存 14:32:05"


def test_typing_without_a_pause_is_saved_all_the_same(qapp: Any, qtbot: Any) -> None:
    desk = Desk(delay=60_000, longest=20)
    desk.write("甲")
    desk.write("甲乙")
    qtbot.waitUntil(lambda: bool(desk.disk.saved))

    assert desk.disk.saved[0].introduction == "甲乙"
    desk.queue.stop()


def test_a_save_that_is_due_begins_behind_the_next_key(qapp: Any, qtbot: Any) -> None:
    desk = Desk(delay=60_000, longest=4000)
    desk.write("甲")
    desk.autosave._limit.timeout.emit()
    assert not desk.disk.saved
    desk.write("甲乙")
    qtbot.waitUntil(lambda: bool(desk.disk.saved), timeout=1000)

    assert desk.disk.saved[0].introduction == "甲乙"
    desk.queue.stop()


def test_keys_during_a_save_are_saved_afterwards(desk: Desk, qtbot: Any) -> None:
    desk.disk.gate.clear()
    desk.write("甲")
    desk.autosave.save_now()
    desk.write("甲乙")
    desk.disk.gate.set()
    qtbot.waitUntil(lambda: desk.opened.saved)

    assert [each.introduction for each in desk.disk.saved] == ["甲", "甲乙"]


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        pytest.param(UserError("磁盘满了。", "请腾出空间。"), "磁盘满了。请腾出空间。", id="expected"),
        pytest.param(ValueError("正文的句子"), "没有存上（ValueError）。", id="unexpected, without the text"),
    ],
)
def test_a_failure_stays_in_words_and_is_tried_again(desk: Desk, qtbot: Any, trouble: Exception, words: str) -> None:
    desk.disk.trouble = trouble
    desk.write("甲")
    qtbot.waitUntil(lambda: desk.opened.saved_state.phase is Phase.FAILED)
    assert desk.opened.saved_state.reason == words
    assert desk.opened.saved_state.words == "保存失败（点此处理）"

    desk.write("甲乙")
    assert desk.opened.saved_state.phase is Phase.FAILED
    desk.disk.trouble = None
    qtbot.waitUntil(lambda: desk.opened.saved)

    assert desk.disk.saved[-1].introduction == "甲乙"
    assert Phase.SAVED not in desk.phases[: desk.phases.index(Phase.FAILED)]


def test_undone_back_to_the_stored_value_is_saved_without_writing(desk: Desk, qtbot: Any) -> None:
    desk.write("甲")
    qtbot.waitUntil(lambda: desk.opened.saved)
    desk.opened.edit(replace(desk.opened.report, introduction="乙"), "修改引言")
    desk.opened.undo()

    assert desk.opened.saved_state.phase is Phase.SAVED
    assert len(desk.disk.saved) == 1


def test_saving_on_closing_waits_for_the_last_key(desk: Desk) -> None:
    desk.disk.gate.clear()
    desk.write("甲")
    desk.autosave.save_now()
    desk.write("甲乙")
    threading.Timer(0.02, desk.disk.gate.set).start()

    assert desk.autosave.save_and_wait(5)
    assert desk.disk.saved[-1].introduction == "甲乙"


def test_saving_on_closing_tells_when_it_failed(desk: Desk) -> None:
    desk.disk.trouble = UserError("磁盘满了。")
    desk.write("甲")

    assert not desk.autosave.save_and_wait(5)
    assert desk.autosave.at_risk


def test_an_opened_report_nobody_changed_is_not_at_risk(desk: Desk) -> None:
    assert not desk.autosave.at_risk
    assert desk.autosave.save_and_wait(0)
    assert desk.disk.saved == []


def test_a_read_only_report_is_never_saved(desk: Desk, qtbot: Any) -> None:
    desk.opened.make_read_only()
    desk.write("甲")
    desk.autosave.save_now()
    desk.queue.wait(1)

    assert desk.disk.saved == []
    assert not desk.autosave.at_risk
