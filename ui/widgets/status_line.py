"""The line at the foot of the work window: is my text safe, how much is there, what is missing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui.app.saved_state import Phase, SavedState
from ui.widgets.labels import literal_tip, plain_label, set_kind
from ui.widgets.top_bar import ElidedLabel

HEIGHT = 28
KINDS = {Phase.SAVED: "saved", Phase.FAILED: "failed"}
MARKS = {Phase.SAVED: "● ", Phase.FAILED: "● "}


class StatusLine(QFrame):
    """Words only; the saved state and the counts can be clicked."""

    saved_clicked = Signal()
    counts_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing to say."""
        super().__init__(parent)
        self.setObjectName("status_line")
        self.setFixedHeight(HEIGHT)
        self.saved = _quiet_button()
        self.saved.clicked.connect(self.saved_clicked)
        self.task_words, self.report_words = _quiet_button(), _quiet_button()
        for button in (self.task_words, self.report_words):
            button.setToolTip("设定字数目标")
            button.clicked.connect(self.counts_clicked)
        self.missing = plain_label("", "caption", wrap=False)
        self.findings = plain_label("", "caption", wrap=False)
        self.notice = ElidedLabel("caption")
        self.hint = plain_label("F8 下一个问题　Ctrl+Enter 标为完成", "caption", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 16, 0)
        row.setSpacing(20)
        for widget in (self.saved, self.task_words, self.report_words, self.missing, self.findings):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.notice)
        row.addWidget(self.hint)

    def show_saved(self, state: SavedState) -> None:
        """Say how safe the text is; a failure comes in red and stays until it is over."""
        self.saved.setText(f"{MARKS.get(state.phase, '○ ')}{state.words}")
        self.saved.setToolTip("点此处理" if state.phase is Phase.FAILED else "Ctrl+S 立即保存")
        self.saved.setAccessibleName(state.words)
        set_kind(self.saved, KINDS.get(state.phase, "quiet"))

    def show_counts(
        self, task_words: int | None, report_words: int, missing: int, findings: int, targets: tuple[int, int] = (0, 0)
    ) -> None:
        """Show the counts; a `task_words` of None leaves 本项 out. `targets` are those of both, 0 for none."""
        self.task_words.setVisible(task_words is not None)
        self.task_words.setText(_counted("本项", task_words or 0, targets[0]))
        self.report_words.setText(_counted("全文", report_words, targets[1]))
        self.missing.setText(f"必填缺 {missing}")
        self.findings.setText(f"问题 {findings}")

    def show_notice(self, text: str) -> None:
        """Say `text` in place of the hint on keys; empty brings the hint back."""
        self.notice.setText(text)
        self.notice.setToolTip(literal_tip(text))
        self.notice.setVisible(bool(text))
        self.hint.setVisible(not text)


def _counted(name: str, words: int, target: int) -> str:
    """Return how far the words of `name` are: 本项 1,200 / 1,500 字; a `target` of 0 is left out."""
    return f"{name} {words:,} / {target:,} 字" if target else f"{name} {words:,} 字"


def _quiet_button() -> QPushButton:
    button = QPushButton("")
    button.setProperty("kind", "quiet")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
