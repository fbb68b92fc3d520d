"""The pictures of a card: the button that inserts them, their rows, and what text and clipboard offer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.picture_places import (
    paragraphs_in, paragraphs_up_to, with_changed, with_moved, with_picture, without_picture,
)
from models.domain.report import Attachment, Entry, Picture
from models.errors import UserError
from ui.app.guarded import guarded
from ui.app.tasks import TaskQueue
from ui.widgets.field import Field, TextField
from ui.widgets.labels import LINK_GAP, link_button
from ui.widgets.picture_field import PictureField
from ui.widgets.picture_sources import Source, ask_for_pictures, holds_pictures, pictures_in, read_pictures
from ui.widgets.tab_order import set_reading_order

if TYPE_CHECKING:
    from ui.widgets.entry_card import EntryCard

TIP = "插入 PNG 或 JPG 图片；也可以把图片文件拖到文字里，或者在文字里粘贴截图"


class CardPictures(QWidget):
    """The pictures under the text of a card. Every change is told through the card's own `edited`.

    Pictures are decoded beside the window, which goes on meanwhile. A new one stands after the paragraph of the caret.
    """

    def __init__(self, card: EntryCard[Any], text: TextField) -> None:
        """Serve `card`, whose running text is `text`."""
        super().__init__(card)
        self._card = card
        self._text = text
        self._field: PictureField | None = None  # rows are dear: few texts have pictures
        self._queue = TaskQueue("pictures", self)
        self.add = link_button("＋ 插入图片", "插入图片：放在光标所在的一段后面")
        self.add.setToolTip(TIP)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(LINK_GAP)
        self.foot.addWidget(self.add)
        self.foot.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addLayout(self.foot)
        self.setAcceptDrops(True)
        text.area.takes_pictures = True
        text.area.pictures_offered.connect(self.take)
        text.area.pictures_wanted.connect(self._ask)
        self.add.clicked.connect(lambda: self._ask(text.area.textCursor().blockNumber()))

    @property
    def fields(self) -> Mapping[str, Field]:
        """The field of the pictures; none as long as there has been none."""
        return {} if self._field is None else {"picture": self._field}

    def show_owner(self, owner: Attachment | Entry) -> None:
        """Show the pictures of `owner`; what they stand in is made when there are some for the first time."""
        if owner.pictures and self._field is None:
            self._field = self._new_field()
            self._column.insertWidget(0, self._field)
        if self._field is not None:
            self._field.show_owner(owner)
            self._field.setVisible(bool(owner.pictures))

    def take(self, sources: tuple[Source, ...], line: int) -> None:
        """Read `sources` and put them after the paragraph on `line` of the text, as one step."""
        owner_id = self._card.entry.id
        after = paragraphs_up_to(self._text.text, line)
        self._text.show_note("正在读入图片……", "muted")
        self._queue.run(
            lambda: read_pictures(sources), lambda pictures: self._insert(owner_id, pictures, after), self._refuse)

    def _ask(self, line: int) -> None:
        sources = ask_for_pictures(self)
        if sources:
            self.take(sources, line)

    def _insert(self, owner_id: str, pictures: tuple[Picture, ...], after: int) -> None:
        """Put `pictures` into the text they were meant for, unless it is no longer shown here."""
        self._queue.stop()
        self._text.show_note("")
        owner = self._card.entry
        if owner.id != owner_id:
            return
        for picture in pictures:
            place = min(after, len(paragraphs_in(owner.text)))
            owner = with_picture(owner, replace(picture, after=place))
        self._card.edited.emit(owner, "picture-added")
        if self._field is not None:
            self._field.select_caption([each.id for each in owner.pictures].index(pictures[0].id))

    def _refuse(self, error: Exception) -> None:
        self._queue.stop()
        self._text.show_note("")
        if not isinstance(error, UserError):
            raise error
        self._text.show_note(str(error))

    def _new_field(self) -> PictureField:
        field = PictureField()
        field.changed.connect(self._change)
        field.moved.connect(self._move)
        field.removed.connect(self._remove)
        field.grown.connect(lambda: set_reading_order(self._card))
        return field

    def _change(self, picture_id: str, name: str, value: object) -> None:
        owner = self._card.entry
        picture = next(each for each in owner.pictures if each.id == picture_id)
        step = f"picture-{name}" if name == "width" else f"picture-{name}:{picture_id}"
        self._card.edited.emit(with_changed(owner, _with(picture, name, value)), step)

    def _move(self, picture_id: str, offset: int) -> None:
        owner = with_moved(self._card.entry, picture_id, offset)
        self._card.edited.emit(owner, "picture-up" if offset < 0 else "picture-down")

    def _remove(self, picture_id: str) -> None:
        """Remove a picture and leave the focus at the one that follows, else at the button."""
        ids = [each.id for each in self._card.entry.pictures]
        at = ids.index(picture_id)
        self._card.edited.emit(without_picture(self._card.entry, picture_id), "picture-removed")
        if self._field is None or not self._field.select_caption(min(at, len(ids) - 2) if len(ids) > 1 else len(ids)):
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.add.isEnabled() and holds_pictures(event.mimeData()):
            event.acceptProposedAction()

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        self.take(pictures_in(event.mimeData()), self._text.area.blockCount())
        event.acceptProposedAction()


def _with(picture: Picture, name: str, value: object) -> Picture:
    """Return `picture` with `value` as its attribute `name`."""
    if name == "width":
        return replace(picture, width=int(str(value)))
    return replace(picture, caption=str(value)) if name == "caption" else replace(picture, alternative=str(value))
