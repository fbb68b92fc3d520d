"""The bar to search the report with (Ctrl+F)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton, QFrame, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget,
)

from ui.app.guarded import guarded
from ui.app.icons import icon
from ui.widgets.labels import plain_label


WIDTH = 260  # of the fields, logical pixels


class FindBar(QFrame):
    """Asks for hits and steps through them; it knows no report."""

    wanted_changed = Signal(str)
    step_requested = Signal(int)  # 1 next, -1 previous
    replace_requested = Signal(str, bool)  # by what, whether everywhere
    closed = Signal()

    def __init__(self, name: str = "在整份报告里找", replaces: bool = False, parent: QWidget | None = None) -> None:
        """Start hidden; `name` says what is searched. A bar that `replaces` has a second row for it."""
        super().__init__(parent)
        self.setObjectName("find_bar")
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(name)
        self.field.setFixedWidth(WIDTH)
        self.field.textChanged.connect(self._change)
        self.count = plain_label("", "caption", wrap=False)
        self._wanted = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 6, 12, 6)
        column.setSpacing(6)
        row = QHBoxLayout()
        column.addLayout(row)
        self.replacing = ReplaceRow()
        self.replacing.asked.connect(self.replace_requested)
        self.replacing.hide()
        if replaces:
            column.addWidget(self.replacing)
        row.addWidget(self.field)
        row.addWidget(self.count)
        for name, words, act in (
            ("up", "上一处（Shift+F3）", lambda: self.step_requested.emit(-1)),
            ("down", "下一处（F3）", lambda: self.step_requested.emit(1)),
        ):
            row.addWidget(_button(name, words, act))
        row.addStretch(1)
        row.addWidget(_button("close", "关闭查找（Esc）", self.close_bar))
        self.hide()

    def open_bar(self, wanted: str = "", replace: bool = False) -> None:
        """Show the bar ready to type, with the row to `replace`; a non-empty `wanted` is searched at once."""
        self.replacing.setVisible(replace)
        self.show()
        if wanted:
            self.field.setText(wanted)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_bar(self) -> None:
        """Hide the bar."""
        self.hide()
        self.closed.emit()

    def show_hits(self, number: int, total: int) -> None:
        """Say which of how many hits is shown; a `number` of 0 means none was gone to yet."""
        if not self._wanted:
            self.count.setText("")
        elif not total:
            self.count.setText("没有找到")
        else:
            self.count.setText(f"{number}/{total}" if number else f"{total} 处")

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QAbstractButton):
            focus.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and focus is self.replacing.field:
            self.replacing.one.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step_requested.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _change(self, text: str) -> None:
        if text != self._wanted:
            self._wanted = text
            self.wanted_changed.emit(text)


class ReplaceRow(QWidget):
    """By what to replace, here or everywhere."""

    asked = Signal(str, bool)  # by what, whether everywhere

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty: replacing by nothing deletes."""
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setAccessibleName("替换为")
        self.field.setPlaceholderText("替换为（空着就是删去）")
        self.field.setFixedWidth(WIDTH)
        self.one = QPushButton("替换这一处(&1)")
        self.all = QPushButton("全部替换(&2)…")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field)
        self.one.clicked.connect(lambda: self.asked.emit(self.field.text(), False))
        self.all.clicked.connect(lambda: self.asked.emit(self.field.text(), True))
        for button in (self.one, self.all):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)


def _button(name: str, words: str, act: object) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setToolTip(words)
    button.setAccessibleName(words.partition("（")[0])
    button.clicked.connect(act)
    return button
