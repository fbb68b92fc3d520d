"""A hand at the program: it finds what is on the screen by its words, clicks, presses keys and writes.

It reaches nothing that a clerk does not see. What it does is counted: clicks, keys and turns of the wheel, characters.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton, QApplication, QCheckBox, QLineEdit, QMainWindow, QPlainTextEdit, QScrollArea, QWidget,
)

PHRASE = 8  # characters an input method commits at once
TURN = 240  # eighths of a degree of the wheel
WidgetT = TypeVar("WidgetT", bound=QWidget)


class NotThere(LookupError):
    """What the hand looks for is not on the screen: a dead end for a clerk."""


class Hand:
    """Does what a clerk does, in the window that is in front."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self.counts: Counter[str] = Counter()
        self._held: QWidget | None = None

    @property
    def actions(self) -> int:
        """How many clicks, keys, turns of the wheel and characters it took."""
        return self.counts.total()

    def is_in_front(self) -> bool:
        """Return whether the window in front has the keyboard; ask for it when not, as no desktop does here."""
        front = self._front()
        if not front.isActiveWindow():
            front.activateWindow()
        return front.isActiveWindow()

    def sees(self, name: str, kind: type[QWidget] = QWidget) -> bool:
        """Return whether something called `name` is on the screen."""
        return any(True for _ in self._named(name, kind))

    def has_focus(self, kind: type[QWidget]) -> bool:
        """Return whether the caret is in a field of `kind` of a dialog."""
        return QApplication.activeModalWidget() is not None and isinstance(self._focus(), kind)

    def number_of(self, name: str, kind: type[QWidget] = QWidget) -> int:
        """Return how many things called `name` there are."""
        return sum(1 for _ in self._named(name, kind))

    def find(self, name: str, kind: type[WidgetT], number: int = 0) -> WidgetT:
        """Return the thing called `name`, of several the one numbered `number` (-1 the last); NotThere without it."""
        there = list(self._named(name, kind))
        if not there or number >= len(there):
            front = self._front()
            raise NotThere(f"“{name}” in {front.windowTitle() or type(front).__name__}")
        return there[number]

    def click(self, name: str, number: int = 0) -> None:
        """Click the button called `name`."""
        self._press(self.find(name, QAbstractButton, number))

    def text_of(self, name: str, number: int = 0) -> str:
        """Return what stands in the field called `name`."""
        return _text(self._field(name, number))

    def go_into(self, name: str, number: int = 0) -> QWidget:
        """Put the caret into the field called `name`; a field that has it is not clicked."""
        field = self._field(name, number)
        if not field.hasFocus():
            self._press(field)
        return field

    def write(self, name: str, text: str, number: int = 0) -> None:
        """Make the field called `name` say `text`: nothing is done where it does already."""
        if self.text_of(name, number) == text:
            return
        field = self.go_into(name, number)
        if _text(field):
            self.key("Ctrl+A")
        self.enter(text)

    def renew_end(self, name: str, number: int = 0) -> None:
        """Write the last line of the text called `name` anew, as one does with last year's figures."""
        field = self.go_into(name, number)
        assert isinstance(field, QPlainTextEdit)
        self.key("Ctrl+End")
        self.key("Shift+Up")
        if not field.textCursor().hasSelection():  # a single line
            self.key("Shift+Home")
        self.enter(field.textCursor().selectedText().replace("\u2029", "\n"))

    def enter(self, text: str) -> None:
        """Write `text` where the caret is, as an input method commits it, phrase by phrase."""
        target = self._focus()
        for at, line in enumerate(text.split("\n")):
            if at:
                self.key("Return")
            for start in range(0, len(line), PHRASE):
                event = QInputMethodEvent()
                event.setCommitString(line[start:start + PHRASE])
                QApplication.sendEvent(target, event)
        self.counts["characters"] += len(text.replace("\n", ""))

    def key(self, keys: str) -> None:
        """Press `keys`, e.g. Ctrl+Return."""
        combination = QKeySequence(keys)[0]
        QTest.keyClick(self._focus(), combination.key(), combination.keyboardModifiers())
        self.counts["keys"] += 1

    def _press(self, widget: QWidget) -> None:
        self._bring_into_sight(widget)
        spot = widget.rect().center()
        if isinstance(widget, QCheckBox):
            spot = QPoint(8, spot.y())
        target = widget.viewport() if isinstance(widget, QPlainTextEdit) else widget
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        self.counts["clicks"] += 1

    def _bring_into_sight(self, widget: QWidget) -> None:
        """Turn the wheel until the middle of `widget` can be clicked; NotThere when it never can."""
        for _ in range(200):
            area = _area_of(widget)
            if area is None:
                return
            middle = widget.mapTo(area.viewport(), widget.rect().center())
            if area.viewport().rect().contains(middle):
                return
            bar = area.verticalScrollBar()
            before = bar.value()
            self._turn(area.viewport(), TURN if middle.y() < 0 else -TURN)
            if bar.value() == before:
                break
        raise NotThere(f"“{_name(widget)}” cannot be scrolled to")

    def _turn(self, viewport: QWidget, angle: int) -> None:
        edge = QPointF(2, 2)
        QApplication.sendEvent(viewport, QWheelEvent(
            edge, QPointF(viewport.mapToGlobal(edge.toPoint())), QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False))
        self.counts["wheel"] += 1

    def _field(self, name: str, number: int) -> QLineEdit | QPlainTextEdit:
        fields = [each for each in self._named(name, QWidget) if isinstance(each, QLineEdit | QPlainTextEdit)]
        if not fields or number >= len(fields):
            raise NotThere(f"field “{name}” number {number}")
        return fields[number]

    def _named(self, name: str, kind: type[WidgetT]) -> Iterator[WidgetT]:
        for widget in self._front().findChildren(kind):
            if widget.isVisible() and widget.isEnabled() and name in (_name(widget), widget.accessibleName()):
                yield widget

    def _focus(self) -> QWidget:
        front = self._front()
        return front.focusWidget() or front

    def _front(self) -> QWidget:
        """Return the dialog in front, else the window."""
        modal = QApplication.activeModalWidget()
        if modal is not None:
            self._held = modal  # what is found in a dialog of Qt's own lives no longer than this
            return modal
        return next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMainWindow))


def _name(widget: QWidget) -> str:
    """Return what is written on a button, without access key and dots."""
    if isinstance(widget, QAbstractButton):
        return widget.text().partition("(&")[0].replace("&", "").rstrip("….")
    return widget.accessibleName()


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _area_of(widget: QWidget) -> QScrollArea | None:
    """Return the scroll area around `widget`; None when it stands in none."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def note(words: str) -> None:
    """Say `words` beside the outcome."""
    print(words, file=sys.stderr, flush=True)
