"""A card that points at a part of the window and explains it; the window beneath works on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.app.guarded import guarded
from ui.widgets.labels import plain_label

WIDTH = 340
GAP = 8  # between the card and what it points at, and to the edge of the window


class TourCard(QFrame):
    """Title, text and three buttons. `moved` tells how many steps on (1) or back (-1), `left` that it was enough."""

    moved = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Lie above everything in `parent`."""
        super().__init__(parent)
        self.setProperty("kind", "tour")
        self.setFixedWidth(WIDTH)
        self.ring = QFrame(parent)
        self.ring.setProperty("kind", "tour_ring")
        self.ring.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.title = plain_label("", "heading")
        self.text = plain_label("")
        self.count = plain_label("", "caption", wrap=False)
        self.leave = QPushButton("不看了")
        self.leave.setProperty("kind", "flat")
        self.leave.setToolTip("Esc")
        self.back = QPushButton("上一步")
        self.next = QPushButton()
        self.next.setProperty("kind", "primary")
        self.leave.clicked.connect(self.left)
        self.back.clicked.connect(lambda: self.moved.emit(-1))
        self.next.clicked.connect(lambda: self.moved.emit(1))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.count, 1)
        for button in (self.leave, self.back, self.next):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addLayout(row)

    def show_step(self, title: str, text: str, number: int, total: int) -> None:
        """Show step `number` of `total`, counted from 1."""
        self.title.setText(title)
        self.text.setText(text)
        self.count.setText(f"{number} / {total}")
        self.back.setEnabled(number > 1)
        self.next.setText("知道了" if number == total else "下一步")
        self.setAccessibleName(f"导览第{number}步，共{total}步：{title}")
        self.setAccessibleDescription(text)

    def point_at(self, target: QRect) -> None:
        """Stand beside `target`, a rectangle of the parent, and draw a ring round it."""
        parent = self.parentWidget()
        assert parent is not None
        room = parent.rect()
        self.ring.setGeometry(target.intersected(room))
        self.resize(WIDTH, self.heightForWidth(WIDTH) if self.hasHeightForWidth() else self.sizeHint().height())
        self.move(place_beside(target, self.size(), room))
        for each in (self.ring, self):
            each.show()
            each.raise_()

    def put_away(self) -> None:
        """Go for good, with the ring."""
        for each in (self.ring, self):
            each.hide()
            each.deleteLater()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def place_beside(target: QRect, size: QSize, room: QRect) -> QPoint:
    """Return where something of `size` stands best: right of `target`, left of it, below, else over its middle.

    It never leaves `room`.
    """
    across = target.center().y() - size.height() // 2
    if target.right() + GAP + size.width() < room.right():
        found = QPoint(target.right() + GAP, across)
    elif target.left() - GAP - size.width() > room.left():
        found = QPoint(target.left() - GAP - size.width(), across)
    elif target.bottom() + GAP + size.height() < room.bottom():
        found = QPoint(target.right() - size.width(), target.bottom() + GAP)
    else:
        found = target.center() - QPoint(size.width() // 2, size.height() // 2)
    return QPoint(
        max(room.left() + GAP, min(found.x(), room.right() - GAP - size.width())),
        max(room.top() + GAP, min(found.y(), room.bottom() - GAP - size.height())))
