"""What can be done with an entry besides writing it: make it two or several, append it, take it elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu

from models.domain.picture_places import paragraphs_in
from models.domain.report import Entry, Part, Report
from models.domain.splitting import dispersed, split
from models.domain.uniting import joinable, joined, taken_to
from models.importers.outlining import entries_in, headed, paragraphs_apart
from ui.item_models.task_rows import short_title
from ui.pages.naming import quoted
from ui.widgets.entry_card import EntryCard
from ui.widgets.field import TextField
from ui.widgets.labels import literal

if TYPE_CHECKING:
    from ui.pages.part_page import PartPage

SPLIT_KEYS = ("Ctrl+Shift+Return", "Ctrl+Shift+Enter")
JOIN_KEYS = ("Ctrl+Shift+Backspace",)
LONGEST_OFFER = 20_000  # characters of a text that is looked through as soon as it is pasted


class EntryMoves(QObject):
    """Serves the cards of one page. Every move is one step that can be undone."""

    def __init__(self, page: PartPage) -> None:
        """Give `page` the keys."""
        super().__init__(page)
        self._page = page
        for keys, act in ((SPLIT_KEYS, self.split), (JOIN_KEYS, self.join)):
            shortcut = QShortcut(page)
            shortcut.setKeys([QKeySequence(key) for key in keys])
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda act=act: self._at_focus(act))

    def serve(self, card: EntryCard[Entry]) -> EntryCard[Entry]:
        """Follow what the new `card` is asked for, and return it."""
        card.menu_wanted.connect(lambda: self._open_menu(card))
        card.apart_wanted.connect(lambda: self.apart(card))
        text = card.fields.get("text")
        if isinstance(text, TextField):
            text.area.pasted.connect(lambda: self._look_at(card))
        return card

    def menu_for(self, card: EntryCard[Entry]) -> QMenu:
        """Return the menu of what can be done with the entry of `card`; what cannot be done now is closed."""
        menu = QMenu(card)
        part, index = self._place(card)
        for words, act, able in (
            ("从光标处分成两条(&S)\tCtrl+Shift+Enter", self.split, self._split(card) is not self._page.report),
            ("并入上一条(&J)\tCtrl+Shift+Backspace", self.join, joinable(part, index)),
            ("拆成几条，一段或一项一条(&F)", self.apart, len(self._apart(card)) > 1),
        ):
            menu.addAction(words, lambda act=act: act(card)).setEnabled(able)
        others = [each for each in self._page.report.parts if each.id != part.id]
        if others:
            menu.addSeparator()
        for number, other in enumerate(others, 1):
            title = literal(short_title(self._page.report, other))
            menu.addAction(f"移到“{title}”(&{number})", lambda other=other: self.send(card, other.id))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def split(self, card: EntryCard[Entry]) -> None:
        """Make the entry of `card` two where the caret is in its text, and go to the second."""
        self._page.commit_input()
        _, index = self._place(card)
        self._submit(self._split(card), f"分开{self._page.kind}{quoted(card.entry)}")
        self._go_to(index + 1, start=True)

    def join(self, card: EntryCard[Entry]) -> None:
        """Append the entry of `card` to the one above, and go to where it begins now."""
        self._page.commit_input()
        part, index = self._place(card)
        if joinable(part, index):
            above = part.entries[index - 1]
            joint = len(above.text) + bool(above.text.strip())
            self._submit(joined(self._page.report, part.id, index), f"合并{self._page.kind}{quoted(card.entry)}")
            self._go_to(index - 1, "text", joint)

    def apart(self, card: EntryCard[Entry]) -> None:
        """Make the text of `card` several entries, and go to the first."""
        self._page.commit_input()
        part, index = self._place(card)
        made = self._apart(card)
        label = f"拆开{self._page.kind}{quoted(card.entry)}"
        self._submit(dispersed(self._page.report, part.id, index, made), label)
        self._go_to(index, start=True)

    def send(self, card: EntryCard[Entry], part_id: str) -> None:
        """Take the entry of `card` to the end of the part `part_id`; the focus stays here."""
        self._page.commit_input()
        _, index = self._place(card)
        self._submit(taken_to(self._page.report, card.entry.id, part_id), f"移走{self._page.kind}{quoted(card.entry)}")
        self._go_to(index, start=True)

    def drop(self, entry_id: str, gap: int) -> None:
        """Put the entry `entry_id` into the `gap` between the cards of the page and go to it."""
        self._page.commit_input()
        report, part_id = self._page.report, self._page.part_id
        entry = report.entry(entry_id)
        if entry is not None:
            self._submit(taken_to(report, entry_id, part_id, gap), f"移动{self._page.kind}{quoted(entry)}")
            self._page.go_to_entry(entry_id)

    def _at_focus(self, act: Callable[[EntryCard[Entry]], None]) -> None:
        focus = QApplication.focusWidget()
        for card in self._page.entries.cards:
            if focus is not None and card.isAncestorOf(focus) and card.remove.isEnabled():
                act(card)
                return

    def _open_menu(self, card: EntryCard[Entry]) -> None:
        self._page.commit_input()
        self.menu_for(card).popup(card.more.mapToGlobal(QPoint(0, card.more.height())))

    def _look_at(self, card: EntryCard[Entry]) -> None:
        """Offer to make several entries of what was pasted where its numbers or 小标题 say that it is several."""
        part, _ = self._place(card)
        text = card.entry.text
        if len(text) <= LONGEST_OFFER and len(paragraphs_in(text)) > 1:
            count = len(entries_in(text, part.key))
            if count > 1:
                card.offer_apart(count)

    def _place(self, card: EntryCard[Any]) -> tuple[Part, int]:
        """Return the part shown and where in it the entry of `card` stands."""
        part = self._page.report.part(self._page.part_id)
        return part, [each.id for each in part.entries].index(card.entry.id)

    def _split(self, card: EntryCard[Entry]) -> Report:
        """Return the report with the entry of `card` made two at the caret; the same one where that cannot be."""
        part, index = self._place(card)
        text = card.fields.get("text")
        caret = text.area.caret if isinstance(text, TextField) else 0
        return split(self._page.report, part.id, index, caret, headed)

    def _apart(self, card: EntryCard[Entry]) -> tuple[Entry, ...]:
        part, _ = self._place(card)
        return entries_in(card.entry.text, part.key) or paragraphs_apart(card.entry.text, part.key)

    def _submit(self, report: Report, label: str) -> None:
        self._page.submit(report, label)

    def _go_to(self, index: int, name: str = "", at: int = 0, start: bool = False) -> None:
        """Put the caret into the card at `index`: at the character `at` of the field `name`, or where it begins."""
        card = self._page.entries.card_at(index)
        if card is None:
            self._page.entries.add.setFocus()
        elif start:
            untitled = "title" in card.fields and not card.entry.title
            card.go_to("text" if untitled and card.entry.text else "", 0, 0)
        else:
            card.go_to(name, at, at)
