"""The library of reports behind the window: the store lives in one worker thread and is opened after first paint."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from models.errors import UserError
from ui.app.tasks import TaskQueue

if TYPE_CHECKING:  # the first window does without them
    from models.domain.organ import Organ
    from models.domain.report import Report
    from models.domain.source_document import SourceDocument
    from models.storage.revisions import Revisions
    from models.storage.shelving import Shelves
    from models.storage.summary import ReportSummary, SavedMark

T = TypeVar("T")
BACKUP_CHECK = 60_000  # milliseconds between looks whether a backup is due


class Store(Protocol):
    """What the window needs of a store."""

    @property
    def read_only(self) -> bool: ...

    @property
    def notice(self) -> str: ...

    @property
    def path(self) -> Path: ...

    @property
    def shelves(self) -> Shelves: ...

    def organs(self) -> tuple[Organ, ...]: ...

    def save_organ(self, organ: Organ) -> Organ: ...

    def reports(self) -> tuple[ReportSummary, ...]: ...

    def load(self, report_id: str) -> Report: ...

    def save(self, report: Report) -> SavedMark: ...

    def save_source(self, report_id: str, source: SourceDocument) -> None: ...

    def load_source(self, report_id: str) -> SourceDocument | None: ...

    def delete(self, *report_ids: str) -> None: ...

    @property
    def revisions(self) -> Revisions: ...

    def back_up(self, reason: str) -> Path: ...

    def back_up_if_due(self) -> Path | None: ...

    def close(self) -> None: ...


def open_store() -> Store:
    """Open the user's library; the import of SQLAlchemy happens here, in the worker."""
    from models.settings import library_path
    from models.storage.store import ReportStore

    return ReportStore.open(library_path())


def open_store_at(path: Path) -> Store:
    """Open or create the library file `path`."""
    from models.storage.store import ReportStore

    return ReportStore.open(path)


def restore_store(backup: Path) -> Store:
    """Put `backup` in the place of the user's damaged library, which is kept beside it, and open it."""
    from models.settings import library_path
    from models.storage.store import ReportStore

    return ReportStore.open_restored(library_path(), backup)


@dataclass(frozen=True, slots=True)
class Contents:
    """What the start page shows of the library. `notice` says why nothing may be changed; empty when it may.

    `path` is its file; None while nothing was read.
    """

    reports: tuple[ReportSummary, ...] = ()
    organs: tuple[Organ, ...] = ()
    read_only: bool = False
    notice: str = ""
    path: Path | None = None


class Library(QObject):
    """All that is asked of the store, in order, off the GUI thread."""

    changed = Signal(object)  # Contents
    failed = Signal(object)  # Exception

    def __init__(
        self,
        opener: Callable[[], Store] = open_store,
        restorer: Callable[[Path], Store] = restore_store,
        parent: QObject | None = None,
    ) -> None:
        """Use the store that `opener` opens in the worker, or `restorer` from a backup when that is damaged."""
        super().__init__(parent)
        self.queue = TaskQueue("library", self)
        self.contents = Contents()
        self.ready = False  # whether `contents` was read
        self._backup_failed = False
        self._opener = opener
        self._restorer = restorer
        self._store: Store | None = None  # touched in the worker only
        self._backups = QTimer(self)
        self._backups.setInterval(BACKUP_CHECK)
        self._backups.timeout.connect(self.back_up_if_due)
        self._backups.start()

    def refresh(self) -> None:
        """Read the list of reports and organs again; opens the store the first time."""
        self.queue.run(self._read, self._show, self.failed.emit, "contents")

    def ask(
        self, question: Callable[[Store], T], done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Call `question` with the store in the worker, then `done` with its answer.

        `failed` is told of trouble; None means the signal of that name.
        """
        self.queue.run(lambda: question(self._opened()), done, failed or self.failed.emit)

    def quietly(self, action: Callable[[Store], object]) -> None:
        """Call `action` with the store in the worker; what comes of it is nobody's concern."""
        self.queue.run(lambda: action(self._opened()), lambda _: None, lambda _: None)

    def change(self, action: Callable[[Store], object]) -> None:
        """Call `action` with the store in the worker and read the contents again."""
        self.ask(action, lambda _: self.refresh())

    def restore(self, backup: Path) -> None:
        """Go on with `backup` in the place of the damaged library, and read the contents again."""

        def work() -> None:
            self._close()
            self._store = self._restorer(backup)

        self.queue.run(work, lambda _: self.refresh(), self.failed.emit)

    def save(self, report: Report) -> datetime:
        """Store `report` and return when that was confirmed; runs in the worker. UserError when it failed."""
        return self._opened().save(report).at

    def back_up_if_due(self) -> None:
        """Back up changes that are old enough; a failure is told once, the next check tries again."""
        if not self.ready or self.contents.read_only:
            return

        def tell_once(error: Exception) -> None:
            if not self._backup_failed:
                self._backup_failed = True
                self.failed.emit(error)

        self.queue.run(lambda: self._opened().back_up_if_due(), lambda _: None, tell_once, "backup")

    def close(self, seconds: float = 3.0) -> None:
        """Close the store and end the worker."""
        self._backups.stop()
        self.queue.run(self._close, lambda _: None, lambda _: None)
        self.queue.wait(seconds)
        self.queue.stop(seconds)

    def _opened(self) -> Store:
        if self._store is None:  # also after a failure: the disk may be back
            self._store = self._opener()
            _delete_expired(self._store)
        return self._store

    def _read(self) -> Contents:
        store = self._opened()
        return Contents(store.reports(), store.organs(), store.read_only, store.notice, store.path)

    def _show(self, contents: Contents) -> None:
        self.contents = contents
        self.ready = True
        self.changed.emit(contents)

    def _close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None


def _delete_expired(store: Store) -> None:
    """Delete for good, after a backup, what has been in the trash long enough; failing that, the next start does it."""
    if store.read_only:
        return
    with suppress(UserError):
        expired = store.shelves.expired(store.reports())
        if expired:
            store.delete(*expired)
