"""The page 不足和原因."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.domain.place import Place, part_task
from models.domain.rearrange import as_problem
from models.domain.report import Entry, PlanTask, Problem, Report, SectionKey, Topic
from models.domain.standard import Standard
from ui.pages.naming import quoted
from ui.pages.part_page import PartPage
from ui.pages.problem_card import ProblemCard
from ui.pages.topic_card import TopicCard
from ui.widgets.entry_card import EntryCard
from ui.widgets.labels import link_button


class PassageCard(TopicCard):
    """A passage that was read in and is not yet a problem with cause and remedy."""

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("段落", parent=parent)
        self.turn = link_button("把这一段作为一个问题")
        self.turn.setToolTip("分成问题、表现、原因、整改措施来填；文字不变，可以撤销")
        self.turn.clicked.connect(self.turned)
        self.text.foot.insertWidget(0, self.turn)


class ProblemsPage(PartPage):
    """Problems with causes and remedies; passages read in can be made into problems."""

    kind = "问题"
    add_label = "＋ 加一个问题(&A)"
    empty_text = "还没有写不足。每个问题写清表现、原因和整改措施。"

    def make_card(self, entry: Entry, parent: QWidget) -> EntryCard[Entry]:
        if isinstance(entry, Problem):
            problem = ProblemCard(parent)
            problem.answers_wanted.connect(lambda: self._go_to_plan(problem.entry))
            return cast("EntryCard[Entry]", problem)
        passage = PassageCard(parent)
        passage.turned.connect(lambda: self._turn(passage.entry))
        return cast("EntryCard[Entry]", passage)

    def new_entry(self) -> Entry:
        return Problem()

    def write(self, report: Report, standard: Standard) -> None:
        super().write(report, standard)
        self.mark_fields()

    def mark_fields(self) -> None:
        super().mark_fields()
        tasks = [entry for part in self.report.parts for entry in part.entries if isinstance(entry, PlanTask)]
        for card in self.entries.cards:
            if isinstance(card, ProblemCard):
                card.show_answers([task for task in tasks if task.answers == card.entry.id])

    def _turn(self, passage: Topic) -> None:
        label = f"把{quoted(passage)}作为一个问题"
        self.submit(as_problem(self.report, self.part_id, passage.id), label)
        self.go_to_entry(passage.id)

    def _go_to_plan(self, problem: Problem) -> None:
        """Ask for the task that answers `problem`, else for the plan's page."""
        plans = self.report.parts_of(SectionKey.PLAN)
        for part in plans:
            for entry in part.entries:
                if isinstance(entry, PlanTask) and entry.answers == problem.id:
                    self.place_requested.emit(Place(part_task(part.id), entry.id, "title"))
                    return
        if plans:
            self.place_requested.emit(Place(part_task(plans[0].id)))
