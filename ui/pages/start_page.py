"""The first page: reports at hand, and the ways to begin one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame, QGridLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget,
)

from models.clock import hand_in_deadline
from models.storage.summary import ReportSummary
from ui.app.guarded import guarded
from ui.widgets.labels import plain_label

if TYPE_CHECKING:  # imported when there are reports to list
    from ui.widgets.report_panel import ReportPanel

FIRST_STEPS = """还没有报告。从这里开始：

1  点“新建年度报告”：先填一次单位信息，再选年度和报送方式。
2  照左边的清单逐项填写：缺什么、错在哪，随时看得见，内容自动保存。
3  点“导出”：得到按公文格式排好的报送版，打印后送签。

去年或今年已有 Word、WPS、PDF 稿？点“读入已有报告”，或者把文件拖进来，程序替你找出缺项。
报告在网页上？复制正文，点“粘贴读入”。想先看看成品，点“看示例”。"""
# Of the namespace Qt, which the first window does not touch (see labels.py): AlignTop | AlignLeft.
TOP_LEFT = 0x21
NOTICE = "涉及国家秘密的内容不要录入本程序。程序不联网，报告只存在这台电脑上。"


class StartPage(QWidget):
    """Lists the reports, newest first, and offers what one can do. It knows no store; it only asks."""

    new_requested = Signal()
    import_requested = Signal()
    paste_requested = Signal()
    file_dropped = Signal(str)  # its path
    exchange_requested = Signal()
    sample_requested = Signal()
    organ_requested = Signal()
    overlay_requested = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start_page")
        self._today = today
        self.panel: ReportPanel | None = None  # made when there are reports; the first window does without
        self.deadline = plain_label("", "muted")
        self.banner = plain_label("", "check")
        self.banner.hide()
        self.empty = plain_label(FIRST_STEPS, "muted")
        self.empty.setProperty("alignment", TOP_LEFT)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.new_button = _button("新建年度报告(&N)", "primary")
        self.import_button = _button("读入已有报告(&R)…", "")
        self.paste_button = _button("粘贴读入(&V)", "")
        self.paste_button.setToolTip("把网页或文档里复制的报告读进来")
        self.exchange_button = _button("打开交换文件(&X)…", "")
        self.exchange_button.setToolTip("打开从另一台电脑拷来的报告，两边都写过的逐处合并")
        self.sample_button = _button("看示例(&E)", "")
        self.organ_button = _button("单位信息(&U)…", "")
        self.overlay_button = _button("导入本地要求(&L)…", "")
        self.more_button = _button("显示和帮助(&H)", "")
        for button, signal in (
            (self.new_button, self.new_requested), (self.import_button, self.import_requested),
            (self.paste_button, self.paste_requested),
            (self.exchange_button, self.exchange_requested), (self.sample_button, self.sample_requested),
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
        for button in (self.new_button, self.import_button, self.paste_button, self.exchange_button,
                       self.sample_button):
            left.addWidget(button)
        left.addSpacing(16)
        for button in (self.organ_button, self.overlay_button, self.more_button):
            left.addWidget(button)
        left.addStretch(1)
        left.addWidget(plain_label(NOTICE, "caption"))
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
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

    def offer_actions(self, actions: Sequence[QAction]) -> None:
        """Offer `actions`, what concerns no single report, in a menu."""
        menu = QMenu(self)
        menu.addActions(actions)
        self.more_button.setMenu(menu)

    def show_reports(self, reports: Sequence[ReportSummary], read_only: bool = False) -> None:
        """List `reports`; the deadline is that of the year before this one."""
        if reports and self.panel is None:
            from ui.widgets.report_panel import ReportPanel

            self.panel = ReportPanel(self._today)
            self.stack.addWidget(self.panel)
        if self.panel is not None:
            self.panel.show_reports(reports, read_only)
        self.stack.setCurrentWidget(self.panel if reports and self.panel is not None else self.empty)
        self.deadline.setText(deadline_text(self._today))

    def show_notice(self, text: str) -> None:
        """Say `text` above the list; empty takes it away."""
        self.banner.setText(text)
        self.banner.setVisible(bool(text))

    def show_read_only(self, notice: str) -> None:
        """Close every way of changing the library and say why (`notice`); empty opens them."""
        if notice or not self.new_button.isEnabled():
            self.show_notice(notice)
        for button in (
            self.new_button, self.import_button, self.paste_button, self.exchange_button,
            self.sample_button, self.organ_button, self.overlay_button,
        ):
            button.setEnabled(not notice)
        self.setAcceptDrops(not notice)

    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event.mimeData()):
            event.acceptProposedAction()

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.file_dropped.emit(_dropped_file(event.mimeData()))


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
