"""Composition by an input method meets the window: nothing of it is lost, none of its letters is stored."""

from __future__ import annotations

import random

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from builders import a_report, fixed_clock
from models.domain.organ import OrganKind
from models.domain.place import INTRODUCTION
from models.domain.report import Report
from models.standards.loader import load_standard
from ui.app.open_report import OpenReport
from ui.pages.factory import page_for
from ui.work_window import WorkWindow


class Desk:
    """The introduction in the work window, and an input method."""

    def __init__(self, qtbot: QtBot) -> None:
        self.opened = OpenReport(a_report(introduction=""), load_standard(OrganKind.DEPARTMENT), clock=fixed_clock)
        self.window = WorkWindow(self.opened, page_for)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.go_to_task(INTRODUCTION)
        self.text: QPlainTextEdit = self.window.pages.page(INTRODUCTION).findChildren(QPlainTextEdit)[0]
        self.text.setFocus()
        self.seen: list[Report] = []
        self.opened.report_changed.connect(self.seen.append)

    @property
    def introduction(self) -> str:
        return self.opened.report.introduction

    def compose(self, letters: str) -> None:
        QApplication.sendEvent(self.text, QInputMethodEvent(letters, []))

    def commit(self, words: str) -> None:
        event = QInputMethodEvent("", [])
        event.setCommitString(words)
        QApplication.sendEvent(self.text, event)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_letters_of_a_composition_are_no_edit(desk: Desk) -> None:
    for letters in ("z", "zh", "zhe", "zhen", "zheng"):
        desk.compose(letters)

    assert desk.seen == []
    assert not desk.opened.can_undo

    desk.commit("政")
    assert desk.introduction == "政"


def test_findings_and_counts_leave_a_composition_alone(desk: Desk) -> None:
    desk.commit("法治")
    desk.compose("zheng")

    desk.opened.show_findings(())
    desk.window.refresh()
    desk.commit("政")

    assert desk.introduction == "法治政"


def test_undo_ends_the_composition_first(desk: Desk) -> None:
    desk.commit("法治")
    desk.compose("zheng")

    desk.window.undo()

    assert desk.introduction == ""
    assert desk.text.toPlainText() == ""


def test_another_task_leaves_no_letters_behind(desk: Desk) -> None:
    desk.commit("法治")
    desk.compose("zheng")

    desk.window.steps.step(1)
    desk.window.steps.step(-1)

    assert desk.introduction == "法治zheng"  # what stands on the screen is kept
    assert desk.text.toPlainText() == desk.introduction


@pytest.mark.parametrize(("seed", "rounds"), [
    (7, 60), *(pytest.param(seed, 400, marks=pytest.mark.exhaustive) for seed in range(1, 6))])
def test_random_compositions_equal_the_model(desk: Desk, seed: int, rounds: int) -> None:
    chance = random.Random(seed)
    model: list[str] = [""]
    at = 0
    letters = ""

    def entered(length: int) -> None:
        nonlocal at
        model[at + 1:] = [desk.introduction]
        at += 1
        assert len(model[at]) == len(model[at - 1]) + length

    for _ in range(rounds):
        act = chance.choice(("compose", "commit", "cancel", "undo", "redo", "leave"))
        desk.opened.typing_goes_on = False  # each commit a step of its own, so that the model stays a list
        if act == "compose":
            letters = chance.choice(("z", "fa", "zhi"))
            desk.compose(letters)
        elif act == "cancel":
            letters = ""
            desk.compose(letters)
        elif act == "commit":
            letters = ""
            desk.commit("法")
            entered(1)
        elif act == "leave":  # what is composed stands on the screen, so it is kept
            desk.window.steps.step(1)
            desk.window.steps.step(-1)
            if letters:
                entered(len(letters))
                letters = ""
        elif act == "undo":
            desk.window.undo()
            if letters:  # first kept, then taken back: redo would bring it again
                model[at + 1:] = [desk.seen[-2].introduction]
                letters = ""
            else:
                at = max(0, at - 1)
        else:
            desk.window.redo()
            if letters:
                entered(len(letters))
                letters = ""
            else:
                at = min(at + 1, len(model) - 1)
        assert desk.introduction == model[at], act
