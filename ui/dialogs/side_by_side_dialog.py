"""The frame of a dialog that leads through the differences of two reports: the list, both sides, F8."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from ui.app.guarded import guarded
from ui.app.helping import offer_help
from ui.widgets.compared_sides import ComparedSides, change_list
from ui.widgets.labels import allow, plain_label

WIDEST = 1100


class SideBySideDialog(QDialog):
    """Holds the list of differences and the two sides of the one that is chosen; F8 and Shift+F8 go round."""

    def __init__(self, title: str, sides: ComparedSides, parent: QWidget | None = None) -> None:
        """Show differences between `sides` under `title`; what lies around them is laid out by `assemble`."""
        super().__init__(parent)
        self.setWindowTitle(title)
        offer_help(self)
        self.list = change_list()
        self.sides = sides
        self.previous = quiet_button("上一处(&P)")
        self.next = quiet_button("下一处(&N)")
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))

    def step(self, by: int) -> None:
        """Go to the next difference, or the previous one when `by` is -1, round and round."""
        if self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + by) % self.list.count())

    def follow_count(self) -> None:
        """Let the buttons be there only when there is another difference to go to."""
        alone = "" if self.list.count() > 1 else "没有别的不同之处。"
        allow(self.previous, alone, "Shift+F8")
        allow(self.next, alone, "F8")

    def assemble(
        self, told: Sequence[QLabel], below: Sequence[QWidget | QLayout], acts: Sequence[QPushButton],
        ends: Sequence[QPushButton], tallest: int,
    ) -> None:
        """Lay out: title, `told`, list and sides with `below` under the sides, `acts` left and `ends` right at foot.

        The dialog is `tallest` pixels high where the screen allows it.
        """
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.sides, 1)
        for each in below:
            if isinstance(each, QLayout):
                right.addLayout(each)
            else:
                right.addWidget(each)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list)
        middle.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.previous, self.next, *acts):
            foot.addWidget(button)
        foot.addStretch(1)
        for button in ends:
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        for label in (plain_label(self.windowTitle(), "title", wrap=False), *told):
            column.addWidget(label)
        column.addLayout(middle, 1)
        column.addLayout(foot)
        room = self.screen().availableGeometry()
        self.resize(min(WIDEST, room.width() - 40), min(tallest, room.height() - 60))

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F8:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)


def quiet_button(text: str, tip: str = "") -> QPushButton:
    """Return a button that Enter does not press, with the tooltip `tip` (empty: none yet)."""
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    return button
