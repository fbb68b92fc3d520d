"""How many findings of each gravity there are, as buttons that show only those."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from models.checks.finding import Finding, Severity
from ui.item_models.finding_model import GRAVITY, SEVERITY_WORDS, word_of


class LevelFilter(QWidget):
    """One button a gravity. With none pressed everything is shown."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing to count."""
        super().__init__(parent)
        self.buttons: dict[Severity, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for severity in GRAVITY:
            button = QPushButton()
            button.setProperty("kind", "chip")
            button.setProperty("level", severity.value)
            button.setProperty("reading", True)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.toggled.connect(lambda _: self.changed.emit())
            self.buttons[severity] = button
            row.addWidget(button)
        row.addStretch(1)
        self.count(())

    def count(self, findings: Iterable[Finding]) -> None:
        """Say how many of `findings` there are of each gravity; where there is none of it, it cannot be chosen."""
        findings = tuple(findings)
        numbers = Counter(finding.severity for finding in findings)
        for severity, button in self.buttons.items():
            word = "、".join(sorted({word_of(each) for each in findings if each.severity is severity}))
            word = word or SEVERITY_WORDS[severity]
            button.setText(f"{word} {numbers[severity]}")
            button.setToolTip(f"只看{word}" if not button.isChecked() else "看全部")
            button.setEnabled(bool(numbers[severity]) or button.isChecked())
        self.setVisible(sum(1 for each in numbers.values() if each) > 1 or self.chosen != frozenset(GRAVITY))

    @property
    def chosen(self) -> frozenset[Severity]:
        """The gravities to be shown."""
        pressed = frozenset(severity for severity, button in self.buttons.items() if button.isChecked())
        return pressed or frozenset(GRAVITY)
