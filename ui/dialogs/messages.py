"""The only message boxes of the program: plain text, verbs on the buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from models.errors import UserError
from ui.app.helping import offer_help


def ask(parent: QWidget | None, title: str, text: str, verbs: tuple[str, ...], detail: str = "") -> int:
    """Show `text` with one button per verb; return the index of the one chosen, the last one for Esc.

    `detail` is a second, quieter paragraph; empty means none.
    """
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(detail)
    buttons = [box.addButton(verb, QMessageBox.ButtonRole.ActionRole) for verb in verbs]
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(buttons[-1])
    offer_help(box)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()  # its window would keep it for good
    return next((index for index, button in enumerate(buttons) if button is clicked), len(verbs) - 1)


def tell(parent: QWidget | None, title: str, text: str, detail: str = "") -> None:
    """Show `text` with one button to go on."""
    ask(parent, title, text, ("知道了",), detail)


def tell_error(parent: QWidget | None, error: UserError, title: str = "没有完成") -> None:
    """Show what happened and what to do about it."""
    tell(parent, title, error.message, error.advice)
