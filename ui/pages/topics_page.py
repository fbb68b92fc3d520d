"""Pages of parts that consist of topics: 主要举措和成效, 原因, 其他需要报告的情况."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtWidgets import QPushButton, QWidget

from models.domain.report import Entry, Report, SectionKey, Topic
from models.domain.standard import Requirement, Standard
from ui.pages.part_page import PartPage
from ui.pages.topic_card import TopicCard
from ui.widgets.card import Card
from ui.widgets.entry_card import EntryCard
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import LINK_GAP, link_button, literal, literal_tip, plain_label


class TopicsPage(PartPage):
    """A part of topics without guides."""

    empty_text = "这一部分还没有内容。"

    def make_card(self, entry: Entry, parent: QWidget) -> EntryCard[Entry]:
        return cast("EntryCard[Entry]", TopicCard(self.kind, parent=parent))

    def new_entry(self) -> Entry:
        return Topic()


class OtherPage(TopicsPage):
    """其他需要报告的情况, left out when empty."""

    kind = "情况"
    empty_text = "没有要写的，就空着：空的部分不会印出来。"


class CausesPage(TopicsPage):
    """The causes, where they make a part of their own."""

    kind = "原因"
    empty_text = "还没有写原因。原因也可以逐条写在“存在的不足”的每个问题下面。"


class MeasuresPage(TopicsPage):
    """主要举措和成效: topics, and the subjects that none of them answers yet."""

    kind = "举措"
    empty_text = "还没有写举措。从下面的提示里选一个，或者直接加一条。"

    def make_card(self, entry: Entry, parent: QWidget) -> EntryCard[Entry]:
        return cast("EntryCard[Entry]", TopicCard(self.kind, guided=True, parent=parent))

    def add_more(self) -> None:
        self.suggested = Card("还可以写这些方面", self.body)
        self.explanation = plain_label("点一下，加一条空的内容。没有的事不用写。", "muted")
        self.suggestions = QWidget(self.suggested)
        self.suggestions.setLayout(FlowLayout(LINK_GAP))
        self._buttons: dict[str, QPushButton] = {}
        self._answered: tuple[Standard, tuple[tuple[str, str], ...]] | None = None  # as last offered
        self.suggested.column.addWidget(self.explanation)
        self.suggested.column.addWidget(self.suggestions)
        self.column.addWidget(self.suggested)

    def write(self, report: Report, standard: Standard) -> None:
        super().write(report, standard)
        answered = tuple((entry.id, entry.guide) for part in report.parts_of(SectionKey.MEASURES)
                         for entry in part.entries if isinstance(entry, Topic))
        if self._answered == (standard, answered):  # a key in a text changes nothing here
            return
        self._answered = (standard, answered)
        self._offer_guides(self.entries.cards)
        covered = {guide for _, guide in answered}
        open_ = [each for each in self._guides() if each.id not in covered]
        self.suggested.setVisible(bool(open_))
        for requirement in self._guides():
            self._button(requirement).setVisible(requirement in open_)

    def _guides(self) -> tuple[Requirement, ...]:
        return tuple(each for each in self.standard.requirements if each.topic) if self.standard else ()

    def _button(self, requirement: Requirement) -> QPushButton:
        """Return the button that adds a topic on `requirement`."""
        button = self._buttons.get(requirement.id)
        if button is None:
            button = link_button(f"＋ {literal(requirement.title)}", f"加一条：{requirement.title}")
            button.setToolTip(literal_tip(requirement.guidance.prompt))
            button.clicked.connect(lambda: self._add_topic(requirement.id))
            self._buttons[requirement.id] = button
            layout = self.suggestions.layout()
            assert layout is not None
            layout.addWidget(button)
            self._ordered = False
        return button

    def _add_topic(self, guide: str) -> None:
        part = self.part
        if part is not None:
            self.insert(len(part.entries), Topic(guide=guide))

    def take_up_card(self, card: EntryCard[Entry]) -> None:
        self._offer_guides((card,))
        super().take_up_card(card)

    def _offer_guides(self, cards: Iterable[EntryCard[Entry]]) -> None:
        guides = [(each.id, each.title) for each in self._guides()]
        prompts = {each.id: each.guidance.prompt for each in self._guides()}
        for card in cards:
            if isinstance(card, TopicCard):
                card.offer_guides(guides, prompts)
