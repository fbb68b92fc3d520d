"""导出 and 打印: ask, write in the worker or print, tell what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from exporters.export import ExportOutcome, gaps_of, prepare
from exporters.fonts import missing_faces
from models.checks.dismissing import open_findings
from models.checks.finding import Finding
from models.checks.runner import draft_of_report, run_checks
from models.domain.place import Place
from models.domain.report import ExportForm, Report
from models.errors import UserError
from models.layout.loader import load_layout
from models.publication.redactions import Redaction, redacted, redactions_of
from ui.app.confirmed import proposed
from ui.app.export_target import settled_target
from ui.app.let_out import let_out
from ui.app.open_report import OpenReport
from ui.app.tasks import TaskQueue
from ui.dialogs import messages
from ui.dialogs.export_dialog import ExportChoice, ExportDialog, with_review
from ui.preview.wishes import PageWishes

if TYPE_CHECKING:
    from models.storage.summary import Exported

GAPS_TOLD = 6
LATER = 300  # milliseconds after the dialog is asked for
Record: TypeAlias = Callable[[Report, Report, "Exported"], object]  # the report, what was let out, the file
History: TypeAlias = Callable[[Callable[[frozenset[str]], None]], object]  # tells the SHA-256 of the files of before


class ExportFlow(QObject):
    """Exports the open report; remembers the folder of the last export while the program runs."""

    place_wanted = Signal(object)  # Place the clerk wants to change before anything is exported

    def __init__(self, window: QWidget, record: Record | None = None, history: History | None = None) -> None:
        """Show dialogs over `window`.

        `record` takes down what was exported and `history` tells of it later; None: nothing is taken down.
        """
        super().__init__(window)
        self._window = window
        self._record = record
        self._history = history
        self._ours: frozenset[str] = frozenset()
        self._queue = TaskQueue("export", self)
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def stop(self) -> None:
        """End the worker."""
        self._queue.stop()

    def start(self, opened: OpenReport, wishes: PageWishes | None = None, suffix: str = ".docx") -> None:
        """Ask what to export of `opened` and where to, and do it.

        `wishes` are chosen beforehand, None the usual ones; so is the kind of file `suffix`.
        """

        def gaps_in(form: ExportForm) -> tuple[Finding, ...]:
            report = opened.report
            findings = run_checks(draft_of_report(report, opened.standard, form, opened.clock().date()))
            return gaps_of(open_findings(findings, report))

        @cache
        def listed() -> tuple[Redaction, ...]:
            return proposed(redactions_of(opened.report, opened.standard), opened.decisions)

        def faces_missing(fonts: str) -> tuple[str, ...]:
            return missing_faces(load_layout(fonts=fonts))

        QTimer.singleShot(LATER, self, lambda: self._queue.run(_load_writer, lambda _: None, self._tell_failure))
        if self._history is not None:
            self._history(self._know)
        choice = ExportDialog.ask(
            opened.report, self._folder, gaps_in, faces_missing, self._window, wishes, suffix, listed)
        if isinstance(choice, Place):
            self.place_wanted.emit(choice)
            return
        if choice is not None and not (choice.copied or choice.replacing):
            choice = self._at_its_place(choice)
        if choice is None:
            return
        if choice.form is ExportForm.PUBLIC:
            opened.confirm(listed(), choice.hidden)
        self._folder = choice.path.parent
        if choice.secrecy_review is not None:
            opened.edit(with_review(opened.report, choice), "确认保密审查")
        if choice.copied:
            self.copy(opened, choice)
        else:
            self.write(opened, choice)

    def _know(self, digests: frozenset[str]) -> None:
        self._ours |= digests

    def _at_its_place(self, choice: ExportChoice) -> ExportChoice | None:
        """Return `choice` with a target that costs nobody's work; None when the clerk wants to look first."""
        path = settled_target(choice.path, self._ours, self._window)
        return replace(choice, path=path) if path is not None else None

    def write(self, opened: OpenReport, choice: ExportChoice) -> None:
        """Write the file of `choice` in the worker and tell the outcome."""
        drafted, standard, now = opened.report, opened.standard, opened.clock()
        report = published(drafted, choice)
        QGuiApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)

        def work() -> tuple[ExportOutcome, Exported]:
            from ui.app.writing import description, write_report

            file = description(choice.path, choice.form, choice.profile, choice.fonts, choice.line_spacing, now)
            return write_report(report, standard, choice.path, file)

        def done(written: tuple[ExportOutcome, Exported]) -> None:
            self._know(frozenset({written[1].sha256}))
            if self._record is not None:
                self._record(drafted, report, written[1])
            self._tell(written[0], choice.form)

        self._queue.run(work, done, self._tell_failure)

    def copy(self, opened: OpenReport, choice: ExportChoice) -> None:
        """Put the web page of `choice` on the clipboard, with the plain text for editors that take nothing else."""
        from exporters.web.html import html_fragment
        from exporters.web.plain_text import plain_text

        report = published(opened.report, choice)
        prepared = prepare(report, opened.standard, choice.form, load_layout(), opened.clock().date())
        content = QMimeData()
        content.setHtml(html_fragment(prepared.manuscript, prepared.layout.words))
        content.setText(plain_text(prepared.manuscript, prepared.layout.words))
        QGuiApplication.clipboard().setMimeData(content)
        outcome = ExportOutcome(choice.path, prepared.gaps, prepared.dismissed)
        messages.tell(
            self._window, "已复制", "网页内容已复制。请到网站的编辑器里粘贴，发布前再核对一遍。", outcome_text(outcome, choice.form))

    def print(self, opened: OpenReport, wishes: PageWishes | None = None, page: int = 0) -> None:
        """Print `opened` by `wishes`, None the usual ones; `page` is the index of the one the clerk looks at."""
        from ui.preview.export import pages_of
        from ui.preview.printing import ask_printer, print_pages

        wanted = wishes or PageWishes()
        try:
            report = let_out(opened.report, opened.standard, wanted.form, opened.decisions).report
            prepared = prepare(report, opened.standard, wanted.form, wanted.layout, opened.clock().date())
            document = pages_of(prepared)
            printer = ask_printer(document, page, self._window)
            if printer is None:
                return
            sides = print_pages(document, prepared.layout, printer)
        except UserError as error:
            messages.tell_error(self._window, error, "没有打印")
            return
        outcome = ExportOutcome(Path(), prepared.gaps, prepared.dismissed)
        messages.tell(
            self._window, "已送去打印", f"已送去打印，共{sides}面。", outcome_text(outcome, wanted.form, printed=True))

    def _tell(self, outcome: ExportOutcome, form: ExportForm) -> None:
        QGuiApplication.restoreOverrideCursor()
        chosen = messages.ask(
            self._window, "已导出", f"已导出“{outcome.path.name}”。", ("打开文件", "打开文件夹", "知道了"),
            outcome_text(outcome, form))
        if chosen < 2:
            target = outcome.path if chosen == 0 else outcome.path.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

    def _tell_failure(self, error: Exception) -> None:
        QGuiApplication.restoreOverrideCursor()
        if not isinstance(error, UserError):
            raise error
        messages.tell_error(self._window, error, "没有导出")


