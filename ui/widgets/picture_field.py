"""The pictures of a text, one row each."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from models.domain.picture_places import paragraphs_in, slot, with_moved
from models.domain.place import picture_field
from models.domain.report import Attachment, Entry, Picture
from ui.widgets.field import Field
from ui.widgets.picture_row import PictureRow


ROOM = 12  # pixels kept free under a row that is gone to


class PictureField(Field):
    """Rows of pictures in the order they print. A row stays with its picture, so cursor and focus stay too."""

    changed = Signal(str, str, object)  # id of a picture, caption, alternative or width, its new value
    moved = Signal(str, int)  # id of a picture, -1 up, 1 down
    removed = Signal(str)
    grown = Signal()  # rows came, went, or stand in another order

    def __init__(self, parent: QWidget | None = None) -> None:
        rows = QWidget()
        super().__init__("", rows, parent)
        self._column = QVBoxLayout(rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._rows: dict[str, PictureRow] = {}

    @property
    def rows(self) -> list[PictureRow]:
        """The rows in order."""
        return list(self._rows.values())

    def show_owner(self, owner: Attachment | Entry) -> None:
        """Show the pictures of `owner`."""
        before = list(self._rows)
        pictures = owner.pictures
        for gone in set(before) - {each.id for each in pictures}:
            self._rows.pop(gone).deleteLater()
        self._rows = {each.id: self._rows.get(each.id) or self._new_row(each.id) for each in pictures}
        for number, picture in enumerate(pictures):
            row = self._rows[picture.id]
            if self._column.indexOf(row) != number:
                self._column.insertWidget(number, row)
            movable = tuple(with_moved(owner, picture.id, offset) != owner for offset in (-1, 1))
            row.show_picture(picture, number + 1, place_words(picture, owner), (movable[0], movable[1]))
        if before != list(self._rows):
            self.grown.emit()

    def select_caption(self, number: int, start: int = 0, end: int = -1) -> bool:
        """Go to the 图题 of the picture `number`, counted from 0; return whether there is one."""
        if number >= len(self._rows):
            return False
        self.rows[number].caption.select(start, end)
        QTimer.singleShot(0, self, self._show_focused)  # after the page has taken up a new height
        return True

    def name_of(self, widget: QWidget) -> str:
        """Return the field of a `Place` that `widget`, inside a row, belongs to."""
        return picture_field(next(number for number, row in enumerate(self.rows) if row.isAncestorOf(widget)))

    def select(self, start: int, end: int) -> None:
        self.select_caption(0)

    def commit_input(self) -> None:
        for row in self._rows.values():
            row.caption.commit_input()
            row.alternative.commit_input()

    def _show_focused(self) -> None:
        """Scroll the page so that the whole row with the focus is in sight."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        row = next((each for each in self.rows if each.isAncestorOf(self.focusWidget() or self)), None)
        if area is not None and row is not None:
            area.ensureWidgetVisible(row, 0, ROOM)

    def _new_row(self, picture_id: str) -> PictureRow:
        row = PictureRow()
        row.caption_edited.connect(lambda text: self.changed.emit(picture_id, "caption", text))
        row.alternative_edited.connect(lambda text: self.changed.emit(picture_id, "alternative", text))
        row.width_edited.connect(lambda width: self.changed.emit(picture_id, "width", width))
        row.moved.connect(lambda offset: self.moved.emit(picture_id, offset))
        row.removed.connect(lambda: self.removed.emit(picture_id))
        return row


def place_words(picture: Picture, owner: Attachment | Entry) -> str:
    """Return where `picture` stands in `owner`, in words."""
    count, place = len(paragraphs_in(owner.text)), slot(picture, owner)
    if place > count:
        return "放在最后"
    if place == 0:
        return "放在第 1 段前面" if count else "没有文字，只有图片"
    return f"放在第 {place} 段后面" + ("（最后一段）" if place == count > 1 else "")
