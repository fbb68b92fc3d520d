"""The three columns of the work window: what folds, and what lies over the page when the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.app.guarded import guarded
from ui.widgets.side_panel import STRIP, WIDTH, SidePanel, SideStrip
from ui.widgets.task_list import TaskList

DOCKED_FROM = 1200  # logical pixels; narrower, the right side lies over the page and only while it is wanted


class WorkBody(QWidget):
    """Task list, centre and right side. `wanted` is the clerk's wish for the right side in a wide window."""

    side_changed = Signal(bool)  # whether the right side is to be seen now

    def __init__(self, tasks: TaskList, centre: QWidget, side: SidePanel, parent: QWidget | None = None) -> None:
        """Put the three beside each other."""
        super().__init__(parent)
        self.tasks = tasks
        self.centre = centre
        self.side = side
        self.strip = SideStrip()
        self.wanted = True
        self._over = False  # laid over the page in a narrow window
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(tasks)
        self._row.addWidget(centre, 1)
        self._row.addWidget(self.strip)
        side.setParent(self)
        side.fold_requested.connect(lambda: self.show_side(False))
        self.strip.tab_requested.connect(self._open_tab)
        self._arrange()

    @property
    def narrow(self) -> bool:
        """Whether there is no room for the right side beside the page."""
        return self.width() < DOCKED_FROM

    @property
    def side_shown(self) -> bool:
        """Whether the right side is to be seen."""
        return self._over if self.narrow else self.wanted

    def show_side(self, shown: bool) -> None:
        """Unfold or fold the right side; in a narrow window it lies over the page."""
        if self.narrow:
            self._over = shown
        else:
            self.wanted = shown
        self._arrange()

    def close_overlay(self) -> bool:
        """Take away the right side where it hides the page; return whether it did."""
        if not (self.narrow and self._over):
            return False
        self.show_side(False)
        return True

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _open_tab(self, tab: int) -> None:
        self.side.show_tab(tab)
        self.show_side(True)
        self.side.tabs.setFocus()

    def _arrange(self) -> None:
        shown, docked = self.side_shown, self.side_shown and not self.narrow
        self.strip.setVisible(not docked)
        self._row.setContentsMargins(0, 0, WIDTH if docked else 0, 0)
        self.side.setVisible(shown)
        if shown:
            right = self.width() if docked else self.width() - STRIP
            self.side.setGeometry(right - WIDTH, 0, WIDTH, self.height())
            self.side.raise_()
        self.side_changed.emit(shown)
