"""Lines to look through once more, each with a button that leads to where it is changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.app.export_checklist import ChecklistLine
from ui.widgets.labels import link_button, plain_label, set_kind

NAME_WIDTH = 104


class ChecklistView(QWidget):
    """Shows checklist lines, or some of them; what is not there stands out."""

    change_wanted = Signal(object)  # Place

    def __init__(self, lines: tuple[ChecklistLine, ...], parent: QWidget | None = None) -> None:
        """Make a row for each of `lines`."""
        super().__init__(parent)
        self.lines = lines
        self._widgets: dict[str, list[QWidget]] = {}
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(12)
        self._rows.setVerticalSpacing(4)
        self._rows.setColumnMinimumWidth(0, NAME_WIDTH)
        self._rows.setColumnStretch(1, 1)
        for row, line in enumerate(lines):
            self._add(row, line)

    def show_lines(self, lines: tuple[ChecklistLine, ...]) -> None:
        """Show only the rows of `lines`, which are some of those there are, as they are now."""
        self.lines = lines
        told = {line.name: line for line in lines}
        for name, widgets in self._widgets.items():
            for widget in widgets:
                widget.setVisible(name in told)
            if name in told and isinstance(said := widgets[1], QLabel):
                said.setText(told[name].said)
                set_kind(said, _kind(told[name]))

    def _add(self, row: int, line: ChecklistLine) -> None:
        widgets: list[QWidget] = [plain_label(line.name, "muted", wrap=False), plain_label(line.said, _kind(line))]
        widgets[1].setMinimumHeight(1)  # else the list is kept as high as it were at its least width
        if line.place is not None:
            change = link_button("去改", f"去改{line.name}")
            change.clicked.connect(lambda _=False, place=line.place: self.change_wanted.emit(place))
            widgets.append(change)
        for column, widget in enumerate(widgets):
            self._rows.addWidget(widget, row, column)
        self._widgets[line.name] = widgets


def _kind(line: ChecklistLine) -> str:
    """Return the look of what `line` says."""
    return "muted" if line.place is None else "" if line.there else "check"
