"""The first page: reports at hand, and the ways to begin one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QMimeData, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame, QGridLayout, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QStackedWidget, QVBoxLayout,
    QWidget,
)

from models.clock import hand_in_deadline
from models.storage.summary import ReportSummary
from ui.app.guarded import guarded
from ui.widgets.labels import plain_label

FIRST_STEPS = """还没有报告。从这里开始：

1  点“新建年度报告”：先填一次单位信息，再选年度和报送方式。
2  照左边的清单逐项填写：缺什么、错在哪，随时看得见，内容自动保存。
3  点“导出”：得到按公文格式排好的报送版，打印后送签。

去年或今年已有 Word、WPS、PDF 稿？点“读入已有报告”，或者把文件拖进来，程序替它找出缺项。
报告在网页上？复制正文，点“粘贴读入”。想先看看成品，点“看示例”。"""
# Values of the namespace Qt, which the first window does not touch (see labels.py): UserRole, AlignTop | AlignLeft.
REPORT_ID = 256
TOP_LEFT = 0x21
NOTICE = "涉及国家秘密的内容不要录入本程序。程序不联网，报告只存在这台电脑上。"


class StartPage(QWidget):
    """Lists the reports, newest first, and offers what one can do. It knows no store; it only asks."""

    new_requested = Signal()
    import_requested = Signal()
    paste_requested = Signal()
    file_dropped = Signal(str)  # its path
    sample_requested = Signal()
    organ_requested = Signal()
    overlay_requested = Signal()
    open_requested = Signal(str)  # report id
    delete_requested = Signal(str)  # report id

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start_page")
        self._today = today
        self.deadline = plain_label("", "muted")
        self.banner = plain_label("", "check")
        self.banner.hide()
        self.list = QListWidget()
        self.list.setAccessibleName("已有的报告")
        self.list.setObjectName("report_list")
        self.list.itemActivated.connect(lambda item: self.open_requested.emit(item.data(REPORT_ID)))
        self.list.currentItemChanged.connect(self._refresh_buttons)
        self.empty = plain_label(FIRST_STEPS, "muted")
        self.empty.setProperty("alignment", TOP_LEFT)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.list)
        self.open_button = _button("打开(&O)", "")
        self.delete_button = _button("删除…", "")
        self.open_button.clicked.connect(lambda: self._emit_current(self.open_requested))
        self.delete_button.clicked.connect(lambda: self._emit_current(self.delete_requested))
        self.new_button = _button("新建年度报告(&N)", "primary")
        self.import_button = _button("读入已有报告(&R)…", "")
        self.paste_button = _button("粘贴读入(&V)", "")
        self.paste_button.setToolTip("把网页或文档里复制的报告读进来")
        self.sample_button = _button("看示例(&E)", "")
        self.organ_button = _button("单位信息(&U)…", "")
        self.overlay_button = _button("导入本地要求(&L)…", "")
        for button, signal in (
            (self.new_button, self.new_requested), (self.import_button, self.import_requested),
            (self.paste_button, self.paste_requested), (self.sample_button, self.sample_requested),
            (self.organ_button, self.organ_requested), (self.overlay_button, self.overlay_requested),
        ):
            button.clicked.connect(signal)
        self._assemble()
        self.setAcceptDrops(True)
        self.show_reports(())

    def _assemble(self) -> None:
        """Lay out the actions on the left and the reports on the right."""
        left = QVBoxLayout()
        left.setSpacing(8)
        for button in (self.new_button, self.import_button, self.paste_button, self.sample_button):
            left.addWidget(button)
        left.addSpacing(16)
        for button in (self.organ_button, self.overlay_button):
            left.addWidget(button)
        left.addStretch(1)
        left.addWidget(plain_label(NOTICE, "caption"))
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        heading = QHBoxLayout()
        heading.addWidget(plain_label("已有的报告", "heading"), 1)
        heading.addWidget(self.delete_button)
        heading.addWidget(self.open_button)
        inside.addLayout(heading)
        inside.addWidget(self.stack, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(48, 32, 48, 24)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(12)
        grid.addWidget(plain_label("法治年报助手", "title"), 0, 0, 1, 2)
        grid.addWidget(self.deadline, 1, 0, 1, 2)
        grid.addWidget(self.banner, 2, 0, 1, 2)
        grid.addLayout(left, 3, 0)
        grid.addWidget(card, 3, 1)
        grid.setColumnMinimumWidth(0, 232)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(3, 1)

    def show_reports(self, reports: Sequence[ReportSummary]) -> None:
        """List `reports`; the deadline is that of the year before this one."""
        self.list.clear()
        for each in reports:
            mark = "示例  " if each.sample else ""
            title = each.title or f"{each.organ}{each.year}年度报告"
            changed = f"{each.changed_at:%Y-%m-%d %H:%M}"
            item = QListWidgetItem(f"{mark}{title}\n{each.organ} · 改于 {changed} · 编号 {each.number}")
            item.setData(REPORT_ID, each.id)
            self.list.addItem(item)
        self.stack.setCurrentWidget(self.list if reports else self.empty)
        if reports:
            self.list.setCurrentRow(0)
        self.deadline.setText(deadline_text(self._today))
        self._refresh_buttons()

    def show_notice(self, text: str) -> None:
        """Say `text` above the list; empty takes it away."""
        self.banner.setText(text)
        self.banner.setVisible(bool(text))

    def show_read_only(self, notice: str) -> None:
        """Close every way of changing the library and say why (`notice`); empty opens them."""
        if notice or not self.new_button.isEnabled():
            self.show_notice(notice)
        for button in (
            self.new_button, self.import_button, self.paste_button, self.sample_button, self.organ_button,
            self.overlay_button,
        ):
            button.setEnabled(not notice)
        self.setAcceptDrops(not notice)
        self._refresh_buttons()

    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event.mimeData()):
            event.acceptProposedAction()

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.file_dropped.emit(_dropped_file(event.mimeData()))

    def _refresh_buttons(self) -> None:
        chosen = self.list.currentItem() is not None
        self.open_button.setEnabled(chosen)
        self.delete_button.setEnabled(chosen and self.new_button.isEnabled())

    def _emit_current(self, signal: SignalInstance) -> None:
        item = self.list.currentItem()
        if item is not None:
            signal.emit(item.data(REPORT_ID))


def deadline_text(today: date) -> str:
    """Return how long there is to hand in the report on last year, in words (3月1日之前)."""
    year = today.year - 1
    deadline = hand_in_deadline(year)
    days = (deadline - today).days
    if days >= 0:
        return f"{year}年度报告：距{deadline.month}月{deadline.day}日还有 {days} 天"
    return f"{year}年度报告的报送日期（{deadline.month}月{deadline.day}日）已过 {-days} 天；新建{today.year}年度报告可以先积累材料。"


def _dropped_file(data: QMimeData) -> str:
    """Return the path of the one file that is dropped; empty when it is something else."""
    urls = data.urls()
    return urls[0].toLocalFile() if len(urls) == 1 else ""


def _button(text: str, kind: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", kind)
    button.setMinimumHeight(34)
    return button
