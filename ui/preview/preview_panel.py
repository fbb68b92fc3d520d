"""The preview: bar, search, notices and the pages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from models.domain.place import Place
from models.layout.layout import Faces
from ui.app.guarded import guarded
from ui.preview.faces import DrawnFaces
from ui.preview.pages_view import PagesView
from ui.preview.paging import SetPages
from ui.preview.preview_bar import PreviewBar
from ui.widgets.find_bar import FindBar
from ui.widgets.labels import plain_label

SETTING = "正在排版……"


class PreviewPanel(QFrame):
    """Shows set pages and searches them. It knows no report."""

    place_requested = Signal(object)  # Place
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without pages."""
        super().__init__(parent)
        self.setObjectName("preview_panel")
        self.bar = PreviewBar()
        self.find_bar = FindBar("在页面里找")
        self.note = plain_label("", "banner")
        self.empty = plain_label(SETTING, "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.view = PagesView()
        self.setFocusProxy(self.view)
        self._faces: tuple[Faces, DrawnFaces] | None = None  # of one layout only: fonts are large
        self._wanted = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, self.find_bar, self.note, self.empty):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        self.note.hide()
        self._connect()

    def show_pages(self, pages: SetPages) -> None:
        """Show `pages`; search hits and marks follow."""
        if self._faces is None or self._faces[0] != pages.layout.faces:
            self._faces = pages.layout.faces, DrawnFaces(pages.layout.faces)
        self.view.show_document(pages.document, pages.text, self._faces[1])
        self.empty.hide()
        if self._wanted:
            self.view.show_hits(pages.text.find(self._wanted), self.view.hit if pages.whole else -1)
            self._show_count()
        self._show_page()
        self._show_note()

    def show_place(self, place: Place | None) -> None:
        """Mark the field of `place` and bring it into view; None takes the mark away."""
        self.view.show_place(place)

    def open_search(self, wanted: str = "") -> None:
        """Open the search bar; a non-empty `wanted` is searched at once."""
        self.find_bar.open_bar(wanted)

    def step_search(self, by: int) -> None:
        """Go to the next hit, or the previous one when `by` is -1; with nothing to look for, open the bar."""
        hits = self.view.hits
        if not self._wanted:
            self.open_search()
        elif hits:
            at = self.view.hit
            self.view.show_hits(hits, (at + by) % len(hits) if at >= 0 else (0 if by > 0 else len(hits) - 1))
            self._show_count()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        bar, view = self.bar, self.view
        bar.fit_chosen.connect(view.set_fit)
        bar.zoom_chosen.connect(view.set_zoom)
        bar.zoom_stepped.connect(view.step_zoom)
        bar.find_requested.connect(self.open_search)
        bar.close_requested.connect(self.close_requested)
        view.place_requested.connect(self.place_requested)
        view.page_changed.connect(self._show_page)
        view.zoom_changed.connect(self._show_zoom)
        self.find_bar.wanted_changed.connect(self._search)
        self.find_bar.step_requested.connect(self.step_search)
        self.find_bar.closed.connect(self._end_search)

    def _search(self, wanted: str) -> None:
        self._wanted = wanted
        self.view.show_hits(self.view.text.find(wanted))
        self._show_count()

    def _end_search(self) -> None:
        self.view.show_hits([])
        self._wanted = ""
        self.find_bar.field.clear()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_count(self) -> None:
        self.find_bar.show_hits(self.view.hit + 1, len(self.view.hits))

    def _show_page(self) -> None:
        count = len(self.view.document.pages)
        self.bar.show_page(self.view.page + 1, count)
        self.view.setAccessibleDescription(self.bar.page.text())

    def _show_zoom(self) -> None:
        self.bar.show_zoom(self.view.fit, self.view.zoom)

    def _show_note(self) -> None:
        missing = self._faces[1].stand_ins() if self._faces is not None else {}
        self.note.setText(f"这台电脑缺{'、'.join(missing)}，预览和打印用相近的字体代替；菜单里的“字体”有说明。")
        self.note.setVisible(bool(missing))
