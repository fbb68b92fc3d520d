"""Autosave: a timer and a dirty mark. A failure is told in words, tried again, and never stops the clerk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer

from models.domain.report import Report
from models.errors import UserError
from ui.app.open_report import OpenReport
from ui.app.saved_state import Phase, SavedState
from ui.app.tasks import TaskQueue

Save: TypeAlias = Callable[[Report], datetime]  # stores the report, returns when that was confirmed; runs in the worker

DELAY = 1000  # milliseconds after the last change
LONGEST = 1500  # while typing goes on
WINDOW = 100  # the last of them, in which a save waits for a key to follow
BREATH = 12  # after a key and its painting: what the worker does then is done before the next key
RETRY = 5000  # after a failure


class Autosave(QObject):
    """Saves the open report after each pause, in the worker, and says how that stands."""

    def __init__(
        self,
        opened: OpenReport,
        save: Save,
        queue: TaskQueue,
        delay: int = DELAY,
        longest: int = LONGEST,
        retry: int = RETRY,
        parent: QObject | None = None,
    ) -> None:
        """Save `opened` by `save` through `queue`; the three times are in milliseconds."""
        super().__init__(parent or opened)
        self._opened = opened
        self._save = save
        self._queue = queue
        window = min(WINDOW, longest // 2)
        self._pause = self._timer(delay, self.save_now)
        self._limit = self._timer(longest - window, self._await_key)
        self._last_call = self._timer(window, self.save_now)
        self._breath = self._timer(BREATH, self.save_now)
        self._retry = self._timer(retry, self.save_now)
        self._saving: Report | None = None
        opened.report_changed.connect(self._note_change)

    @property
    def at_risk(self) -> bool:
        """Whether closing now would lose something; an opened report nobody changed is not at risk."""
        state = self._opened.saved_state.phase
        return not (self._opened.read_only or self._opened.saved or state is Phase.NEW)

    def save_now(self) -> None:
        """Save at once; nothing happens in a read-only report or when this value is stored already."""
        self._stop_timers()
        if self._opened.read_only or self._opened.saved or self._saving is not None:
            return
        report = self._opened.report
        self._saving = report
        if self._opened.saved_state.phase is not Phase.FAILED:  # the red line stays until a save succeeds
            self._tell(Phase.SAVING)
        self._queue.run(lambda: self._save(report), lambda at: self._succeed(report, at), self._fail)

    def save_and_wait(self, seconds: float = 3.0) -> bool:
        """Save and wait up to `seconds` for the answer; return whether nothing is at risk any more."""
        for _ in range(2):  # a save that began before the last key is followed by one that holds it
            if self.at_risk:
                self.save_now()
                self._queue.wait(seconds)
        return not self.at_risk

    def stop(self) -> None:
        """Save no more."""
        self._opened.report_changed.disconnect(self._note_change)
        self._stop_timers()

    def _timer(self, interval: int, due: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(due)
        return timer

    def _stop_timers(self) -> None:
        for timer in (self._pause, self._limit, self._last_call, self._breath, self._retry):
            timer.stop()

    def _await_key(self) -> None:
        """Save right behind the next key, so that none has to wait for the interpreter; or at the last call."""
        self._last_call.start()

    def _note_change(self) -> None:
        if self._opened.read_only:
            return
        if self._opened.saved:  # undone back to what is stored
            self._stop_timers()
            self._tell(Phase.SAVED)
            return
        if self._opened.saved_state.phase is not Phase.FAILED:
            self._tell(Phase.TYPING)
        self._pause.start()
        if self._last_call.isActive():
            self._breath.start()
        elif not self._limit.isActive():
            self._limit.start()

    def _succeed(self, report: Report, at: datetime) -> None:
        self._saving = None
        self._opened.confirm_saved(report, at)
        if not self._opened.saved and not self._limit.isActive():
            self._pause.start()
            self._limit.start()

    def _fail(self, error: Exception) -> None:
        self._saving = None
        reason = str(error) if isinstance(error, UserError) else f"没有存上（{type(error).__name__}）。"
        self._tell(Phase.FAILED, reason)
        self._retry.start()

    def _tell(self, phase: Phase, reason: str = "") -> None:
        self._opened.show_saved_state(SavedState(phase, self._opened.saved_state.at, reason))
