"""版本: what the dialogs of versions ask for, done in the library's worker; files elsewhere have one of their own."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from exporters.export import ExportOutcome
from models.domain.report import Report
from models.errors import UserError
from models.storage.summary import Exported, ExportRecord, RevisionSummary
from ui.app.counters import report_words
from ui.app.library import Library, Store
from ui.app.open_report import OpenReport
from ui.app.session import Session
from ui.app.tasks import TaskQueue
from ui.app.version_words import revision_name
from ui.app.versioning import BEFORE_TAKING_BACK
from ui.app.writing import digest_of_file, write_report
from ui.dialogs.compare_dialog import CompareDialog
from ui.dialogs.versions_dialog import VersionsDialog

Answer = TypeVar("Answer")
BY_HAND = "手动"
SAME_FILE, OTHER_FILE, NO_FILE = "没有改动", "被改过", "已不在原处"
THERE_ALREADY = "“{name}”已经有了，没有写。请另起一个名字。"
KEPT_SAME = "已写好“{name}”，与当时的文件一个字节不差。"
KEPT_OTHER = "已写好“{name}”。内容是当时的，程序或文件类型变了，所以文件与当时的不完全相同。"


def show_versions(session: Session, window: QWidget) -> VersionsDialog | None:
    """Open the versions of the report that `session` has open over `window`; None when there is none."""
    if session.opened is None:
        return None
    return VersionFlow(session.opened, session, window).dialog


class VersionFlow(QObject):
    """Leads through the versions of one open report; it goes with its dialog."""

    def __init__(self, opened: OpenReport, session: Session, window: QWidget) -> None:
        """Show the versions of `opened` over `window`."""
        dialog = VersionsDialog(opened.read_only, window)
        super().__init__(dialog)
        self.dialog = dialog
        self._closed = False
        self._opened = opened
        self._session = session
        self._library: Library = session.library
        self.files = TaskQueue("files", self)  # a drive that does not answer holds up no save
        self.comparison: CompareDialog | None = None
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.keep_requested.connect(self._keep)
        self.dialog.rename_requested.connect(self._rename)
        self.dialog.compare_requested.connect(self._compare)
        self.dialog.folder_requested.connect(self._open_folder)
        self.dialog.write_requested.connect(self._write)
        self.dialog.finished.connect(self._note_closed)
        session.report_closed.connect(self.dialog.reject)
        self.dialog.open()
        self.refresh()

    def refresh(self) -> None:
        """Read versions and files again."""
        report_id = self._opened.report.id

        def read(store: Store) -> tuple[tuple[RevisionSummary, ...], tuple[ExportRecord, ...]]:
            return store.revisions.of(report_id), store.revisions.exports_of(report_id)

        def show(found: tuple[tuple[RevisionSummary, ...], tuple[ExportRecord, ...]]) -> None:
            self.dialog.show_versions(*found)
            self.files.run(
                lambda: {each.number: _state_of(each.file) for each in found[1]},
                self._answering(self.dialog.show_states), self._fail, "states")

        self._ask(read, show)

    def _keep(self, name: str) -> None:
        report = self._opened.report

        def keep(store: Store) -> None:
            if self._opened.last_saved is None:  # nothing is kept of a report the library does not hold
                store.save(report)
            store.revisions.keep(report, BY_HAND, report_words(report), name)

        self._ask(keep, lambda _: self.refresh())

    def _rename(self, revision: int, name: str) -> None:
        self._ask(lambda store: store.revisions.rename(revision, name), lambda _: self.refresh())

    def _compare(self, older: RevisionSummary, newer: RevisionSummary | None) -> None:
        def load(store: Store) -> tuple[Report, Report | None]:
            return store.revisions.load(older.number), store.revisions.load(newer.number) if newer else None

        def show(loaded: tuple[Report, Report | None]) -> None:
            name = revision_name(newer) if newer else "现在的内容"
            made = CompareDialog(self._opened, loaded[0], revision_name(older), loaded[1], name, self.dialog)
            if self._session.versioning is not None:
                versioning = self._session.versioning
                made.taking_back.connect(lambda: versioning.keep(BEFORE_TAKING_BACK))
            made.finished.connect(lambda _: self.refresh())
            self.comparison = made
            made.open()

        self._ask(load, show)

    def _open_folder(self, record: ExportRecord) -> None:
        folder = Path(record.file.path).parent
        if not os.path.isdir(folder):  # never fails, also where a network drive is gone
            self.dialog.tell(f"文件夹“{folder}”已经不在，移动盘请先接好。也可以另存这一版。")
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _write(self, record: ExportRecord) -> None:
        old = Path(record.file.path)
        chosen, _ = QFileDialog.getSaveFileName(
            self.dialog, "另存这一版", str(old), f"与当时一样 (*{old.suffix})")
        if not chosen:
            return
        path = Path(chosen) if Path(chosen).suffix.lower() == old.suffix.lower() else Path(chosen + old.suffix)
        if str(path) != chosen and os.path.exists(path):  # nobody was asked about this one
            self.dialog.tell(THERE_ALREADY.format(name=path.name))
            return
        standard = self._opened.standard

        def write(report: Report) -> None:
            self.files.run(
                lambda: write_report(report, standard, path, record.file), self._answering(tell), self._fail)

        def tell(written: tuple[ExportOutcome, Exported]) -> None:
            words = KEPT_SAME if written[1].sha256 == record.file.sha256 else KEPT_OTHER
            self.dialog.tell(words.format(name=path.name))

        self._ask(lambda store: store.revisions.load_exported(record.number), write)

    def _note_closed(self) -> None:
        self._closed = True
        self.files.stop(0)

    def _ask(self, question: Callable[[Store], Answer], done: Callable[[Answer], None]) -> None:
        """Call `question` in the library's worker, then `done`."""
        self._library.ask(question, self._answering(done), self._fail)

    def _answering(self, done: Callable[[Answer], None]) -> Callable[[Answer], None]:
        """Return `done`, but silent once the dialog is closed."""
        def answer(found: Answer) -> None:
            if not self._closed:
                done(found)

        return answer

    def _fail(self, error: Exception) -> None:
        """Tell trouble in the dialog, in a sentence."""
        if not isinstance(error, UserError):
            raise error
        if not self._closed:
            self.dialog.tell(str(error))


def _state_of(file: Exported) -> str:
    """Return what became of `file` since it was written."""
    digest = digest_of_file(Path(file.path))
    return NO_FILE if not digest else SAME_FILE if digest == file.sha256 else OTHER_FILE
