"""The line below each page: back, done, on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

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
        column = QVBoxLayout(self)  # like the page above it: at the left of a wide window
        column.setContentsMargins(24, 8, 24, 12)
        column.addWidget(inside)

    def show_previous(self, title: str) -> None:
        """Name the first button after the task before; an empty title hides it."""
        self.previous.setText(f"‹ {literal(_short(title))}")
        self.previous.setToolTip("上一项（Alt+↑）")
        self.previous.setVisible(bool(title))

    def show_next(self, title: str, all_done: bool) -> None:
        """Name the last button after the next task that is not done, or say that `all_done`; else hide it."""
        self.next.setText("都完成了，核对一遍 ›" if all_done else f"接着填：{literal(_short(title))} ›")
        self.next.setToolTip(
            "列出全部问题（F7）" if all_done else "下一个还没有完成的（Alt+PgDn）；按顺序的下一项：Alt+↓")
        self.next.setVisible(bool(title) or all_done)

    def show_done(self, done: bool, allowed: bool) -> None:
        """Name the middle button by what it would do; `allowed` is False in a read-only report."""
        self.done.setText("取消完成" if done else "标为完成")
        self.done.setToolTip(f"{self.done.text()}（Ctrl+Enter）")
        self.done.setEnabled(allowed)


def _short(title: str) -> str:
    return title if len(title) <= TITLE_SHOWN else f"{title[:TITLE_SHOWN]}…"
