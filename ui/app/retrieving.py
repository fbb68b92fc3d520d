"""Search over all reports while one types: the index lives in a worker of its own and works while no report is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from ui.app.tasks import TaskQueue

if TYPE_CHECKING:  # they bring SQLAlchemy, which is imported in the worker
    from models.storage.search_index import Progress, SearchIndex
    from models.storage.summary import Hit

T = TypeVar("T")
DELAY = 400  # milliseconds until the index looks what has changed: the list is painted first


class Retrieving(QObject):
    """Finds reports by their words, and keeps the index up to the library piece by piece, never while one writes."""

    found = Signal(str, object)  # what was typed, frozenset of short numbers
    passages_found = Signal(str, object)  # what was typed, dict of short number and Hit
    progress_changed = Signal(object)  # Progress
    failed = Signal(object)  # UserError

    def __init__(
        self, library: Path, read_only: bool = False, delay: int = DELAY, parent: QObject | None = None
    ) -> None:
        """Search the library file `library`; `read_only` leaves its index as it is. `delay` is in milliseconds."""
        super().__init__(parent)
        self.library = library
        self.read_only = read_only
        self._queue = TaskQueue("retrieval", self)
        self._index: SearchIndex | None = None  # touched in the worker only
        self._paused = False
        self._failed = False  # since then nothing was compared
        self._wanted = ""
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(delay)
        self._look.timeout.connect(self._begin)

    def refresh(self) -> None:
        """Bring the index up to the library, soon."""
        self._paused = self._failed = False
        self._look.start()

    def pause(self) -> None:
        """Leave index and library alone until the next `refresh`: a report is being written."""
        self._paused = True
        self._look.stop()
        self._queue.run(self._close, lambda _: None, lambda _: None)

    def search(self, typed: str) -> None:
        """Find the reports in which all words of `typed` stand; only the newest search is answered.

        Where the index failed before, it is brought up to the library first.
        """
        self._wanted = typed
        if self._failed:
            self.refresh()
            return
        self._ask(lambda index: _find(index, typed), lambda numbers: self.found.emit(typed, numbers), "search")

    def fetch(self, typed: str, numbers: Sequence[int]) -> None:
        """Fetch the passages of the reports with these short `numbers`, in which the words of `typed` stand."""
        self._ask(lambda index: _hits(index, typed, numbers), lambda hits: self.passages_found.emit(typed, hits))

    def stop(self, seconds: float = 3.0) -> None:
        """Close the index and end the worker."""
        self.pause()
        self._queue.stop(seconds)

    def _begin(self) -> None:
        self._ask(lambda index: index.look(), self._go_on, "update")

    def _go_on(self, progress: Progress) -> None:
        """Go on with the next piece; what is typed meanwhile is answered between two of them."""
        self.progress_changed.emit(progress)
        if progress.busy and not self._paused:
            self._ask(lambda index: index.update(), self._go_on, "update")
        elif self._wanted and not self._paused:
            self.search(self._wanted)  # what was read since may hold the words too

    def _ask(self, question: Callable[[SearchIndex], T], done: Callable[[T], None], topic: str = "") -> None:
        self._queue.run(lambda: question(self._opened()), done, self._fail, topic)

    def _fail(self, error: Exception) -> None:
        from models.errors import UserError

        if not isinstance(error, UserError):
            raise error
        self._failed = True
        self.failed.emit(error)

    def _opened(self) -> SearchIndex:
        if self._index is None:
            from models.storage.search_index import SearchIndex

            self._index = SearchIndex(self.library, self.read_only)
        return self._index

    def _close(self) -> None:
        if self._index is not None:
            self._index.close()


def _find(index: SearchIndex, typed: str) -> frozenset[int]:
    from models.text.grams import wanted

    return frozenset(index.find(wanted(typed)))


def _hits(index: SearchIndex, typed: str, numbers: Sequence[int]) -> dict[int, Hit]:
    """Return the passages by short number; a report that was changed since may have none."""
    from models.storage.search_hits import hit_in
    from models.text.grams import wanted

    asked = wanted(typed)
    hits = {number: hit_in(texts, asked) for number, texts in index.texts(numbers)}
    return {number: hit for number, hit in hits.items() if hit is not None}
