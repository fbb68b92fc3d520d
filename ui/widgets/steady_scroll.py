"""A scroll area whose content keeps its width when the scroll bar comes or goes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

BAR = 10  # pixels of the vertical bar, as in window.qss: what it holds has so much less margin at the right


class SteadyScrollArea(QScrollArea):
    """Scrolls vertically. The room of the bar is always kept; with nothing to scroll the bar is not to be seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without content."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))
        bar.setEnabled(False)
