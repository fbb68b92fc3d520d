"""The line below each page: back, done, on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.widgets.labels import literal

TITLE_SHOWN = 12
WIDEST = 840


class TaskFooter(QWidget):
    """Buttons to the neighbours of a task and to mark it done."""

    previous_requested = Signal()
    next_requested = Signal()
    done_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the three buttons."""
        super().__init__(parent)
        self.previous = QPushButton("")
        self.done = QPushButton("标为完成")
        self.next = QPushButton("")
        self.next.setProperty("kind", "primary")
        self.previous.clicked.connect(self.previous_requested)
        self.done.clicked.connect(self.done_requested)
        self.next.clicked.connect(self.next_requested)
        inside = QWidget()
        inside.setMaximumWidth(WIDEST)
        buttons = QHBoxLayout(inside)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self.previous)
        buttons.addStretch(1)
        buttons.addWidget(self.done)
        buttons.addWidget(self.next)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 12)
        row.addWidget(inside)

    def show_neighbours(self, previous: str, following: str) -> None:
        """Name the buttons after the neighbouring tasks; an empty title hides its button."""
        self.previous.setText(f"‹ {literal(_short(previous))}")
        self.previous.setToolTip("上一项（Alt+↑）")
        self.previous.setVisible(bool(previous))
        self.next.setText(f"下一项：{literal(_short(following))} ›")
        self.next.setToolTip("下一项（Alt+↓）")
        self.next.setVisible(bool(following))

    def show_done(self, done: bool, allowed: bool) -> None:
        """Name the middle button by what it would do; `allowed` is False in a read-only report."""
        self.done.setText("取消完成" if done else "标为完成")
        self.done.setToolTip(f"{self.done.text()}（Ctrl+Enter）")
        self.done.setEnabled(allowed)


def _short(title: str) -> str:
    return title if len(title) <= TITLE_SHOWN else f"{title[:TITLE_SHOWN]}…"
