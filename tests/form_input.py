"""The ways by which text gets into a field, as functions of a widget: what a hand at the PC would do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from ui.widgets.line_input import LineInput
from ui.widgets.text_input import TextInput


def preedit(field: QWidget, letters: str) -> None:
    """Show `letters` as the running composition of an input method."""
    QApplication.sendEvent(field, QInputMethodEvent(letters, []))


def commit(field: QWidget, text: str) -> None:
    """Let the input method commit `text`."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def compose(field: QWidget, text: str) -> None:
    """Type `text` with an input method, letter by letter."""
    for letters in ("z", "zh", "zhe", "zhen"):
        preedit(field, letters)
    commit(field, text)


def type_keys(field: QWidget, text: str) -> None:
    """Type `text` on the keyboard, one key a character."""
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character))


def paste(field: QWidget, text: str) -> None:
    """Paste `text` with Ctrl+V."""
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def paste_rich(field: QWidget, text: str) -> None:
    """Paste `text` as Word, WPS and WeChat put it there: with colours and a picture, and no plain text beside."""
    data = QMimeData()
    data.setHtml(f'<p style="color:red"><b>{text}</b><img src="canary.png"></p>')
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def paste_by_menu(field: QWidget, text: str) -> None:
    """Paste `text` by the context menu."""
    QGuiApplication.clipboard().setText(text)
    assert isinstance(field, LineInput | TextInput)
    menu = field.context_menu()
    next(action for action in menu.actions() if action.objectName() == "edit-paste").trigger()
    menu.deleteLater()


def drop(field: QWidget, text: str) -> None:
    """Drop `text` dragged from another window."""
    data = QMimeData()
    data.setText(text)
    at = QPointF(6, 8)
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    surface = _surface(field)
    QApplication.sendEvent(surface, QDragEnterEvent(at.toPoint(), actions, data, buttons, keys))
    QApplication.sendEvent(surface, QDropEvent(at, actions, data, buttons, keys))


def insert_by_program(field: QWidget, text: str) -> None:
    """Insert `text` as a quick fix or a phrase does."""
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    if isinstance(field, QLineEdit):
        field.insert(text)
    else:
        field.insertPlainText(text)


def remove_and_type(field: QWidget, text: str) -> None:
    """Type something, select all, and type `text` over it."""
    type_keys(field, "旧")
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_keys(field, text)


def _surface(field: QWidget) -> QWidget:
    return field.viewport() if isinstance(field, QPlainTextEdit) else field


PATHS: dict[str, Callable[[QWidget, str], None]] = {
    "keys": type_keys, "input method": compose, "Ctrl+V": paste, "rich paste": paste_rich,
    "context menu": paste_by_menu, "drop": drop, "program": insert_by_program, "typed over": remove_and_type,
}
