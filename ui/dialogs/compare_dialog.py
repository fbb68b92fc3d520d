"""Two versions side by side, change by change; what the older one said can be taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.comparison.versions import Change, all_taken_back, changes, taken_back
from models.domain.report import Report
from ui.app.guarded import guarded
from ui.app.open_report import OpenReport
from ui.app.version_words import ChangeNames
from ui.widgets.compared_sides import LEGEND, ComparedSides, change_list
from ui.widgets.labels import plain_label

NO_CHANGE = "两个版本的内容完全一样。"


class CompareDialog(QDialog):
    """Shows what differs between `older` and another version, or the report as it stands when `newer` is None."""

    taking_back = Signal()  # emitted before anything is taken back

    def __init__(
        self, opened: OpenReport, older: Report, older_name: str, newer: Report | None = None,
        newer_name: str = "现在的内容", parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("对照版本")
        self._opened = opened
        self._older = older
        self._newer = newer
        self.changes: tuple[Change, ...] = ()
        self.list = change_list()
        self.sides = ComparedSides(older_name, newer_name)
        self.left, self.right = self.sides.left, self.sides.right
        self.counted = plain_label("", "muted")
        self.previous = _button("上一处(&P)", "Shift+F8")
        self.next = _button("下一处(&N)", "F8")
        self.take = _button("取回左边这一处(&T)", "现在的内容里，这一处改回左边的样子，可以撤销")
        self.take_all = _button("全部取回(&A)", "现在的内容全部改回左边的样子，一步就能撤销")
        self.done_button = QPushButton("关闭")
        self.done_button.setDefault(True)
        self._assemble()
        self._connect()
        self.refresh()
        self.list.setFocus()
        room = self.screen().availableGeometry()
        self.resize(min(1100, room.width() - 40), min(620, room.height() - 60))

    def refresh(self) -> None:
        """Compare again and stay as near as can be to the change that was shown."""
        newer = self._opened.report if self._newer is None else self._newer
        row = max(self.list.currentRow(), 0)
        self.changes = changes(self._older, newer)
        names = ChangeNames(self._older, newer, self._opened.standard)
        self.list.clear()
        self.list.addItems([names.of(change) for change in self.changes])
        self.counted.setText(f"有 {len(self.changes)} 处不同。{LEGEND}" if self.changes else NO_CHANGE)
        able = bool(self.changes) and not self._opened.read_only and self._newer is None
        self.take.setEnabled(able)
        self.take_all.setEnabled(able)
        for button in (self.previous, self.next):
            button.setEnabled(len(self.changes) > 1)
        self.list.setCurrentRow(min(row, len(self.changes) - 1))
        self._show()

    def step(self, by: int) -> None:
        """Go to the next change, or the previous one when `by` is -1, round and round."""
        if self.changes:
            self.list.setCurrentRow((self.list.currentRow() + by) % len(self.changes))

    @property
    def change(self) -> Change | None:
        """The change that is shown; None when there is none."""
        row = self.list.currentRow()
        return self.changes[row] if 0 <= row < len(self.changes) else None

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F8:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _assemble(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list)
        middle.addWidget(self.sides, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.previous, self.next, self.take, self.take_all):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(plain_label("对照版本", "title", wrap=False))
        column.addWidget(self.counted)
        column.addLayout(middle, 1)
        column.addLayout(foot)
        self.take.setVisible(self._newer is None)
        self.take_all.setVisible(self._newer is None)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _: self._show())
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.take.clicked.connect(self._take_back)
        self.take_all.clicked.connect(self._take_all_back)
        self.done_button.clicked.connect(self.accept)

    def _show(self) -> None:
        self.sides.show_change(self.change)

    def _take_back(self) -> None:
        change = self.change
        if change is not None:
            name = self.list.currentItem().text().partition("　")[2]
            self._edit(taken_back(self._opened.report, self._older, change), f"取回：{name}")

    def _take_all_back(self) -> None:
        self._edit(all_taken_back(self._opened.report, self._older), "取回整个版本")

    def _edit(self, report: Report, label: str) -> None:
        self.taking_back.emit()
        self._opened.edit(report, label)
        self.refresh()


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    return button
