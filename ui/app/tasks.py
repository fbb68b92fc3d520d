"""The only threads of the window: a plain function goes in, its value or exception comes back on the GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")


class _Job(Generic[T]):
    """One call on its way through the worker."""

    def __init__(
        self, function: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None], topic: str
    ) -> None:
        self.function = function
        self.done = done
        self.failed = failed
        self.topic = topic
        self.stale = False
        self._answer: Callable[[], None] | None = None

    def work(self) -> None:
        """Call the function and keep what came of it; runs in the worker."""
        try:
            value = self.function()
        except Exception as caught:
            # `except … as` unbinds its name at the end of the block, the answer needs it later.
            error = caught
            self._answer = lambda: self.failed(error)
        else:
            self._answer = lambda: self.done(value)

    def answer(self) -> None:
        """Hand over what came of the call; runs on the GUI thread."""
        if self._answer is not None and not self.stale:
            self._answer()


class _Bell(QObject):
    """What a worker rings when an answer is there.

    It has no parent: a queue goes with its window while the worker may be about to ring, and to emit a signal of a
    QObject that is being destroyed in another thread ends the process.
    """

    rung = Signal()


_ringing: set[_Bell] = set()  # each is kept until its worker is known to have ended, and is let go on the GUI thread


class TaskQueue(QObject):
    """One worker thread that calls functions in order.

    Of several calls with the same non-empty topic only the newest counts: older ones are skipped when they
    have not begun, and their results are dropped when they have.
    """

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """Make a queue whose thread is called `name`; it starts with the first call."""
        super().__init__(parent)
        self._name = name
        self._inbox: SimpleQueue[_Job[object] | None] = SimpleQueue()
        self._outbox: SimpleQueue[_Job[object]] = SimpleQueue()
        self._newest: dict[str, _Job[object]] = {}
        self._pending = 0
        self._thread: threading.Thread | None = None
        self._stopped = threading.Event()  # of this thread: it says no more
        self._bell = _Bell()
        self._bell.rung.connect(self._deliver)  # emitted in the worker, so it arrives by the event loop, or nowhere

    @property
    def busy(self) -> bool:
        """Whether a call has not been answered yet."""
        return self._pending > 0

    def run(
        self, function: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None], topic: str = ""
    ) -> None:
        """Call `function` in the worker, then `done` with its value or `failed` with its exception here."""
        job: _Job[T] = _Job(function, done, failed, topic)
        if topic:
            if (older := self._newest.get(topic)) is not None:
                older.stale = True
            self._newest[topic] = job  # type: ignore[assignment]
        self._pending += 1
        self._inbox.put(job)  # type: ignore[arg-type]
        if self._thread is None:
            self._stopped = threading.Event()
            _ringing.add(self._bell)
            self._thread = threading.Thread(
                target=_work, args=(self._inbox, self._outbox, self._stopped, self._bell), name=self._name, daemon=True)
            self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait up to `seconds` until all is answered; return whether it is. Answers arrive before it returns."""
        end = monotonic() + seconds
        while self._pending:
            try:
                job = self._outbox.get(timeout=max(0.0, end - monotonic()))
            except Empty:
                return False
            self._answer(job)
        return True

    def stop(self, seconds: float = 3.0) -> None:
        """End the worker after what it has in hand; answers not given yet are dropped."""
        if self._thread is not None:
            self._stopped.set()
            self._inbox.put(None)
            self._thread.join(seconds)
            if not self._thread.is_alive():
                _ringing.discard(self._bell)
            self._thread = None

    def _deliver(self) -> None:
        while True:
            try:
                job = self._outbox.get_nowait()
            except Empty:
                return
            self._answer(job)

    def _answer(self, job: _Job[object]) -> None:
        self._pending -= 1
        if self._newest.get(job.topic) is job:
            del self._newest[job.topic]
        job.answer()


def _work(
    inbox: SimpleQueue[_Job[object] | None], outbox: SimpleQueue[_Job[object]], stopped: threading.Event, bell: _Bell
) -> None:
    """Call what comes by `inbox` until None does, in the worker; it knows no object that may go before it."""
    while (job := inbox.get()) is not None:
        if not job.stale:
            job.work()
        outbox.put(job)
        if stopped.is_set():  # the window may be going; whoever waits finds the answer in the outbox
            continue
        try:
            bell.rung.emit()
        except RuntimeError:  # the program is ending
            return
