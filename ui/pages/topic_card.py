"""The card of a topic: 小标题, level, text, and which requirement it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.picture_places import with_text
from models.domain.report import Topic
from ui.widgets.card_pictures import CardPictures
from ui.widgets.entry_card import EntryCard, side_by_side
from ui.widgets.field import ChoiceField, Field, LineField, TextField
from ui.widgets.labels import link_button
from ui.widgets.tab_order import set_reading_order
from ui.widgets.table_field import NEW_TABLE, Rows, TableField

LEVELS = (("2", "（一）"), ("3", "1."), ("4", "（1）"))
PLAIN = ("0", "不编号")


class TopicCard(EntryCard[Topic]):
    """Fields of a topic."""

    def __init__(self, kind: str = "内容", guided: bool = False, parent: QWidget | None = None) -> None:
        """Make the card of a topic called `kind`; a `guided` one lets choose which requirement it answers."""
        super().__init__(kind, parent)
        self.title = LineField("小标题", placeholder="不写小标题时，第一句话作为条文开头", parent=self)
        self.level = ChoiceField("层次", parent=self)
        self.guide = ChoiceField("对应内容", parent=self)
        self.text = TextField("内容", lines=4, parent=self)
        self.table: TableField | None = None  # a grid is dear: few topics have one
        self.add_table = link_button("＋ 加一张表格", "在内容后面加一张表格")
        if not guided:
            self.guide.hide()
        self.column.addLayout(side_by_side((self.title, 5), (self.level, 2), (self.guide, 3)))
        self.column.addWidget(self.text)
        self.pictures = CardPictures(self, self.text)
        self.pictures.foot.insertWidget(0, self.add_table)
        self.tables = QVBoxLayout()
        self.column.addLayout(self.tables)
        self.column.addWidget(self.pictures)
        self.title.edited.connect(lambda text: self.edited.emit(replace(self.entry, title=text), "title"))
        self.text.edited.connect(lambda text: self.edited.emit(with_text(self.entry, text), "text"))
        self.guide.edited.connect(lambda value: self.edited.emit(replace(self.entry, guide=value), "guide"))
        self.level.edited.connect(self._change_level)
        self.add_table.clicked.connect(lambda: self._change_table(NEW_TABLE))

    @property
    def fields(self) -> Mapping[str, Field]:
        fields: dict[str, Field] = {
            "title": self.title, "level": self.level, "guide": self.guide, "text": self.text}
        fields = fields if self.table is None else {**fields, "table": self.table}
        return {**fields, **self.pictures.fields}

    def write(self, entry: Topic) -> None:
        self.title.set_text(entry.title)
        self.level.set_choices(LEVELS if entry.title else (*LEVELS, PLAIN))
        self.level.set_value(str(entry.level) if entry.title or entry.numbered else PLAIN[0])
        self.guide.set_value(entry.guide)
        self.text.set_text(entry.text)
        self._show_table(entry.table)
        self.pictures.show_owner(entry)

    def offer_guides(self, guides: Sequence[tuple[str, str]], prompts: Mapping[str, str]) -> None:
        """Offer `guides`, pairs of id and title, and show the prompt of the chosen one while the text is empty."""
        self.guide.set_choices((("", "不对应"), *guides))
        self.guide.set_value(self.entry.guide)
        self.text.area.set_placeholder(prompts.get(self.entry.guide, ""))

    def _show_table(self, rows: Rows) -> None:
        """Show the table `rows`; what it is written in is made when there is one for the first time."""
        if rows and self.table is None:
            self.table = TableField("表格", self)
            self.table.table_edited.connect(lambda changed, _: self._change_table(changed))
            self.tables.addWidget(self.table)
            set_reading_order(self)
        if self.table is not None:
            self.table.set_rows(rows)
            self.table.setVisible(bool(rows))
        self.add_table.setVisible(not rows)

    def _change_table(self, rows: Rows) -> None:
        self.edited.emit(replace(self.entry, table=rows), "table")

    def _change_level(self, value: str) -> None:
        level = int(value) or self.entry.level
        self.edited.emit(replace(self.entry, level=level, numbered=value != PLAIN[0]), "level")
