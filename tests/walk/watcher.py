"""Watches the event loop: how long the window could not answer, and after which step."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QAbstractEventDispatcher, QObject


class Watcher(QObject):
    """Keeps the longest round of the event loop for each step, in milliseconds.

    What the hand itself needs to look around is told with `pause` and `resume` and is not counted.
    """

    def __init__(self) -> None:
        """Watch the event loop of this thread."""
        super().__init__()
        self.step = "start"
        self.longest: dict[str, float] = {}
        self._began = perf_counter()
        self._own = 0.0
        self._paused = 0.0
        self._asleep = False
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._wake)
        dispatcher.aboutToBlock.connect(self._sleep)

    def pause(self) -> None:
        """Begin what is not the program's time."""
        self._paused = perf_counter()

    def resume(self) -> None:
        """End what is not the program's time."""
        self._own += perf_counter() - self._paused

    def _wake(self) -> None:
        if self._asleep:
            self._asleep = False
            self._began, self._own = perf_counter(), 0.0
        else:  # the next round, without a wait in between
            self._note_round()

    def _sleep(self) -> None:
        if not self._asleep:
            self._note_round()
        self._asleep = True

    def _note_round(self) -> None:
        busy = (perf_counter() - self._began - self._own) * 1000
        self.longest[self.step] = max(self.longest.get(self.step, 0.0), busy)
        self._began, self._own = perf_counter(), 0.0
