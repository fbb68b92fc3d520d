"""The three columns of the work window: what folds, and what lies over the page when the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.app.guarded import guarded
from ui.delegates.task_delegate import FOLDED_WIDTH
from ui.widgets.side_panel import STRIP, WIDTH, SidePanel, SideStrip
from ui.widgets.task_list import TaskList

DOCKED_FROM = 1200  # logical pixels; narrower, the right side lies over the page and only while it is wanted
PAGE_LEAST, PAGE_MOST, PAGE_SHARE = 560, 840, 0.45  # the page beside the preview
PREVIEW_LEAST = 380  # narrower, the preview takes the place of the page
WIDEST = 16777215  # QWIDGETSIZE_MAX: no limit
ALONE = 888  # width of the page where it stands alone: that of its fields and the margins beside them
UNFOLDED_FROM = 1600  # narrower, the task list folds while the preview is shown


class WorkBody(QWidget):
    """Task list, centre and right side. `wanted` is the clerk's wish for the right side in a wide window."""

    side_changed = Signal(bool)  # whether the right side is to be seen now
    alone_changed = Signal(bool)  # whether only the page is left
    preview_changed = Signal()  # whether there is room for it beside the page

    def __init__(self, tasks: TaskList, centre: QWidget, side: SidePanel, parent: QWidget | None = None) -> None:
        """Put the three beside each other."""
        super().__init__(parent)
        self.tasks = tasks
        self.centre = centre
        self.side = side
        self.strip = SideStrip()
        self.wanted = True
        self.alone = False  # only the page is to be seen
        self._over = False  # laid over the page in a narrow window
        self._preview: QWidget | None = None
        self._whole = False  # the preview is wanted in the place of the page
        self._unfold_later = False
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
        """Whether there is no room for the right side beside the page, e.g. because the preview stands there."""
        return self.width() < DOCKED_FROM or self.preview_shown

    @property
    def preview_shown(self) -> bool:
        """Whether the preview is shown."""
        return self._preview is not None and not self._preview.isHidden()

    @property
    def preview_whole(self) -> bool:
        """Whether the preview stands in the place of the page, by wish or because there is no room beside it."""
        return self.preview_shown and (self._whole or not self.has_room_beside)

    @property
    def has_room_beside(self) -> bool:
        """Whether page and preview fit beside each other."""
        return self.width() - FOLDED_WIDTH - STRIP >= PAGE_LEAST + PREVIEW_LEAST

    @property
    def tasks_folded(self) -> bool:
        """Whether the clerk wants the task list folded; the preview may fold it for a while."""
        return self.tasks.folded and not self._unfold_later

    def show_preview(self, preview: QWidget) -> None:
        """Show `preview` beside the page, in its place where there is no room."""
        self.show_alone(False)
        if self._preview is None:
            self._preview = preview
            self._row.insertWidget(self._row.indexOf(self.strip), preview, 1)
        self._over = False
        preview.show()
        if not self.tasks.folded and self.width() < UNFOLDED_FROM:
            self._unfold_later = True
            self.tasks.fold(True)
        self._arrange()

    def hide_preview(self) -> None:
        """Put the preview away and bring back what it displaced."""
        if self._preview is not None:
            self._preview.hide()
        self._over = False
        if self._unfold_later:
            self._unfold_later = False
            self.tasks.fold(False)
        self._arrange()

    def show_whole(self, whole: bool) -> None:
        """Let the preview stand in the place of the page, or beside it again."""
        self._whole = whole
        self._arrange()

    @property
    def side_shown(self) -> bool:
        """Whether the right side is to be seen."""
        return not self.alone and (self._over if self.narrow else self.wanted)

    def show_side(self, shown: bool) -> None:
        """Unfold or fold the right side; in a narrow window it lies over the page."""
        if shown:
            self.show_alone(False)
        if self.narrow:
            self._over = shown
        else:
            self.wanted = shown
        self._arrange()

    def show_alone(self, alone: bool) -> bool:
        """Leave only the page, or bring back what was beside it; return whether that changed anything."""
        if alone == self.alone:
            return False
        self.alone = alone
        self.tasks.setVisible(not alone)
        self._arrange()
        self.alone_changed.emit(alone)
        return True

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
        if self.preview_shown:
            self.preview_changed.emit()

    def _open_tab(self, tab: int) -> None:
        self.side.show_tab(tab)
        self.show_side(True)
        self.side.tabs.setFocus()

    def _arrange(self) -> None:
        shown, docked = self.side_shown, self.side_shown and not self.narrow
        beside = self.preview_shown and not self.preview_whole
        room = self.width() - self.tasks.width() - STRIP
        page = min(max(round(room * PAGE_SHARE), PAGE_LEAST), PAGE_MOST)
        self.centre.setVisible(not self.preview_whole)
        self.centre.setMinimumWidth(page if beside else 0)
        self.centre.setMaximumWidth(page if beside else WIDEST)
        self.strip.setVisible(not docked and not self.alone)
        around = max(0, (self.width() - ALONE) // 2) if self.alone else 0
        self._row.setContentsMargins(around, 0, WIDTH if docked else around, 0)
        self.side.setVisible(shown)
        if shown:
            self.side.guidance.show_beside(docked)
            right = self.width() if docked else self.width() - STRIP
            self.side.setGeometry(right - WIDTH, 0, WIDTH, self.height())
            self.side.raise_()
        self.side_changed.emit(shown)
