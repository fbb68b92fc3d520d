"""The page of a part: its heading, and its entries as cards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from models.domain.block_names import NAMES, block_name
from models.domain.place import Place
from models.domain.rearrange import inserted, moved, without_entry
from models.domain.report import Entry, Part, Report, SectionKey
from models.domain.standard import Standard
from ui.app.guarded import guarded
from ui.pages.entry_moves import EntryMoves
from ui.pages.form_page import FormPage
from ui.pages.naming import ATTRIBUTE_NAMES, default_heading, picture_step, quoted
from ui.widgets.card import Card
from ui.widgets.composed_preview import ComposedPreview
from ui.widgets.entry_card import EntryCard
from ui.widgets.entry_list import EntryList
from ui.widgets.field import Field, LineField
from ui.widgets.tab_order import set_reading_order


class PartPage(FormPage):
    """Heading, cards of entries, and the composed text. A subclass says which entries it makes and shows."""

    kind = "内容"  # what an entry is called
    add_label = "＋ 加一条(&A)"
    empty_text = "还没有内容。"

    def __init__(self, task: str, part_id: str, key: SectionKey, parent: QWidget | None = None) -> None:
        """Make the page of the part `part_id` of block `key`."""
        super().__init__(task, NAMES[key], parent)
        self.part_id = part_id
        self._ordered = False  # whether the tab key goes as the page reads
        card = Card(parent=self.body)
        self.heading = LineField("这一部分的标题(&T)", parent=card)
        self.heading.edited.connect(self._change_heading)
        self.moves = EntryMoves(self)
        self.entries: EntryList[Entry] = EntryList(
            lambda entry, parent: self.moves.serve(self.make_card(entry, parent)), self.add_label, self.empty_text,
            self.body)
        self.entries.edited.connect(self._change_entry)
        self.entries.inserted.connect(lambda index: self.insert(index, self.new_entry()))
        self.entries.moved.connect(self._move)
        self.entries.removed.connect(self._remove)
        self.entries.dropped.connect(self.moves.drop)
        self.entries.made.connect(self.take_up_card)
        self.preview = ComposedPreview(task, folded=True, parent=self.body)
        card.column.addWidget(self.heading)
        self.entries.before = card
        self.column.addWidget(card)
        self.column.addWidget(self.entries)
        self.add_more()
        self.column.addWidget(self.preview)

    def make_card(self, entry: Entry, parent: QWidget) -> EntryCard[Entry]:
        """Return an empty card inside `parent` for entries of the kind of `entry`."""
        raise NotImplementedError

    def new_entry(self) -> Entry:
        """Return the entry that the button for adding adds."""
        raise NotImplementedError

    def add_more(self) -> None:
        """Add what stands between the entries and the preview."""

    @property
    def part(self) -> Part | None:
        """The part as last shown; None when the report has it no longer."""
        return next((part for part in self.report.parts if part.id == self.part_id), None)

    @property
    def shows_nothing(self) -> bool:
        return self.part is not None and not self.part.entries

    @property
    def fields(self) -> Mapping[tuple[str, str], Field]:
        fields: dict[tuple[str, str], Field] = {("", "heading"): self.heading}
        for card in self.entries.cards:
            fields.update({(card.entry.id, name): field for name, field in card.fields.items()})
        return fields

    def write(self, report: Report, standard: Standard) -> None:
        part = self.part
        if part is None:
            return
        self.title.setText(block_name(report, part.key))
        default = default_heading(standard, part.key, report.year)
        requirement = standard.requirement_for(part.key)
        self.show_prompt(requirement.guidance.prompt if requirement else "")
        self.heading.set_text(part.heading)
        self.heading.line.setPlaceholderText(default)
        self.entries.show_entries(part.entries)
        self.preview.show_report(report, standard)

    def take_up_card(self, card: EntryCard[Entry]) -> None:
        """Mark the fields of the new `card`."""
        self.mark_card(card)

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        QWidget.showEvent(self, event)
        if not self._ordered:  # from then on the list of entries keeps it
            self._ordered = True
            set_reading_order(self)

    def field_at(self, place: Place) -> Field | None:
        if place.entry:
            self.entries.card(place.entry)
        return super().field_at(place)

    def show_place(self, place: Place) -> None:
        card = self.entries.card(place.entry) if place.entry else None
        if card is None or not card.go_inside(place):
            super().show_place(place)

    def insert(self, index: int, entry: Entry) -> None:
        """Put `entry` in at `index` and go to it."""
        part = self.part
        if part is not None:
            self.submit(
                self.report.with_part(replace(part, entries=inserted(part.entries, index, entry))), f"添加{self.kind}"
            )
            self.go_to_entry(entry.id)

    def go_to_entry(self, entry_id: str) -> None:
        """Give the first field of the entry `entry_id` the focus."""
        card = self.entries.card(entry_id)
        if card is not None:
            card.go_to("")

    def commit_input(self) -> None:
        self.heading.commit_input()
        self.entries.commit_input()

    def _change_heading(self, text: str) -> None:
        part = self.part
        if part is not None:
            self.submit(self.report.with_part(replace(part, heading=text)), "修改部分标题", "heading")

    def _change_entry(self, entry: Entry, name: str) -> None:
        part = self.part
        if part is None:
            return
        entry = replace(entry, carried=False)
        entries = tuple(entry if each.id == entry.id else each for each in part.entries)
        step = picture_step(name, entry.id)
        typed = name in ("title", "text", "cause", "remedy", "office", "deadline")
        self.submit(
            self.report.with_part(replace(part, entries=entries)),
            *(step or (f"修改{self.kind}的{ATTRIBUTE_NAMES[name]}", f"{entry.id}:{name}" if typed else "")),
        )

    def _move(self, index: int, offset: int) -> None:
        part = self.part
        if part is not None:
            verb = "上移" if offset < 0 else "下移"
            label = f"{verb}{self.kind}{quoted(part.entries[index])}"
            self.submit(self.report.with_part(replace(part, entries=moved(part.entries, index, offset))), label)

    def _remove(self, index: int) -> None:
        part = self.part
        if part is not None:
            label = f"删除{self.kind}{quoted(part.entries[index])}"
            self.submit(without_entry(self.report, self.part_id, index), label)
