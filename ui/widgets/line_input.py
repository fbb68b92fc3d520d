"""A field for one line of text that tells real changes only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent, QDropEvent, QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from models.errors import UserError
from ui.app.guarded import guarded
from ui.widgets.input_rules import (
    Composition, cleaned_event, commit_composition, holds_text, is_undo_key, leaves_for_good, pasted_text, units,
    without_undo,
)

PASTE_LIMIT = 1_000


class LineInput(QLineEdit):
    """A line of plain text. Keys, input methods, paste and drop all end in `edited`, once for each new text."""

    edited = Signal(str)
    refused = Signal(str)  # why a paste was not taken

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        """Make an empty line called `name` for screen readers; `placeholder` is shown while it is empty."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.composition = Composition()
        self.textChanged.connect(self._tell)

    def set_text(self, text: str) -> None:
        """Show `text` where it differs, keeping the cursor; wait while an input method composes."""
        if self.composition.accepts(text):
            cursor = self.cursorPosition()
            self.composition.known = text
            self.blockSignals(True)
            self.setText(text)
            self.blockSignals(False)
            self.setCursorPosition(min(cursor, len(text)) if self.hasFocus() else 0)

    def enter(self, text: str) -> None:
        """Put `text` in as if it had been typed."""
        self.commit_input()
        self.selectAll()
        self.insert(text)

    def commit_input(self) -> None:
        """Commit a running composition."""
        commit_composition(self, self.composition)

    def select(self, start: int, end: int) -> None:
        """Take the focus and select the characters from `start` to `end`; all when `end` is -1."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if end < 0:
            self.setCursorPosition(len(self.text()))
        else:
            first, last = units(self.text(), start), units(self.text(), end)
            self.setSelection(first, last - first)

    def insert_from(self, data: QMimeData) -> None:
        """Insert the text of `data` at the cursor, on one line; tell why when it is refused."""
        try:
            text = pasted_text(data, PASTE_LIMIT)
        except UserError as error:
            self.refused.emit(str(error))
            return
        self.insert("".join(text.splitlines()))

    def _tell(self, text: str) -> None:
        if self.composition.is_news(text):
            self.edited.emit(text)

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
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            event.ignore()  # Qt's own paste of the selection would pass by the cleaning
        else:
            super().mouseReleaseEvent(event)

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        if not holds_text(event.mimeData()):
            event.ignore()
        elif event.source() is self:
            super().dropEvent(event)
        else:
            self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
            self.insert_from(event.mimeData())
            event.acceptProposedAction()

    def context_menu(self) -> QMenu:
        """Return the menu of the right mouse button; it pastes by our rules."""
        menu = without_undo(self.createStandardContextMenu())
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self._paste)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    @guarded(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.context_menu().popup(event.globalPos())

    @guarded(None)
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composition.preedit = event.preeditString()
        super().inputMethodEvent(cleaned_event(event))
        waiting = self.composition.take_waiting()
        if waiting is not None:
            self.set_text(waiting)

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if leaves_for_good(event):
            self.commit_input()
        super().focusOutEvent(event)

    def _paste(self) -> None:
        if not self.isReadOnly():
            self.insert_from(QGuiApplication.clipboard().mimeData())
