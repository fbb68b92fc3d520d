"""Rows in which the 佐证 of a duty are entered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.duty import Evidence
from ui.app.guarded import guarded
from ui.widgets.field import LineField
from ui.widgets.labels import flat_button
from ui.widgets.tab_order import set_reading_order

WIDE = 640  # from this width on all five fields stand in one line, where their texts have room
SPACING = 12  # between two fields
EDGES = 24  # pixels of a field besides its text: borders, padding, cursor
LEAST = 64  # pixels of a field with little in it
COLUMNS = (  # attribute of Evidence, caption, share of the width
    ("times", "次数", 2), ("date", "日期", 4), ("occasion", "场合", 5), ("topic", "议题", 5), ("document_number", "文号", 5),
)
USUAL = {name: share for name, _, share in COLUMNS}
LINES = (tuple(USUAL)[:3], tuple(USUAL)[3:])  # the attributes in each of two lines


class EvidenceRow(QWidget):
    """The five fields of one piece of evidence and the button that removes it."""

    edited = Signal(str, str)  # attribute of Evidence, new text
    left = Signal()  # the cursor left a field
    removed = Signal()

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        """Make the row `number`, counted from 1 for those who hear the form."""
        super().__init__(parent)
        self.fields = {name: LineField(caption, f"第{number}条佐证的{caption}", parent=self) for name, caption, _ in COLUMNS}
        self.remove = flat_button("删除", f"删除第{number}条佐证")
        self.remove.clicked.connect(self.removed)
        self._first = number == 1
        for name, field in self.fields.items():
            field.edited.connect(lambda text, name=name: self.edited.emit(name, text))
            field.line.editingFinished.connect(self.left)
        self._lines = (QHBoxLayout(), QHBoxLayout())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for line in self._lines:
            line.setSpacing(SPACING)
            column.addLayout(line)
        self._wide: bool | None = None
        self.arrange(False, USUAL)

    def show_evidence(self, evidence: Evidence, removable: bool) -> None:
        """Show `evidence`; the row is `removable` when it is in the report."""
        for name, field in self.fields.items():
            field.set_text(getattr(evidence, name))
        self.remove.setVisible(removable)

    def needed(self, name: str) -> int:
        """Return the width in pixels at which the text of the field `name` is seen whole."""
        line = self.fields[name].line
        return max(LEAST, line.fontMetrics().horizontalAdvance(line.text()) + EDGES)

    def arrange(self, wide: bool, shares: Mapping[str, int]) -> None:
        """Put the fields into one line when `wide`, into two otherwise, each with its share of the width."""
        if wide != self._wide:
            self._put(wide)
        for name, field in self.fields.items():
            self._lines[0 if wide or name in LINES[0] else 1].setStretchFactor(field, shares[name])

    def _put(self, wide: bool) -> None:
        self._wide = wide
        for name, field in self.fields.items():
            self._lines[0 if wide or name in LINES[0] else 1].addWidget(field)
            if field.caption is not None:
                field.caption.setHidden(wide and not self._first)  # in one line the captions of the first row serve all
        last = self._lines[0 if wide else 1]
        last.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)
        set_reading_order(self)


class EvidenceRows(QWidget):
    """All evidence of a duty. An empty list shows one empty row, which is in the report once something stands in it."""

    edited = Signal(object, str)  # the new tuple of Evidence, the attribute changed; "" when a row came or went

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[EvidenceRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._shown: tuple[Evidence, ...] = ()
        self._typed: tuple[Evidence, ...] | None = None  # what the last key made of them; None when none did
        self.show_evidence(())

    def show_evidence(self, evidence: tuple[Evidence, ...]) -> None:
        """Show `evidence`, one row each."""
        self._shown = evidence
        needed = max(1, len(evidence))
        while len(self.rows) < needed:
            self._add_row()
        for number, row in enumerate(self.rows):
            row.setVisible(number < needed)
            if number < needed:
                row.show_evidence(evidence[number] if number < len(evidence) else Evidence(), number < len(evidence))
        if evidence != self._typed:  # the fields stay where they are under the hands of who types
            self._arrange()

    def add(self) -> None:
        """Add an empty piece of evidence and go to it."""
        at = len(self._shown)
        self.edited.emit((*(self._shown or (Evidence(),)), Evidence()), "")
        self.rows[min(max(at, 1), len(self.rows) - 1)].fields["times"].select(0, -1)

    def commit_input(self) -> None:
        """Commit a running composition in any of the fields."""
        for row in self.rows:
            for field in row.fields.values():
                field.commit_input()

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Lay all rows out alike: in one line where no text is cut there, in two otherwise."""
        shown = self.rows[:max(1, len(self._shown))]
        needed = {name: max(row.needed(name) for row in shown) for name in USUAL}
        room = self.width() - SPACING - self.rows[0].remove.sizeHint().width()
        one = shares(tuple(USUAL), needed, room)
        wide = self.width() >= WIDE and one is not None
        if one is None or not wide:
            one = {**(shares(LINES[0], needed, self.width()) or needed), **(shares(LINES[1], needed, room) or needed)}
        for row in self.rows:
            row.arrange(wide, one)

    def _add_row(self) -> None:
        index = len(self.rows)
        row = EvidenceRow(index + 1, self)
        row.edited.connect(lambda name, text: self._change(index, name, text))
        row.left.connect(self._arrange)
        row.removed.connect(lambda: self._remove(index))
        self.rows.append(row)
        self._column.addWidget(row)

    def _change(self, index: int, name: str, text: str) -> None:
        rows = list(self._shown) or [Evidence()]
        rows[index] = replace(rows[index], **{name: text})
        self._typed = tuple(rows)
        self.edited.emit(self._typed, name)

    def _remove(self, index: int) -> None:
        self.edited.emit(self._shown[:index] + self._shown[index + 1:], "")
        self.rows[max(0, index - 1)].fields["times"].select(0, -1)


def shares(names: tuple[str, ...], needed: Mapping[str, int], width: int) -> Mapping[str, int] | None:
    """Return the shares of the fields `names` of a line of `width` pixels: the usual ones where each field gets what is
    `needed`, else those by need; None when the line is too short for them all."""
    room = width - SPACING * (len(names) - 1)
    whole = sum(USUAL[name] for name in names)
    if all(room * USUAL[name] // whole >= needed[name] for name in names):
        return {name: USUAL[name] for name in names}
    return {name: needed[name] for name in names} if sum(needed[name] for name in names) <= room else None
