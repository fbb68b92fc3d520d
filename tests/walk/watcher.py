"""Watches the event loop: how long the window could not answer, and after which step."""

from __future__ import annotations

from time import perf_counter, thread_time
from typing import NamedTuple

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent, QObject


class Busy(NamedTuple):
    """How long a round of the event loop took, in milliseconds: by the clock, and of the processor for this thread.

    The clock also counts what other programs and the workers of this one take from a machine that is loaded.
    """

    clock: float
    processor: float


class Watcher(QObject):
    """Keeps the longest round of the event loop for each step.

    A round begins with the first event after a wait, or where the round before it ended without one. What the hand
    itself needs to look around is told with `pause` and `resume` and is not counted.
    """

    def __init__(self) -> None:
        """Watch the event loop of this thread."""
        super().__init__()
        self.step = "start"
        self.longest: dict[str, Busy] = {}
        self._began = self._now()
        self._own = self._paused = Busy(0.0, 0.0)
        self._asleep = False
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._wake)
        dispatcher.aboutToBlock.connect(self._sleep)

    def pause(self) -> None:
        """Begin what is not the program's time."""
        self._paused = self._now()

    def resume(self) -> None:
        """End what is not the program's time."""
        now = self._now()
        self._own = Busy(*(own + each - paused for own, each, paused in zip(self._own, now, self._paused, strict=True)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the first event after a wait: timers go off before the dispatcher says that it is awake."""
        self._begin()
        return False

    def _begin(self) -> None:
        if self._asleep:
            self._asleep = False
            QCoreApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            self._start_round()

    def _wake(self) -> None:
        if self._asleep:
            self._begin()
        else:  # the next round, without a wait in between
            self._note_round()

    def _sleep(self) -> None:
        if not self._asleep:
            self._note_round()
            self._asleep = True
            QCoreApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def _note_round(self) -> None:
        took = Busy(*(1000 * (now - began - own)
                      for now, began, own in zip(self._now(), self._began, self._own, strict=True)))
        before = self.longest.get(self.step, Busy(0.0, 0.0))
        self.longest[self.step] = Busy(max(before.clock, took.clock), max(before.processor, took.processor))
        self._start_round()

    def _start_round(self) -> None:
        self._began, self._own = self._now(), Busy(0.0, 0.0)

    def _now(self) -> Busy:
        """Return where clock and processor stand, in seconds."""
        return Busy(perf_counter(), thread_time())
