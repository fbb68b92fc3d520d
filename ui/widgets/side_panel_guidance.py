"""The tab 指引: what the task at hand demands and how it is written."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.app.guidance import GuidanceItem, basis_detail, basis_line
from ui.widgets.disclosure import Disclosure
from ui.widgets.labels import plain_label

NOTHING = "这一项没有专门的要求，按本单位惯例填写即可。"


class GuidancePanel(QScrollArea):
    """Shows the guidance on one task; built anew when another task is chosen, never while typing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setAccessibleName("指引")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._items: tuple[GuidanceItem, ...] | None = None

    def show_items(self, items: tuple[GuidanceItem, ...]) -> None:
        """Show `items`: the first in full, further ones folded under their titles when there are many."""
        if items == self._items:
            return
        self._items = items
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(8)
        if not items:
            column.addWidget(plain_label(NOTHING, "muted"))
        for number, item in enumerate(items):
            if number:
                column.addSpacing(4)
                column.addWidget(_hairline())
            self._add_item(column, item, folded=number > 1 and len(items) > 4, alone=len(items) == 1)
        column.addStretch(1)
        self.setWidget(body)

    def _add_item(self, column: QVBoxLayout, item: GuidanceItem, folded: bool, alone: bool) -> None:
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for label in _labels(item):
            inside.addWidget(label)
        if item.basis:
            inside.addWidget(Disclosure("依据的出处", plain_label(basis_detail(item.basis), "caption")))
        if folded:
            column.addWidget(Disclosure(item.title.replace("&", "&&"), content))
            return
        if not alone:
            column.addWidget(plain_label(item.title, "heading"))
        column.addWidget(content)


def _labels(item: GuidanceItem) -> Iterator[QLabel]:
    guidance = item.guidance
    if item.source:
        yield plain_label(f"本地要求：{item.source}", "check")
    if guidance.prompt:
        yield plain_label(guidance.prompt)
    if guidance.evidence:
        yield plain_label("可以作为佐证的", "heading")
        yield from (plain_label(f"·  {each}", "muted") for each in guidance.evidence)
    for caption, kind, text in (
        ("这样写", "done", guidance.good), ("不要这样写", "must", guidance.poor), ("容易出的错", "check", guidance.failure),
    ):
        if text:
            yield plain_label(caption, kind)
            yield plain_label(text, "muted")
    if item.basis:
        yield plain_label(basis_line(item.basis), "caption")


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "hairline")
    return line
