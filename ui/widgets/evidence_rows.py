"""Rows in which the 佐证 of a duty are entered."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.duty import Evidence
from ui.app.guarded import guarded
from ui.widgets.field import LineField
from ui.widgets.labels import flat_button
from ui.widgets.tab_order import set_reading_order

WIDE = 640  # from this width on all five fields stand in one line
COLUMNS = (  # attribute of Evidence, caption, share of the width
    ("times", "次数", 2), ("date", "日期", 4), ("occasion", "场合", 5), ("topic", "议题", 5), ("document_number", "文号", 5),
)


class EvidenceRow(QWidget):
    """The five fields of one piece of evidence and the button that removes it."""

    edited = Signal(str, str)  # attribute of Evidence, new text
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
        self._lines = (QHBoxLayout(), QHBoxLayout())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for line in self._lines:
            line.setSpacing(12)
            column.addLayout(line)
        self._wide: bool | None = None
        self._arrange(False)

    def show_evidence(self, evidence: Evidence, removable: bool) -> None:
        """Show `evidence`; the row is `removable` when it is in the report."""
        for name, field in self.fields.items():
            field.set_text(getattr(evidence, name))
        self.remove.setVisible(removable)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width() >= WIDE)

    def _arrange(self, wide: bool) -> None:
        """Put the fields into one line when `wide`, into two otherwise."""
        if wide == self._wide:
            return
        self._wide = wide
        for index, (name, _, stretch) in enumerate(COLUMNS):
            line = self._lines[0 if wide or index < 3 else 1]
            line.addWidget(self.fields[name], stretch)
            caption = self.fields[name].caption
            if caption is not None:
                caption.setHidden(wide and not self._first)  # in one line the captions of the first row serve all
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

    def _add_row(self) -> None:
        index = len(self.rows)
        row = EvidenceRow(index + 1, self)
        row.edited.connect(lambda name, text: self._change(index, name, text))
        row.removed.connect(lambda: self._remove(index))
        self.rows.append(row)
        self._column.addWidget(row)

    def _change(self, index: int, name: str, text: str) -> None:
        rows = list(self._shown) or [Evidence()]
        rows[index] = replace(rows[index], **{name: text})
        self.edited.emit(tuple(rows), name)

    def _remove(self, index: int) -> None:
        self.edited.emit(self._shown[:index] + self._shown[index + 1:], "")
        self.rows[max(0, index - 1)].fields["times"].select(0, -1)