def _load_writer() -> None:
    """Load what writes PDF files while the clerk still chooses: 0.2 s the first time."""
    import ui.preview.pdf  # noqa: F401 — loading is all that is wanted


def published(report: Report, choice: ExportChoice) -> Report:
    """Return `report` as `choice` lets it out: reviewed, and without what is hidden."""
    return redacted(with_review(report, choice), choice.hidden)


def outcome_text(outcome: ExportOutcome, form: ExportForm, printed: bool = False) -> str:
    """Return what the clerk should know of an exported file or of paper: what it still lacks, or what comes next."""
    told = []
    if outcome.gaps:
        names = "\n".join(f"· {gap.message}" for gap in outcome.gaps[:GAPS_TOLD])
        mark = "，页眉印有“草稿”" if form is ExportForm.SUBMISSION else ""
        told.append(f"还缺 {len(outcome.gaps)} 项{mark}：\n{names}")
    elif form is ExportForm.SUBMISSION:
        told.append("可以送签了。" if printed else "打印后即可送签。")
    if outcome.dismissed:
        names = "\n".join(
            f"· {finding.message}（理由：{dismissal.reason}）" for finding, dismissal in outcome.dismissed[:GAPS_TOLD])
        told.append(f"必改的问题忽略了 {len(outcome.dismissed)} 个：\n{names}")
    return "\n".join(told)
