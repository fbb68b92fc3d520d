"""Versions of the open report that are kept by themselves: once a day, before a risky step, at each export."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.domain.report import Report
from ui.app.counters import report_words
from ui.app.library import Library
from ui.app.open_report import OpenReport

if TYPE_CHECKING:
    from models.storage.summary import Exported

BEFORE_IMPORT, BEFORE_TAKING_BACK = "读入之前", "取回之前"


class Versioning(QObject):
    """Asks the library to keep versions, in its worker: no key waits for that."""

    def __init__(self, opened: OpenReport, library: Library, parent: QObject | None = None) -> None:
        """Keep versions of `opened` in `library`."""
        super().__init__(parent or opened)
        self._opened = opened
        self._library = library
        self._day = opened.clock().date()
        opened.saved_changed.connect(self._note_day)
        self.keep_daily()

    @property
    def able(self) -> bool:
        """Whether versions can be kept: the report is in the library, and that may be changed."""
        return not self._opened.read_only and self._opened.last_saved is not None

    def keep_daily(self) -> None:
        """Keep what is stored as the day's version when there is none; a failure waits for the next opening."""
        report = self._opened.last_saved
        if report is not None and self.able:
            self._library.quietly(lambda store: store.revisions.keep_daily(report, report_words(report)))

    def keep(self, reason: str) -> None:
        """Keep the report as it stands for `reason`."""
        if self.able:
            report = self._opened.report
            self._library.ask(lambda store: store.revisions.keep(report, reason, report_words(report)), lambda _: None)

    def record_export(self, report: Report, let_out: Report, file: Exported) -> None:
        """Enter `file`, which was written from `let_out`, into the history of `report`, an archived one too."""
        stored = self._opened.last_saved is not None and not self._library.contents.read_only
        if stored and report.id == self._opened.report.id:
            self._library.ask(
                lambda store: store.revisions.record_export(report, report_words(report), let_out, file),
                lambda _: None)

    def export_digests(self, tell: Callable[[frozenset[str]], None]) -> None:
        """Ask the library for the SHA-256 of every file written from the open report; `tell` gets them."""
        number = self._opened.report.id
        self._library.ask(
            lambda store: frozenset(each.file.sha256 for each in store.revisions.exports_of(number)), tell)

    def _note_day(self) -> None:
        """With the first key of another day, keep what the day before has left: the window may stay open for long."""
        today = self._opened.clock().date()
        if today != self._day:
            self._day = today
            self.keep_daily()
