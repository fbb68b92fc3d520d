"""The pages of the open report: made when first wanted, shown anew only when they are seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QStackedWidget,
    QWidget,
)

from models.checks.finding import Finding
from models.domain.place import Place
from models.domain.report import Report
from models.domain.standard import Standard
from ui.app.guarded import guarded
from ui.app.open_report import OpenReport
from ui.pages.report_page import ReportPage
from ui.widgets.settling import settle
from ui.widgets.steady_scroll import SteadyScrollArea
from ui.widgets.text_input import TextInput

NOTCH = 120  # eighths of a degree: a step of a mouse wheel
MakePage = Callable[[str, Report, Standard, QWidget], ReportPage]


class PageStack(QStackedWidget):
    """Keeps one page a task; a change of the report reaches the visible one at once, others when they are shown."""

    place_requested = Signal(object)  # Place
    finding_asked = Signal(object, str)  # Finding, what the clerk asked of a marked word
    zoom_asked = Signal(int)  # by the wheel with Ctrl: 1 larger, -1 smaller

    def __init__(self, opened: OpenReport, make_page: MakePage, parent: QWidget | None = None) -> None:
        """Show pages of `opened` that `make_page` makes."""
        super().__init__(parent)
        self._opened = opened
        self._make_page = make_page
        self._areas: dict[str, QScrollArea] = {}
        self._undo_keys = _UndoKeys(self)
        self.task = ""
        self.last_text: TextInput | None = None  # the text that had the focus last, wherever it is now
        opened.report_changed.connect(self._show_current)
        opened.findings_changed.connect(self._show_findings)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    def show_task(self, task: str) -> None:
        """Bring the page of `task` to the front."""
        if task != self.task:
            self.commit_input()
            self.task = task
            self.make(task)
            self._show_current()
            self.page(task).show_findings(self._opened.findings)
            self.setCurrentWidget(self._areas[task])
            fields = cast(list[TextInput], self.page(task).findChildren(TextInput))
            settle(*(each for each in fields if each.cut_off))

    def show_place(self, place: Place) -> None:
        """Bring the field of `place` on its page into view, with the focus."""
        self.show_task(place.task)
        self.page(place.task).show_place(place)
        focus = QApplication.focusWidget()
        if focus is not None and self._areas[place.task].isAncestorOf(focus):
            self._areas[place.task].ensureWidgetVisible(focus, 0, 60)

    def has(self, task: str) -> bool:
        """Return whether the page of `task` is made."""
        return task in self._areas

    def make(self, task: str) -> None:
        """Make the page of `task`, for when it is wanted."""
        if task not in self._areas:
            self._add_page(task)

    def dismantle(self) -> tuple[QWidget, ...]:
        """Follow the report and the focus no more, and return the parts that can be deleted one by one."""
        self._opened.report_changed.disconnect(self._show_current)
        self._opened.findings_changed.disconnect(self._show_findings)
        QApplication.instance().focusChanged.disconnect(self._follow_focus)  # type: ignore[union-attr]
        areas = tuple(self._areas.values())
        self._areas, self.task, self.last_text = {}, "", None
        return areas

    def page(self, task: str) -> ReportPage:
        """Return the page of `task`; KeyError when it was never shown."""
        page = self._areas[task].widget()
        assert isinstance(page, ReportPage)
        return page

    def commit_input(self) -> None:
        """Commit a running composition on the visible page."""
        if self.task in self._areas:
            self.page(self.task).commit_input()

    def finding_at_caret(self) -> Finding | None:
        """Return the finding on whose words the caret is, one that can be repaired first; None when it is on none."""
        field = QApplication.focusWidget()
        if not isinstance(field, TextInput) or not self.isAncestorOf(field):
            return None
        there = field.marks.at(field.textCursor().position())
        return next((each for each in there if each.fix is not None), there[0] if there else None)

    def apply_read_only(self) -> None:
        """Close the fields of every page made so far."""
        for area in self._areas.values():
            make_read_only(area.widget())

    def forget(self, tasks: set[str]) -> None:
        """Drop the pages of all but `tasks`: their parts are gone."""
        for task in set(self._areas) - tasks:
            area = self._areas.pop(task)
            self.removeWidget(area)
            area.deleteLater()

    def focus_page(self) -> None:
        """Give the visible page the focus, at its first field."""
        page = self.page(self.task)
        first = page.nextInFocusChain()
        while first is not None and first is not page:
            if page.isAncestorOf(first) and first.isVisible() and first.focusPolicy() & Qt.FocusPolicy.TabFocus:
                first.setFocus(Qt.FocusReason.TabFocusReason)
                return
            first = first.nextInFocusChain()

    def _add_page(self, task: str) -> None:
        area = PageArea(self)
        area.zoom_asked.connect(self.zoom_asked)
        area.setObjectName("page_area")
        page = self._make_page(task, self._opened.report, self._opened.standard, area.viewport())
        page.edited.connect(self._opened.edit)
        page.place_requested.connect(self.place_requested)
        page.finding_asked.connect(self.finding_asked)
        area.setWidget(page)
        self._areas[task] = area
        self.addWidget(area)

    def _show_current(self) -> None:
        if self.task not in self._areas:
            return
        page = self.page(self.task)
        page.show_report(self._opened.report, self._opened.standard)
        if self._opened.read_only:
            make_read_only(page)

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        if self.task in self._areas:
            self.page(self.task).show_findings(findings)

    def _follow_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        # Text widgets claim Ctrl+Z and Ctrl+Y even when their own undo is off; the window's stack wants them.
        if old is not None:
            old.removeEventFilter(self._undo_keys)
        if now is not None and self.isAncestorOf(now):
            now.installEventFilter(self._undo_keys)
            self.last_text = now if isinstance(now, TextInput) else self.last_text


class PageArea(SteadyScrollArea):
    """Scrolls a page; with Ctrl the wheel asks for larger or smaller texts instead."""

    zoom_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a page."""
        super().__init__(parent)
        self._turned = 0  # eighths of a degree since the last step: touch pads turn in small ones

    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        if abs(self._turned) >= NOTCH:
            self.zoom_asked.emit(1 if self._turned > 0 else -1)
            self._turned = 0
        event.accept()


class _UndoKeys(QObject):
    """Keeps a text widget from claiming the keys of undo and redo."""

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
                event.ignore()
                return True
        return False


def make_read_only(page: QWidget) -> None:
    """Let the fields of `page` be read and copied, but not changed."""
    for widget in cast(list[QWidget], page.findChildren(QWidget)):
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            widget.setReadOnly(True)
        elif isinstance(widget, QComboBox | QAbstractSpinBox):
            widget.setEnabled(False)
        elif isinstance(widget, QAbstractButton) and not widget.property("reading"):  # "reading": changes nothing
            widget.setEnabled(False)
