"""What the start page says while there is no report: what to do first, and what with a text one already has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import plain_label

WIDEST = 620
BEGIN = "还没有报告，先新建一份"
STEPS = (
    "填一次单位信息，选好年度和报送方式。",
    "照清单逐项填写：缺什么、错在哪随时看得见，内容自动保存。",
    "导出：得到按公文格式排好的报送版，打印后送签。",
)
OWN = "手里已经有稿子？"
OWN_WORDS = (
    "Word、WPS、PDF 稿读进来就能接着改，程序替你找出缺项；把文件拖到这个窗口里也行。"
    "网页上的，先复制正文，再点“粘贴读入”。"
)


class FirstSteps(QWidget):
    """Stands in the place of the list of reports and borrows the buttons of the start page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without buttons."""
        super().__init__(parent)
        self.begin = FlowLayout()
        self.own = FlowLayout()
        inside = QWidget()
        inside.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(plain_label(BEGIN, "title"))
        for number, step in enumerate(STEPS, 1):
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(plain_label(f"{number}", "muted", wrap=False))
            line.addWidget(plain_label(step), 1)
            column.addLayout(line)
        column.addSpacing(4)
        column.addLayout(self.begin)
        column.addSpacing(16)
        rule = QFrame()
        rule.setProperty("kind", "hairline")
        column.addWidget(rule)
        column.addSpacing(16)
        column.addWidget(plain_label(OWN, "heading"))
        column.addWidget(plain_label(OWN_WORDS, "muted"))
        column.addSpacing(4)
        column.addLayout(self.own)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(inside, 100)
        across.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 4, 16, 4)
        whole.addStretch(1)
        whole.addLayout(across)
        whole.addStretch(2)

    def borrow(self, begin: Sequence[QPushButton], own: Sequence[QPushButton]) -> None:
        """Show the buttons `begin` below the first steps and `own` below the words on texts one has."""
        for row, buttons in ((self.begin, begin), (self.own, own)):
            for button in buttons:
                row.addWidget(button)
