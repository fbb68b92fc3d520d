"""交换文件: written for another computer, and opened from one; what both have written is merged by the clerk."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from exporters.exchange import write_exchange
from models.comparison.merging import Merge
from models.domain.report import Report
from models.errors import UserError
from models.exchange.exchange import Exchange
from models.exchange.handing import gathered, keep_both, origin_of, standing_of, take_in_new
from models.exchange.locking import WrongPassword
from models.exchange.reading import PasswordNeeded, read_exchange
from models.exchange.relation import Relation, Standing
from models.storage.summary import Shelf
from ui.app.counters import report_words
from ui.app.library import Store
from ui.app.open_report import OpenReport
from ui.app.session import Session, standard_for
from ui.app.tasks import TaskQueue
from ui.dialogs import messages
from ui.dialogs.exchange_dialog import FILES, ExchangeDialog, PasswordDialog
from ui.dialogs.merge_dialog import MergeDialog

MERGED = "合并交换文件"
NOTHING_NEW = {
    Relation.SAME: "文件里的报告与本机的完全一样，没有要合并的。",
    Relation.MINE_ONLY: "文件里的内容本机早已有了，之后只有你改过，没有要合并的。",
}
TOLD = {
    Relation.THEIRS_ONLY: "上次交换以后只有对方改过，已全部选为对方的；看过后点“合并”收下。",
    Relation.BOTH: "上次交换以后两边都改过。只有一边改过的已经选好，两边都改过的请逐处定。",
    Relation.UNKNOWN: "这两份没有共同的来历，说不准哪边后改，请逐处定。",
}
SHELVED = {Shelf.ARCHIVE: ("已经归档", "请先取出归档，再打开交换文件。"), Shelf.TRASH: ("在回收站里", "请先恢复，再打开交换文件。")}


class Situation(NamedTuple):
    """The report here with the id of the exchange, None when there is none; how both stand, what both come from."""

    mine: Report | None
    found: Standing
    origin: Report | None


class ExchangeFlow(QObject):
    """Leads from a report to an exchange file and back."""

    def __init__(self, session: Session, window: QWidget) -> None:
        """Work on the library of `session` with dialogs over `window`."""
        super().__init__(window)
        self._session = session
        self._library = session.library
        self._window = window
        self._reader = TaskQueue("exchange", self)
        self._merged: Report | None = None  # to become the present value once its report is open
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        session.report_opened.connect(self._apply)
        session.library.failed.connect(lambda _: self._forget())

    def stop(self) -> None:
        """End the worker."""
        self._reader.stop()

    def export_opened(self, opened: OpenReport) -> None:
        """Ask where to, and write the exchange file of the report that is open."""
        self._export(opened.report)

    def export_stored(self, report_id: str) -> None:
        """Ask where to, and write the exchange file of the report `report_id` of the library."""
        self._library.ask(lambda store: store.load(report_id), self._export)

    def choose(self) -> None:
        """Ask for an exchange file and open it."""
        chosen, _ = QFileDialog.getOpenFileName(self._window, "打开交换文件", "", f"{FILES};;所有文件 (*)")
        if chosen:
            self.open(Path(chosen))

    def open(self, path: Path, password: str = "") -> None:
        """Read the exchange file `path`, ask for its password when it has one, and take it in."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)

        def fail(error: Exception) -> None:
            QGuiApplication.restoreOverrideCursor()
            if isinstance(error, (PasswordNeeded, WrongPassword)):
                wrong = str(error) if isinstance(error, WrongPassword) else ""
                word = PasswordDialog.ask(path.name, wrong, self._window)
                if word:
                    self.open(path, word)
                return
            self._tell_failure(error, "没有打开")

        def done(exchange: Exchange) -> None:
            QGuiApplication.restoreOverrideCursor()
            self._take_in(exchange)

        self._reader.run(lambda: read_exchange(path, password), done, fail)

    def _export(self, report: Report) -> None:
        choice = ExchangeDialog.ask(report, self._folder, self._window)
        if choice is None:
            return
        self._folder = choice.path.parent
        now, words = self._session.clock(), report_words(report)
        opened = self._session.opened
        unsaved = opened is not None and opened.report is report and not opened.saved
        QGuiApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)

        def work(store: Store) -> None:
            if unsaved and not store.read_only:
                store.save(report)
            write_exchange(gathered(store, report, words, now, choice.history), choice.path, choice.password)

        def fail(error: Exception) -> None:
            QGuiApplication.restoreOverrideCursor()
            self._tell_failure(error, "没有导出")

        self._library.ask(work, lambda _: self._tell_written(choice.path), fail)

    def _tell_written(self, path: Path) -> None:
        QGuiApplication.restoreOverrideCursor()
        chosen = messages.ask(
            self._window, "已导出", f"已导出“{path.name}”。", ("打开文件夹", "知道了"),
            "拷到另一台电脑，在首页点“打开交换文件”，或者把文件拖进窗口。")
        if chosen == 0:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def _take_in(self, exchange: Exchange) -> None:
        """Find out how the library stands to `exchange`, and go on from there."""
        if self._library.contents.read_only:
            refused = UserError(f"没有打开：{self._library.contents.notice}", "请在可以改动的那个窗口里打开。")
            self._tell_failure(refused, "没有打开")
            return
        opened = self._session.opened
        present = opened.report if opened is not None and opened.report.id == exchange.report.id else None
        self._library.ask(
            lambda store: _situation(store, exchange, present), lambda found: self._settle(exchange, found),
            lambda error: self._tell_failure(error, "没有打开"))

    def _settle(self, exchange: Exchange, situation: Situation) -> None:
        report, mine = exchange.report, situation.mine
        words = report_words(report)
        if mine is None:
            self._library.ask(lambda store: take_in_new(store, exchange, words), lambda _: self._show(report.id))
            return
        relation = situation.found.relation
        if relation in NOTHING_NEW:
            messages.tell(self._window, "不用合并", NOTHING_NEW[relation])
            self._show(report.id)
            return
        merge = Merge(mine, report, situation.origin)
        if merge.differences:
            merged = MergeDialog.ask(merge, standard_for(mine), TOLD[relation], self._window)
        else:  # only what is marked done or set aside differs: there is nothing to choose
            merged = merge.result({})
        if merged is None:
            return
        own_words = report_words(mine)

        def kept(_: None) -> None:
            self._merged = merged
            self._show(report.id)

        self._library.ask(
            lambda store: keep_both(store, mine, own_words, exchange, words), kept,
            lambda error: self._tell_failure(error, "没有合并"))

    def _show(self, report_id: str) -> None:
        """Open the report `report_id`, after saving another one that is open."""
        opened = self._session.opened
        if opened is not None and opened.report.id == report_id:
            self._apply(opened)
            return
        if not self._session.close_report():
            self._forget()
            unsaved = UserError("现在打开的报告还没有存上，没有换。", "请先处理保存失败，再打开交换文件。")
            self._tell_failure(unsaved, "没有打开")
            return
        self._library.refresh()
        self._session.open_report(report_id)

    def _apply(self, opened: OpenReport) -> None:
        """Make what was merged the present value of its report, in one step."""
        merged, self._merged = self._merged, None
        if merged is not None and merged.id == opened.report.id:
            opened.edit(merged, MERGED)

    def _forget(self) -> None:
        """What was merged is for the report that was to be opened, not for a later time."""
        self._merged = None

    def _tell_failure(self, error: Exception, title: str) -> None:
        if not isinstance(error, UserError):
            raise error
        messages.tell_error(self._window, error, title)


def _situation(store: Store, exchange: Exchange, present: Report | None) -> Situation:
    """Return how `store` stands to `exchange`; `present` is the report as it is open, None when it is not.

    UserError when the report here is put away.
    """
    summary = next((each for each in store.reports() if each.id == exchange.report.id), None)
    if summary is None and present is None:
        return Situation(None, Standing(Relation.UNKNOWN), None)
    if summary is not None and summary.shelf in SHELVED:
        where, advice = SHELVED[summary.shelf]
        raise UserError(f"本机的这份报告{where}，没有打开交换文件。", advice)
    if summary is None and present is not None:
        store.save(present)
    mine = present or store.load(exchange.report.id)
    found = standing_of(store, mine, exchange)
    return Situation(mine, found, origin_of(store, found, exchange))
