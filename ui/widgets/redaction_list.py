"""What the 公开版 should not say, one row each, for the clerk to confirm."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from models.publication.redactions import Redaction
from ui.widgets.labels import plain_label

WORDS_SHOWN = 40


class RedactionList(QWidget):
    """Shows `redactions` with a box each: ticked is hidden. What has to be rewritten bears no box."""

    changed = Signal()

    def __init__(self, redactions: Iterable[Redaction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("公开前逐项确认")
        self._redactions = tuple(redactions)
        self.boxes: dict[int, QCheckBox] = {}
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(12)
        self._rows.setVerticalSpacing(8)
        self._rows.setColumnStretch(1, 1)
        for row, redaction in enumerate(self._redactions):
            self._add_row(row, redaction)

    @property
    def hidden(self) -> tuple[Redaction, ...]:
        """What is ticked, in order."""
        return tuple(self._redactions[row] for row, box in self.boxes.items() if box.isChecked())

    def _add_row(self, row: int, redaction: Redaction) -> None:
        said = summary(redaction)
        if redaction.instead is not None:
            box = QCheckBox("隐去")
            box.setAccessibleName(f"隐去{said}")
            box.setAccessibleDescription(redaction.note)
            box.setChecked(redaction.hidden)
            box.toggled.connect(lambda _on: self.changed.emit())
            self.boxes[row] = box
            self._rows.addWidget(box, row, 0)
        text = QVBoxLayout()
        text.setSpacing(0)
        for label in (plain_label(said, "" if redaction.instead is not None else "must"),
                      plain_label(redaction.note, "muted")):
            label.setMinimumHeight(1)  # else the list is kept as high as it were at its least width
            text.addWidget(label)
        self._rows.addLayout(text, row, 1)


def summary(redaction: Redaction) -> str:
    """Return `redaction` in a line: what it is, its words, what becomes of it, how often it stands."""
    words = redaction.words.replace("\n", " ")
    shown = words if len(words) <= WORDS_SHOWN else f"{words[:WORDS_SHOWN]}……"
    if redaction.instead is None:
        return f"{redaction.what}“{shown}”"
    times = f"，共{len(redaction.edits)}处" if len(redaction.edits) > 1 else ""
    return f"{redaction.what}“{shown}”，{redaction.change}{times}"
