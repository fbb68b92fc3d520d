"""The card of a problem: what is wrong, why, what is done about it, and which task of the plan answers it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.domain.picture_places import with_text
from models.domain.report import PlanTask, Problem
from ui.pages.naming import entry_name
from ui.widgets.card_pictures import CardPictures
from ui.widgets.entry_card import EntryCard
from ui.widgets.field import Field, LineField, TextField
from ui.widgets.labels import link_button, plain_label

UNANSWERED = "下一年度安排里还没有任务回应这个问题。"


class ProblemCard(EntryCard[Problem]):
    """Fields of a problem, and at its foot the tasks that answer it."""

    answers_wanted = Signal()  # the user wants to go to the plan

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("问题", parent)
        self.title = LineField("问题小标题", placeholder="一句话点明问题，例如“行政执法案卷质量不高”", parent=self)
        self.text = TextField("表现", placeholder="在哪项工作、什么环节、到什么程度", lines=2, parent=self)
        self.cause = TextField("原因", placeholder="从制度、人手、能力、程序上找本单位自己的原因", lines=2, parent=self)
        self.remedy = TextField("整改措施", placeholder="已经采取或准备采取什么措施", lines=2, parent=self)
        self.answers = plain_label("", "muted")
        self.go = link_button("去安排")
        self.go.setProperty("reading", True)
        self.go.clicked.connect(self.answers_wanted)
        self.pictures = CardPictures(self, self.text)
        self._texts = {"title": self.title, "text": self.text, "cause": self.cause, "remedy": self.remedy}
        for name, field in self._texts.items():
            self.column.addWidget(field)
            field.edited.connect(lambda text, name=name: self.edited.emit(self._with(name, text), name))
        self.column.addWidget(self.pictures)
        foot = QHBoxLayout()
        foot.addWidget(self.answers, 1)
        foot.addWidget(self.go)
        self.column.addLayout(foot)

    @property
    def fields(self) -> Mapping[str, Field]:
        return {**self._texts, **self.pictures.fields}

    def write(self, entry: Problem) -> None:
        self.title.set_text(entry.title)
        self.text.set_text(entry.text)
        self.cause.set_text(entry.cause)
        self.remedy.set_text(entry.remedy)
        self.pictures.show_owner(entry)

    def show_answers(self, tasks: list[PlanTask]) -> None:
        """Say which `tasks` of the plan answer the problem."""
        names = "、".join(f"“{entry_name(task)}”" for task in tasks)
        text = f"下一年度安排里由{names}回应。" if tasks else UNANSWERED
        if text != self.answers.text():
            self.answers.setText(text)
            self.go.setText("看这项任务" if tasks else "去安排")
            self.go.setAccessibleName(f"{self.go.text()}：{entry_name(self.entry)}")

    def _with(self, name: str, text: str) -> Problem:
        """Return the problem with `text` as its attribute `name`."""
        if name == "title":
            return replace(self.entry, title=text)
        if name == "cause":
            return replace(self.entry, cause=text)
        return replace(self.entry, remedy=text) if name == "remedy" else with_text(self.entry, text)
