"""Two versions side by side, change by change; what the older one said can be taken back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from models.comparison.versions import Change, all_taken_back, changes, taken_back
from models.domain.report import Report
from ui.app.open_report import OpenReport
from ui.app.version_words import ChangeNames
from ui.dialogs.side_by_side_dialog import SideBySideDialog, quiet_button
from ui.widgets.compared_sides import LEGEND, ComparedSides
from ui.widgets.labels import allow, plain_label

TALLEST = 620  # pixels
NO_CHANGE = "两个版本的内容完全一样。"


class CompareDialog(SideBySideDialog):
    """Shows what differs between `older` and another version, or the report as it stands when `newer` is None."""

    taking_back = Signal()  # emitted before anything is taken back

    def __init__(
        self, opened: OpenReport, older: Report, older_name: str, newer: Report | None = None,
        newer_name: str = "现在的内容", parent: QWidget | None = None,
    ) -> None:
        super().__init__("对照版本", ComparedSides(older_name, newer_name), parent)
        self._opened = opened
        self._older = older
        self._newer = newer
        self.changes: tuple[Change, ...] = ()
        self.left, self.right = self.sides.left, self.sides.right
        self.counted = plain_label("", "muted")
        self.take = quiet_button("取回左边这一处(&T)")
        self.take_all = quiet_button("全部取回(&A)")
        self.done_button = QPushButton("关闭")
        self.done_button.setDefault(True)
        self._assemble()
        self._connect()
        self.refresh()
        self.list.setFocus()

    def refresh(self) -> None:
        """Compare again and stay as near as can be to the change that was shown."""
        newer = self._opened.report if self._newer is None else self._newer
        row = max(self.list.currentRow(), 0)
        self.changes = changes(self._older, newer)
        names = ChangeNames(self._older, newer, self._opened.standard)
        self.list.clear()
        self.list.addItems([names.of(change) for change in self.changes])
        self.counted.setText(f"有 {len(self.changes)} 处不同。{LEGEND}" if self.changes else NO_CHANGE)
        closed = ("报告是只读的，这里不能取回。" if self._opened.read_only else NO_CHANGE if not self.changes
                  else "" if self._newer is None else "只有和现在的内容对照时才能取回。")
        allow(self.take, closed, "现在的内容里，这一处改回左边的样子，可以撤销")
        allow(self.take_all, closed, "现在的内容全部改回左边的样子，一步就能撤销")
        self.follow_count()
        self.list.setCurrentRow(min(row, len(self.changes) - 1))
        self._show()

    @property
    def change(self) -> Change | None:
        """The change that is shown; None when there is none."""
        row = self.list.currentRow()
        return self.changes[row] if 0 <= row < len(self.changes) else None

    def _assemble(self) -> None:
        self.assemble((self.counted,), (), (self.take, self.take_all), (self.done_button,), TALLEST)
        self.take.setVisible(self._newer is None)
        self.take_all.setVisible(self._newer is None)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _: self._show())
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
