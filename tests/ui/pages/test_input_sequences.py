"""Input methods, undo and saving in any order: what is on screen is what is in the report."""

from __future__ import annotations

from random import Random

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from builders import a_report, fixed_clock
from form_input import commit, paste, preedit, type_keys
from models.domain.organ import OrganKind, Post
from models.domain.place import HEAD, INTRODUCTION, duty_task
from models.standards.loader import load_standard
from ui.app.open_report import OpenReport
from ui.pages.factory import page_for
from ui.pages.form_page import FormPage
from ui.widgets.field import LineField, TextField

FIELDS = {
    "line": (HEAD, ("", "title")),
    "text": (INTRODUCTION, ("", "introduction")),
    "duty": (duty_task("Z01", Post.HEAD), ("", "text")),
}
STEPS = 14
WORDS = ("政府", "法治", "执法", "，", "𠮷野")


class Typist:
    """A hand that does one thing after another in one field of an open report, and watches."""

    def __init__(self, opened: OpenReport, page: FormPage, field: LineField | TextField, random: Random) -> None:
        self.opened, self.page, self.field, self.random = opened, page, field, random
        self.input: QWidget = field.input
        self.composing = ""
        self.begun = 0

    def act(self) -> str:
        """Do something at random and return what it was."""
        name = self.random.choice(("preedit", "commit", "give up", "key", "paste", "undo", "redo", "save"))
        if name == "preedit":
            self.begun += not self.composing
            self.composing += chr(ord("a") + self.begun)  # a letter to each composition, known again after redo
            preedit(self.input, self.composing)
        elif name in ("commit", "give up") and self.composing:
            self.composing = ""
            commit(self.input, self.random.choice(WORDS) if name == "commit" else "")
        elif name in ("key", "paste") and not self.composing:
            (type_keys if name == "key" else paste)(self.input, self.random.choice(WORDS))
        elif name in ("undo", "redo"):
            (self.opened.undo if name == "undo" else self.opened.redo)()
        elif name == "save":
            self.page.commit_input()
            self.composing = ""
        return name


def in_report(opened: OpenReport, task: str) -> str:
    """Return the text of the field under test as it stands in the report."""
    report = opened.report
    if task == HEAD:
        return report.head.title
    return report.introduction if task == INTRODUCTION else next((entry.text for entry in report.duties), "")


@pytest.mark.parametrize("sequences", [20, pytest.param(500, marks=pytest.mark.exhaustive)])
@pytest.mark.parametrize(("task", "key"), FIELDS.values(), ids=FIELDS)
def test_screen_and_report_never_part(task: str, key: tuple[str, str], sequences: int, qtbot: QtBot) -> None:
    standard = load_standard(OrganKind.DEPARTMENT)
    for seed in range(sequences):
        opened = OpenReport(a_report(duties=0), standard, clock=fixed_clock)
        page = page_for(task, opened.report, standard)
        assert isinstance(page, FormPage)
        qtbot.addWidget(page)
        page.edited.connect(opened.edit)
        opened.report_changed.connect(lambda report, page=page: page.show_report(report, standard))
        field = page.fields[key]
        assert isinstance(field, LineField | TextField)
        typist = Typist(opened, page, field, Random(seed))
        done = []
        for _ in range(STEPS):
            saved = in_report(opened, task)
            done.append(typist.act())

            if typist.composing:
                assert typist.composing not in in_report(opened, task) or typist.composing in saved, f"{seed} {done}"
            else:
                assert field.text == in_report(opened, task), f"{seed} {done}"
        page.close()
