"""The task list as an item model: lines, their states and counters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.checks.progress import TaskState
from ui.app.guarded import guarded
from ui.item_models.task_rows import TaskRow

Index = QModelIndex | QPersistentModelIndex


class TaskRole(IntEnum):
    """What the delegate asks for besides the title."""

    ROW = Qt.ItemDataRole.UserRole + 1  # TaskRow
    MARK = Qt.ItemDataRole.UserRole + 2  # TaskMark


@dataclass(frozen=True, slots=True)
class TaskMark:
    """What stands beside a title: its state, its grave findings, its counter, what is still to be filled in."""

    state: TaskState = TaskState.EMPTY
    errors: int = 0
    counter: str = ""
    blanks: int = 0

    @property
    def words(self) -> str:
        """The state in words, with the number of places that must be changed and of those to be filled in."""
        return "，".join(word for word in (self.state.value, self.left) if word)

    @property
    def left(self) -> str:
        """What must be done before the task is done, in words; empty when nothing is left."""
        errors = f"{self.errors} 处必改" if self.errors else ""
        blanks = f"{self.blanks} 处必填" if self.blanks else ""
        return "，".join(word for word in (errors, blanks) if word)


NO_MARK = TaskMark()


class TaskModel(QAbstractListModel):
    """Keeps the lines; tells views only what differs."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with no lines."""
        super().__init__(parent)
        self._rows: tuple[TaskRow, ...] = ()
        self._marks: dict[str, TaskMark] = {}

    @property
    def rows(self) -> tuple[TaskRow, ...]:
        """The lines as they stand."""
        return self._rows

    @property
    def tasks(self) -> tuple[str, ...]:
        """The task ids in order, without captions."""
        return tuple(row.task for row in self._rows if row.task)

    def show_rows(self, rows: tuple[TaskRow, ...]) -> bool:
        """Show `rows`; return whether lines came, went or moved, so that a view must find its place again."""
        if rows == self._rows:
            return False
        if [row.task for row in rows] == [row.task for row in self._rows]:
            old, self._rows = self._rows, rows
            for number, (before, after) in enumerate(zip(old, rows, strict=True)):
                if before != after:
                    self.dataChanged.emit(self.index(number), self.index(number))
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def show_marks(self, marks: Mapping[str, TaskMark]) -> None:
        """Show `marks` by task id; a task without one is empty."""
        old, self._marks = self._marks, dict(marks)
        for number, row in enumerate(self._rows):
            if row.task and old.get(row.task) != self._marks.get(row.task):
                self.dataChanged.emit(self.index(number), self.index(number))

    def mark(self, task: str) -> TaskMark:
        """Return what stands beside `task`."""
        return self._marks.get(task, NO_MARK)

    def index_of(self, task: str) -> QModelIndex:
        """Return the index of `task`; an invalid one when it is not in the list."""
        for number, row in enumerate(self._rows):
            if row.task and row.task == task:
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self._rows[index.row()].task:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        mark = self.mark(row.task)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == TaskRole.ROW:
            return row
        if role == TaskRole.MARK:
            return mark
        if not row.task:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}，{mark.words}" + (f"，{mark.counter}" if mark.counter else "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(f"{row.title}：{mark.words}")
        return None


def plain_tooltip(text: str) -> str:
    """Return `text` so that a tooltip shows it letter by letter: Qt takes tooltips with tags for rich text."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{escaped}</span>" if escaped != text else text
