"""最近改动: the places that were written last, to go back to after an interruption."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QApplication, QMenu

from models.domain.place import ATTACHMENTS, INTRODUCTION, Place, part_task
from models.domain.report import Report
from ui.app.changes import changed_tasks
from ui.pages.naming import entry_name, short
from ui.pages.part_page import PartPage
from ui.widgets.labels import literal
from ui.work_window import WorkWindow

MOST = 12
NOTHING = "打开以后还没有改动。"


@dataclass(frozen=True, slots=True)
class Edited:
    """A place and when it was last written; `words` tells it from others on its page."""

    place: Place
    words: str
    at: datetime


class RecentEdits(QObject):
    """Follows the edits of the report in one work window; the latest comes first, each place once."""

    def __init__(self, work: WorkWindow) -> None:
        """Follow `work` from now on."""
        super().__init__(work)
        self._work = work
        self._report = work.opened.report
        self._edits: dict[tuple[str, str], Edited] = {}  # by task and entry, the latest last
        self._walked = 0  # how far back the clerk has gone since the last edit
        work.opened.report_changed.connect(self._note)

    @property
    def edits(self) -> tuple[Edited, ...]:
        """The places that still are in the report, the latest first."""
        tasks = set(self._work.tasks.model.tasks)
        return tuple(each for each in reversed(self._edits.values()) if each.place.task in tasks and (
            not each.place.entry or each.place.task == ATTACHMENTS or self._report.entry(each.place.entry) is not None))

    def go_back(self) -> None:
        """Go to the place written last; again, to the one before it, and from the first one on to the last again."""
        edits = self.edits
        if not edits:
            self._work.status.show_notice(NOTHING)
            return
        at = self._walked % len(edits)
        if self._walked == 0 and len(edits) > 1 and self._is_here(edits[0].place):
            at = 1
        self._walked = at + 1
        self._work.go_to(edits[at].place)
        self._work.status.show_notice(f"改动处（{at + 1}/{len(edits)}）：{edits[at].at:%H:%M}，{edits[at].words}")

    def menu(self) -> QMenu:
        """Return the menu of the places, the latest first."""
        menu = QMenu(self._work)
        for number, each in enumerate(self.edits[:9], 1):
            words = f"&{number}　{each.at:%H:%M}　{literal(self._title(each.place.task))}　{literal(each.words)}"
            menu.addAction(words, lambda each=each: self._work.go_to(each.place))
        return menu

    def show_menu(self) -> None:
        """Open the menu over the page."""
        menu = self.menu()
        if menu.isEmpty():
            self._work.status.show_notice(NOTHING)
            return
        page = self._work.pages
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(page.mapToGlobal(QPoint(24, 24)))

    def _note(self, report: Report) -> None:
        before, self._report = self._report, report
        for place, words in _places(before, report):
            key = (place.task, place.entry)
            self._edits.pop(key, None)
            self._edits[key] = Edited(place, words, self._work.opened.clock())
            self._walked = 0
        while len(self._edits) > MOST:
            del self._edits[next(iter(self._edits))]

    def _is_here(self, place: Place) -> bool:
        """Return whether the clerk is at `place` already."""
        if place.task != self._work.task:
            return False
        page, focus = self._work.pages.page(place.task), QApplication.focusWidget()
        if not place.entry or not isinstance(page, PartPage):
            return True
        card = page.entries.card(place.entry)
        return card is not None and focus is not None and card.isAncestorOf(focus)

    def _title(self, task: str) -> str:
        return next((row.title for row in self._work.tasks.model.rows if row.task == task), "")


def _places(before: Report, after: Report) -> Iterator[tuple[Place, str]]:
    """Yield what differs between two reports as places, with words for each: entries of parts one by one."""
    if before.introduction != after.introduction:
        yield Place(INTRODUCTION, "", "introduction"), short(after.introduction)
    old = {part.id: part for part in before.parts}
    for part in after.parts:
        was = old.get(part.id)
        if was is part:
            continue
        known = {entry.id: entry for entry in was.entries} if was else {}
        changed = [entry for entry in part.entries if known.get(entry.id) != entry]
        for entry in changed:
            yield Place(part_task(part.id), entry.id), entry_name(entry)
        if was is None or was.heading != part.heading:
            yield Place(part_task(part.id)), short(part.heading)
    seen = {part_task(part.id) for part in after.parts} | {INTRODUCTION}
    gone_on = before.completed ^ after.completed
    for task in changed_tasks(before, after):
        if task not in seen and task not in gone_on:
            yield Place(task), ""
