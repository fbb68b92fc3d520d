"""Entries taken up by their grip: what is carried, and the line that shows where it would come to stand."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from ui.app.guarded import guarded

CARRIED = "application/x-fzbg-entry"  # the id of an entry of the open report
GRIP = (12, 24)  # pixels
DOT = 1.5
THICK = 3  # pixels of the line
EDGE = 60  # pixels from the edge of the page where it scrolls on


class Grip(QWidget):
    """What a card is dragged by: two columns of dots. Keys have 上移, 下移 and 移到 instead."""

    dragged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the grip."""
        super().__init__(parent)
        self.setFixedSize(*GRIP)
        self.setToolTip("按住拖动：放到别处，或者放到左边的另一部分里")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._pressed: QPoint | None = None

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().placeholderText())
        for row in range(3):
            for column in range(2):
                painter.drawEllipse(QPointF(3 + 5 * column, self.height() / 2 + 5 * (row - 1)), DOT, DOT)

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        if way >= QApplication.startDragDistance():
            self._pressed = None
            self.dragged.emit()

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None


def carried(entry_id: str) -> QMimeData:
    """Return what is carried while the entry `entry_id` is dragged."""
    data = QMimeData()
    data.setData(CARRIED, entry_id.encode())
    return data


def carried_entry(data: QMimeData) -> str:
    """Return the id of the entry that `data` carries; empty when it carries something else."""
    return bytes(data.data(CARRIED).data()).decode(errors="replace") if data.hasFormat(CARRIED) else ""


def drag_entry(source: QWidget, entry_id: str) -> None:
    """Let the mouse carry the entry `entry_id`, shown as the top of the card `source`, until it is let go."""
    drag = QDrag(source)
    drag.setMimeData(carried(entry_id))
    picture = source.grab(source.rect().adjusted(0, 0, 0, min(0, 72 - source.height())))
    drag.setPixmap(picture.scaledToWidth(
        min(picture.width(), 420), Qt.TransformationMode.SmoothTransformation))
    drag.exec(Qt.DropAction.MoveAction)


class DropLine(QFrame):
    """The line where a dragged thing would come to stand."""

    def __init__(self, parent: QWidget) -> None:
        """Make it, hidden, over `parent`."""
        super().__init__(parent)
        self.setProperty("kind", "drop_line")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, y: int, width: int) -> None:
        """Show the line with its middle at `y`, `width` wide."""
        self.setGeometry(0, max(0, y - THICK // 2), width, THICK)
        self.raise_()
        self.show()


def scroll_along(widget: QWidget, point: QPoint) -> None:
    """Scroll the page of `widget` on where `point`, a place in it, is near the page's edge."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None and area.widget() is not None:
        there = widget.mapTo(area.widget(), point)
        area.ensureVisible(area.horizontalScrollBar().value(), there.y(), 0, EDGE)
