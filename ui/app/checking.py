"""Checks while typing: in the worker, a moment after the last change; a stale outcome is dropped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer

from models.checks.finding import Finding
from models.domain.report import ExportForm, Report
from models.domain.standard import Standard
from ui.app.open_report import OpenReport
from ui.app.tasks import TaskQueue

DELAY = 600  # milliseconds after the last change

Check: TypeAlias = Callable[[Report, Standard, date, Report | None], tuple[Finding, ...]]


def check_report(
    report: Report, standard: Standard, today: date, previous: Report | None = None
) -> tuple[Finding, ...]:
    """Return the findings on `report` as it would be handed in `today`; `previous` is last year's, None without one."""
    from models.checks.runner import draft_of_report, run_checks

    return run_checks(draft_of_report(report, standard, ExportForm.SUBMISSION, today, previous))


class Checking(QObject):
    """Runs the checks on the open report and hands it their findings."""

    def __init__(
        self,
        opened: OpenReport,
        queue: TaskQueue,
        delay: int = DELAY,
        check: Check = check_report,
        parent: QObject | None = None,
    ) -> None:
        """Check `opened` through `queue`, `delay` milliseconds after each change and once now."""
        super().__init__(parent or opened)
        self._opened = opened
        self._queue = queue
        self._check = check
        self._previous: Report | None = None
        self._stopped = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay)
        self._timer.timeout.connect(self.check_now)
        opened.report_changed.connect(self._timer.start)

    def use_previous(self, previous: Report | None) -> None:
        """Hold the report against last year's `previous` from now on; None means that there is none."""
        if previous is not self._previous:
            self._previous = previous
            self.check_now()

    def check_now(self) -> None:
        """Check the present value in the worker."""
        self._timer.stop()
        report, standard, today = self._opened.report, self._opened.standard, self._opened.clock().date()
        previous = self._previous
        self._queue.run(
            lambda: self._check(report, standard, today, previous),
            lambda findings: self._show(report, findings),
            self._fail,
            "checks",
        )

    def stop(self) -> None:
        """Check no more; what a check finds that is under way is dropped, the report may be gone by then."""
        self._stopped = True
        self._opened.report_changed.disconnect(self._timer.start)
        self._timer.stop()

    def _show(self, report: Report, findings: tuple[Finding, ...]) -> None:
        if not self._stopped and report is self._opened.report:  # else the next run is on its way
            self._opened.show_findings(findings)

    def _fail(self, error: Exception) -> None:
        raise error
