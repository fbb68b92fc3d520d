"""What one does with the reports at hand on the start page: search them, put them away, throw them away, copy them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.domain.place import Place
from models.storage.summary import TRASH_DAYS, Shelf
from ui.app.library import Contents, Store
from ui.app.report_choice import by_year, title_of
from ui.app.retrieving import Retrieving
from ui.app.session import Session
from ui.dialogs import messages

if TYPE_CHECKING:
    from models.comparison.figure_series import Series
    from models.errors import UserError
    from models.storage.search_index import Progress
    from ui.widgets.report_panel import ReportPanel

SHELVED = {
    Shelf.DESK: "已放回在写的报告。", Shelf.ARCHIVE: "已归档：只能查看，要改就先取出。",
    Shelf.TRASH: f"已移到回收站，{TRASH_DAYS} 天内可以恢复。",
}


class LibraryFlow(QObject):
    """Answers what the list of reports asks, with the store and the index, both off the GUI thread."""

    place_reached = Signal(object, str)  # Place or None in the report that was just opened, the words that are sought

    def __init__(self, session: Session, panel: ReportPanel, window: QWidget) -> None:
        """Answer `panel` over `window` with the library of `session`."""
        super().__init__(window)
        self._session = session
        self._library = session.library
        self._panel = panel
        self._window = window
        self._retrieving: Retrieving | None = None
        self._undo: tuple[str, Shelf] | None = None  # report id and where it was
        self._goal: tuple[str, Place | None, str] | None = None
        self._chosen = ""  # report id to be chosen once the list holds it
        panel.open_requested.connect(self.open_report)
        panel.shelve_requested.connect(self.shelve)
        panel.undo_requested.connect(self.undo)
        panel.copy_requested.connect(self.copy_report)
        panel.delete_requested.connect(self.delete_report)
        panel.series_requested.connect(self.show_series)
        panel.search_requested.connect(lambda typed: self._retrieving and self._retrieving.search(typed))
        panel.passages_requested.connect(
            lambda typed, numbers: self._retrieving and self._retrieving.fetch(typed, numbers))
        session.report_opened.connect(lambda _: self._reach())
        session.report_closed.connect(self._return)

    def show_contents(self, contents: Contents) -> None:
        """List what the library holds now and let the index follow."""
        self._panel.show_reports(contents.reports, contents.read_only)
        if self._chosen and self._session.opened is None:
            self._panel.choose(self._chosen)
            self._chosen = ""
        if contents.path is not None and self._session.opened is None:
            self._index_of(contents).refresh()

    def open_report(self, report_id: str, place: Place | None, words: str) -> None:
        """Open the report `report_id` at `place`, where `words` stand; None opens it where its work begins."""
        self._goal = (report_id, place, words)
        self._session.open_report(report_id)

    def shelve(self, report_id: str, shelf: Shelf) -> None:
        """Keep the report `report_id` on `shelf`, and offer to take that back."""
        before = self._shelf_of(report_id)

        def tell(_: object) -> None:
            self._undo = (report_id, before)
            self._panel.tell(SHELVED[shelf], undo=True)
            self._library.refresh()

        self._library.ask(lambda store: store.shelves.put(report_id, shelf), tell)

    def undo(self) -> None:
        """Put the report that was moved last back to where it was."""
        if self._undo is None:
            return
        (report_id, shelf), self._undo = self._undo, None
        self._panel.tell("")
        self._chosen = report_id
        self._library.change(lambda store: store.shelves.put(report_id, shelf))

    def copy_report(self, report_id: str) -> None:
        """Store a copy of the report `report_id` and choose it."""

        def tell(copied: str) -> None:
            self._chosen = copied
            self._panel.filter.look_at(Shelf.DESK)
            self._panel.tell("已复制，排在最上面的就是。")
            self._library.refresh()

        self._library.ask(lambda store: _copied(store, report_id), tell)

    def delete_report(self, report_id: str) -> None:
        """Delete the report `report_id` for good after a backup, when the clerk says so."""
        title = next((title_of(each) for each in self._library.contents.reports if each.id == report_id), "")
        chosen = messages.ask(
            self._window, "彻底删除", f"彻底删除“{title}”？", ("先备份再删除", "不删除"),
            "删除后不能从回收站恢复。删除前自动备份整个资料库；备份在数据文件夹的“备份”里。")
        if chosen == 0:
            self._library.change(lambda store: store.delete(report_id))

    def show_series(self, report_id: str) -> None:
        """Show the figures of the organ of the report `report_id` over the years, and go to one the clerk chooses."""
        reports = self._library.contents.reports
        summary = next((each for each in reports if each.id == report_id), None)
        if summary is None or not summary.year:
            self._panel.tell("这份报告没有填年度，不能排进历年数字。")
            return
        chosen, notes = by_year(reports, summary)
        self._panel.tell("正在读各年度的数字……")

        def show(read: tuple[tuple[Series, ...], frozenset[str]]) -> None:
            from ui.dialogs.series_dialog import SeriesDialog

            series, damaged = read
            lost = [f"{each.year}年度的报告打不开，没有算在内。" for each in chosen if each.id in damaged]
            self._panel.tell("")
            years = [each.year for each in chosen]
            goal = SeriesDialog.ask(summary.organ, years, series, [*notes, *lost], self._window)
            if goal is not None:
                self.open_report(goal.report_id, goal.place, "")

        self._library.ask(lambda store: _series_of(store, [each.id for each in chosen]), show)

    def stop(self) -> None:
        """End the worker of the index."""
        if self._retrieving is not None:
            self._retrieving.stop()

    def _index_of(self, contents: Contents) -> Retrieving:
        """Return what searches the library, made when its file is first known or turns out to be read only."""
        known = self._retrieving
        assert contents.path is not None
        if known is not None and (known.library, known.read_only) == (contents.path, contents.read_only):
            return known
        self.stop()
        made = Retrieving(contents.path, contents.read_only, parent=self)
        made.found.connect(self._panel.show_found)
        made.passages_found.connect(self._panel.show_passages)
        made.progress_changed.connect(self._show_progress)
        made.failed.connect(self._tell_failure)
        self._retrieving = made
        return made

    def _shelf_of(self, report_id: str) -> Shelf:
        return next((each.shelf for each in self._library.contents.reports if each.id == report_id), Shelf.DESK)

    def _reach(self) -> None:
        """Leave the index alone while a report is open, and lead to the place for which it was opened."""
        if self._retrieving is not None:
            self._retrieving.pause()
        goal, self._goal = self._goal, None
        opened = self._session.opened
        self._chosen = opened.report.id if opened is not None else ""
        if goal is not None and opened is not None and opened.report.id == goal[0]:
            self.place_reached.emit(goal[1], goal[2])

    def _return(self) -> None:
        """Go on in the list, where the report that was open is chosen again."""
        self._panel.view.setFocus()

    def _show_progress(self, progress: Progress) -> None:
        self._panel.tell_left(progress.total - progress.done)

    def _tell_failure(self, error: UserError) -> None:
        self._panel.tell(f"{error.message}{error.advice}")


def _series_of(store: Store, report_ids: Sequence[str]) -> tuple[tuple[Series, ...], frozenset[str]]:
    """Return the figures of the reports `report_ids`, and the ids of those that are damaged."""
    from models.comparison.figure_series import figure_series
    from models.errors import UserError

    reports = []
    for each in report_ids:
        with suppress(UserError):
            reports.append(store.load(each))
    return figure_series(reports), frozenset(report_ids) - {each.id for each in reports}


def _copied(store: Store, report_id: str) -> str:
    from models.storage.copying import copy_report

    return copy_report(store, report_id)
