"""The steps from one task to another: the neighbours in order, and on to the next that is not done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.checks.progress import TaskState

if TYPE_CHECKING:
    from ui.work_window import WorkWindow


class TaskSteps:
    """Serves the line below the page of `work`, and its keys."""

    def __init__(self, work: WorkWindow) -> None:
        """Serve `work` from now on."""
        self._work = work
        work.footer.previous_requested.connect(lambda: self.step(-1))
        work.footer.next_requested.connect(self.go_on)

    def step(self, by: int) -> None:
        """Go to the next task, or the previous one when `by` is -1."""
        tasks = self._work.tasks.model.tasks
        there = self._at() + by
        if 0 <= there < len(tasks):
            self._work.open_task(tasks[there])

    def go_on(self) -> None:
        """Go to the next task that is not done, round and round; to the findings when all are."""
        task = self._next_open()
        if task:
            self._work.open_task(task)
        else:
            self._work.review()

    def show(self) -> None:
        """Say below the page where its buttons lead."""
        work, at = self._work, self._at()
        titles = [row.title for row in work.tasks.model.rows if row.task]
        following = self._next_open()
        work.footer.show_previous(titles[at - 1] if at else "")
        work.footer.show_next(titles[work.tasks.model.tasks.index(following)] if following else "", self._all_done())
        work.footer.show_done(work.task in work.opened.report.completed, not work.opened.read_only)

    def _at(self) -> int:
        tasks = self._work.tasks.model.tasks
        return tasks.index(self._work.task) if self._work.task in tasks else 0

    def _next_open(self) -> str:
        """Return the next task behind the one at hand, then from the beginning, that is not done; empty: none."""
        tasks, at = self._work.tasks.model.tasks, self._at()
        return next((each for each in (*tasks[at + 1:], *tasks[:at]) if not self._is_done(each)), "")

    def _all_done(self) -> bool:
        return all(map(self._is_done, self._work.tasks.model.tasks))

    def _is_done(self, task: str) -> bool:
        return self._work.tasks.model.mark(task).state is TaskState.DONE
