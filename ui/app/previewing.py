"""The preview in the work window: made when first opened, kept up to date while it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from models.domain.place import Place
from ui.app.tasks import TaskQueue

if TYPE_CHECKING:  # the window does without them until the preview is opened
    from ui.preview.following import Following
    from ui.preview.paging import Paging, SetPages
    from ui.preview.preview_panel import PreviewPanel
    from ui.preview.wishes import PageWishes
    from ui.work_window import WorkWindow


class Previewing(QObject):
    """Opens and closes the preview of a work window, and leads from page to field and back."""

    shown_changed = Signal(bool)
    print_requested = Signal()
    pdf_requested = Signal()

    def __init__(self, work: WorkWindow) -> None:
        """Preview the report of `work`."""
        super().__init__(work)
        self._work = work
        self._queue = TaskQueue("pages", self)
        self.panel: PreviewPanel | None = None
        self._paging: Paging | None = None
        self._following: Following | None = None

    @property
    def shown(self) -> bool:
        """Whether the preview is open."""
        return self._work.body.preview_shown

    @property
    def wishes(self) -> PageWishes | None:
        """How the clerk wants the pages; None before the preview was ever opened."""
        return self._paging.wishes if self._paging is not None else None

    @property
    def page(self) -> int:
        """The index of the page one looks at."""
        return self.panel.view.page if self.panel is not None else 0

    @property
    def up_to_date(self) -> bool:
        """Whether the pages shown are those of the report as it stands."""
        return self._paging is not None and self._paging.up_to_date

    def toggle(self) -> None:
        """Open the preview, or close it."""
        if self.shown:
            self.close()
        else:
            self.open()

    def open(self) -> None:
        """Show the preview beside the page, or over it where there is no room."""
        if self.panel is None:
            self._make()
        assert self.panel is not None and self._paging is not None and self._following is not None
        self._work.pages.commit_input()
        self._work.body.show_preview(self.panel)
        self._show_whole()
        self._paging.begin()
        self._following.begin()
        if self._work.body.preview_whole:
            self.panel.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown_changed.emit(True)

    def close(self) -> None:
        """Put the preview away."""
        if not self.shown or self._paging is None or self._following is None or self.panel is None:
            return
        focused = self.panel.isAncestorOf(self._work.window().focusWidget() or self._work)
        self._paging.rest()
        self._following.rest()
        self._work.body.hide_preview()
        if focused:
            self._work.pages.focus_page()
        self.shown_changed.emit(False)

    def make_room(self) -> None:
        """Let the page be seen: beside the preview where there is room, else without it."""
        if self.shown and self._work.body.preview_whole:
            if self._work.body.has_room_beside:
                self._work.body.show_whole(False)
                self._show_whole()
            else:
                self.close()

    def find(self, wanted: str = "") -> bool:
        """Search the pages when the cursor is in the preview; return whether it is."""
        if not self._has_focus():
            return False
        assert self.panel is not None
        self.panel.open_search(wanted)
        return True

    def step_search(self, by: int) -> bool:
        """Go to the next hit in the pages when the cursor is in the preview; return whether it is."""
        if not self._has_focus():
            return False
        assert self.panel is not None
        self.panel.step_search(by)
        return True

    def stop(self) -> None:
        """End the worker; the report is closed."""
        self.close()
        self._queue.stop()

    def _make(self) -> None:
        from exporters.export import gaps_of
        from ui.preview.following import Following
        from ui.preview.paging import Paging
        from ui.preview.preview_panel import PreviewPanel

        opened, body = self._work.opened, self._work.body
        self.panel = panel = PreviewPanel()
        self._paging = Paging(opened, self._queue, lambda: bool(gaps_of(opened.findings)), parent=self)
        self._following = Following(self._work.pages, self)
        self._paging.pages_set.connect(self._show_pages)
        self._following.moved.connect(panel.show_place)
        panel.bar.wishes_changed.connect(self._paging.choose)
        panel.bar.whole_requested.connect(self._change_whole)
        panel.bar.print_requested.connect(self.print_requested)
        panel.bar.pdf_requested.connect(self.pdf_requested)
        panel.close_requested.connect(self.close)
        panel.place_requested.connect(self._go_to)
        body.preview_changed.connect(self._show_whole)

    def _go_to(self, place: Place) -> None:
        self.make_room()
        self._work.go_to(place)

    def _change_whole(self, whole: bool) -> None:
        """Look the pages over two by two in the whole window, or read them beside the form."""
        self._work.body.show_whole(whole)
        self._show_whole()
        if self.panel is not None:
            from ui.preview.arrangement import Fit

            self.panel.view.set_fit(Fit.TWO if whole else Fit.WIDTH)

    def _show_whole(self) -> None:
        if self.panel is not None:
            self.panel.bar.whole_button.setVisible(self._work.body.has_room_beside)
            self.panel.bar.whole_button.setChecked(self._work.body.preview_whole)

    def _show_pages(self, pages: SetPages) -> None:
        if self.panel is not None:
            self.panel.show_pages(pages)

    def _has_focus(self) -> bool:
        focus = self._work.window().focusWidget()
        return self.shown and self.panel is not None and focus is not None and self.panel.isAncestorOf(focus)
