"""The tab 去年 of a work window: what last year's report said of the task at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.app.last_year import passages_of

if TYPE_CHECKING:
    from ui.work_window import WorkWindow


class LookingBack(QObject):
    """Shows last year's passages for each task that is gone to, once last year's report is known."""

    def __init__(self, work: WorkWindow) -> None:
        """Follow the tasks of `work`."""
        super().__init__(work)
        self._work = work
        work.task_changed.connect(self._show)
        work.opened.previous_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        opened, panel = self._work.opened, self._work.side.last_year
        if opened.previous is None:
            panel.show_none(opened.report.year - 1)
        else:
            panel.show_passages(opened.previous.year, passages_of(self._work.task, opened.report, opened.previous))
