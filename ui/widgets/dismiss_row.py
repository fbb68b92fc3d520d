"""Asks in place why a finding is set aside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.app.guarded import guarded
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import allow, flat_button, plain_label
from ui.widgets.line_input import LineInput

REASONS = ("确实如此", "引文或专名如此", "不适用本单位")
SHORTEST = 4  # characters of a reason in own words for a 必改
ASKED = "为什么可以不改？理由随报告保存。"
ASKED_OWN = "这是必改的问题。确实不用改的，请自己写明理由，随报告保存。"


class DismissRow(QFrame):
    """A few ready reasons and a line for another one."""

    decided = Signal(str)  # the reason
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._own_words = False
        self.title = plain_label("", "muted")
        self.choices = [_choice(reason) for reason in REASONS]
        self.ready = QWidget()
        flow = FlowLayout(8)
        for button in self.choices:
            flow.addWidget(button)
            button.clicked.connect(lambda _=False, button=button: self.decided.emit(button.text()))
        self.ready.setLayout(flow)
        self.line = LineInput("忽略的理由", "自己写理由")
        self.line.edited.connect(self._follow)
        self.line.returnPressed.connect(self._decide)
        self.accept = QPushButton("忽略")
        self.accept.setAutoDefault(False)
        self.accept.clicked.connect(self._decide)
        self.cancel = flat_button("取消")
        self.cancel.clicked.connect(self.close_row)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.line, 1)
        foot.addWidget(self.accept)
        foot.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.ready)
        column.addLayout(foot)
        self.hide()

    def open_row(self, own_words: bool) -> None:
        """Ask for a reason; one in `own_words` where the finding is grave."""
        self._own_words = own_words
        self.title.setText(ASKED_OWN if own_words else ASKED)
        self.ready.setVisible(not own_words)
        self.line.set_text("")
        self._follow()
        self.show()
        first = self.line if own_words else self.choices[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_row(self) -> None:
        """Ask no more."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_row()
        else:
            super().keyPressEvent(event)

    @property
    def _reason(self) -> str:
        """The reason in own words; empty as long as it says too little."""
        words = self.line.text().strip()
        return words if len(words) >= (SHORTEST if self._own_words else 1) else ""

    def _follow(self) -> None:
        allow(self.accept, "" if self._reason else "先选或写一个理由。")

    def _decide(self) -> None:
        self.line.commit_input()
        if self._reason:
            self.decided.emit(self._reason)


def _choice(reason: str) -> QPushButton:
    button = QPushButton(reason)
    button.setAutoDefault(False)
    return button
