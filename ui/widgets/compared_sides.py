"""Two sides of a report beside each other, one change at a time, and the list of what differs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QSplitter, QVBoxLayout, QWidget

from models.comparison.versions import Change
from models.comparison.wording import Kind
from ui.widgets.compared_text import ComparedText
from ui.widgets.labels import plain_label

LEGEND = "[－划掉的] 是左边有、右边没有的；[＋加下划线的] 是右边新有的。"
LIST_WIDTH = 250
LINE = 1  # pixel between the sides; the style sheet adds what a mouse needs to get hold of it


class ComparedSides(QSplitter):
    """Shows a change from the left side to the right one, each under its name."""

    def __init__(self, left_name: str, right_name: str, parent: QWidget | None = None) -> None:
        """Be called `left_name` on the left and `right_name` on the right."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(LINE)
        self._following = False
        self.left = ComparedText(f"左边：{left_name}", Kind.REMOVED)
        self.right = ComparedText(f"右边：{right_name}", Kind.ADDED)
        for name, text in ((left_name, self.left), (right_name, self.right)):
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(plain_label(name, "heading"))
            column.addWidget(text, 1)
            self.addWidget(side)
        for one, other in ((self.left, self.right), (self.right, self.left)):
            one.verticalScrollBar().valueChanged.connect(lambda _, one=one, other=other: self._follow(one, other))

    def _follow(self, moved: ComparedText, other: ComparedText) -> None:
        """Scroll the `other` side as far as the one that was `moved`, in proportion to what there is of each."""
        bar, behind = moved.verticalScrollBar(), other.verticalScrollBar()
        if not self._following and bar.maximum():
            self._following = True
            behind.setValue(round(bar.value() * behind.maximum() / bar.maximum()))
            self._following = False

    def show_change(self, change: Change | None) -> None:
        """Show both sides of `change`; None shows nothing."""
        self._following = True  # each side shows its own first difference
        self.left.show_change(change)
        self.right.show_change(change)
        self._following = False


def change_list() -> QListWidget:
    """Return an empty list for the names of changes."""
    made = QListWidget()
    made.setProperty("kind", "choices")
    made.setAccessibleName("不同的地方")
    made.setWordWrap(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFixedWidth(LIST_WIDTH)
    return made
