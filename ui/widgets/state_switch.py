"""Three buttons in a row of which one is down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from ui.app.guarded import guarded

_STEPS: dict[int, int] = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class StateSwitch(QWidget):
    """A choice between a few states, one tab stop: arrows go from one to the next. Nothing is down at first."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Offer `choices`, pairs of value and label, under the accessible `name`."""
        super().__init__(parent)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        for value, label in choices:
            button = QPushButton(label)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("kind", "segment")
            button.setAccessibleName(f"{name}：{label}")
            button.installEventFilter(self)
            button.clicked.connect(lambda _=False, value=value: self._choose(value))
            self._group.addButton(button)
            self.buttons[value] = button
            row.addWidget(button)
        self._round_ends(row)
        self._shown = ""
        self._share_tab_stop()

    @property
    def value(self) -> str:
        """The value shown, empty when none is."""
        return self._shown

    def set_value(self, value: str) -> None:
        """Show `value`; one that is not offered leaves all buttons up."""
        self._shown = value if value in self.buttons else ""
        self._group.setExclusive(False)
        for each, button in self.buttons.items():
            if button.isChecked() != (each == value):
                button.setChecked(each == value)
        self._group.setExclusive(True)
        self._share_tab_stop()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(event.key())
            if step is not None:
                self._go(watched, step)
                return True
        return False

    def _go(self, watched: QObject, step: int) -> None:
        values = list(self.buttons)
        at = next(index for index, value in enumerate(values) if self.buttons[value] is watched)
        value = values[(at + step) % len(values)]
        self.buttons[value].setFocus(Qt.FocusReason.TabFocusReason)
        self._choose(value)

    def _choose(self, value: str) -> None:
        news = value != self._shown
        self.set_value(value)
        if news:
            self.chosen.emit(value)

    def _share_tab_stop(self) -> None:
        stop = self._shown or next(iter(self.buttons))
        for value, button in self.buttons.items():
            policy = Qt.FocusPolicy.StrongFocus if value == stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def _round_ends(self, row: QHBoxLayout) -> None:
        """Tell the style sheet which buttons stand at the ends."""
        places = ["middle"] * row.count()
        places[0], places[-1] = "first", "last"
        for button, place in zip(self.buttons.values(), places, strict=True):
            button.setProperty("place", place)
