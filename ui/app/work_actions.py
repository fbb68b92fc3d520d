"""The actions of the work window: its keys and the buttons above."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.app.actions import make_action
from ui.app.focus_mode import FocusMode
from ui.app.looking_back import LookingBack
from ui.app.recent_edits import RecentEdits
from ui.app.session import Session
from ui.app.text_zoom import TextZoom
from ui.app.work_menu import fill_menu
from ui.work_window import WorkWindow

if TYPE_CHECKING:
    from ui.app.flows import Flows


class Window(Protocol):
    """What the actions need of the main window."""

    actions_by_name: dict[str, QAction]
    data_folder: Path

    @property
    def session(self) -> Session: ...
    def ways_in(self) -> Flows: ...
    def export(self) -> None: ...
    def export_pdf(self) -> None: ...
    def print(self) -> None: ...
    def settle_failure(self) -> None: ...
    def show_check(self, code: str) -> None: ...
    def show_versions(self) -> None: ...


def add_actions(work: WorkWindow, window: Window) -> dict[str, QAction]:
    """Give `work` its keys, buttons and menu, and return the actions by name."""
    acts = _acts(work, window) | _zoom_acts(work, window.data_folder)
    actions = {name: make_action(name, work, act) for name, act in acts.items()}
    _add_buttons(work, actions)
    fill_menu(work.top.menu, {**actions, **window.actions_by_name})
    _follow(work, actions)
    LookingBack(work)
    work.status.saved_clicked.connect(window.settle_failure)
    work.status.counts_clicked.connect(actions["targets"].trigger)
    work.findings.help_requested.connect(window.show_check)
    work.previewing.print_requested.connect(window.print)
    work.previewing.pdf_requested.connect(window.export_pdf)
    return actions


def _acts(work: WorkWindow, window: Window) -> dict[str, Callable[[], object]]:
    recent = RecentEdits(work)
    return {
        "save": lambda: _save(work, window.session),
        "undo": work.undo,
        "redo": work.redo,
        "find": lambda: _find(work),
        "replace": lambda: _replace(work),
        "find_next": lambda: _step_search(work, 1),
        "find_previous": lambda: _step_search(work, -1),
        "review": work.review,
        "next_problem": lambda: work.findings.step(1),
        "previous_problem": lambda: work.findings.step(-1),
        "next_spot": work.findings.step_place,
        "fix_problem": lambda: work.findings.fix(work.pages.finding_at_caret() or work.findings.chosen),
        "fix_alike": lambda: work.findings.fix_alike(work.findings.chosen),
        "dismiss_problem": work.ask_reason,
        "previous_task": lambda: work.steps.step(-1),
        "next_task": lambda: work.steps.step(1),
        "next_open": work.steps.go_on,
        "mark_done": work.mark_done,
        "next_pane": work.next_pane,
        "focus": FocusMode(work).toggle,
        "targets": lambda: _ask_targets(work),
        "recent": recent.show_menu,
        "last_edit": recent.go_back,
        "fold_tasks": lambda: work.tasks.fold(not work.tasks.folded),
        "fold_side": lambda: work.body.show_side(not work.body.side_shown),
        "preview": work.previewing.toggle,
        "print": window.print,
        "export": window.export,
        "exchange": lambda: _hand_on(work, window),
        "versions": lambda: _show_versions(work, window),
        "phrases": lambda: _offer_phrases(work, window.data_folder),
        "tour": lambda: _take_tour(work),
    }


def _zoom_acts(work: WorkWindow, folder: Path) -> dict[str, Callable[[], object]]:
    zoom = TextZoom(work, folder)
    return {"larger_text": lambda: zoom.step(1), "smaller_text": lambda: zoom.step(-1), "usual_text": zoom.reset}


def _add_buttons(work: WorkWindow, actions: dict[str, QAction]) -> None:
    work.top.add_button(actions["undo"], "撤销")
    work.top.add_button(actions["redo"], "重做")
    review = work.top.add_button(actions["review"], "核对")
    preview = work.top.add_button(actions["preview"], "预览")
    preview.setCheckable(True)
    preview.clicked.connect(lambda: preview.setChecked(work.previewing.shown))
    work.previewing.shown_changed.connect(preview.setChecked)
    work.top.add_button(actions["export"], "导出", "primary")

    def count() -> None:
        number = len(work.opened.findings)
        review.setText(f"核对 {number}" if number else "核对")

    work.opened.findings_changed.connect(count)
    count()


def _follow(work: WorkWindow, actions: dict[str, QAction]) -> None:
    """Let undo and redo be there only when they do something, and say what."""

    def follow() -> None:
        opened = work.opened
        for name, able, label in (
            ("undo", opened.can_undo, opened.undo_label), ("redo", opened.can_redo, opened.redo_label),
        ):
            actions[name].setEnabled(able)
            actions[name].setToolTip(label if able else f"没有可以{actions[name].text().partition('(')[0]}的。")

    work.opened.undo_changed.connect(follow)
    follow()

    def close_writing() -> None:
        for name in ("save", "replace", "mark_done", "fix_problem", "fix_alike", "dismiss_problem"):
            actions[name].setEnabled(not work.opened.read_only)

    work.opened.saved_changed.connect(close_writing)
    close_writing()


def _save(work: WorkWindow, session: Session) -> None:
    work.pages.commit_input()
    if session.autosave is not None:
        session.autosave.save_now()
    work.status.show_notice("")


def _offer_phrases(work: WorkWindow, folder: Path) -> None:
    from ui.app.phrasing import offer_phrases

    offer_phrases(work, folder)


def _ask_targets(work: WorkWindow) -> None:
    from ui.app.word_targets import ask_targets

    ask_targets(work)


def _take_tour(work: WorkWindow) -> None:
    from ui.app.tour import take_tour

    take_tour(work)


def _hand_on(work: WorkWindow, window: Window) -> None:
    work.pages.commit_input()
    window.ways_in().exchanges.export_opened(work.opened)


def _show_versions(work: WorkWindow, window: Window) -> None:
    work.pages.commit_input()
    window.show_versions()


def _find(work: WorkWindow) -> None:
    """Search where the cursor is: in the pages of the preview, else in the report."""
    if not work.previewing.find():
        work.find_bar.open_bar(_chosen_words(work))


def _replace(work: WorkWindow) -> None:
    """Search and replace in the report, also where the preview is shown."""
    work.previewing.make_room()
    work.find_bar.open_bar(_chosen_words(work), replace=True)


def _step_search(work: WorkWindow, by: int) -> None:
    if not work.previewing.step_search(by):
        work.search.step(by)


def _chosen_words(work: QWidget) -> str:
    """Return the words selected in the field at hand when they are on one line, else nothing."""
    from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit) and work.isAncestorOf(focus):
        return focus.selectedText()
    if isinstance(focus, QPlainTextEdit) and work.isAncestorOf(focus):
        words = focus.textCursor().selectedText()
        return "" if "\u2029" in words else words
    return ""
