"""The white panel on which fields stand."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.widgets.labels import plain_label

MARGIN = 16
SPACING = 8


class Card(QFrame):
    """A panel with a column of widgets and, above them, a heading with room for marks and buttons at its right."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        """Make an empty card; a `heading` of "" leaves its line out until `show_heading`."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN, 12, MARGIN, 12)
        self.column.setSpacing(SPACING)
        self.heading: QLabel = plain_label(heading, "heading")
        self.top = QHBoxLayout()
        self.top.setSpacing(SPACING)
        self.top.addWidget(self.heading, 1)
        self.column.addLayout(self.top)
        self.heading.setVisible(bool(heading))

    def show_heading(self, text: str) -> None:
        """Show `text` as the heading; empty leaves the line out."""
        if self.heading.text() != text:
            self.heading.setText(text)
        self.heading.setVisible(bool(text))
