"""The quiet line under a text that was pasted as a whole: it can be made several entries."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.widgets.labels import flat_button, link_button, plain_label


class SplitOffer(QFrame):
    """Offers to make several entries of the text above; goes on with the next key and takes nothing from anybody."""

    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it, hidden."""
        super().__init__(parent)
        self.setProperty("kind", "hint_card")
        self.words = plain_label("", "muted")
        self.accept = link_button("")
        self.refuse = flat_button("不用")
        self.refuse.setAccessibleName("不用拆开")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(self.words, 1)
        row.addWidget(self.accept)
        row.addWidget(self.refuse)
        self.accept.clicked.connect(self.accepted)
        self.refuse.clicked.connect(self.hide)
        self.hide()

    def offer(self, count: int, kind: str) -> None:
        """Offer to make `count` entries called `kind`."""
        self.words.setText(f"粘贴的内容里有 {count} 条，可以各成一条{kind}，编号由程序来排。")
        self.accept.setText(f"拆成 {count} 条")
        self.show()
