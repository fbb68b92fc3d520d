"""R-14: undo survives saving and going from task to task; whatever the order, the report is what a model says."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from builders import a_report, fixed_clock
from models.domain.organ import OrganKind
from models.domain.report import Report
from models.standards.loader import load_standard
from ui.app.autosave import Autosave
from ui.app.open_report import STEPS, OpenReport
from ui.app.tasks import TaskQueue
from ui.pages.factory import page_for
from ui.work_window import WorkWindow


class Model:
    """Undo as a list of values, the disk as one value."""

    def __init__(self, report: Report) -> None:
        self.values = [report]
        self.at = 0
        self.disk: Report | None = None

    @property
    def report(self) -> Report:
        return self.values[self.at]

    def edit(self, report: Report) -> None:
        if report != self.report:
            self.values[self.at + 1:] = [report]
            self.at += 1
        while len(self.values) > STEPS + 1:
            self.values.pop(0)
            self.at -= 1


@pytest.mark.parametrize(("seed", "rounds"), [
    (1, 150), *(pytest.param(seed, 500, marks=pytest.mark.exhaustive) for seed in range(1, 6))])
def test_random_steps_equal_the_model(qtbot: QtBot, seed: int, rounds: int) -> None:
    chance = random.Random(seed)
    saved: list[Report] = []

    def save(report: Report) -> datetime:
        saved.append(report)
        return fixed_clock()

    opened = OpenReport(a_report(duties=2), load_standard(OrganKind.DEPARTMENT), clock=fixed_clock)
    queue = TaskQueue("test")
    autosave = Autosave(opened, save, queue, delay=60_000, longest=60_000)
    window = WorkWindow(opened, page_for)
    qtbot.addWidget(window)
    window.show()
    model = Model(opened.report)

    def edit() -> None:
        report = changed(opened.report, chance)
        opened.edit(report, "修改")
        model.edit(report)

    def undo() -> None:
        window.undo()
        model.at = max(model.at - 1, 0)

    def redo() -> None:
        window.redo()
        model.at = min(model.at + 1, len(model.values) - 1)

    def save_now() -> None:
        autosave.save_now()
        assert queue.wait(60)
        model.disk = model.report

    def switch() -> None:
        window.go_to_task(chance.choice(window.tasks.model.tasks))

    for _ in range(rounds):
        chance.choices((edit, undo, redo, save_now, switch), (8, 4, 3, 2, 2))[0]()

        assert opened.report == model.report
        assert opened.saved == (opened.report is opened.last_saved)
        assert opened.can_undo == (model.at > 0)
        assert opened.can_redo == (model.at + 1 < len(model.values))
    save_now()
    assert model.report == opened.report == opened.last_saved
    assert saved[-1] == model.disk or opened.saved
    queue.stop()


def changed(report: Report, chance: random.Random) -> Report:
    """Return `report` with one random change."""
    words = "".join(chance.choices("法治政府建设年度报告", k=3))
    part = chance.choice(report.parts)
    changes: tuple[Any, ...] = (
        lambda: replace(report, introduction=words),
        lambda: replace(report, head=replace(report.head, title=words)),
        lambda: report.with_part(replace(part, heading=words)),
        lambda: report.with_duty(replace(report.duties[0], text=words)),
        lambda: replace(report, parts=report.parts[1:] + report.parts[:1]),
        lambda: replace(report, closing=words),
        lambda: replace(report, completed=report.completed ^ {"head"}),
    )
    made: Report = chance.choice(changes)()
    return made
