"""The work window: task list, page, guidance and findings of one open report."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from models.checks.progress import TaskState
from models.domain.place import HEAD, Place
from models.domain.report import Report
from ui.app.changes import changed_tasks
from ui.app.counters import report_words, target_of, task_words
from ui.app.delivered import Delivered
from ui.app.finding_walk import FindingWalk
from ui.app.guarded import guarded
from ui.app.guidance import guidance_for
from ui.app.open_report import OpenReport
from ui.app.overview import Progress, deadlines, progress, task_marks
from ui.app.page_stack import MakePage, PageStack
from ui.app.part_menu import PartMenu
from ui.app.previewing import Previewing
from ui.app.saved_state import Phase, SavedState
from ui.app.search_walk import SearchWalk
from ui.app.taking_down import TakingDown
from ui.app.task_steps import TaskSteps
from ui.item_models.task_rows import task_rows
from ui.widgets.find_bar import FindBar
from ui.widgets.labels import plain_label
from ui.widgets.side_panel import FINDINGS, SidePanel
from ui.widgets.status_line import StatusLine
from ui.widgets.tab_order import follow_with
from ui.widgets.task_footer import TaskFooter
from ui.widgets.task_list import TaskList
from ui.widgets.top_bar import TopBar
from ui.widgets.work_body import WorkBody

SETTLED = 150  # milliseconds after the last key until counts follow
NO_PART = "报告里还没有这一部分，可以用左下的“增减部分”加上。"
DONE_LATER = "填好、改好以后才算完成。"


class WorkWindow(QWidget):
    """Shows one open report and leads from task to task. It keeps no data but where the clerk is."""

    task_changed = Signal(str)

    def __init__(self, opened: OpenReport, make_page: MakePage, parent: QWidget | None = None) -> None:
        """Show `opened` with the pages that `make_page` makes."""
        super().__init__(parent)
        self.setObjectName("work_window")
        self.opened = opened
        self.top = TopBar(parent=self)
        self.tasks = TaskList(self)
        self.pages = PageStack(opened, make_page, self)
        self.side = SidePanel(self)
        self.find_bar = FindBar(replaces=True, parent=self)
        self.banner = plain_label("", "banner")
        self.footer = TaskFooter(self)
        self.status = StatusLine(self)
        self.part_menu = PartMenu(opened, self)
        self.search = SearchWalk(opened, self.find_bar, self.pages.commit_input)
        self.findings = FindingWalk(opened, self.side.findings, self.pages.commit_input)
        self.body = WorkBody(self.tasks, self._centre(), self.side, self)
        self.previewing = Previewing(self)
        self.delivered = Delivered(self)
        self.steps = TaskSteps(self)
        self.progress = Progress()
        self._shown = opened.report
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLED)
        self._settle.timeout.connect(self.refresh)
        self._assemble()
        self._connect()
        self.banner.hide()
        self._show_saved(opened.saved_state)
        self.refresh()
        self.go_to_task(self._first_task())

    @property
    def task(self) -> str:
        """The task whose page is shown."""
        return self.pages.task

    def go_to_task(self, task: str) -> None:
        """Show the page of `task`; an unknown one leaves things as they are."""
        if task not in self.tasks.model.tasks:
            return
        self.pages.show_task(task)
        self.tasks.choose(task)
        self.side.guidance.show_items(guidance_for(task, self.opened.report, self.opened.standard))
        self._show_findings()
        self.steps.show()
        self._show_counts()
        # Round the window, which ends where it begins: with the page.
        round_about = (self.footer, self.side, self.body.strip, self.top, self.tasks, self.find_bar)
        follow_with(self.pages.page(task), round_about)
        self.task_changed.emit(task)

    def go_to(self, place: Place) -> None:
        """Show the page of `place` and put the cursor there."""
        if place.task not in self.tasks.model.tasks:
            self.status.show_notice(NO_PART)
            return
        self.previewing.make_room()
        self.go_to_task(place.task)
        self.body.close_overlay()
        self.pages.show_place(place)

    def review(self) -> None:
        """Show all findings by gravity (核对)."""
        self.findings.show_everything(True)
        self.side.show_tab(FINDINGS)
        self.body.show_side(True)
        self.side.findings.view.setFocus()

    def ask_reason(self) -> None:
        """Ask why the finding at hand is set aside, in the panel."""
        self.side.show_tab(FINDINGS)
        self.body.show_side(True)
        self.findings.ask_reason()

    def mark_done(self) -> None:
        """Mark the task at hand done, or take that back."""
        report, task = self.opened.report, self.task
        done = task in report.completed
        completed = report.completed - {task} if done else report.completed | {task}
        self.opened.edit(replace(report, completed=completed), "取消完成" if done else "标为完成")
        left = self.tasks.model.mark(task).left
        self.status.show_notice(f"本项还有 {left}，{DONE_LATER}" if left and not done else "")
        self.refresh()

    def take_down(self) -> None:
        """Delete the window, which is off the screen, little by little; the report it showed is gone."""
        self._settle.stop()
        TakingDown(self, self.pages.dismantle())

    def undo(self) -> None:
        """Take back the last step and show where that was."""
        self.pages.commit_input()
        self._travel(self.opened.undo)

    def redo(self) -> None:
        """Do the last undone step again and show where that was."""
        self.pages.commit_input()
        self._travel(self.opened.redo)

    def next_pane(self) -> None:
        """Move the focus on: tasks, page, preview, right side."""
        focus = QApplication.focusWidget()
        panes: list[tuple[QWidget | None, QWidget | None]] = [
            (self.tasks, self.tasks.view), (self.body.centre, None), (self.previewing.panel, self.previewing.panel),
            (self.side, self.side.tabs)]
        shown = [(pane, target) for pane, target in panes if pane is not None and pane.isVisible()]
        here = next((at for at, (pane, _) in enumerate(shown) if focus is not None and pane.isAncestorOf(focus)), -1)
        target = shown[(here + 1) % len(shown)][1]
        if target is None:
            self.pages.focus_page()
        else:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_banner(self, text: str) -> None:
        """Say `text` above the page for as long as it holds; empty takes it away."""
        self.banner.setText(text)
        self.banner.setVisible(bool(text))

    def refresh(self) -> None:
        """Bring list, counts and titles up to the report as it stands."""
        self._settle.stop()
        report, standard = self.opened.report, self.opened.standard
        rows = task_rows(report, standard)
        marks = task_marks(report, standard, rows, self.opened.findings)
        self.progress = progress(marks, self.opened.findings)
        self.pages.forget({row.task for row in rows})
        self.tasks.model.show_marks(marks)
        self.tasks.show_tasks(rows, self.task)
        if self.task and self.task not in self.tasks.model.tasks:
            self.go_to_task(self._first_task())
        title = f"{report.year}年法治政府建设年度报告" if report.year else report.head.title
        self.top.show_report(title, report.organ.full_name, report.sample)
        self.tasks.show_progress(self.progress, *deadlines(report, standard, self.opened.clock().date()))
        self._show_counts()
        self.steps.show()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.body.close_overlay() or self.body.show_alone(False)):
            return
        super().keyPressEvent(event)

    def _centre(self) -> QWidget:
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.find_bar, self.banner):
            column.addWidget(widget)
        column.addWidget(self.pages, 1)
        column.addWidget(self.footer)
        return centre

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.body, 1)
        column.addWidget(self.status)

    def _connect(self) -> None:
        self.tasks.task_requested.connect(self.open_task)
        self.part_menu.serve(self.tasks)
        self.part_menu.task_requested.connect(self._show_new_task)
        self.part_menu.place_requested.connect(self.go_to)
        self.pages.place_requested.connect(self.go_to)
        self.pages.finding_asked.connect(self.findings.act)
        self.search.place_requested.connect(self.go_to)
        self.search.told.connect(self.status.show_notice)
        self.findings.told.connect(self.status.show_notice)
        self.findings.place_requested.connect(self._go_to_finding)
        self.footer.done_requested.connect(self.mark_done)
        self.opened.report_changed.connect(self._note_change)
        self.opened.findings_changed.connect(self._take_findings)
        self.opened.saved_changed.connect(self._show_saved)

    def _first_task(self) -> str:
        """Return where to begin: the first task that is not done, the head when all are."""
        model = self.tasks.model
        return next((task for task in model.tasks if model.mark(task).state is not TaskState.DONE), HEAD)

    def _note_change(self, report: Report) -> None:
        # Counting and listing wait until the hand rests; parts that came or went do not wait.
        same_parts = [part.id for part in report.parts] == [part.id for part in self._shown.parts]
        self._shown = report
        if same_parts:
            self._settle.start()
        else:
            self.refresh()
        if self.status.notice.text():
            self.status.show_notice("")

    def open_task(self, task: str) -> None:
        """Show the page of `task`, as wide as it needs."""
        self.previewing.make_room()
        self.go_to_task(task)

    def _show_new_task(self, task: str) -> None:
        self.refresh()
        self.go_to_task(task)
        self.pages.focus_page()

    def _travel(self, step: object) -> None:
        before = self.opened.report
        assert callable(step)
        step()
        touched = changed_tasks(before, self.opened.report)
        self.refresh()
        if touched and self.task not in touched:
            self.go_to_task(touched[0])

    def _go_to_finding(self, place: Place) -> None:
        self.side.show_tab(FINDINGS)
        self.go_to(place)

    def _take_findings(self) -> None:
        self.refresh()
        self._show_findings()

    def _show_findings(self) -> None:
        titles = {row.task: row.title for row in self.tasks.model.rows if row.task}
        self.findings.show_task(self.task, titles)
        self.body.strip.show_count(len(self.opened.findings))

    def _show_counts(self) -> None:
        report = self.opened.report
        counts = task_words(report, self.task), report_words(report), self.progress.missing, self.progress.findings
        self.status.show_counts(*counts, (target_of(report, self.task), report.word_target))

    def _show_saved(self, state: SavedState) -> None:
        self.status.show_saved(state)
        if state.phase is Phase.READ_ONLY:
            self.pages.apply_read_only()
            self.findings.show()
            self.steps.show()
