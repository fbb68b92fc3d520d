"""The page 下一年度安排."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QPushButton, QWidget

from models.domain.report import Entry, PlanTask, Problem, Report, SectionKey
from models.domain.standard import Standard
from ui.pages.naming import entry_name
from ui.pages.part_page import PartPage
from ui.pages.plan_card import PlanCard
from ui.pages.topic_card import TopicCard
from ui.widgets.card import Card
from ui.widgets.entry_card import EntryCard
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import LINK_GAP, link_button, literal, plain_label


class PlanPage(PartPage):
    """Tasks, and the problems that none of them answers yet."""

    kind = "任务"
    add_label = "＋ 加一项任务(&A)"
    empty_text = "还没有写任务。每个问题都要有一项任务来接。"

    def make_card(self, entry: Entry, parent: QWidget) -> EntryCard[Entry]:
        return cast("EntryCard[Entry]", PlanCard(parent) if isinstance(entry, PlanTask) else TopicCard(parent=parent))

    def new_entry(self) -> Entry:
        return PlanTask()

    def add_more(self) -> None:
        self.open = Card("还没有任务回应的问题", self.body)
        self.open.column.addWidget(plain_label("点一个问题，加一项任务来回应它。", "muted"))
        self.problems = QWidget(self.open)
        self.problems.setLayout(FlowLayout(LINK_GAP))
        self._buttons: dict[str, QPushButton] = {}
        self.open.column.addWidget(self.problems)
        self.column.addWidget(self.open)

    def write(self, report: Report, standard: Standard) -> None:
        super().write(report, standard)
        self.mark_fields()
        answered = {entry.answers for part in report.parts for entry in part.entries if isinstance(entry, PlanTask)}
        open_ = {problem.id: problem for problem in self._problems() if problem.id not in answered}
        self.open.setVisible(bool(open_))
        for problem_id in set(open_) - set(self._buttons):
            self._add_button(problem_id)
        for problem_id, button in self._buttons.items():
            if problem_id in open_:
                name = entry_name(open_[problem_id], 20)
                button.setText(f"＋ {literal(name)}")
                button.setAccessibleName(f"加一项任务回应：{name}")
            button.setVisible(problem_id in open_)

    def mark_fields(self) -> None:
        super().mark_fields()
        choices = [(problem.id, f"{number}. {entry_name(problem)}")
                   for number, problem in enumerate(self._problems(), 1)]
        for card in self.entries.cards:
            if isinstance(card, PlanCard):
                card.offer_problems(choices)

    def _problems(self) -> list[Problem]:
        return [entry for part in self.report.parts_of(SectionKey.PROBLEMS) for entry in part.entries
                if isinstance(entry, Problem)]

    def _add_button(self, problem_id: str) -> None:
        button = link_button("")
        button.clicked.connect(lambda: self._answer(problem_id))
        self._buttons[problem_id] = button
        layout = self.problems.layout()
        assert layout is not None
        layout.addWidget(button)

    def _answer(self, problem_id: str) -> None:
        part = self.part
        if part is not None:
            self.insert(len(part.entries), PlanTask(answers=problem_id))
