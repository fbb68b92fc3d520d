"""The card of one entry: a topic, a problem, a task, an attachment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.domain.place import Place, cell_of, picture_of
from ui.widgets.card import Card
from ui.widgets.entry_drag import Grip, drag_entry
from ui.widgets.field import Field
from ui.widgets.labels import allow, flat_button, plain_label
from ui.widgets.picture_field import PictureField
from ui.widgets.split_offer import SplitOffer
from ui.widgets.tab_order import set_reading_order
from ui.widgets.table_field import TableField


class Identified(Protocol):
    """An entry of a report."""

    @property
    def id(self) -> str:
        """What identifies it within its report."""


EntryT = TypeVar("EntryT", bound=Identified)


class EntryCard(Card, Generic[EntryT]):
    """A card with the fields of one entry and the buttons that move, insert and remove it.

    `edited` carries the entry as it would be and the attribute that changed. A subclass fills `column`,
    names its fields in `fields` and writes them in `write`.
    """

    measure = "条"  # the measure word of such entries

    edited = Signal(object, str)
    inserted = Signal()  # a new entry before this one
    moved = Signal(int)  # -1 up, 1 down
    removed = Signal()
    menu_wanted = Signal()  # what else can be done with the entry
    apart_wanted = Signal()  # the text shall be made several entries

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        """Make the card of an entry called `kind` (小标题和内容, 问题, 任务) in names of buttons."""
        super().__init__("", parent)
        self.kind = kind
        self.entry: EntryT
        self._written: EntryT | None = None  # what the fields show; None once the clerk changed one
        self._shown_position = (-1, 0)
        self.edited.connect(self._forget_written)
        self.grip = Grip()
        self.number = plain_label("", "caption", wrap=False)
        self.carried = plain_label("去年", "chip", wrap=False)
        self.carried.setAccessibleName("沿用去年的内容，还没有改过")
        self.insert = flat_button("前面插入")
        self.up = flat_button("上移")
        self.down = flat_button("下移")
        self.remove = flat_button("删除")
        self.more = flat_button("更多▾")
        self.offer: SplitOffer | None = None  # made when several paragraphs were pasted for the first time
        for place, widget in enumerate((self.grip, self.number, self.carried)):
            self.top.insertWidget(place, widget)
        for button in (self.insert, self.up, self.down, self.remove, self.more):
            self.top.addWidget(button)
        self.top.setStretch(3, 1)
        self.heading.setVisible(True)
        self.heading.setWordWrap(False)  # it is empty; a label that wraps makes every layout around it slow
        self.insert.clicked.connect(self.inserted)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)
        self.more.clicked.connect(self.menu_wanted)
        self.grip.dragged.connect(self._drag)
        self._add_shortcuts()

    @property
    def fields(self) -> Mapping[str, Field]:
        """The fields of the card by the name of their attribute."""
        raise NotImplementedError

    def write(self, entry: EntryT) -> None:
        """Write `entry` into the fields."""
        raise NotImplementedError

    def show_entry(self, entry: EntryT, position: int, count: int) -> None:
        """Show `entry`, which stands at `position` of `count`; a key in one card leaves the others alone."""
        if entry is not self._written:
            self._withdraw_offer()
            self.entry = self._written = entry
            self.write(entry)
            self.carried.setVisible(bool(getattr(entry, "carried", False)))
        self._show_position(position, count)

    def go_to(self, name: str, start: int = 0, end: int = -1) -> None:
        """Give the field `name` the focus and select from `start` to `end`; the first field when there is none such."""
        field = self.fields.get(name) or next(iter(self.fields.values()))
        field.select(start, end)

    def go_inside(self, place: Place) -> bool:
        """Go to the cell or the 图题 that `place` names; return False when it names another field or none there is."""
        cell, number = cell_of(place.field), picture_of(place.field)
        table, pictures = self.fields.get("table"), self.fields.get("picture")
        if cell is not None and isinstance(table, TableField):
            table.select_cell(*cell)
            return True
        return number is not None and isinstance(pictures, PictureField) and pictures.select_caption(
            number, place.start, place.end)

    def offer_apart(self, count: int) -> None:
        """Offer to make `count` entries of the text, until it changes."""
        if self.offer is None:
            self.offer = SplitOffer()
            self.offer.accepted.connect(self.apart_wanted)
            self.column.insertWidget(self.column.indexOf(self.fields["text"]) + 1, self.offer)
            set_reading_order(self)
        self.offer.offer(count, self.kind)

    def commit_input(self) -> None:
        """Commit a running composition in any field of the card."""
        for field in self.fields.values():
            field.commit_input()

    def _forget_written(self) -> None:
        self._written = None
        self._withdraw_offer()

    def _drag(self) -> None:
        if self.remove.isEnabled():  # closed where the report is only to be read
            drag_entry(self, self.entry.id)

    def _withdraw_offer(self) -> None:
        if self.offer is not None:
            self.offer.hide()

    def _show_position(self, position: int, count: int) -> None:
        text = f"第 {position + 1} {self.measure}"
        if self._shown_position == (position, count):
            return
        self._shown_position = (position, count)
        self.number.setText(text)
        self.setAccessibleName(f"{self.kind}，{text}，共 {count} {self.measure}")
        for button, verb in (
            (self.insert, f"在前面插入一{self.measure}"), (self.up, "上移"), (self.down, "下移"), (self.remove, "删除"),
            (self.more, "分开、合并、移到别的部分"),
        ):
            button.setAccessibleName(f"{verb}：{self.kind}{text}")
            button.setToolTip(verb)
        allow(self.up, "" if position else f"已经是第一{self.measure}。", "上移")
        allow(self.down, "" if position < count - 1 else f"已经是最后一{self.measure}。", "下移")

    def _add_shortcuts(self) -> None:
        for keys, offset in (("Alt+Shift+Up", -1), ("Alt+Shift+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda offset=offset: self.moved.emit(offset))


def side_by_side(*fields: tuple[QWidget, int]) -> QHBoxLayout:
    """Return a row of `fields`, each with its share of the width, aligned at the top."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for field, share in fields:
        row.addWidget(field, share)
        row.setAlignment(field, Qt.AlignmentFlag.AlignTop)
    return row
