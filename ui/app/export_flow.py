"""导出 Word: ask, write in the worker, tell what became of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from exporters.export import ExportOutcome, export_report, gaps_of
from exporters.fonts import missing_faces
from models.checks.dismissing import open_findings
from models.checks.finding import Finding
from models.checks.runner import draft_of_report, run_checks
from models.domain.report import ExportForm
from models.errors import UserError
from models.layout.loader import load_layout
from ui.app.open_report import OpenReport
from ui.app.tasks import TaskQueue
from ui.dialogs import messages
from ui.dialogs.export_dialog import ExportChoice, ExportDialog, with_review

GAPS_TOLD = 6


class ExportFlow(QObject):
    """Exports the open report; remembers the folder of the last export while the program runs."""

    def __init__(self, window: QWidget) -> None:
        """Show dialogs over `window`."""
        super().__init__(window)
        self._window = window
        self._queue = TaskQueue("export", self)
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def stop(self) -> None:
        """End the worker."""
        self._queue.stop()

    def start(self, opened: OpenReport) -> None:
        """Ask what to export of `opened` and where to, and do it."""

        def gaps_in(form: ExportForm) -> tuple[Finding, ...]:
            report = opened.report
            findings = run_checks(draft_of_report(report, opened.standard, form, opened.clock().date()))
            return gaps_of(open_findings(findings, report))

        def faces_missing(fonts: str) -> tuple[str, ...]:
            return missing_faces(load_layout(fonts=fonts))

        choice = ExportDialog.ask(opened.report, self._folder, gaps_in, faces_missing, self._window)
        if choice is None:
            return
        self._folder = choice.path.parent
        if choice.secrecy_review is not None:
            opened.edit(with_review(opened.report, choice), "确认保密审查")
        self.write(opened, choice)

    def write(self, opened: OpenReport, choice: ExportChoice) -> None:
        """Write the file of `choice` in the worker and tell the outcome."""
        report, standard, clock = with_review(opened.report, choice), opened.standard, opened.clock
        QGuiApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)

        def work() -> ExportOutcome:
            layout = load_layout(choice.profile, choice.fonts, choice.line_spacing)
            return export_report(report, standard, choice.form, choice.path, layout, clock)

        self._queue.run(work, lambda outcome: self._tell(outcome, choice.form), self._tell_failure)

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


def outcome_text(outcome: ExportOutcome, form: ExportForm) -> str:
    """Return what the clerk should know of an exported file: what it still lacks, or what comes next."""
    told = []
    if outcome.gaps:
        names = "\n".join(f"· {gap.message}" for gap in outcome.gaps[:GAPS_TOLD])
        mark = "，页眉印有“草稿”" if form is ExportForm.SUBMISSION else ""
        told.append(f"还缺 {len(outcome.gaps)} 项{mark}：\n{names}")
    elif form is ExportForm.SUBMISSION:
        told.append("打印后即可送签。")
    if outcome.dismissed:
        names = "\n".join(
            f"· {finding.message}（理由：{dismissal.reason}）" for finding, dismissal in outcome.dismissed[:GAPS_TOLD])
        told.append(f"必改的问题忽略了 {len(outcome.dismissed)} 个：\n{names}")
    return "\n".join(told)
