"""The page of one task of a report: what the work window and every form page agree on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from models.checks.finding import Finding
from models.domain.place import Place
from models.domain.report import Report
from models.domain.standard import Standard


class ReportPage(QWidget):
    """A form for one task. It shows and reports; it keeps no data.

    The work window puts it into a vertical scroll area, calls `show_report` after every change of the report
    (also its own, and also while it is hidden it may be called late, just before it is shown again),
    and pushes what `edited` carries as one undo step.
    """

    edited = Signal(object, str, str)  # the new Report, label for undo, burst key ("" never merges)
    place_requested = Signal(object)  # Place: the user asked to go elsewhere
    finding_asked = Signal(object, str)  # Finding, FIX or GO: what the user asked of a marked word

    def __init__(self, task: str, parent: QWidget | None = None) -> None:
        """Make the page of the task id `task`; a `parent` of None leaves it on its own."""
        super().__init__(parent)
        self.task = task

    def show_report(self, report: Report, standard: Standard) -> None:
        """Show `report` under `standard`; write a widget only where its value differs."""
        raise NotImplementedError

    def show_place(self, place: Place) -> None:
        """Give the field of `place` the focus and set its cursor or selection."""
        raise NotImplementedError

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Mark the fields that `findings` (of the whole report) speak of."""

    def commit_input(self) -> None:
        """Commit a running input-method composition, so that what is on screen is in the report."""
        QGuiApplication.inputMethod().commit()
