"""The card of a topic: 小标题, level, text, and which requirement it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from models.domain.report import Topic
from ui.widgets.entry_card import EntryCard, side_by_side
from ui.widgets.field import ChoiceField, Field, LineField, TextField

LEVELS = (("2", "（一）"), ("3", "1."), ("4", "（1）"))
PLAIN = ("0", "不编号")


class TopicCard(EntryCard[Topic]):
    """Fields of a topic."""

    def __init__(self, kind: str = "内容", guided: bool = False, parent: QWidget | None = None) -> None:
        """Make the card of a topic called `kind`; a `guided` one lets choose which requirement it answers."""
        super().__init__(kind, parent)
        self.title = LineField("小标题", placeholder="不写小标题时，第一句话作为条文开头")
        self.level = ChoiceField("层次")
        self.guide = ChoiceField("对应内容")
        self.text = TextField("内容", lines=4)
        if not guided:
            self.guide.hide()
        self.column.addLayout(side_by_side((self.title, 5), (self.level, 2), (self.guide, 3)))
        self.column.addWidget(self.text)
        self.title.edited.connect(lambda text: self.edited.emit(replace(self.entry, title=text), "title"))
        self.text.edited.connect(lambda text: self.edited.emit(replace(self.entry, text=text), "text"))
        self.guide.edited.connect(lambda value: self.edited.emit(replace(self.entry, guide=value), "guide"))
        self.level.edited.connect(self._change_level)

    @property
    def fields(self) -> Mapping[str, Field]:
        return {"title": self.title, "level": self.level, "guide": self.guide, "text": self.text}

    def write(self, entry: Topic) -> None:
        self.title.set_text(entry.title)
        self.level.set_choices(LEVELS if entry.title else (*LEVELS, PLAIN))
        self.level.set_value(str(entry.level) if entry.title or entry.numbered else PLAIN[0])
        self.guide.set_value(entry.guide)
        self.text.set_text(entry.text)

    def offer_guides(self, guides: Sequence[tuple[str, str]], prompts: Mapping[str, str]) -> None:
        """Offer `guides`, pairs of id and title, and show the prompt of the chosen one while the text is empty."""
        self.guide.set_choices((("", "不对应"), *guides))
        self.guide.set_value(self.entry.guide)
        self.text.area.set_placeholder(prompts.get(self.entry.guide, ""))

    def _change_level(self, value: str) -> None:
        level = int(value) or self.entry.level
        self.edited.emit(replace(self.entry, level=level, numbered=value != PLAIN[0]), "level")
