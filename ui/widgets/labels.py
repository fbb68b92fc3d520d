"""Labels that show text letter by letter, and the small buttons of forms."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget


# Qt.TextFormat.PlainText. Touching the namespace Qt costs 30 ms at every start; the first window does without it.
PLAIN_TEXT = 0

LINK_GAP = 16  # pixels between links beside each other: they have no frame


def plain_label(text: str = "", kind: str = "", wrap: bool = True) -> QLabel:
    """Return a label that shows `text` as it stands in the look `kind` of the style sheet, broken when `wrap`."""
    label = QLabel(text)
    label.setProperty("textFormat", PLAIN_TEXT)
    label.setWordWrap(wrap)
    label.setProperty("kind", kind)
    if wrap:
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


def set_kind(widget: QWidget, kind: str, name: str = "kind") -> None:
    """Give `widget` the look `kind` (the property `name`) and let the style sheet take it up when it is news."""
    if widget.property(name) == kind:
        return
    widget.setProperty(name, kind)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def literal(text: str) -> str:
    """Return `text` so that a button or menu shows it letter by letter, without access keys."""
    return text.replace("&", "&&")


def literal_tip(text: str) -> str:
    """Return `text` so that a tooltip shows it letter by letter."""
    return f"<p>{escape(text)}</p>" if "<" in text else text


def allow(button: QWidget, refusal: str, tip: str = "") -> None:
    """Let `button` be used unless there is a `refusal`, which its tooltip then gives; else it gives the `tip`."""
    button.setEnabled(not refusal)
    button.setToolTip(literal_tip(refusal or tip))


def link_button(text: str, name: str = "") -> QPushButton:
    """Return a button that looks like a link; `name` is what a screen reader says, empty means its text."""
    return _button(text, "link", name)


def flat_button(text: str, name: str = "") -> QPushButton:
    """Return a button without a frame; `name` is what a screen reader says, empty means its text."""
    return _button(text, "flat", name)


def _button(text: str, kind: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", kind)
    button.setAutoDefault(False)
    if name:
        button.setAccessibleName(name)
    return button
