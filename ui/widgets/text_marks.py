"""Lines under the words of a text field that findings speak of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit

from models.checks.finding import Finding, Severity
from ui.app.theme import shown_theme
from ui.delegates.card_layout import FIX
from ui.item_models.finding_model import SEVERITY_WORDS
from ui.widgets.finding_view import GO
from ui.widgets.input_rules import units
from ui.widgets.labels import literal

LONGEST = 120  # characters; a line under more says nothing of where the fault is
MOST = 200  # marks in one field
IN_MENU = 3  # findings at one place that the menu offers
TOKENS = {Severity.ERROR: "must", Severity.WARNING: "check", Severity.HINT: "faint"}

Ask: TypeAlias = Callable[[Finding, str], object]


class Mark(NamedTuple):
    """The characters from `start` to `end` of a text and the finding that speaks of them."""

    start: int
    end: int
    finding: Finding


class TextMarks:
    """The marks of one field. They are painted over its text, so that neither layout nor input method notices them."""

    def __init__(self, area: QPlainTextEdit) -> None:
        """Begin without marks in `area`."""
        self._area = area
        self._marked: list[tuple[QTextCursor, Finding]] = []
        self._ask: Ask | None = None

    def show(self, marks: Sequence[Mark], ask: Ask) -> None:
        """Draw `marks`, which are of the text as it stands, in the place of earlier ones; wishes go to `ask`."""
        if not marks and not self._marked:
            return
        self._ask = ask
        text = self._area.toPlainText()
        self._marked = [
            (self._cursor(text, mark), mark.finding) for mark in marks[:MOST] if _fits(mark, text)]
        self._area.setExtraSelections([_underlined(cursor, finding) for cursor, finding in self._marked])

    def at(self, position: int) -> tuple[Finding, ...]:
        """Return the findings that speak of the words at `position`, in Qt's counting, the shortest words first."""
        there = [(cursor.selectionEnd() - cursor.selectionStart(), finding) for cursor, finding in self._marked
                 if cursor.hasSelection() and cursor.selectionStart() <= position <= cursor.selectionEnd()]
        return tuple(finding for _, finding in sorted(there, key=lambda each: each[0]))

    def words_at(self, position: int) -> str:
        """Return what the findings at `position` say, a line each; empty when there are none."""
        return "\n".join(
            f"{SEVERITY_WORDS[finding.severity]}：{finding.message}" for finding in self.at(position)[:IN_MENU])

    def add_to(self, menu: QMenu, position: int) -> None:
        """Put what can be done about the findings at `position` on top of `menu`."""
        others = menu.actions()
        for finding in self.at(position)[:IN_MENU]:
            if finding.fix is not None and not self._area.isReadOnly():
                self._add(menu, finding.fix.label, finding, FIX)
            self._add(menu, f"看问题：{_short(finding.message)}", finding, GO)
        if len(menu.actions()) > len(others):
            menu.addSeparator()
            for action in others:  # behind what was added
                menu.removeAction(action)
                menu.addAction(action)

    def _add(self, menu: QMenu, words: str, finding: Finding, wish: str) -> None:
        menu.addAction(literal(words), lambda: self._ask(finding, wish) if self._ask else None)

    def _cursor(self, text: str, mark: Mark) -> QTextCursor:
        cursor = QTextCursor(self._area.document())
        cursor.setPosition(units(text, mark.start))
        cursor.setPosition(units(text, mark.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def marks_at(findings: Sequence[Finding], task: str, entry: str, field: str) -> tuple[Mark, ...]:
    """Return the marks that `findings` leave in the text `field` of `entry` on the page of `task`."""
    return tuple(
        Mark(place.start, place.end, finding)
        for finding in findings for place in (finding.place, *finding.others)
        if (place.task, place.entry, place.field) == (task, entry, field) and place.start < place.end
    )


def _fits(mark: Mark, text: str) -> bool:
    """Return whether `mark` still stands on its words in `text`, and is not too long to point anywhere."""
    if mark.end > len(text) or mark.end - mark.start > LONGEST:
        return False
    excerpt, place = mark.finding.excerpt, mark.finding.place
    own = excerpt is not None and (place.start, place.end) == (mark.start, mark.end) and (
        len(excerpt) == mark.end - mark.start)
    return not own or text[mark.start:mark.end] == excerpt


def _underlined(cursor: QTextCursor, finding: Finding) -> QTextEdit.ExtraSelection:
    """Return the line under the words of `cursor`: waved where something is wrong, dotted for a hint."""
    look = QTextCharFormat()
    style = QTextCharFormat.UnderlineStyle
    look.setUnderlineStyle(style.DotLine if finding.severity is Severity.HINT else style.WaveUnderline)
    look.setUnderlineColor(QColor(shown_theme().color(TOKENS[finding.severity])))
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor  # type: ignore[attr-defined]
    made.format = look  # type: ignore[attr-defined]
    return made


def _short(message: str) -> str:
    return message if len(message) <= 24 else f"{message[:24]}…"
