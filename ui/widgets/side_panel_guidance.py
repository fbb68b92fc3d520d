"""The tab 指引: what the task at hand demands and how it is written."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.app.guarded import guarded
from ui.app.guidance import GuidanceItem, basis_detail, basis_line
from ui.widgets.disclosure import Disclosure
from ui.widgets.labels import plain_label
from ui.widgets.tab_order import set_reading_order

NOTHING = "这一项没有专门的要求，按本单位惯例填写即可。"
SHOWN_IN_FULL = 2  # of many items; the others stay folded under their titles
MANY = 4


class GuidancePanel(QScrollArea):
    """Shows the guidance on one task; built anew when another task is chosen and it is seen, never while typing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setAccessibleName("指引")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._items: tuple[GuidanceItem, ...] | None = None
        self._built: tuple[GuidanceItem, ...] | None = None
        self._lead_seen = True

    def show_items(self, items: tuple[GuidanceItem, ...]) -> None:
        """Show `items`: the first in full, further ones folded under their titles when there are many."""
        self._items = items
        if self.isVisible():
            self._build()

    def show_beside(self, beside: bool) -> None:
        """Say whether the page stands `beside` in full: what leads it is then not repeated here."""
        if beside != self._lead_seen:
            self._lead_seen, self._built = beside, None
            if self.isVisible():
                self._build()

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        self._build()
        super().showEvent(event)

    def _build(self) -> None:
        if self._items is None or self._items == self._built:
            return
        items = self._built = self._items
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
            content = _Content(item, prompted=not (item.leads and self._lead_seen))
            if number >= SHOWN_IN_FULL and len(items) > MANY:
                column.addWidget(Disclosure(item.title.replace("&", "&&"), content))
                continue
            if len(items) > 1:
                column.addWidget(plain_label(item.title, "heading"))
            column.addWidget(content)
        column.addStretch(1)
        self.setWidget(body)


class _Content(QWidget):
    """The guidance on one item, made when it is first seen."""

    def __init__(self, item: GuidanceItem, prompted: bool) -> None:
        super().__init__()
        self._item, self._prompted = item, prompted
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        if not self._column.count():
            for label in _labels(self._item, self._prompted):
                self._column.addWidget(label)
            if self._item.basis:
                detail = plain_label(basis_detail(self._item.basis), "caption")
                self._column.addWidget(Disclosure("依据的出处", detail))
            parent = self.parentWidget()
            if parent is not None:
                set_reading_order(parent)
        super().showEvent(event)


def _labels(item: GuidanceItem, prompted: bool) -> Iterator[QWidget]:
    guidance = item.guidance
    if item.source:
        yield plain_label(f"本地要求：{item.source}", "check")
    if guidance.prompt and prompted:
        yield plain_label(guidance.prompt)
    if guidance.evidence:
        yield plain_label(item.wanted, "strong")
        yield from (_point(each) for each in guidance.evidence)
    if guidance.questions:
        yield plain_label("写以前问自己", "strong")
        yield from (_point(each) for each in guidance.questions)
    for caption, kind, text in (
        ("这样写", "done", guidance.good), ("不要这样写", "must", guidance.poor), ("容易出的错", "check", guidance.failure),
    ):
        if text:
            yield plain_label(caption, kind)
            yield plain_label(text, "muted")
    if item.basis:
        yield plain_label(basis_line(item.basis), "caption")


def _point(text: str) -> QWidget:
    """Return `text` behind a dot, its further lines under the first word."""
    point = QWidget()
    row = QHBoxLayout(point)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(plain_label("·", "muted", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(plain_label(text, "muted"), 1)
    return point


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "hairline")
    return line
