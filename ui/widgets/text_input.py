"""A field for running text that grows with its content and tells real changes only."""

from __future__ import annotations

from os.path import commonprefix

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent, QFocusEvent, QHelpEvent, QInputMethodEvent, QKeyEvent, QResizeEvent, QTextCursor, QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QScrollArea, QToolTip, QWidget

from models.errors import UserError
from ui.app.guarded import guarded
from ui.widgets.input_rules import (
    Composition, characters, cleaned_event, commit_composition, holds_text, is_undo_key, leaves_for_good, pasted_text,
    units, without_undo,
)
from ui.widgets.labels import literal_tip
from ui.widgets.picture_sources import holds_pictures, pictures_in
from ui.widgets.text_marks import TextMarks

PASTE_LIMIT = 200_000
BLOCK = 40  # characters; what is pasted of that length may be more than one entry
MOST_LINES = 24  # beyond, the field scrolls in itself
CARET_ROOM = 48  # pixels kept free above and below the caret in the page's scroll area


class TextInput(QPlainTextEdit):
    """Plain text in paragraphs. Keys, input methods, paste and drop all end in `edited`, once for each new text."""

    edited = Signal(str)
    pasted = Signal()  # several paragraphs at once; their text was told before
    refused = Signal(str)  # why a paste was not taken
    pictures_offered = Signal(object, int)  # tuple of Source, the line they were pasted or dropped at
    pictures_wanted = Signal(int)  # the clerk asks for pictures at this line

    def __init__(self, name: str, placeholder: str = "", lines: int = 3, parent: QWidget | None = None) -> None:
        """Make an empty field of at least `lines` lines called `name`; `placeholder` is shown while it is empty."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.composition = Composition()
        self.marks = TextMarks(self)
        self.takes_pictures = False
        self._placeholder = placeholder
        self._lines = lines
        self.setPlaceholderText(placeholder)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_height)
        self.cursorPositionChanged.connect(self._follow_caret)

    def set_text(self, text: str) -> None:
        """Show `text` where it differs, keeping the cursor at its words; wait while an input method composes."""
        if self.composition.accepts(text):
            before = self.composition.known
            self.composition.known = text
            self.blockSignals(True)
            if self.toPlainText() == before:
                self._write_difference(before, text)
            else:
                self.setPlainText(text)
            self.blockSignals(False)

    def set_placeholder(self, text: str) -> None:
        """Show `text` while the field is empty and nothing is being composed."""
        self._placeholder = text
        self._show_placeholder()

    def commit_input(self) -> None:
        """Commit a running composition."""
        commit_composition(self, self.composition)

    def select(self, start: int, end: int) -> None:
        """Take the focus and select the characters from `start` to `end`; put the cursor at the end when it is -1."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self.textCursor()
        text = self.toPlainText()
        cursor.setPosition(units(text, start if end >= 0 else len(text)))
        if end >= 0:
            cursor.setPosition(units(text, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    @property
    def caret(self) -> int:
        """How many characters stand before the caret."""
        return characters(self.toPlainText(), self.textCursor().position())

    @property
    def cut_off(self) -> bool:
        """Whether it is seen but has outgrown the room that its page gives it so far."""
        room = self.parentWidget()
        return self.isVisible() and room is not None and self.geometry().bottom() >= room.height()

    def _write_difference(self, before: str, after: str) -> None:
        """Replace only what differs, so that cursor and layout of the rest stay."""
        head = len(commonprefix((before, after)))
        tail = len(commonprefix((before[head:][::-1], after[head:][::-1])))
        cursor = QTextCursor(self.document())
        cursor.setPosition(units(before, head))
        cursor.setPosition(units(before, len(before) - tail), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(after[head:len(after) - tail])
        if not before and not self.hasFocus():
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def _tell(self) -> None:
        text = self.toPlainText()
        if self.composition.is_news(text):
            self.edited.emit(text)

    def _show_placeholder(self) -> None:
        text = "" if self.composition.preedit else self._placeholder
        if self.placeholderText() != text:
            self.setPlaceholderText(text)

    def _fit_height(self) -> None:
        """Make the field as high as its text, from its least number of lines up to `MOST_LINES`."""
        frame = self.height() - self.viewport().height()
        if frame < 0:  # not laid out yet
            return
        pitch = self.fontMetrics().lineSpacing()
        most = MOST_LINES * pitch
        needed, block = 0.0, self.document().firstBlock()
        while block.isValid() and needed <= most:
            needed += self.blockBoundingRect(block).height()
            block = block.next()
        height = round(frame + 2 * self.document().documentMargin() + min(max(needed, self._lines * pitch), most))
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if needed > most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)
        if self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _follow_caret(self) -> None:
        if self.hasFocus():
            QTimer.singleShot(0, self, self._show_caret)  # after the page has taken up a new height

    def _show_caret(self) -> None:
        """Scroll the page so that the caret is in sight."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and area.widget() is not None:
            caret = self.viewport().mapTo(area.widget(), self.cursorRect().center())
            area.ensureVisible(area.horizontalScrollBar().value(), caret.y(), 0, CARET_ROOM)

    @guarded(False)
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return holds_text(source) or (self.takes_pictures and holds_pictures(source))

    @guarded(None)
    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.takes_pictures and holds_pictures(source):
            self.pictures_offered.emit(pictures_in(source), self.textCursor().blockNumber())
            return
        try:
            text = pasted_text(source, PASTE_LIMIT)
        except UserError as error:
            self.refused.emit(str(error))
            return
        self.insertPlainText(text)
        if len(text) >= BLOCK:
            self.pasted.emit()

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and is_undo_key(event):
            event.ignore()
            return True
        return super().event(event)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo_key(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def context_menu(self, position: int = -1) -> QMenu:
        """Return the menu of the right mouse button at `position`, in Qt's counting; -1: where the caret is."""
        menu = without_undo(self.createStandardContextMenu())
        if self.takes_pictures and not self.isReadOnly():
            menu.addSeparator()
            menu.addAction("在这一段后面插入图片(&I)…", self._want_pictures)
        self.marks.add_to(menu, self.textCursor().position() if position < 0 else position)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _want_pictures(self) -> None:
        self.pictures_wanted.emit(self.textCursor().blockNumber())

    @guarded(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        position = -1 if by_key else self.cursorForPosition(event.pos()).position()
        self.context_menu(position).popup(event.globalPos())

    @guarded(False)
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.marks.words_at(self.cursorForPosition(event.pos()).position())
            QToolTip.showText(event.globalPos(), literal_tip(words), self)
            return True
        return super().viewportEvent(event)

    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # the page makes all texts larger or smaller
        else:
            super().wheelEvent(event)

    @guarded(None)
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composition.preedit = event.preeditString()
        self._show_placeholder()
        super().inputMethodEvent(cleaned_event(event))
        waiting = self.composition.take_waiting()
        if waiting is not None:
            self.set_text(waiting)

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if leaves_for_good(event):
            self.commit_input()
        super().focusOutEvent(event)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()
