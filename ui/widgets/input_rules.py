"""What every field of text shares: rules for input methods, for pasted text and for the undo keys."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtGui import (
    QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QTextDocumentFragment,
)
from PySide6.QtWidgets import QMenu, QWidget

from models.errors import UserError
from models.text.cleaning import clean


@dataclass(slots=True)
class Composition:
    """What an input method is composing in one field, beside the text its page knows.

    `known` is the text last shown or told; `waiting` a text that came while a composition ran,
    None when there is none. A field is never written while `preedit` holds letters: the committed word
    would land at the wrong end.
    """

    known: str = ""
    preedit: str = ""
    waiting: str | None = None

    def accepts(self, text: str) -> bool:
        """Return whether the field may and must be written with `text` now; keep it for later while composing."""
        if self.preedit:
            self.waiting = text if text != self.known else None
            return False
        return text != self.known

    def is_news(self, text: str) -> bool:
        """Return whether the field's `text` differs from the known one, and know it from now on."""
        if text == self.known:
            return False
        self.known = text
        self.waiting = None
        return True

    def take_waiting(self) -> str | None:
        """Return the text that waited for the end of the composition, once; None when none did or one runs."""
        if self.preedit:
            return None
        text, self.waiting = self.waiting, None
        return text


def units(text: str, offset: int) -> int:
    """Return where the character `offset` of `text` stands for Qt, which counts rare characters twice."""
    head = text[:offset]
    return len(head) if head.isascii() else len(head.encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, position: int) -> int:
    """Return how many characters of `text` stand before the `position` that Qt counts; see `units`."""
    if text.isascii():
        return position
    return len(text.encode("utf-16-le", "surrogatepass")[:2 * position].decode("utf-16-le", "surrogatepass"))


def is_undo_key(event: QEvent) -> bool:
    """Return whether `event` is a key of undo or redo, which belong to the window's one stack."""
    return isinstance(event, QKeyEvent) and (
        event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
    )


def cleaned_event(event: QInputMethodEvent) -> QInputMethodEvent:
    """Return `event` with its committed text cleaned; the same event when there is nothing to clean."""
    committed = event.commitString()
    text = clean(committed).text
    if text == committed:
        return event
    made = QInputMethodEvent(event.preeditString(), event.attributes())
    made.setCommitString(text, event.replacementStart(), event.replacementLength())
    return made


def commit_composition(field: QWidget, composition: Composition) -> None:
    """End the composition in `field`: by its input method, or with the letters on screen where that does not answer."""
    if composition.preedit:
        QGuiApplication.inputMethod().commit()
    if composition.preedit:
        event = QInputMethodEvent()
        event.setCommitString(composition.preedit)
        QCoreApplication.sendEvent(field, event)


def leaves_for_good(event: QFocusEvent) -> bool:
    """Return whether the focus goes to another field, not to a menu or another window, from where it comes back."""
    return event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


def holds_text(data: QMimeData) -> bool:
    """Return whether `data` is text for a field; files dropped on it belong to the window."""
    return not data.hasUrls() and (data.hasText() or data.hasHtml())


def pasted_text(data: QMimeData, limit: int) -> str:
    """Return the plain cleaned text of `data`; UserError when it holds more than `limit` characters."""
    text = data.text() if data.hasText() else ""
    if not text and len(data.html()) <= 10 * limit:
        text = QTextDocumentFragment.fromHtml(data.html()).toPlainText()
    if max(len(text), len(data.html()) // 10 if not text else 0) > limit:
        raise UserError(f"要粘贴的内容超过 {limit:,} 字，没有粘贴。", "请分几次粘贴。")
    return clean(text).text


def without_undo(menu: QMenu) -> QMenu:
    """Return the standard context `menu` without undo and redo, which the window offers for all fields."""
    actions = menu.actions()
    for action in [each for each in actions if each.objectName() in ("edit-undo", "edit-redo")]:
        menu.removeAction(action)
    if menu.actions() and menu.actions()[0].isSeparator():
        menu.removeAction(menu.actions()[0])
    return menu
