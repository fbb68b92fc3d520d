"""A list of passages to search, and the text of the chosen one in which words are marked to be quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout, QListWidget, QListWidgetItem, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget,
)

from ui.widgets.field import LineField
from ui.widgets.labels import allow, flat_button, plain_label

LIST_HEIGHT, TEXT_HEIGHT = 150, 120
SHORT_TEXT = 200  # a passage up to this length is quoted whole unless words are marked


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that can be quoted: where it stands, in words, and the words themselves."""

    entry_id: str
    name: str
    text: str


class PassageChooser(QWidget):
    """Lets the clerk find a passage and mark the words that prove a duty. It keeps nothing once it is closed."""

    chosen = Signal(str, str)  # entry id, quote
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passages: tuple[Passage, ...] = ()
        self.search = LineField("找一段已经写好的话", placeholder="输入几个字，例如：党组会")
        self.list = QListWidget()
        self.list.setProperty("kind", "choices")
        self.list.setAccessibleName("已经写好的段落")
        self.list.setFixedHeight(LIST_HEIGHT)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setUndoRedoEnabled(False)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("段落原文，选中要引用的话")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.text.setFixedHeight(TEXT_HEIGHT)
        self.hint = plain_label("在原文里选中能证明这项职责的话，再点“引用”。不选就引用整段（太长的引用第一行）。", "caption")
        self.quote = QPushButton("引用")
        self.quote.setAutoDefault(False)
        self.dismiss = flat_button("取消")
        self._lay_out()
        self.search.edited.connect(lambda text: self._show_matches(text))
        self.list.currentRowChanged.connect(lambda row: self._show_text())
        self.quote.clicked.connect(self._choose)
        self.dismiss.clicked.connect(self.dismissed)

    def offer(self, passages: Sequence[Passage]) -> None:
        """Offer `passages` for a new search."""
        self._passages = tuple(passages)
        self.search.set_text("")
        self._show_matches("")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.search, self.list, self.text, self.hint):
            column.addWidget(widget)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.dismiss)
        foot.addWidget(self.quote)
        column.addLayout(foot)

    def _show_matches(self, words: str) -> None:
        self.list.clear()
        for passage in self._passages:
            if words in passage.name or words in passage.text:
                beginning = " ".join(passage.text.split())[:60]
                item = QListWidgetItem(f"{passage.name}　{beginning}", self.list)
                item.setData(Qt.ItemDataRole.UserRole, passage)
        self.list.setCurrentRow(0)
        self._show_text()

    def _current(self) -> Passage | None:
        item = self.list.currentItem()
        passage = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return passage if isinstance(passage, Passage) else None

    def _show_text(self) -> None:
        passage = self._current()
        self.text.setPlainText(passage.text if passage else "")
        allow(self.quote, "" if passage is not None else "先在列表里选一段。")
        words = self.search.text
        if passage is not None and words and words in passage.text:
            self.text.find(words)

    def _choose(self) -> None:
        passage = self._current()
        if passage is None:
            return
        marked = self.text.textCursor().selectedText().replace("\u2029", "\n").strip()
        if not marked:
            whole = passage.text.strip()
            marked = whole if len(whole) <= SHORT_TEXT else whole.split("\n")[0]
        self.chosen.emit(passage.entry_id, marked)
