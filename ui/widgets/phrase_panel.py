"""The phrases to insert: a field to search and a list, at the caret, above everything."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from models.phrases.phrases import Phrase
from ui.app.guarded import guarded
from ui.widgets.cells import RowDelegate
from ui.widgets.labels import LINK_GAP, allow, link_button, plain_label
from ui.widgets.state_switch import StateSwitch

SIZE = QSize(460, 300)
GAP = 4
OWN_NAME = "我的"
HERE, ALL = "here", "all"  # which phrases are listed
KEYS = "回车插入 · Esc 不插"
ELSEWHERE = "本项没有，找的是全部"


class PhrasePanel(QFrame):
    """Shows what `find` returns for the words typed; `chosen` tells the phrase taken, `left` that none was.

    Of those that fit the page at hand first; where none of them has the words, of all.
    """

    chosen = Signal(str)
    left = Signal()
    keep_requested = Signal()  # the selected words are to become a phrase
    edit_requested = Signal()  # the clerk's own phrases are to be seen

    def __init__(
        self, find: Callable[[str, bool], tuple[Phrase, ...]], has_own: bool, can_keep: bool, parent: QWidget
    ) -> None:
        """Lie above everything in `parent`.

        `find` takes the words and whether only phrases for the page at hand are wanted; `has_own` says whether there
        are such, `can_keep` whether words are selected.
        """
        super().__init__(parent)
        self.setProperty("kind", "tour")
        self.setAccessibleName("常用语")
        self._find = find
        self.search = QLineEdit()
        self.search.setAccessibleName("找常用语")
        self.search.setPlaceholderText("打字找，或者打拼音首字母，如 xzfy")
        self.search.textChanged.connect(self.show_found)
        self.search.installEventFilter(self)
        self.reach = StateSwitch("看哪些", ((HERE, "本项"), (ALL, "全部")))
        self.reach.set_value(HERE if has_own else ALL)
        if not has_own:
            self.reach.hide()
        self.reach.chosen.connect(self._change_reach)
        self.list = QListWidget()
        self.list.setProperty("kind", "choices")
        self.list.setAccessibleName("常用语")
        self.list.setWordWrap(True)
        self.list.setItemDelegate(RowDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self.keep = link_button("把选中的文字存为常用语")
        allow(self.keep, "" if can_keep else "先在文字里选中要存的话，再打开这里。")
        self.keep.clicked.connect(self.keep_requested)
        self.own = link_button("我的常用语…")
        self.own.clicked.connect(self.edit_requested)
        foot = QHBoxLayout()
        foot.setSpacing(LINK_GAP)
        foot.addWidget(self.keep)
        foot.addWidget(self.own)
        foot.addStretch(1)
        self.told = plain_label(KEYS, "caption", wrap=False)
        foot.addWidget(self.told)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        head.addWidget(self.reach)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.resize(SIZE)
        self.show_found()

    def show_found(self) -> None:
        """List the phrases for the words in the field."""
        words, here = self.search.text(), self.reach.value == HERE
        found = self._find(words, here)
        elsewhere = here and not found
        self.told.setText(ELSEWHERE if elsewhere and words.strip() else KEYS)
        self.list.clear()
        for phrase in self._find(words, False) if elsewhere else found:
            item = QListWidgetItem(f"{OWN_NAME if phrase.own else phrase.about}：{' '.join(phrase.text.split())}")
            item.setData(Qt.ItemDataRole.UserRole, phrase.text)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def open_at(self, caret: QRect) -> None:
        """Show below `caret`, a rectangle of the parent, or above it where there is no room below."""
        parent = self.parentWidget()
        assert parent is not None
        room = parent.rect()
        self.resize(SIZE.boundedTo(room.size()))
        below = caret.bottom() + GAP
        top = below if below + self.height() <= room.bottom() else caret.top() - GAP - self.height()
        self.move(QPoint(
            max(0, min(caret.left(), room.right() - self.width())), max(0, min(top, room.bottom() - self.height()))))
        self.show()
        self.raise_()
        self.search.setFocus()

    def _change_reach(self) -> None:
        self.show_found()
        self.search.setFocus()

    def _take(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that walk the list do so while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                self._walk(event.key())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.currentItem() is not None:
                self._take(self.list.currentItem())
                return True
        return False

    def _walk(self, key: int) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}[Qt.Key(key)]
        self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + by)))

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
