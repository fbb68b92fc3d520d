"""The card of a task of next year's plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from models.domain.picture_places import with_text
from models.domain.report import PlanTask
from ui.widgets.card_pictures import CardPictures
from ui.widgets.entry_card import EntryCard, side_by_side
from ui.widgets.field import ChoiceField, Field, LineField, TextField


class PlanCard(EntryCard[PlanTask]):
    """Fields of a task: 任务, 内容, 责任科室, 时限, and the problem it answers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("任务", parent)
        self.title = LineField("任务", placeholder="一句话写明做什么", parent=self)
        self.text = TextField("内容", placeholder="怎么做、做到什么程度", lines=2, parent=self)
        self.office = LineField("责任科室", placeholder="例如：法规股", parent=self)
        self.deadline = LineField("时限", placeholder="例如：2026年6月底前", parent=self)
        self.answers = ChoiceField("对应的问题", parent=self)
        self.column.addWidget(self.title)
        self.column.addWidget(self.text)
        self.column.addLayout(side_by_side((self.office, 3), (self.deadline, 2)))
        self.column.addWidget(self.answers)
        self.pictures = CardPictures(self, self.text)
        self.column.addWidget(self.pictures)
        self.title.edited.connect(lambda text: self.edited.emit(replace(self.entry, title=text), "title"))
        self.text.edited.connect(lambda text: self.edited.emit(with_text(self.entry, text), "text"))
        self.office.edited.connect(lambda text: self.edited.emit(replace(self.entry, office=text), "office"))
        self.deadline.edited.connect(lambda text: self.edited.emit(replace(self.entry, deadline=text), "deadline"))
        self.answers.edited.connect(lambda value: self.edited.emit(replace(self.entry, answers=value), "answers"))

    @property
    def fields(self) -> Mapping[str, Field]:
        return {
            "title": self.title, "text": self.text, "office": self.office, "deadline": self.deadline,
            "answers": self.answers, **self.pictures.fields,
        }

    def write(self, entry: PlanTask) -> None:
        self.title.set_text(entry.title)
        self.text.set_text(entry.text)
        self.office.set_text(entry.office)
        self.deadline.set_text(entry.deadline)
        self.answers.set_value(entry.answers)
        self.pictures.show_owner(entry)

    def offer_problems(self, problems: Sequence[tuple[str, str]]) -> None:
        """Offer `problems`, pairs of id and name, as what the task answers."""
        self.answers.set_choices((("", "不对应具体问题"), *problems))
        self.answers.set_value(self.entry.answers)
