"""Where the clerk writes: the field with the cursor, told as a place of the report."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from models.domain.place import Place
from ui.app.page_stack import PageStack
from ui.pages.form_page import FormPage
from ui.widgets.picture_field import PictureField


class Following(QObject):
    """Tells each move of the cursor from line to line of a field, and from field to field, while it is `active`."""

    moved = Signal(object)  # Place

    def __init__(self, pages: PageStack, parent: QObject | None = None) -> None:
        """Follow the fields of `pages`."""
        super().__init__(parent)
        self.active = False
        self._pages = pages
        self._watched: QLineEdit | QPlainTextEdit | None = None
        self._told: Place | None = None
        QApplication.instance().focusChanged.connect(self._note_focus)  # type: ignore[union-attr]

    def begin(self) -> None:
        """Follow from now on; tell at once where the cursor is, or was before the focus went elsewhere."""
        self.active = True
        self._told = None
        page = self._pages.page(self._pages.task)
        self._note_focus(None, page.focusWidget())

    def rest(self) -> None:
        """Follow no more until `begin`."""
        self.active = False
        self._watch(None)

    def _note_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if self.active and now is not None and self._pages.isAncestorOf(now):
            self._watch(now)
            self._tell()

    def _watch(self, widget: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.cursorPositionChanged.disconnect(self._tell)
            self._watched.destroyed.disconnect(self._forget)
        self._watched = widget if isinstance(widget, QLineEdit | QPlainTextEdit) else None
        if self._watched is not None:
            self._watched.cursorPositionChanged.connect(self._tell)
            self._watched.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._watched = None

    def _tell(self) -> None:
        page = self._pages.page(self._pages.task)
        place = place_of(page, self._watched) if isinstance(page, FormPage) and self._watched is not None else None
        if place is not None and place != self._told:
            self._told = place
            self.moved.emit(place)


def place_of(page: FormPage, widget: QLineEdit | QPlainTextEdit) -> Place | None:
    """Return the place of the cursor in `widget`, a field of `page`; None when it belongs to no field."""
    for (entry, name), field in page.fields.items():
        if field.isAncestorOf(widget):
            if isinstance(field, PictureField):
                name = field.name_of(widget)
            at = widget.cursorPosition() if isinstance(widget, QLineEdit) else widget.textCursor().position()
            return Place(page.task, entry, name, at, at)
    return None
