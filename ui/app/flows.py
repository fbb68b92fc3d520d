"""What happens from a click on the start page, or on 导出, to its outcome: dialogs, then the session."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from models.domain.organ import Organ
from models.domain.report import Report
from models.domain.source_document import SourceDocument
from models.errors import UserError
from models.exchange.exchange import SUFFIX
from models.importers.kinds import EXCHANGE, HEAD_LENGTH, SUFFIXES, kind_of_bytes
from models.importers.opening import Pasted, Source
from models.manuscript.new_report import new_report, with_all_parts
from models.manuscript.organ_profile import completed_profile
from ui.app.library import Contents
from ui.app.library_flow import LibraryFlow
from ui.app.session import Session, standard_for
from ui.app.tasks import TaskQueue
from ui.app.versioning import BEFORE_IMPORT
from ui.dialogs import messages
from ui.dialogs.mapping_dialog import MappingDialog
from ui.dialogs.new_report_dialog import NewReportChoice, NewReportDialog
from ui.dialogs.organ_dialog import OrganDialog
from ui.pages.start_page import StartPage

if TYPE_CHECKING:
    from ui.app.exchange_flow import ExchangeFlow

READABLE = f"报告 ({' '.join(f'*{suffix}' for suffix in (*SUFFIXES, SUFFIX))});;所有文件 (*)"


class Flows(QObject):
    """Leads the clerk into a report: a new one, one read from a file, the sample, one of the library."""

    place_reached = Signal(object, str)  # Place or None in the report that was just opened, the words that are sought

    def __init__(self, session: Session, page: StartPage, window: QWidget) -> None:
        """Answer what `page` asks with dialogs over `window` and calls of `session`."""
        super().__init__(window)
        self._session = session
        self._library = session.library
        self._window = window
        self._page = page
        self._reports: LibraryFlow | None = None  # made when there are reports
        self._exchanges: ExchangeFlow | None = None
        self._reader = TaskQueue("reader", self)
        page.new_requested.connect(self.start_new)
        page.import_requested.connect(self.start_import)
        page.paste_requested.connect(self.start_paste)
        page.file_dropped.connect(lambda path: self.import_source(Path(path)))
        page.sample_requested.connect(session.open_sample)
        page.exchange_requested.connect(lambda: self.exchanges.choose())
        page.organ_requested.connect(self.edit_organ)
        page.overlay_requested.connect(self.import_overlay)

    def stop(self) -> None:
        """End the threads."""
        self._reader.stop()
        if self._exchanges is not None:
            self._exchanges.stop()
        if self._reports is not None:
            self._reports.stop()

    @property
    def exchanges(self) -> ExchangeFlow:
        """What leads to exchange files and back, made when first wanted."""
        if self._exchanges is None:
            from ui.app.exchange_flow import ExchangeFlow

            self._exchanges = ExchangeFlow(self._session, self._window)
        return self._exchanges

    def show_contents(self, contents: Contents) -> None:
        """Show on the start page what the library holds now."""
        self._page.show_reports(contents.reports, contents.read_only)
        if self._page.panel is None:
            return
        if self._reports is None:
            self._reports = LibraryFlow(self._session, self._page.panel, self._window)
            self._reports.place_reached.connect(self.place_reached)
            self._page.panel.exchange_requested.connect(lambda report_id: self.exchanges.export_stored(report_id))
        self._reports.show_contents(contents)

    def start_new(self) -> None:
        """Ask for the organ when none is known, then for the facts of a new report, and open it."""
        if self._library.contents.organs:
            self._ask_new(self._library.contents.organs)
            return
        organ = OrganDialog.ask(Organ(), self._window)
        if organ is not None:
            self._library.ask(lambda store: store.save_organ(organ), lambda saved: self._ask_new((saved,)))

    def _ask_new(self, organs: tuple[Organ, ...]) -> None:
        self._library.refresh()
        year = self._session.clock().year - 1
        choice = NewReportDialog.ask(organs, self._session.reports_in_use, year, self._window)
        if choice is None:
            return
        if not choice.previous_id:
            self._create(choice, None)
            return
        self._library.ask(
            lambda store: store.load(choice.previous_id), lambda previous: self._create(choice, previous))

    def _create(self, choice: NewReportChoice, previous: Report | None) -> None:
        standard = standard_for(Report(organ=choice.organ))
        self._session.create_report(
            new_report(choice.organ, standard, choice.year, choice.delivery, previous, choice.reuse))

    def edit_organ(self) -> None:
        """Change the profile of an organ, or enter a further one."""
        organs = self._library.contents.organs
        organ = Organ()
        if organs:
            names = tuple(each.full_name for each in organs)
            chosen = messages.ask(self._window, "单位信息", "改哪个单位？", (*names, "新增单位", "取消"))
            if chosen > len(organs):
                return
            organ = organs[chosen] if chosen < len(organs) else Organ()
        entered = OrganDialog.ask(organ, self._window)
        if entered is not None:
            self._library.change(lambda store: store.save_organ(entered))

    def start_import(self) -> None:
        """Ask for a file and read it."""
        chosen, _ = QFileDialog.getOpenFileName(self._window, "读入已有报告", "", READABLE)
        if chosen:
            self.import_source(Path(chosen))

    def start_paste(self) -> None:
        """Read what the clerk has copied elsewhere; a single copied file is read as a file."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        data = data or QMimeData()  # Qt hands over nothing for an empty clipboard
        urls = data.urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            self.import_source(Path(urls[0].toLocalFile()))
        elif data.hasText() or data.hasHtml():
            self.import_source(Pasted(data.text(), data.html()))
        else:
            nothing = UserError("剪贴板里没有文字。", "请先在网页或文档里选中报告全文，复制，再点“粘贴读入”。")
            messages.tell_error(self._window, nothing, "没有读入")

    def import_source(self, source: Source) -> None:
        """Read `source` in a process of its own, let the clerk confirm it, and open it as a report.

        An exchange file, also under another name, is opened as one.
        """
        if isinstance(source, Path) and is_exchange(source):
            self.exchanges.open(source)
            return
        from ui.app.reading import Reading, read_apart

        QGuiApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)

        def confirm(reading: Reading) -> None:
            QGuiApplication.restoreOverrideCursor()
            plain, repaired = reading
            report = MappingDialog.ask(plain, repaired, standard_for(plain.report), self._window)
            if report is not None:
                self._take_in(report, plain.source)

        self._reader.run(lambda: read_apart(source), confirm, self._tell_after_wait)

    def _take_in(self, report: Report, source: SourceDocument) -> None:
        """Give the imported `report` its organ's profile, made or completed by what it says, and open it."""
        if self._session.versioning is not None:
            self._session.versioning.keep(BEFORE_IMPORT)
        self._library.ask(lambda store: store.back_up(BEFORE_IMPORT), lambda _: None)
        report = with_all_parts(report)
        known = next((each for each in self._library.contents.organs if _same_organ(each, report.organ)), None)
        organ = completed_profile(known or report.organ, report)
        if organ == known:
            self._session.create_report(replace(report, organ=known), source)
            return

        def create(saved: Organ) -> None:
            self._session.create_report(replace(report, organ=saved), source)

        self._library.ask(lambda store: store.save_organ(organ), create)

    def import_overlay(self) -> None:
        """Ask for a file of local requirements and take it into use."""
        chosen, _ = QFileDialog.getOpenFileName(self._window, "导入本地要求", "", "本地要求 (*.yaml *.yml)")
        if not chosen:
            return
        try:
            name = self._session.import_overlay(Path(chosen))
        except UserError as error:
            messages.tell_error(self._window, error, "没有导入")
            return
        messages.tell(self._window, "已导入", f"本地要求“{name}”已启用。", "今后打开的报告都按它提示和检查。")

    def _tell_after_wait(self, error: Exception) -> None:
        QGuiApplication.restoreOverrideCursor()
        if not isinstance(error, UserError):
            raise error
        messages.tell_error(self._window, error, "没有读入")


def is_exchange(path: Path) -> bool:
    """Return whether `path` is an exchange file, by its name or by how it begins."""
    if path.suffix.lower() == SUFFIX:
        return True
    try:
        with path.open("rb") as stream:
            return kind_of_bytes(stream.read(HEAD_LENGTH)) == EXCHANGE
    except OSError:
        return False  # what reads it will say why


def _same_organ(known: Organ, found: Organ) -> bool:
    """Return whether the profile `known` is of the organ that a file names."""
    names = {name for name in (known.full_name, known.short_name) if name}
    return bool(names & {name for name in (found.full_name, found.short_name) if name})
