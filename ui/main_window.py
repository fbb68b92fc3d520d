"""The one window: the start page, or the report that is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QSessionManager
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from ui.app.actions import action_wordings, make_action
from ui.app.display_size import ask_size
from ui.app.guarded import guarded
from ui.app.look import ask_look
from ui.app.window_state import WindowState, load_window_state, save_window_state
from ui.pages.start_page import StartPage

if TYPE_CHECKING:  # imported after the first paint, when the window is on the screen
    from models.domain.place import Place
    from ui.app.export_flow import ExportFlow
    from ui.app.flows import Flows
    from ui.app.library import Contents
    from ui.app.open_report import OpenReport
    from ui.app.session import Session
    from ui.dialogs.help_dialog import HelpDialog
    from ui.work_window import WorkWindow

SMALLEST = (900, 500)
NAME = "法治年报助手"


class MainWindow(QMainWindow):
    """Shows the start page, or what the session has open.

    Nothing that costs time is imported before the first paint; `painted` says when that was.
    """

    painted = Signal()

    def __init__(self, session: Session, data_folder: Path) -> None:
        """Show `session`; the window's own small file lies in `data_folder`."""
        super().__init__()
        self.session = session
        self.work: WorkWindow | None = None
        self.flows: Flows | None = None
        self.exports: ExportFlow | None = None
        self.help: HelpDialog | None = None
        self.data_folder = data_folder
        self._painted = False
        self.state = load_window_state(data_folder)
        self.setWindowTitle(NAME)
        self.setMinimumSize(*SMALLEST)
        self.start_page = StartPage(session.clock().date())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start_page)
        self.setCentralWidget(self._stack)
        self._place(self.state)
        self.actions_by_name = {
            name: make_action(name, self, act)
            for name, act in {
                "new": lambda: self.ways_in().start_new(),
                "open": lambda: self.ways_in().start_import(),
                "close": self.show_start,
                "look": lambda: ask_look(self, data_folder),
                "size": lambda: ask_size(self, data_folder),
                "faces": self.show_faces,
                "help": self.show_help,
                "quit": self.close,
            }.items()
        }
        self.actions_by_name["close"].setEnabled(False)
        self.start_page.offer_actions([self.actions_by_name[name] for name in ("look", "size", "faces", "help")])
        session.report_opened.connect(self.show_report)
        session.report_closed.connect(self._drop_work)
        session.library.changed.connect(self._show_contents)
        session.library.failed.connect(self._tell_failure)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.commitDataRequest.connect(self._save_for_shutdown)

    def begin(self) -> None:
        """Put the window on the screen, as it was when it was last closed; the rest comes after its first paint."""
        if self.state.maximized:
            self.showMaximized()
        else:
            self.show()

    def ways_in(self) -> Flows:
        """Return what leads into a report, made when first wanted."""
        if self.flows is None:
            from ui.app.flows import Flows

            self.flows = Flows(self.session, self.start_page, self)
            self.flows.place_reached.connect(self._show_place)
        return self.flows

    def show_start(self) -> None:
        """Save and close the open report and show the start page."""
        if self.leave():
            self._stack.setCurrentWidget(self.start_page)

    def show_report(self, opened: OpenReport) -> None:
        """Show the work window on `opened`."""
        from ui.app.work_actions import add_actions
        from ui.app.pages_ahead import PagesAhead
        from ui.pages.factory import page_for
        from ui.work_window import WorkWindow

        self._drop_work()
        self.work = WorkWindow(opened, page_for, self._stack)
        PagesAhead(self.work, lambda: self.session.busy)
        self.work.tasks.fold(self.state.task_list_folded)
        self.work.body.wanted = not self.state.side_panel_folded
        add_actions(self.work, self)
        self._stack.addWidget(self.work)
        self._stack.setCurrentWidget(self.work)
        self.work.tasks.view.setFocus()
        self.actions_by_name["close"].setEnabled(True)
        self.setWindowTitle(f"{opened.report.head.title or opened.report.organ.full_name} - {NAME}")
        opened.saved_changed.connect(lambda _: self._show_read_only())
        self._show_read_only()

    def leave(self) -> bool:
        """Save and close the open report; return False when the clerk decided to stay with it."""
        if self.session.opened is None:
            return True
        from ui.app.leaving import leave_report

        if self.work is not None:
            self.work.pages.commit_input()
        return leave_report(self.session, self)

    def save_now(self) -> bool:
        """Bring what is on screen to the disk and wait for it; return whether it is there."""
        if self.work is not None:
            self.work.pages.commit_input()
        return self.session.autosave is None or self.session.autosave.save_and_wait()

    def export(self, suffix: str = ".docx") -> None:
        """Lead to a file of the open report; `suffix` is the kind chosen beforehand."""
        if self.work is not None:
            self.work.pages.commit_input()
            self._ways_out().start(self.work.opened, self.work.previewing.wishes, suffix)

    def export_pdf(self) -> None:
        """Lead to a PDF file of the open report."""
        self.export(".pdf")

    def print(self) -> None:
        """Print the open report as the preview shows it."""
        if self.work is not None:
            self.work.pages.commit_input()
            self._ways_out().print(self.work.opened, self.work.previewing.wishes, self.work.previewing.page)

    def settle_failure(self) -> None:
        """Ask what to do about a save that failed; any other state is no question."""
        from ui.app.leaving import settle_failure
        from ui.app.saved_state import Phase

        opened = self.session.opened
        if opened is not None and opened.saved_state.phase is Phase.FAILED:
            settle_failure(self.session, self)

    def show_help(self) -> None:
        """Open the help beside the work, at the page that fits what is shown."""
        from ui.app.helping import page_at
        from ui.dialogs.help_dialog import HelpDialog

        task = self.work.task if self.work is not None else ""
        if self.help is None:
            self.help = HelpDialog(action_wordings(), self)
        self.help.show_page(page_at(self.focusWidget(), task))
        self.help.show()
        self.help.raise_()

    def show_faces(self) -> None:
        """Open the table of the wanted faces, with what the open report asks for; without one, the usual faces."""
        from models.checks.rare_characters import rare_characters_of
        from ui.dialogs.faces_dialog import FacesDialog
        from ui.preview.wishes import PageWishes

        if self.work is None:
            FacesDialog.open_for(PageWishes().fonts, (), self)
            return
        opened = self.work.opened
        rare = rare_characters_of(opened.report, opened.standard)
        FacesDialog.open_for((self.work.previewing.wishes or PageWishes()).fonts, rare, self)

    def show_versions(self) -> None:
        """Open the kept versions of the open report."""
        from ui.app.version_flow import show_versions

        show_versions(self.session, self)

    def show_check(self, code: str) -> None:
        """Open the help beside the work, at the check `code`."""
        self.show_help()
        if self.help is not None:
            self.help.show_check(code)

    @guarded(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # whatever goes wrong on the way, the window stays with its text
        self._keep_state()
        if not self.leave():
            return
        for each in (self.flows, self.exports):
            if each is not None:
                each.stop()
        self.session.stop()
        event.accept()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._begin_work)  # after the widgets inside have painted too

    def _ways_out(self) -> ExportFlow:
        """Return what leads to files and paper, made when first wanted."""
        if self.exports is None:
            from ui.app.export_flow import ExportFlow

            self.exports = ExportFlow(self, self.session.record_export, self.session.export_digests)
            self.exports.place_wanted.connect(lambda place: self._show_place(place, ""))
        return self.exports

    def _begin_work(self) -> None:
        self.painted.emit()
        QTimer.singleShot(0, self._read_library)  # what `painted` opened is painted first

    def _read_library(self) -> None:
        from ui.app.loading_ahead import load_ahead

        self.ways_in()
        self.session.library.refresh()
        load_ahead(self.session.library.queue)

    def _drop_work(self) -> None:
        if self.work is None:
            return
        self._keep_state()
        work, self.work = self.work, None
        work.previewing.stop()
        work.delivered.stop()
        self._stack.setCurrentWidget(self.start_page)
        self._stack.removeWidget(work)
        work.take_down()
        self.actions_by_name["close"].setEnabled(False)
        self.setWindowTitle(NAME)

    def _show_contents(self, contents: Contents) -> None:
        self.ways_in().show_contents(contents)
        self.start_page.show_read_only(contents.notice if contents.read_only else "")
        for name in ("new", "open"):
            self.actions_by_name[name].setEnabled(not contents.read_only)
        self._show_read_only()

    def _show_place(self, place: Place | None, words: str) -> None:
        """Lead to `place` of the report that was just opened, ready to go on to where else `words` stand (F3)."""
        if self.work is not None:
            if words:
                self.work.find_bar.open_bar(words.split()[0])
            if place is not None:
                self.work.go_to(place)

    def _show_read_only(self) -> None:
        if self.work is None:
            return
        from ui.app.banner import banner_words

        self.work.show_banner(banner_words(self.session, self.work.opened))

    def _tell_failure(self, error: Exception) -> None:
        from ui.app.leaving import tell_library_failure

        tell_library_failure(error, self.session, self)

    def _save_for_shutdown(self, manager: QSessionManager) -> None:
        self.save_now()

    def _place(self, state: WindowState) -> None:
        screen = QGuiApplication.primaryScreen().availableGeometry()
        width = min(state.width or 1366, screen.width())
        height = min(state.height or 728, screen.height())
        self.resize(max(width, SMALLEST[0]), max(height, SMALLEST[1]))
        if state.width and screen.contains(state.x + 40, state.y + 20):
            self.move(state.x, state.y)

    def _keep_state(self) -> None:
        box = self.normalGeometry() if self.isMaximized() else self.geometry()
        folded = self.work.body.tasks_folded if self.work is not None else self.state.task_list_folded
        wanted = self.work.body.wanted if self.work is not None else not self.state.side_panel_folded
        self.state = WindowState(
            box.x(), box.y(), box.width(), box.height(), self.isMaximized(), folded, not wanted, self.state.folder
        )
        save_window_state(self.data_folder, self.state)
