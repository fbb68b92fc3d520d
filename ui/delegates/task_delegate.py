"""How a line of the task list is painted: state, title, counter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from models.checks.progress import TaskState
from ui.app.guarded import guarded
from ui.app.icons import SIZE, pixmap
from ui.app.theme import CAPTION_SIZE, WINDOW_SIZE, shown_theme
from ui.item_models.task_model import TaskMark, TaskRole
from ui.item_models.task_rows import TaskRow

ROW_HEIGHT = 30
CAPTION_HEIGHT = 32
MARGIN = 16
INDENT = 18
BAR = 3
FOLDED_WIDTH = 48

ICONS = {
    TaskState.EMPTY: ("empty", "field_border"),
    TaskState.BEGUN: ("filling", "accent"),
    TaskState.REVIEW: ("attention", "check"),
    TaskState.DONE: ("done", "done"),
}


def icon_of(mark: TaskMark) -> tuple[str, str]:
    """Return name and colour of the icon for `mark`: red where something must be changed in what was written."""
    if mark.errors and mark.state is not TaskState.EMPTY:
        return ("attention", "must")
    return ICONS[mark.state]


def counter_of(mark: TaskMark) -> tuple[str, str]:
    """Return the words at the right of `mark` and their colour: what is wrong, what lacks, or how much is there."""
    if mark.errors and mark.state is not TaskState.EMPTY:
        return f"{mark.errors}处", "must"
    if mark.blanks and mark.state is not TaskState.EMPTY:
        return f"缺{mark.blanks}处", "faint"
    return mark.counter, "faint"


class TaskDelegate(QStyledItemDelegate):
    """Paints captions and tasks. `folded` leaves only the icons."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start unfolded."""
        super().__init__(parent)
        self.folded = False

    @guarded(QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(TaskRole.ROW)
        if row.task:
            return QSize(FOLDED_WIDTH, ROW_HEIGHT)
        return QSize(FOLDED_WIDTH, 9 if self.folded else CAPTION_HEIGHT)

    @guarded(None)
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: TaskRow = index.data(TaskRole.ROW)
        rectangle: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        if row.task:
            state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
            self._paint_task(painter, rectangle, row, index.data(TaskRole.MARK), state)
        else:
            self._paint_caption(painter, rectangle, row)
        painter.restore()

    def _paint_caption(self, painter: QPainter, rectangle: QRect, row: TaskRow) -> None:
        if self.folded:
            middle = rectangle.center().y()
            painter.setPen(shown_theme().color("line"))
            painter.drawLine(rectangle.left() + 12, middle, rectangle.right() - 12, middle)
            return
        painter.setFont(_font(painter, CAPTION_SIZE))
        painter.setPen(shown_theme().color("faint"))
        painter.drawText(rectangle.adjusted(MARGIN + 2, 4, -8, 0), _LEFT, row.title)

    def _paint_task(
        self, painter: QPainter, rectangle: QRect, row: TaskRow, mark: TaskMark, state: QStyle.StateFlag
    ) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rectangle, shown_theme().color("accent_soft"))
            bar = QRect(rectangle.left(), rectangle.top(), BAR, rectangle.height())
            painter.fillRect(bar, shown_theme().color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rectangle, shown_theme().color("background"))
        left = rectangle.left() + (MARGIN if self.folded else MARGIN + INDENT * row.level)
        name, token = icon_of(mark)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(left, rectangle.center().y() - SIZE // 2 + 1, pixmap(name, token, SIZE, ratio))
        if not self.folded:
            self._paint_words(painter, rectangle, left + SIZE + 8, row, mark, selected)
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(shown_theme().color("accent"))
            painter.drawRect(rectangle.adjusted(0, 0, -1, -1))

    def _paint_words(
        self, painter: QPainter, rectangle: QRect, left: int, row: TaskRow, mark: TaskMark, selected: bool
    ) -> None:
        painter.setFont(_font(painter, CAPTION_SIZE))
        counter, token = counter_of(mark)
        width = painter.fontMetrics().horizontalAdvance(counter)
        right = rectangle.right() - 13
        painter.setPen(shown_theme().color(token))
        painter.drawText(QRect(right - width, rectangle.top(), width + 1, rectangle.height()), _LEFT, counter)
        painter.setFont(_font(painter, WINDOW_SIZE, selected))
        painter.setPen(shown_theme().color("ink"))
        room = right - width - (8 if counter else 0) - left
        title = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, rectangle.top(), room, rectangle.height()), _LEFT, title)


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def _font(painter: QPainter, size: int, bold: bool = False) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return font
