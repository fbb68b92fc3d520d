"""A short list of radio buttons, one value each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QRadioButton, QVBoxLayout, QWidget


class RadioList(QWidget):
    """Lets the clerk choose one of `labels` (value to label, in order); `chosen` tells each change."""

    chosen = Signal(str)

    def __init__(self, name: str, labels: Mapping[str, str], value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        for each, label in labels.items():
            button = QRadioButton(label)
            button.setChecked(each == value)
            button.setMinimumHeight(28)
            group.addButton(button)
            layout.addWidget(button)
            self.buttons[each] = button
        group.buttonToggled.connect(self._tell)

    def _tell(self, _button: QAbstractButton, on: bool) -> None:
        if on:
            self.chosen.emit(self.value)

    @property
    def value(self) -> str:
        """The value chosen."""
        return next(value for value, button in self.buttons.items() if button.isChecked())

    def choose(self, value: str) -> None:
        """Check the button of `value`; KeyError when there is none."""
        self.buttons[value].setChecked(True)
