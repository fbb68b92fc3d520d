"""The page of the part 第一责任人履职情况."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from models.domain.place import Place
from models.domain.rearrange import Nested, nested_passages, singled_out
from models.domain.report import Report, SectionKey
from models.domain.standard import Standard
from ui.pages.duty_overview import DutyOverview
from ui.pages.naming import entry_name
from ui.pages.topics_page import TopicsPage
from ui.widgets.card import Card
from ui.widgets.labels import allow, literal, plain_label

EXPLANATION = (
    "下面这些话写在别的部分里，职责已经引用。可以把它们移到这一部分，单列成章；引用不会断，也不会印两遍。"
)
OVERVIEW = 3  # where the overview stands: below title, requirement and note


class FirstResponsiblePage(TopicsPage):
    """Duties at a glance, the passages of the part itself, and those that could be moved here."""

    kind = "段落"
    add_label = "＋ 加一段总述(&A)"
    empty_text = "各项职责在各自的页面里写。需要一段总的话，加在这里，印在各项职责前面。"

    def __init__(self, task: str, part_id: str, key: SectionKey, parent: QWidget | None = None) -> None:
        super().__init__(task, part_id, key, parent)
        self.overview = DutyOverview()
        self.overview.opened.connect(lambda task: self.place_requested.emit(Place(task)))
        card = Card("履职一览", self.body)
        card.top.addWidget(plain_label("点一行，去写那一项", "caption", wrap=False))
        card.column.addWidget(self.overview)
        self.column.insertWidget(OVERVIEW, card)

    def add_more(self) -> None:
        self.nested = Card("单列为一部分", self.body)
        self.nested.column.addWidget(plain_label(EXPLANATION, "muted"))
        self._choices = QVBoxLayout()
        self.nested.column.addLayout(self._choices)
        self.move_here = QPushButton("移到这一部分(&B)")
        self.move_here.clicked.connect(self._single_out)
        self.nested.top.addWidget(self.move_here)
        self.choices: dict[str, QCheckBox] = {}
        self._offered: tuple[Nested, ...] = ()
        self.column.addWidget(self.nested)

    def write(self, report: Report, standard: Standard) -> None:
        super().write(report, standard)
        self.overview.show_report(report, standard)
        nested = nested_passages(report)
        self.nested.setVisible(bool(nested))
        if nested != self._offered:
            self._offered = nested
            self._offer(nested)

    def _offer(self, nested: tuple[Nested, ...]) -> None:
        """Offer the passages `nested`; those that mostly speak of duties are ticked."""
        for tick in self.choices.values():
            self._choices.removeWidget(tick)
            tick.deleteLater()
        self.choices = {}
        for each in nested:
            tick = QCheckBox(literal(entry_name(each.entry, 30)))
            tick.setChecked(each.theirs)
            tick.toggled.connect(self._allow)
            self._choices.addWidget(tick)
            self.choices[each.entry.id] = tick
        self._allow()

    def _chosen(self) -> frozenset[str]:
        return frozenset(entry_id for entry_id, tick in self.choices.items() if tick.isChecked())

    def _allow(self) -> None:
        allow(self.move_here, "" if self._chosen() else "先勾选要移过来的内容。")

    def _single_out(self) -> None:
        self.submit(singled_out(self.report, self._chosen()), "第一责任人单列为一部分")
