"""The page 附件."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from models.domain.place import ATTACHMENTS, Place
from models.domain.picture_places import with_text
from models.domain.rearrange import inserted, moved, without
from models.domain.report import Attachment, Report
from models.domain.standard import Standard
from ui.pages.form_page import FormPage
from ui.pages.naming import ATTRIBUTE_NAMES, picture_step, short
from ui.widgets.card_pictures import CardPictures
from ui.widgets.entry_card import EntryCard
from ui.widgets.entry_list import EntryList
from ui.widgets.field import Field, LineField, TextField, TickField
from ui.widgets.tab_order import set_reading_order
from ui.widgets.table_field import TableField

PROMPT = "附件各占一页，排在正文后面；附件说明和“附件1”这样的字由程序写，这里只写名称和内容。"


class AttachmentCard(EntryCard[Attachment]):
    """Title, text, table and pictures of an attachment."""

    measure = "件"
    table_label = "修改表格"  # what the last change of the table is called

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("附件", parent)
        self.more.hide()
        self.title = LineField("附件名称", placeholder="例如：2025年行政执法情况统计表（不写书名号和末尾标点）", parent=self)
        self.text = TextField("文字", lines=2, parent=self)
        self.table = TableField("表格", self)
        self.landscape = TickField("横排：表格很宽时，这个附件的页面转成横的")
        self.pictures = CardPictures(self, self.text)
        for field in (self.title, self.text, self.table, self.pictures, self.landscape):
            self.column.addWidget(field)
        self.title.edited.connect(lambda text: self.edited.emit(replace(self.entry, title=text), "title"))
        self.text.edited.connect(lambda text: self.edited.emit(with_text(self.entry, text), "text"))
        self.table.table_edited.connect(self._change_table)
        self.landscape.edited.connect(lambda on: self.edited.emit(replace(self.entry, landscape=on), "landscape"))

    @property
    def fields(self) -> Mapping[str, Field]:
        return {"title": self.title, "text": self.text, "table": self.table, **self.pictures.fields}

    def write(self, entry: Attachment) -> None:
        self.title.set_text(entry.title)
        self.text.set_text(entry.text)
        self.table.set_rows(entry.table)
        self.pictures.show_owner(entry)
        self.landscape.set_on(entry.landscape)

    def _change_table(self, rows: tuple[tuple[str, ...], ...], label: str) -> None:
        self.table_label = label
        self.edited.emit(replace(self.entry, table=rows), "table")


class AttachmentsPage(FormPage):
    """The attachments in order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ATTACHMENTS, "附件", parent)
        self.show_prompt(PROMPT)
        self.entries: EntryList[Attachment] = EntryList(
            lambda _, parent: AttachmentCard(parent), "＋ 加一个附件(&A)", "还没有附件。没有就空着。", self.body)
        self.entries.edited.connect(self._change)
        self.entries.inserted.connect(self._insert)
        self.entries.moved.connect(self._move)
        self.entries.removed.connect(self._remove)
        self.entries.dropped.connect(self._drop)
        self.entries.made.connect(self.mark_card)
        self.entries.grown.connect(self._take_up_cards)
        self.column.addWidget(self.entries)

    @property
    def fields(self) -> Mapping[tuple[str, str], Field]:
        return {(card.entry.id, name): field for card in self.entries.cards for name, field in card.fields.items()}

    def write(self, report: Report, standard: Standard) -> None:
        self.entries.show_entries(report.attachments)

    def _take_up_cards(self, unordered: bool) -> None:
        if unordered:
            set_reading_order(self)

    def show_place(self, place: Place) -> None:
        card = self.entries.card(place.entry) if place.entry else None
        if card is None or not card.go_inside(place):
            super().show_place(place)

    def field_at(self, place: Place) -> Field | None:
        if place.entry:
            self.entries.card(place.entry)
        return super().field_at(place)

    def _submit_all(self, attachments: tuple[Attachment, ...], label: str, burst: str = "") -> None:
        self.submit(replace(self.report, attachments=attachments), label, burst)

    def _change(self, attachment: Attachment, name: str) -> None:
        attachments = tuple(attachment if each.id == attachment.id else each for each in self.report.attachments)
        card = self.entries.card(attachment.id)
        step = picture_step(name, attachment.id)
        if step is not None:
            self._submit_all(attachments, *step)
        elif name == "table" and isinstance(card, AttachmentCard):
            self._submit_all(attachments, card.table_label)
        elif name == "landscape":
            self._submit_all(attachments, "附件改为横排" if attachment.landscape else "附件改为竖排")
        else:
            label = "附件名称" if name == "title" else f"附件的{ATTRIBUTE_NAMES[name]}"
            self._submit_all(attachments, f"修改{label}", f"{attachment.id}:{name}")

    def _insert(self, index: int) -> None:
        added = Attachment()
        self._submit_all(inserted(self.report.attachments, index, added), "添加附件")
        card = self.entries.card(added.id)
        if card is not None:
            card.go_to("title")

    def _move(self, index: int, offset: int) -> None:
        verb = "上移" if offset < 0 else "下移"
        self._submit_all(moved(self.report.attachments, index, offset), f"{verb}附件{self._name(index)}")

    def _drop(self, attachment_id: str, gap: int) -> None:
        """Put the attachment into the `gap` between the others, counted from 0 before the first."""
        index = next((at for at, each in enumerate(self.report.attachments) if each.id == attachment_id), -1)
        if index >= 0:
            changed = moved(self.report.attachments, index, gap - (gap > index) - index)
            self._submit_all(changed, f"移动附件{self._name(index)}")

    def _remove(self, index: int) -> None:
        self._submit_all(without(self.report.attachments, index), f"删除附件{self._name(index)}")

    def _name(self, index: int) -> str:
        """Return the title of the attachment at `index` in quotes, empty when it has none."""
        title = self.report.attachments[index].title
        return f"“{short(title)}”" if title else ""
