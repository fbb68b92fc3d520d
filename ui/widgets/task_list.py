"""The left side of the work window: every task with its state, and how far the whole is."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QToolButton, QVBoxLayout, QWidget

from ui.app.icons import icon
from ui.app.overview import Progress
from ui.delegates.task_delegate import FOLDED_WIDTH, TaskDelegate
from ui.item_models.task_model import TaskModel, TaskRole
from ui.item_models.task_rows import TaskRow
from ui.widgets.labels import link_button, plain_label, set_kind
from ui.widgets.task_list_ring import ProgressRing
from ui.widgets.task_view import TaskView

WIDTH = 256


class TaskList(QFrame):
    """Shows the tasks and asks for one; it keeps only which is chosen and whether it is folded."""

    task_requested = Signal(str)  # task id
    menu_requested = Signal(object, QPoint)  # TaskRow under the mouse or chosen (None beside), where on the screen
    folded_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty and unfolded."""
        super().__init__(parent)
        self.setObjectName("task_list")
        self.model = TaskModel(self)
        self.delegate = TaskDelegate(self)
        self.view = TaskView()
        self.view.setObjectName("task_view")
        self.view.setAccessibleName("任务清单")
        self.view.setModel(self.model)
        self.view.setItemDelegate(self.delegate)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._request_menu)
        self.view.selectionModel().currentChanged.connect(self._request_task)
        self.ring = ProgressRing()
        self.deadline = plain_label("", "strong")
        self.publication = plain_label("", "caption")
        self.publication.setToolTip("4月1日之前向社会公开，涉密内容除外")
        self.missing = plain_label("", "caption")
        self.edit_button = link_button("＋ 增减部分")
        self.fold_button = QToolButton()
        self._assemble()
        self._quiet = False
        self.fold(False)

    def show_tasks(self, rows: tuple[TaskRow, ...], task: str) -> None:
        """Show `rows` with `task` chosen."""
        self._quiet = True
        self.model.show_rows(rows)
        self._quiet = False
        self.choose(task)

    def choose(self, task: str) -> None:
        """Choose `task` without asking for it; an unknown one leaves nothing chosen."""
        index = self.model.index_of(task)
        if index != self.view.currentIndex():
            self._quiet = True
            self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._quiet = False
        if index.isValid():
            self.view.scrollTo(index)

    def show_progress(self, progress: Progress, deadline: str, overdue: bool, publication: str) -> None:
        """Show how far the report is, how long there is to hand it in and, unless that is empty, to publish it."""
        self.ring.show_share(progress.done, progress.total)
        self.deadline.setText(deadline)
        set_kind(self.deadline, "must" if overdue else "strong")
        self.publication.setText(publication)
        self.publication.setVisible(bool(publication) and not self.folded)
        self.missing.setText(f"必填还缺 {progress.missing} 项" if progress.missing else "必填都有了")

    @property
    def folded(self) -> bool:
        """Whether only the icons are shown."""
        return self.delegate.folded

    def fold(self, folded: bool) -> None:
        """Fold down to the icons, or unfold."""
        self.delegate.folded = folded
        self.setFixedWidth(FOLDED_WIDTH if folded else WIDTH)
        for widget in (self.deadline, self.missing, self.edit_button):
            widget.setVisible(not folded)
        self.publication.setVisible(bool(self.publication.text()) and not folded)
        self.ring.show_small(folded)
        self._foot.setDirection(QHBoxLayout.Direction.BottomToTop if folded else QHBoxLayout.Direction.LeftToRight)
        margin = 6 if folded else 16
        self._foot.setContentsMargins(margin, 8, 6, 8)
        self.view.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if folded else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        words = "展开任务清单" if folded else "收起任务清单"
        self.fold_button.setIcon(icon("fold_right" if folded else "fold_left"))
        self.fold_button.setAccessibleName(words)
        self.fold_button.setToolTip(words)
        self.view.scheduleDelayedItemsLayout()
        self.view.viewport().update()
        self.folded_changed.emit(folded)

    def _assemble(self) -> None:
        self.fold_button.clicked.connect(lambda: self.fold(not self.folded))
        self.edit_button.setToolTip("增加、删除部分，调整先后")
        self.edit_button.clicked.connect(self._request_menu_at_button)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.deadline)
        words.addWidget(self.publication)
        words.addWidget(self.missing)
        foot = QWidget()
        foot.setObjectName("task_foot")
        self._foot = QHBoxLayout(foot)
        self._foot.setSpacing(8)
        self._foot.addWidget(self.ring)
        self._foot.addLayout(words, 1)
        self._foot.addWidget(self.fold_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(foot)

    def _request_task(self, index: QModelIndex) -> None:
        if not self._quiet and index.isValid():
            self.task_requested.emit(index.data(TaskRole.ROW).task)

    def _request_menu(self, point: QPoint) -> None:
        index = self.view.indexAt(point)
        row = index.data(TaskRole.ROW) if index.isValid() else None
        self.menu_requested.emit(row, self.view.viewport().mapToGlobal(point))

    def _request_menu_at_button(self) -> None:
        row = self.view.currentIndex().data(TaskRole.ROW) if self.view.currentIndex().isValid() else None
        self.menu_requested.emit(row, self.edit_button.mapToGlobal(QPoint(0, 0)))
