"""A part of a form that stays folded until it is wanted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.labels import link_button


class Disclosure(QWidget):
    """A button with a triangle that unfolds `content`."""

    def __init__(self, label: str, content: QWidget, parent: QWidget | None = None) -> None:
        """Fold `content` under a button called `label`."""
        super().__init__(parent)
        self._label = label
        self.content = content
        self.button = link_button("")
        self.button.setProperty("reading", True)  # stays usable when the report is read-only
        self.button.clicked.connect(lambda: self.unfold(self.content.isHidden()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(content)
        self.unfold(False)

    def unfold(self, open_: bool) -> None:
        """Show the content when `open_`, fold it otherwise."""
        self.content.setVisible(open_)
        self.button.setText(f"{'▾' if open_ else '▸'} {self._label}")
        self.button.setAccessibleName(f"{self._label.partition('(&')[0]}，{'已展开' if open_ else '已折叠'}")
