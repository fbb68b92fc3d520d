"""The lines of the task list, on which entries can be let go and among which parts can be moved."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QWidget

from ui.app.guarded import guarded
from ui.item_models.task_model import TaskRole
from ui.item_models.task_rows import TaskRow
from ui.widgets.entry_drag import DropLine, carried_entry

CARRIED_PART = "application/x-fzbg-part"  # the id of a part of the open report


class TaskView(QListView):
    """Shows the lines and tells what was let go where; it moves nothing itself."""

    entry_dropped = Signal(str, str)  # id of the entry, id of the part
    part_dropped = Signal(str, int)  # id of the part, the gap among the parts, counted from 0 before the first

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without lines."""
        super().__init__(parent)
        self._pressed: QPoint | None = None
        self._line = DropLine(self.viewport())
        self._frame = QFrame(self.viewport())
        self._frame.setProperty("kind", "drop_frame")
        self._frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._frame.hide()
        self.setAcceptDrops(True)

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if left else None
        super().mousePressEvent(event)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        # a held mouse does not choose the lines it passes
        far = QApplication.startDragDistance()
        if self._pressed is not None and (point - self._pressed).manhattanLength() >= far:
            row, self._pressed = self._row_at(self._pressed), None
            if row is not None and row.part_id:
                self._drag(row)

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        super().mouseReleaseEvent(event)

    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        event.setAccepted(bool(carried_entry(data) or carried_part(data)))

    @guarded(None)
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        point, data = event.position().toPoint(), event.mimeData()
        self._show_target(point, data)
        event.setAccepted(self._line.isVisible() or self._frame.isVisible())
        if point.y() < 16 or point.y() > self.viewport().height() - 16:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (8 if point.y() > 16 else -8))

    @guarded(None)
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hide_target()

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        point, data = event.position().toPoint(), event.mimeData()
        self._hide_target()
        row = self._row_at(point)
        if entry := carried_entry(data):
            if row is not None and row.part_id:
                event.acceptProposedAction()
                self.entry_dropped.emit(entry, row.part_id)
        elif part := carried_part(data):
            event.acceptProposedAction()
            self.part_dropped.emit(part, self._gap_at(point.y()))

    def _drag(self, row: TaskRow) -> None:
        drag = QDrag(self)
        data = QMimeData()
        data.setData(CARRIED_PART, row.part_id.encode())
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)

    def _show_target(self, point: QPoint, data: QMimeData) -> None:
        """Show where what is carried would come: round the line of a part, or between two parts."""
        self._hide_target()
        row = self._row_at(point)
        if carried_entry(data):
            if row is not None and row.part_id:
                self._frame.setGeometry(self.visualRect(self.indexAt(point)))
                self._frame.raise_()
                self._frame.show()
        elif carried_part(data):
            rects = self._part_rects()
            gap = self._gap_at(point.y())
            self._line.show_at(rects[gap].top() if gap < len(rects) else rects[-1].bottom(), self.viewport().width())

    def _hide_target(self) -> None:
        self._line.hide()
        self._frame.hide()

    def _row_at(self, point: QPoint) -> TaskRow | None:
        index = self.indexAt(point)
        return index.data(TaskRole.ROW) if index.isValid() else None

    def _part_rects(self) -> list[QRect]:
        """Return where each part stands with the lines below it that belong to it."""
        rects: list[QRect] = []
        model = self.model()
        for number in range(model.rowCount()):
            index: QModelIndex = model.index(number, 0)
            row: TaskRow = index.data(TaskRole.ROW)
            if row.part_id:
                rects.append(self.visualRect(index))
            elif row.level and rects:
                rects[-1] = rects[-1].united(self.visualRect(index))
        return rects

    def _gap_at(self, y: int) -> int:
        return sum(rect.center().y() < y for rect in self._part_rects())


def carried_part(data: QMimeData) -> str:
    """Return the id of the part that `data` carries; empty when it carries something else."""
    return bytes(data.data(CARRIED_PART).data()).decode(errors="replace") if data.hasFormat(CARRIED_PART) else ""
