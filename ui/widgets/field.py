"""Fields of a form: a caption, an input, and a line of words below it when something is to be said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from models.checks.finding import Finding, Severity
from models.text.counting import count_words
from ui.app.guarded import guarded
from ui.item_models.finding_model import is_blank, word_of
from ui.widgets.labels import plain_label, set_kind
from ui.widgets.line_input import LineInput
from ui.widgets.text_input import TextInput
from ui.widgets.text_marks import Ask, Mark

SEVERITY_KINDS = {Severity.ERROR: "must", Severity.WARNING: "check", Severity.HINT: "muted"}
COUNT_DELAY = 150  # milliseconds after the last key


def kind_of(finding: Finding) -> str:
    """Return the look of the words of `finding` where it stands."""
    return "muted" if is_blank(finding) else SEVERITY_KINDS[finding.severity]


class Field(QWidget):
    """A captioned input. `edited` carries its new value; the note below says what is wrong with it, in words.

    Two may speak below a field: the page's own validation (`show_note`) and the checks (`show_finding`);
    the checks come first. A `caption` may hold an access key (发文字号(&N)); empty leaves the line out.
    """

    edited = Signal(str)

    def __init__(self, caption: str, input_widget: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.input = input_widget
        self.caption: QLabel | None = None
        self._note: QLabel | None = None  # made when there is something to say: most fields never have
        self._notes = {"finding": ("", ""), "note": ("", "")}
        self.setFocusProxy(input_widget)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        if caption:
            self.caption = plain_label(caption, "caption")
            self.caption.setBuddy(input_widget)
            self.column.addWidget(self.caption)
        self.column.addWidget(input_widget)

    @property
    def noted(self) -> str:
        """The words below the field, empty when there are none."""
        return self._note.text() if self._note is not None and not self._note.isHidden() else ""

    def show_note(self, text: str, kind: str = "check") -> None:
        """Say `text` below the field in the look `kind` (must, check, muted); empty takes it back."""
        self._put_note("note", text, kind)

    def show_finding(self, finding: Finding | None) -> None:
        """Say the message of `finding` below the field, calmly where it is only not filled in; None takes it back."""
        words = f"{word_of(finding)}：{finding.message}" if finding else ""
        self._put_note("finding", words, kind_of(finding) if finding else "")

    def show_marks(self, marks: tuple[Mark, ...], ask: Ask) -> None:
        """Draw a line under the words of `marks`; what is asked of one goes to `ask`. Fields of one line have none."""

    def commit_input(self) -> None:
        """Commit a running composition."""

    def select(self, start: int, end: int) -> None:
        """Take the focus; fields of text select the characters from `start` to `end`."""
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_note(self, voice: str, text: str, kind: str) -> None:
        if self._notes[voice] == (text, kind):
            return
        self._notes[voice] = (text, kind)
        text, kind = next((each for each in self._notes.values() if each[0]), ("", ""))
        if self._note is None:
            if not text:
                return
            self._note = plain_label("", kind)
            self.column.insertWidget(self.column.indexOf(self.input) + 1, self._note)
        self._note.setText(text)
        set_kind(self._note, kind)
        self._note.setVisible(bool(text))
        set_kind(self.input, kind if kind in ("must", "check") else "", "state")
        self.input.setAccessibleDescription(text)


class LineField(Field):
    """A field for one line."""

    def __init__(self, caption: str, name: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        """Make a line under `caption`; `name` is said by screen readers, empty means the caption."""
        self.line = LineInput(name or bare(caption), placeholder)
        super().__init__(caption, self.line, parent)
        self.line.edited.connect(self._told)
        self.line.refused.connect(self.show_note)

    @property
    def text(self) -> str:
        """What stands in the line."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Show `text`, see LineInput.set_text."""
        self.line.set_text(text)

    def commit_input(self) -> None:
        """Commit a running composition."""
        self.line.commit_input()

    def select(self, start: int, end: int) -> None:
        """Take the focus and select the characters from `start` to `end`."""
        self.line.select(start, end)

    def _told(self, text: str) -> None:
        self.show_note("")
        self.edited.emit(text)


