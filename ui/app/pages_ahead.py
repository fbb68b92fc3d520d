"""Pages of a report made before they are wanted, one in each quiet moment, so that none is waited for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from ui.work_window import WorkWindow

QUIET = 120  # milliseconds after one went to another page
TYPING = 1000  # milliseconds after a change: while one types nothing is made
BETWEEN = 30  # milliseconds between two pages: keys have their turn


class PagesAhead(QObject):
    """Makes the pages of a work window that nobody has gone to yet, first those that follow."""

    def __init__(
        self, work: WorkWindow, busy: Callable[[], bool] = bool, quiet: int = QUIET, between: int = BETWEEN
    ) -> None:
        """Begin `quiet` milliseconds after the last page was gone to, and rest for `between` after each page.

        Nothing is made while `busy`: beside a worker that has the interpreter half of the time a page takes thrice.
        """
        super().__init__(work)
        self._busy = busy
        self._work = work
        self._quiet, self._between = quiet, between
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._make_next)
        work.opened.report_changed.connect(lambda: self._timer.start(TYPING))
        work.task_changed.connect(self._wait)
        self._wait()

    @property
    def waiting(self) -> bool:
        """Whether there is a page to be made still."""
        return self._timer.isActive()

    def _wait(self) -> None:
        self._timer.start(self._quiet)

    def _make_next(self) -> None:
        if not self._work.isVisible():  # the report is being closed
            return
        if self._busy():
            self._wait()
            return
        tasks, pages = self._work.tasks.model.tasks, self._work.pages
        here = tasks.index(self._work.task) if self._work.task in tasks else 0
        task = next((each for each in (*tasks[here:], *reversed(tasks[:here])) if not pages.has(each)), "")
        if task:
            pages.make(task)
            self._timer.start(self._between)
