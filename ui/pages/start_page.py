"""The first page: reports at hand, and the ways to begin one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
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

if TYPE_CHECKING:  # imported when it is known what to show
    from ui.widgets.first_steps import FirstSteps
    from ui.widgets.report_panel import ReportPanel

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
        self.empty: FirstSteps | None = None  # made when there are none
        self.stack = QStackedWidget()
        self.stack.addWidget(QWidget())  # while the library is being read
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
        self._beginnings = (
            self.new_button, self.import_button, self.paste_button, self.exchange_button, self.sample_button)
        self._others = (self.organ_button, self.overlay_button, self.more_button)
        for button, signal in (
            (self.new_button, self.new_requested), (self.import_button, self.import_requested),
            (self.paste_button, self.paste_requested),
            (self.exchange_button, self.exchange_requested), (self.sample_button, self.sample_requested),
            (self.organ_button, self.organ_requested), (self.overlay_button, self.overlay_requested),
        ):
            button.clicked.connect(signal)
        self._assemble()
        self.setAcceptDrops(True)
        self.deadline.setText(deadline_text(today))

    def _assemble(self) -> None:
        """Lay out the actions on the left and the reports on the right."""
        left = QVBoxLayout()
        left.setSpacing(8)
        self._ways_in = QVBoxLayout()
        self._ways_in.setSpacing(8)
        left.addLayout(self._ways_in)
        self._offer_ways_in()
        for button in self._others:
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
        shown = self.stack.currentWidget()
        if reports and self.panel is not None and shown is not self.panel:
            self._offer_ways_in()
            self._order_keys((*self._beginnings, *self._others))
            self.stack.setCurrentWidget(self.panel)
        elif not reports and (self.empty is None or shown is not self.empty):
            self._show_first_steps()

    def _offer_ways_in(self) -> None:
        """Offer the ways to begin a report on the left."""
        for button in self._beginnings:
            self._ways_in.addWidget(button)
        self._ways_in.setContentsMargins(0, 0, 0, 16)

    def _show_first_steps(self) -> None:
        """Say what to do first, and offer the ways to begin a report right there."""
        if self.empty is None:
            from ui.widgets.first_steps import FirstSteps

            self.empty = FirstSteps()
            self.stack.addWidget(self.empty)
        begin = (self.new_button, self.sample_button)
        own = (self.import_button, self.paste_button, self.exchange_button)
        self.empty.borrow(begin, own)
        self._ways_in.setContentsMargins(0, 0, 0, 0)
        self.stack.setCurrentWidget(self.empty)
        self._order_keys((*self._others, *begin, *own))
        self.new_button.setFocus()

    def _order_keys(self, buttons: Sequence[QPushButton]) -> None:
        """Let the tab key go through `buttons` as they read."""
        for earlier, later in pairwise(buttons):
            self.setTabOrder(earlier, later)

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