class TextField(Field):
    """A field for running text with its 字数 below."""

    def __init__(
        self, caption: str, name: str = "", placeholder: str = "", lines: int = 3, counted: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Make a text of at least `lines` lines under `caption`; `counted` adds 本栏 n 字 beside it or below."""
        self.area = TextInput(name or bare(caption), placeholder, lines)
        super().__init__(caption, self.area, parent)
        self.count = plain_label("", "caption", wrap=False)
        if not counted:
            self.count.hide()
        self.foot = QHBoxLayout()
        self.foot.addStretch(1)
        self.column.addLayout(self.foot)
        if self.caption is not None:
            head = QHBoxLayout()
            head.addWidget(self.caption, 1)
            head.addWidget(self.count)
            self.column.insertLayout(0, head)
        else:
            self.foot.addWidget(self.count)
        self._timer = QTimer(self, singleShot=True, interval=COUNT_DELAY)
        self._timer.timeout.connect(self._show_count)
        self.area.edited.connect(self._told)
        self.area.refused.connect(self.show_note)
        self._show_count()

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.area.composition.known

    def set_text(self, text: str) -> None:
        """Show `text`, see TextInput.set_text."""
        before = self.area.composition.known
        self.area.set_text(text)
        if before != text:
            self._show_count()

    def show_marks(self, marks: tuple[Mark, ...], ask: Ask) -> None:
        """Draw a line under the words of `marks`; what is asked of one goes to `ask`."""
        self.area.marks.show(marks, ask)

    def commit_input(self) -> None:
        """Commit a running composition."""
        self.area.commit_input()

    def select(self, start: int, end: int) -> None:
        """Take the focus and select the characters from `start` to `end`."""
        self.area.select(start, end)

    def _told(self, text: str) -> None:
        self.show_note("")
        self._timer.start()
        self.edited.emit(text)

    def _show_count(self) -> None:
        self.count.setText(f"本栏 {count_words(self.text):,} 字")


class ChoiceField(Field):
    """A field to choose one of a few values. `edited` carries the value, not its label."""

    def __init__(self, caption: str, name: str = "", parent: QWidget | None = None) -> None:
        """Make an empty choice under `caption`; `name` is said by screen readers, empty means the caption."""
        self.box = _Choice()
        self.box.setAccessibleName(name or bare(caption))
        self.box.setMinimumContentsLength(6)
        # A policy of QComboBox's own would make its list at once, ten widgets for each choice.
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        super().__init__(caption, self.box, parent)
        self._choices: tuple[tuple[str, str], ...] = ()
        self.box.activated.connect(lambda index: self.edited.emit(self._choices[index][0]))

    @property
    def value(self) -> str:
        """The value chosen, empty when nothing is."""
        index = self.box.currentIndex()
        return self._choices[index][0] if index >= 0 else ""

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer `choices`, pairs of value and label."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self.box.clear()
            self.box.addItems([label for _, label in choices])
            self.box.setCurrentIndex(-1)

    def set_value(self, value: str) -> None:
        """Show `value`; nothing is shown for one that is not offered."""
        index = next((index for index, choice in enumerate(self._choices) if choice[0] == value), -1)
        if index != self.box.currentIndex():
            self.box.setCurrentIndex(index)


class TickField(QCheckBox):
    """A yes-or-no of the report. `edited` carries the new state."""

    edited = Signal(bool)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        """Make a tick called `label`, which may hold an access key."""
        super().__init__(label, parent)
        self.clicked.connect(self.edited)

    def set_on(self, on: bool) -> None:
        """Show whether it is `on`."""
        self.setChecked(on)


class _Choice(QComboBox):
    """A combo box that a turn of the wheel over the page does not change."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @guarded(None)
    def wheelEvent(self, event: object) -> None:
        if self.hasFocus() and self.view().isVisible():
            super().wheelEvent(event)  # type: ignore[arg-type]
        else:
            event.ignore()  # type: ignore[attr-defined]


def bare(caption: str) -> str:
    """Return `caption` without its access key."""
    head, found, tail = caption.partition("(&")
    return head + tail[2:] if found else caption
