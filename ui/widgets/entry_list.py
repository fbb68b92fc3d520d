"""A list of entries, one card each, that can be added, removed and moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from os.path import commonprefix
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.app.guarded import guarded
from ui.widgets.card import SPACING
from ui.widgets.entry_card import EntryCard, Identified
from ui.widgets.entry_drag import DropLine, carried_entry, scroll_along
from ui.widgets.labels import link_button, plain_label, set_kind
from ui.widgets.settling import settle
from ui.widgets.tab_order import set_reading_order_between

BETWEEN = 5  # milliseconds between two cards made later: what a key does is not held up by one
FIRST = 2  # cards made at once, what is seen; the others follow while the page is already in use

EntryT = TypeVar("EntryT", bound=Identified)


class EntryList(QWidget, Generic[EntryT]):
    """Shows entries and reports what the clerk wants done with them; it changes nothing itself.

    A card stays with its entry while the list changes around it, so cursor and focus stay too; cards of removed
    entries are used again.
    """

    edited = Signal(object, str)  # the changed entry, the attribute changed
    inserted = Signal(int)  # where the new entry shall stand
    moved = Signal(int, int)  # index, -1 or 1
    removed = Signal(int)
    dropped = Signal(str, int)  # id of an entry, the gap it was let go in, counted from 0 before the first
    made = Signal(object)  # the card that is about to be shown
    grown = Signal(bool)  # there are other cards, or another order: whether the tab order of the page is to be set

    def __init__(
        self, make_card: Callable[[EntryT, QWidget], EntryCard[EntryT]], add: str, empty: str,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty list whose cards `make_card` makes inside it, one kind of card for a kind of entry.

        `add` is the label of the button below it, `empty` what stands there while there are no entries.
        """
        super().__init__(parent)
        self._make_card = make_card
        self._entries: tuple[EntryT, ...] = ()
        self._cards: dict[str, EntryCard[EntryT]] = {}
        self._spare: dict[type, list[EntryCard[EntryT]]] = {}
        self._order: list[str] = []
        self.before: QWidget | None = None  # from which the tab key comes to the first card; None where there is none
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACING + 4)
        self.empty = plain_label(empty, "muted")
        self.add = link_button(add)
        self.add.clicked.connect(lambda: self.inserted.emit(len(self._entries)))
        self._column.addWidget(self.empty)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._line = DropLine(self)
        self.setAcceptDrops(True)
        self._timer = QTimer(self, singleShot=True, interval=BETWEEN)
        self._timer.timeout.connect(self._show_more)

    @property
    def cards(self) -> list[EntryCard[EntryT]]:
        """The cards made so far, in order."""
        return [self._cards[entry_id] for entry_id in self._order]

    @property
    def complete(self) -> bool:
        """Whether all entries have their cards."""
        return len(self._order) == len(self._entries)

    def show_entries(self, entries: Sequence[EntryT]) -> None:
        """Show `entries`."""
        made = len(self._order) + self.complete  # a card for the one that is added
        self._entries = tuple(entries)
        self.empty.setVisible(not entries)
        set_kind(self.add, "link" if entries else "")  # while there is nothing else, it is what one looks for
        self._release(entries)
        self._arrange(max(FIRST, made))

    def card(self, entry_id: str) -> EntryCard[EntryT] | None:
        """Return the card of the entry `entry_id`, made if need be; None when there is no such entry."""
        position = next((index for index, entry in enumerate(self._entries) if entry.id == entry_id), -1)
        if position >= len(self._order):
            self._arrange(position + 1)
        return self._cards.get(entry_id) if position >= 0 else None

    def card_at(self, position: int) -> EntryCard[EntryT] | None:
        """Return the card at `position`, counted from the end when negative; None in an empty list."""
        if not self._entries:
            return None
        return self.card(self._entries[max(-1, min(position, len(self._entries) - 1))].id)

    def commit_input(self) -> None:
        """Commit a running composition in any card."""
        for card in self._cards.values():
            card.commit_input()

    def _release(self, entries: Sequence[EntryT]) -> None:
        """Put aside the cards of entries that are gone or have become another kind of entry."""
        kinds = {entry.id: type(entry) for entry in entries}
        for entry_id, card in list(self._cards.items()):
            if kinds.get(entry_id) is not type(card.entry):
                del self._cards[entry_id]
                self._order.remove(entry_id)
                self._spare.setdefault(type(card.entry), []).append(card)
                card.hide()
                self._column.removeWidget(card)

    def _arrange(self, count: int, start: int = 0) -> None:
        """Show the first `count` entries, each in its place; those before `start` are shown already."""
        before, order = self._order, [entry.id for entry in self._entries[:count]]
        self._column.setEnabled(False)  # each card that is shown would lay out the whole page
        for position in range(start, len(order)):
            self._put_card(position, move=order != before)
        self._column.setEnabled(True)
        self._order = order
        if order != before:
            if self.isVisible():
                settle(self)
            self.grown.emit(not self._link(before))
        self._go_on()

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._go_on()

    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(bool(carried_entry(event.mimeData())))

    @guarded(None)
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        point = event.position().toPoint()
        self._line.show_at(self._height_of(self.gap_at(point.y())), self.width())
        scroll_along(self, point)
        event.acceptProposedAction()

    @guarded(None)
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._line.hide()

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        self._line.hide()
        event.acceptProposedAction()
        self.dropped.emit(carried_entry(event.mimeData()), self.gap_at(event.position().toPoint().y()))

    def gap_at(self, y: int) -> int:
        """Return the gap between cards that is nearest to the height `y`, 0 before the first."""
        return sum(card.geometry().center().y() < y for card in self.cards)

    def _height_of(self, gap: int) -> int:
        cards = self.cards
        if gap < len(cards):
            return cards[gap].y() - self._column.spacing() // 2
        return cards[-1].geometry().bottom() + self._column.spacing() // 2 if cards else 0

    def _go_on(self) -> None:
        """Make the cards that are missing while the page is seen: many that are shown at once take long."""
        if not self.complete and self.isVisible():
            self._timer.start()

    def _put_card(self, position: int, move: bool) -> None:
        """Show the card of the entry at `position`; `move` when it may stand elsewhere."""
        entry = self._entries[position]
        card = self._cards.get(entry.id) or self._take_card(entry)
        if move and self._column.indexOf(card) != position:
            self._column.insertWidget(position, card)
        card.show_entry(entry, position, len(self._entries))
        if card.isHidden():
            self.made.emit(card)
            card.move(0, self.height())  # out of sight until it is laid out
            card.show()

    def _link(self, before: list[str]) -> bool:
        """Take cards that stand elsewhere than in the order `before` into the tab order; return whether that was done.

        Only these are gone through: a page of sixty cards has a thousand widgets.
        """
        order = self._order
        same = len(commonprefix((before, order)))
        tail = len(commonprefix((before[same:][::-1], order[same:][::-1])))
        cards = self.cards
        first = cards[same - 1] if same else self.before
        if first is None:
            return False
        set_reading_order_between(
            first, cards[same:len(cards) - tail], cards[len(cards) - tail] if tail else self.add)
        return True

    def _show_more(self) -> None:
        """Make the card that comes next, or show it when it is made: both at once would hold up a key."""
        if self.complete or not self.isVisible():  # the clerk has gone on
            return
        made = len(self._order)
        entry = self._entries[made]
        if self._spare.get(type(entry)):
            self._arrange(made + 1, start=made)
        else:
            self._spare[type(entry)] = [self._new_card(entry)]
            self._go_on()

    def _take_card(self, entry: EntryT) -> EntryCard[EntryT]:
        """Return a card for `entry`: one put aside, or a new one."""
        spare = self._spare.get(type(entry), [])
        card = spare.pop() if spare else self._new_card(entry)
        self._cards[entry.id] = card
        return card

    def _new_card(self, entry: EntryT) -> EntryCard[EntryT]:
        card = self._make_card(entry, self)
        card.edited.connect(self.edited)
        card.inserted.connect(lambda: self.inserted.emit(self._position(card)))
        card.moved.connect(lambda offset: self._move(card, offset))
        card.removed.connect(lambda: self._remove(card))
        return card

    def _position(self, card: EntryCard[EntryT]) -> int:
        return self._order.index(card.entry.id)

    def _move(self, card: EntryCard[EntryT], offset: int) -> None:
        position = self._position(card)
        if 0 <= position + offset < len(self._entries):
            self.moved.emit(position, offset)

    def _remove(self, card: EntryCard[EntryT]) -> None:
        """Ask for the removal and leave the focus at the entry that follows."""
        position = self._position(card)
        self.removed.emit(position)
        neighbour = self.card_at(position)
        if neighbour is None:
            self.add.setFocus()
        else:
            neighbour.go_to("")
