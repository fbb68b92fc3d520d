"""The tour: five steps through the work window, taken whenever the clerk likes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

from models.resources import read_yaml
from ui.app.actions import action_wordings
from ui.app.guarded import guarded
from ui.dialogs.help_dialog import resolved
from ui.widgets.side_panel import FINDINGS, GUIDANCE
from ui.widgets.tour_card import TourCard
from ui.work_window import WorkWindow

PLACES = ("tasks", "page", "guidance", "findings", "top")
TABS = {"guidance": GUIDANCE, "findings": FINDINGS}


@dataclass(frozen=True, slots=True)
class TourStep:
    """What is said at one of PLACES."""

    at: str
    title: str
    text: str


def load_tour() -> tuple[TourStep, ...]:
    """Return the steps of resources/help/tour.yaml; ValueError or TypeError when one is not whole."""
    steps = tuple(TourStep(**each) for each in read_yaml("help", "tour.yaml"))
    for step in steps:
        if step.at not in PLACES or not (step.title and step.text):
            raise ValueError(f"tour.yaml: {step}")
    wordings = action_wordings()
    return tuple(TourStep(each.at, each.title, resolved(each.text, wordings)) for each in steps)


class Tour(QObject):
    """Leads through the steps over one work window, and goes with it."""

    def __init__(self, work: WorkWindow) -> None:
        """Show the first step over `work`."""
        super().__init__(work)
        self._work = work
        self._steps = load_tour()
        self._number = 0
        self.card = TourCard(work)
        self.card.moved.connect(self._move)
        self.card.left.connect(self._leave)
        work.installEventFilter(self)
        self._show()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._show()
        return False

    def _move(self, by: int) -> None:
        self._number += by
        if self._number < len(self._steps):
            self._show()
        else:
            self._leave()

    def _show(self) -> None:
        step = self._steps[self._number]
        if step.at in TABS:
            self._work.side.show_tab(TABS[step.at])
            self._work.body.show_side(True)
        self.card.show_step(step.title, step.text, self._number + 1, len(self._steps))
        self.card.point_at(self._area(step.at))
        self.card.next.setFocus()

    def _area(self, place: str) -> QRect:
        """Return where `place` stands in the work window."""
        targets: dict[str, QWidget] = {"tasks": self._work.tasks, "page": self._work.pages, "top": self._work.top}
        target = targets.get(place, self._work.side)
        return QRect(target.mapTo(self._work, QPoint(0, 0)), target.size())

    def _leave(self) -> None:
        self._work.removeEventFilter(self)
        self.card.put_away()
        self._work.tasks.view.setFocus()
        self.deleteLater()


def take_tour(work: WorkWindow) -> Tour:
    """Begin the tour over `work` from its first step; one under way ends."""
    for earlier in cast("list[Tour]", work.findChildren(Tour)):
        earlier.card.left.emit()
    return Tour(work)
