"""The one owner of the report that is open: its value, its undo stack, its findings, its saved state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from models.checks.dismissing import Dismissed, split
from models.checks.finding import Finding
from models.checks.fixing import fixed, shifted
from models.clock import Clock, system_clock
from models.domain.report import Report
from models.domain.standard import Standard
from ui.app.confirmed import Confirmed, Decisions
from ui.app.saved_state import Phase, SavedState

if TYPE_CHECKING:
    from models.publication.redactions import Redaction

BURST = timedelta(seconds=2)
STEPS = 300
_MERGING = 1  # QUndoCommand ids: -1 never merges


class OpenReport(QObject):
    """A report under the hands of a clerk. Two entrances to its value, `edit` and undo, and one way out, signals."""

    report_changed = Signal(object)  # Report
    saved_changed = Signal(object)  # SavedState
    undo_changed = Signal()
    findings_changed = Signal(object)  # tuple[Finding, ...]
    confirmed_changed = Signal()
    previous_changed = Signal()

    def __init__(
        self,
        report: Report,
        standard: Standard,
        read_only: bool = False,
        last_saved: Report | None = None,
        clock: Clock = system_clock,
        confirmed: Confirmed | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Open `report` under `standard`; `last_saved` is the stored value, None when nothing is stored yet.

        `confirmed` is what was decided about a 公开版 before, None when nothing was.
        """
        super().__init__(parent)
        self.report = report
        self.standard = standard
        self.read_only = read_only
        self.last_saved = last_saved
        self.clock = clock
        self._confirmed = confirmed if confirmed is not None else Confirmed()
        self.typing_goes_on = False  # an undo or redo ends a burst
        self.findings: tuple[Finding, ...] = ()
        self.dismissed: tuple[Dismissed, ...] = ()
        self.previous: Report | None = None  # last year's report; None until it is found, or when there is none
        self._found: tuple[Finding, ...] = ()  # by the last check, those set aside among them
        self._checked = report  # the value they were found in
        self.saved_state = SavedState(Phase.READ_ONLY if read_only else Phase.SAVED if self.saved else Phase.NEW)
        self._one_step = ""  # the name of what is edited now, when it is to be a step of its own
        self._stack = QUndoStack(self)
        self._stack.setUndoLimit(STEPS)

    @property
    def saved(self) -> bool:
        """Whether exactly the present value is the one confirmed on disk."""
        return self.report is self.last_saved

    def edit(self, report: Report, label: str, burst: str = "") -> None:
        """Make `report` the present value in one undo step called `label`.

        Edits with the same non-empty `burst` within two seconds of each other are one step. An equal value
        changes nothing; a read-only report answers by showing the old value again.
        """
        if self.read_only:
            self.report_changed.emit(self.report)
            return
        if report == self.report:
            return
        if self._one_step:
            label, burst = self._one_step, ""
        self._stack.push(_Step(self, report, label, burst))
        self.typing_goes_on = True
        self.undo_changed.emit()

    @contextmanager
    def one_step(self, label: str) -> Iterator[None]:
        """Let what is edited inside be a step of its own called `label`, whatever field it comes from."""
        self._one_step = label
        try:
            yield
        finally:
            self._one_step = ""

    @property
    def decisions(self) -> Decisions:
        """What was decided about the 公开版; another object after each `confirm`."""
        return self._confirmed.decisions

    def confirm(self, shown: Iterable[Redaction], hidden: Iterable[Redaction]) -> None:
        """Remember that of what was `shown` the `hidden` ones do not stand in the 公开版."""
        self._confirmed.remember(shown, hidden)
        self.confirmed_changed.emit()

    def use_previous(self, previous: Report) -> None:
        """Show last year's report `previous` beside this one."""
        self.previous = previous
        self.previous_changed.emit()

    def use_standard(self, standard: Standard) -> None:
        """Show the report under another `standard`, e.g. with a county's own requirements laid over it."""
        self.standard = standard
        self.report_changed.emit(self.report)

    def make_read_only(self) -> None:
        """Accept no edit from now on: another start holds the library."""
        self.read_only = True
        self.show_saved_state(SavedState(Phase.READ_ONLY, self.saved_state.at))

    def undo(self) -> None:
        """Take back the last step; nothing happens when there is none."""
        if self._stack.canUndo():
            self._stack.undo()
            self.typing_goes_on = False
            self.undo_changed.emit()

    def redo(self) -> None:
        """Do the last undone step again; nothing happens when there is none."""
        if self._stack.canRedo():
            self._stack.redo()
            self.typing_goes_on = False
            self.undo_changed.emit()

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._stack.canUndo())

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._stack.canRedo())

    @property
    def undo_label(self) -> str:
        """What undo would take back, empty when nothing."""
        return str(self._stack.undoText())

    @property
    def redo_label(self) -> str:
        """What redo would do again, empty when nothing."""
        return str(self._stack.redoText())

    def confirm_saved(self, report: Report, at: datetime) -> None:
        """Take note that exactly `report` is on disk since `at`."""
        self.last_saved = report
        self.show_saved_state(SavedState(Phase.SAVED if self.saved else Phase.TYPING, at))

    def show_saved_state(self, state: SavedState) -> None:
        """Make `state` known when it is news."""
        if state != self.saved_state:
            self.saved_state = state
            self.saved_changed.emit(state)

    @property
    def checked(self) -> Report:
        """The value in which the findings were found."""
        return self._checked

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Make the `findings` of a check of the present value known when they are news."""
        self._found, self._checked = findings, self.report
        self._sort_out()

    def fix(self, findings: tuple[Finding, ...], label: str) -> bool:
        """Do the fixes of `findings` in one undo step called `label`; return False when their texts have changed.

        The other findings are shown at once where they stand now, without waiting for the next check.
        """
        fixes = tuple(each.fix for each in findings if each.fix is not None)
        after = None if self.read_only else fixed(self.report, fixes, self._checked)
        checked = fixed(self._checked, fixes, self._checked)
        if after is None or checked is None:
            return False
        self.edit(after, label)
        self._found, self._checked = shifted((each for each in self._found if each not in findings), fixes), checked
        self._sort_out()
        return True

    def _become(self, report: Report) -> None:
        if report is not self.report:
            same = report.dismissals == self.report.dismissals
            self.report = report
            self.report_changed.emit(report)
            if not same:
                self._sort_out()

    def _sort_out(self) -> None:
        """Tell apart what is open and what was set aside, and make it known when it is news."""
        findings, dismissed = split(self._found, self._checked, self.report.dismissals)
        if (findings, dismissed) != (self.findings, self.dismissed):
            self.findings, self.dismissed = findings, dismissed
            self.findings_changed.emit(findings)


class _Step(QUndoCommand):
    """One undo step: the value before and after."""

    def __init__(self, owner: OpenReport, after: Report, label: str, burst: str) -> None:
        super().__init__(label)
        self._owner = owner
        self._before = owner.report
        self._after = after
        self._burst = burst
        self._goes_on = owner.typing_goes_on
        self._at = owner.clock()

    def id(self) -> int:
        return _MERGING if self._burst else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Step) or other._burst != self._burst or not other._goes_on:
            return False
        if not timedelta(0) <= other._at - self._at <= BURST:
            return False
        self._after, self._at = other._after, other._at
        return True

    def redo(self) -> None:
        self._owner._become(self._after)

    def undo(self) -> None:
        self._owner._become(self._before)
