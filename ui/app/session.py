"""What is open now: the library, and at most one report with its autosave and its checks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from models.clock import Clock, system_clock
from models.errors import UserError
from models.storage.summary import Shelf
from ui.app.library import Contents, Library, Store, open_store_at
from ui.app.confirmed import Confirmed
from ui.app.tasks import TaskQueue

if TYPE_CHECKING:  # the first window does without them
    from models.domain.report import Report
    from models.domain.source_document import SourceDocument
    from models.domain.standard import Standard
    from models.storage.summary import ReportSummary
    from models.storage.summary import Exported
    from ui.app.autosave import Autosave
    from ui.app.checking import Checking
    from ui.app.open_report import OpenReport
    from ui.app.versioning import Versioning

NOT_STORED = "还没有存上，所以没有打开另一份报告。"
NOT_STORED_ADVICE = "文字仍在窗口中；请先点窗口下方的“保存失败”处理，再打开。"


def standard_for(report: Report) -> Standard:
    """Return what binds the organ of `report`, with the local requirements the clerk has imported.

    A file of these that was damaged since it was imported is left out: it must not keep the report from opening.
    """
    from models.settings import installed_overlays
    from models.standards.installing import sort_out
    from models.standards.loader import load_standard

    return load_standard(report.organ.kind, sort_out(installed_overlays())[0])


def damaged_overlays() -> tuple[str, ...]:
    """Return the names of imported local requirements that are left out because they were damaged."""
    from models.settings import installed_overlays
    from models.standards.installing import sort_out

    return tuple(path.stem for path in sort_out(installed_overlays())[1])


class Session(QObject):
    """Opens, creates and closes reports. Whoever shows them listens to its signals."""

    report_opened = Signal(object)  # OpenReport
    report_closed = Signal()

    def __init__(
        self,
        library: Library,
        clock: Clock = system_clock,
        standard: Callable[[Report], Standard] = standard_for,
        parent: QObject | None = None,
    ) -> None:
        """Work on `library`; `standard` finds what binds a report."""
        super().__init__(parent)
        self.library = library
        self.clock = clock
        self.opened: OpenReport | None = None
        self.autosave: Autosave | None = None
        self.checking: Checking | None = None
        self.versioning: Versioning | None = None
        self._standard = standard
        self._checks = TaskQueue("checks", self)
        self._confirmed = Confirmed()
        library.changed.connect(self._note_contents)

    def open_report(self, report_id: str) -> None:
        """Load the report `report_id` and open it, an archived one to read; `library.failed` tells of trouble."""
        archived = self.is_archived(report_id)
        self.library.ask(
            lambda store: (store.load(report_id), store.read_only or archived),
            lambda loaded: self._open(*loaded, stored=True),
        )

    @property
    def reports_in_use(self) -> tuple[ReportSummary, ...]:
        """The reports of the library without those thrown away."""
        return tuple(each for each in self.library.contents.reports if each.shelf is not Shelf.TRASH)

    def is_archived(self, report_id: str) -> bool:
        """Return whether the report `report_id` was put into the archive."""
        return any(each.id == report_id and each.shelf is Shelf.ARCHIVE for each in self.library.contents.reports)

    def create_report(self, report: Report, source: SourceDocument | None = None) -> None:
        """Open the new `report` and store it at once, with the file it was read from when there is one."""
        self._open(report, self.library.contents.read_only, stored=False)
        opened = self.opened is not None and self.opened.report.id == report.id
        if opened and self.autosave is not None and not self.library.contents.read_only:
            self.autosave.save_now()
            if source is not None:
                self.library.change(lambda store: store.save_source(report.id, source))

    def open_sample(self) -> None:
        """Open the sample report: the stored one when the clerk has changed it before, else a fresh one."""
        stored = next((each for each in self.reports_in_use if each.sample), None)
        if stored is not None:
            self.open_report(stored.id)
            return
        from models.domain.report import new_id
        from models.samples import sample_report

        self._open(replace(sample_report(), id=new_id()), self.library.contents.read_only, stored=False)

    def close_report(self, seconds: float = 3.0) -> bool:
        """Save and close the open report; return False, and keep it open, when it could not be saved."""
        if self.autosave is not None and not self.autosave.save_and_wait(seconds):
            return False
        self.drop_report()
        return True

    def drop_report(self) -> None:
        """Close the open report as it is."""
        if self.opened is None:
            return
        if self.autosave is not None and self.checking is not None:
            self.autosave.stop()
            self.checking.stop()
        opened, self.opened = self.opened, None
        self.autosave = self.checking = self.versioning = None
        self.report_closed.emit()
        opened.deleteLater()
        self.library.refresh()

    def save_copy(self, path: Path, done: Callable[[], None]) -> None:
        """Store the open report in a library file of its own at `path`, then call `done`."""
        if self.opened is None:
            return
        report = self.opened.report

        def save() -> None:
            store = open_store_at(path)
            try:
                store.save(report)
            finally:
                store.close()

        self.library.queue.run(save, lambda _: done(), self.library.failed.emit)

    def record_export(self, report: Report, let_out: Report, file: Exported) -> None:
        """Enter `file`, written from `let_out`, into the history of the open `report`."""
        if self.versioning is not None:
            self.versioning.record_export(report, let_out, file)

    def export_digests(self, tell: Callable[[frozenset[str]], None]) -> None:
        """Ask for the SHA-256 of every file exported from the open report; `tell` gets them later."""
        if self.versioning is not None:
            self.versioning.export_digests(tell)

    def import_overlay(self, path: Path) -> str:
        """Take the local requirements of `path` into use and return their name; UserError when they are wrong."""
        from models.settings import overlay_folder, ready_folder
        from models.standards.installing import install_overlay
        from models.standards.loader import read_overlay

        installed = install_overlay(path, ready_folder(overlay_folder()))
        if self.opened is not None:
            self.opened.use_standard(self._standard(self.opened.report))
        return read_overlay(installed).source

    @property
    def busy(self) -> bool:
        """Whether a worker has something in hand: a check, the library."""
        return self._checks.busy or self.library.queue.busy

    def stop(self) -> None:
        """End the workers."""
        self._checks.stop()
        self.library.close()

    def _note_contents(self, contents: Contents) -> None:
        # The sample may be open before it is known that another start holds the library.
        if contents.read_only and self.opened is not None and not self.opened.read_only:
            self.opened.make_read_only()

    def _open(self, report: Report, read_only: bool, stored: bool) -> None:
        """Open `report` in the place of the one that is open, unless that one would be lost or is the same."""
        from ui.app.autosave import Autosave
        from ui.app.checking import Checking
        from ui.app.open_report import OpenReport
        from ui.app.versioning import Versioning

        if self.opened is not None and self.opened.report.id == report.id:
            return
        try:
            standard = self._standard(report)
            if not self.close_report():
                raise UserError(NOT_STORED, NOT_STORED_ADVICE)
        except UserError as error:
            self.library.failed.emit(error)
            return
        last_saved = report if stored else None
        opened = OpenReport(report, standard, read_only, last_saved, self.clock, self._confirmed, self)
        self.opened = opened
        self.autosave = Autosave(opened, self.library.save, self.library.queue)
        self.checking = Checking(opened, self._checks)
        self.versioning = Versioning(opened, self.library)
        self.report_opened.emit(opened)
        self.checking.check_now()
        self._find_previous(opened, self.checking)

    def _find_previous(self, opened: OpenReport, checking: Checking) -> None:
        """Load last year's report once, to be seen beside `opened`; the `checking` holds it against a chosen one.

        One that was deleted since is none.
        """
        from ui.app.last_year import year_before

        report_id, chosen = year_before(opened.report, self.reports_in_use), bool(opened.report.previous_id)
        if not report_id:
            return

        def load(store: Store) -> Report | None:
            try:
                return store.load(report_id)
            except UserError:
                return None

        def show(previous: Report | None) -> None:
            if previous is None or checking is not self.checking:
                return
            opened.use_previous(previous)
            if chosen:
                checking.use_previous(previous)

        self.library.ask(load, show)
