"""专注写作: only the page is left in the window, at a width that reads well, and what is saved is still to be seen."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.work_window import WorkWindow

ENTERED = "专注写作：只留正文。按 F11 或 Esc 回到原来的样子。"


class FocusMode(QObject):
    """Takes the columns beside the page of one work window away, and brings them back as they were."""

    def __init__(self, work: WorkWindow) -> None:
        """Serve `work`; it starts with all its columns."""
        super().__init__(work)
        self._work = work
        work.body.alone_changed.connect(self._show)

    def toggle(self) -> None:
        """Leave only the page, or bring the rest back."""
        work = self._work
        if not work.body.alone:
            work.previewing.close()
            work.body.close_overlay()
        work.body.show_alone(not work.body.alone)

    def _show(self, alone: bool) -> None:
        work = self._work
        for widget in (work.top, work.footer):
            widget.setVisible(not alone)
        if alone and not (work.focusWidget() and work.pages.isAncestorOf(work.focusWidget())):
            work.pages.focus_page()
        work.status.show_notice(ENTERED if alone else "")
