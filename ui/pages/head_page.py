"""The page 版头与主送."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.delivery import Delivery, with_delivery
from models.domain.place import HEAD, Place
from models.domain.report import Report
from models.domain.standard import Standard
from ui.pages.form_page import FormPage
from ui.pages.head_notes import (
    about_copy_number, about_document_number, about_joint_organs, about_recipients, about_secrecy,
    about_signatories, about_urgency,
)
from ui.pages.names_field import names_of, write_names
from ui.pages.title_choice import TitleChoice
from ui.widgets.card import Card
from ui.widgets.disclosure import Disclosure
from ui.widgets.entry_card import side_by_side
from ui.widgets.field import Field, LineField, TickField
from ui.widgets.labels import link_button, plain_label

PROMPT = "这里是首页红线上下的各项。报送版缺了发文字号、签发人或主送，只能作为草稿导出。"
DELIVERIES = {
    Delivery.TOGETHER: ("并列主送", "党委和政府一起写在主送里，一份报告报两家。"),
    Delivery.GOVERNMENT: ("主送政府，抄送党委与上级部门", "主送只写本级人民政府，党委和上级主管部门写进抄送。"),
    Delivery.SEPARATE: ("分别行文", "主送只写一家。导出这一份以后，换主送和发文字号，再导出给另一家的。"),
}


class HeadPage(FormPage):
    """发文机关标志, 发文字号, 签发人, 标题, 主送, 抄送; what few reports need is folded away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(HEAD, "版头与主送", parent)
        self.show_prompt(PROMPT)
        self.mark = LineField("发文机关标志(&M)")
        self.number = LineField("发文字号(&N)")
        self.signatories = LineField("签发人(&Q)", placeholder="姓名")
        self.fill_number = link_button("按机关代字填写")
        self.title_choice = TitleChoice()
        self.main_recipients = LineField("主送(&Z)", placeholder="几个机关用顿号隔开，末尾不用写冒号")
        self.copy_recipients = LineField("抄送(&C)", placeholder="几个机关用顿号隔开")
        self.copy_number = LineField("份号", placeholder="000001")
        self.secrecy = LineField("密级和保密期限", placeholder="机密★1年")
        self.urgency = LineField("紧急程度", placeholder="特急")
        self.joint_organs = LineField("联合行文的机关", placeholder="主办机关在前，用顿号隔开；单独行文空着")
        self.letter = TickField("信函格式：标志不带“文件”，用双红线")
        self.preprinted = TickField("用印好红头的纸打印：留出位置，不印标志和红线")
        self.recipients_below = TickField("主送机关多，移到版记里")
        self._lay_out()
        self._bind()

    @property
    def fields(self) -> Mapping[tuple[str, str], Field]:
        return {
            ("", "issuing_organ_mark"): self.mark,
            ("", "document_number"): self.number,
            ("", "signatories"): self.signatories,
            ("", "title"): self.title_choice.field,
            ("", "main_recipients"): self.main_recipients,
            ("", "copy_recipients"): self.copy_recipients,
            ("", "copy_number"): self.copy_number,
            ("", "secrecy"): self.secrecy,
            ("", "urgency"): self.urgency,
            ("", "joint_organs"): self.joint_organs,
        }

    def write(self, report: Report, standard: Standard) -> None:
        head = report.head
        self.mark.set_text(head.issuing_organ_mark)
        self.mark.line.setPlaceholderText(report.organ.mark)
        self.number.set_text(head.document_number)
        self.number.line.setPlaceholderText(self._number_pattern(" "))
        self.fill_number.setVisible(not head.document_number and bool(report.organ.organ_code))
        write_names(self.signatories, head.signatories)
        self.title_choice.show_title(head, report.organ, report.year)
        write_names(self.main_recipients, head.main_recipients)
        write_names(self.copy_recipients, report.colophon.copy_recipients)
        self.copy_number.set_text(head.copy_number)
        self.secrecy.set_text(head.secrecy)
        self.urgency.set_text(head.urgency)
        write_names(self.joint_organs, head.joint_organs)
        self.letter.set_on(head.letter)
        self.preprinted.set_on(head.preprinted)
        self.recipients_below.set_on(head.recipients_in_colophon)
        if any((head.copy_number, head.secrecy, head.urgency, head.joint_organs, head.letter, head.preprinted)):
            self.more.unfold(True)
        self._validate(report)

    def field_at(self, place: Place) -> Field | None:
        found = super().field_at(place)
        if found in (self.copy_number, self.secrecy, self.urgency, self.joint_organs):
            self.more.unfold(True)
        return found

    def _validate(self, report: Report) -> None:
        head = report.head
        self.number.show_note(about_document_number(head.document_number, report.year))
        self.signatories.show_note(about_signatories(head.signatories, len(head.joint_organs)))
        self.main_recipients.show_note(about_recipients(head.main_recipients), "muted")
        self.copy_number.show_note(about_copy_number(head.copy_number))
        self.secrecy.show_note(about_secrecy(head.secrecy))
        self.urgency.show_note(about_urgency(head.urgency))
        self.joint_organs.show_note(about_joint_organs(head.joint_organs))

    def _lay_out(self) -> None:
        issuing = Card("发文", self.body)
        self.number.column.addWidget(self.fill_number, 0, Qt.AlignmentFlag.AlignLeft)
        issuing.column.addWidget(self.mark)
        issuing.column.addLayout(side_by_side((self.number, 3), (self.signatories, 2)))
        self.column.addWidget(issuing)
        self.column.addWidget(self.title_choice)
        sending = Card("主送和抄送", self.body)
        sending.column.addWidget(self.main_recipients)
        sending.column.addWidget(self.recipients_below)
        sending.column.addWidget(self.copy_recipients)
        sending.column.addWidget(Disclosure("主送怎么写(&W)", self._deliveries()))
        self.column.addWidget(sending)
        rare = QWidget()
        row = side_by_side((self.copy_number, 1), (self.secrecy, 1), (self.urgency, 1))
        column = QVBoxLayout(rare)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        for each in (self.joint_organs, self.letter, self.preprinted):
            column.addWidget(each)
        self.more = Disclosure("更多：份号、密级、联合行文、信函(&G)", rare)
        extra = Card(parent=self.body)
        extra.column.addWidget(self.more)
        self.column.addWidget(extra)

    def _deliveries(self) -> QWidget:
        """Return the three ways of handing in, each explained, with a button that fills the fields."""
        panel = Card()
        self.delivery_buttons = {}
        for delivery, (name, explanation) in DELIVERIES.items():
            button = link_button("照此填写", f"照此填写：{name}")
            button.clicked.connect(lambda _=False, delivery=delivery: self._deliver(delivery))
            self.delivery_buttons[delivery] = button
            row = QHBoxLayout()
            row.addWidget(plain_label(name, "heading"), 1)
            row.addWidget(button)
            panel.column.addLayout(row)
            panel.column.addWidget(plain_label(explanation, "muted"))
        panel.column.addWidget(plain_label("按“单位信息”里的主送、抄送填写，可以撤销。", "caption"))
        return panel

    def _bind(self) -> None:
        for field, name, label in (
            (self.mark, "issuing_organ_mark", "发文机关标志"), (self.number, "document_number", "发文字号"),
            (self.copy_number, "copy_number", "份号"), (self.secrecy, "secrecy", "密级"),
            (self.urgency, "urgency", "紧急程度"),
        ):
            self.bind(field, name, label, partial(_with_text, name=name))
        self.bind(self.signatories, "signatories", "签发人",
                  lambda report, text: _with_head(report, signatories=names_of(text)))
        self.bind(self.joint_organs, "joint_organs", "联合行文的机关",
                  lambda report, text: _with_head(report, joint_organs=names_of(text)))
        for tick, name, labels in (
            (self.letter, "letter", ("改为信函格式", "改为文件格式")),
            (self.preprinted, "preprinted", ("改为用印好红头的纸", "改为印出红头")),
            (self.recipients_below, "recipients_in_colophon", ("主送移到版记", "主送放回标题下")),
        ):
            tick.edited.connect(partial(self._tick, name, labels))
        self.bind(self.main_recipients, "main_recipients", "主送",
                  lambda report, text: _with_head(report, main_recipients=names_of(text)))
        self.bind(self.copy_recipients, "copy_recipients", "抄送", lambda report, text: replace(
            report, colophon=replace(report.colophon, copy_recipients=names_of(text))))
        self.bind(self.title_choice.field, "title", "标题",
                  lambda report, text: _with_head(report, title=text, title_lines=()))
        self.title_choice.title_chosen.connect(
            lambda title: self.submit(_with_head(self.report, title=title, title_lines=()), "换标题写法"))
        self.title_choice.lines_chosen.connect(
            lambda lines: self.submit(_with_head(self.report, title_lines=lines), "选择标题分行"))
        self.fill_number.clicked.connect(self._fill_number)

    def _tick(self, name: str, labels: tuple[str, str], on: bool) -> None:
        self.submit(_with_head(self.report, **{name: on}), labels[not on])

    def _number_pattern(self, serial: str) -> str:
        code = self.report.organ.organ_code or "机关代字"
        return f"{code}〔{self.report.year + 1}〕{serial}号"

    def _fill_number(self) -> None:
        """Fill what is known of the 发文字号 and put the cursor where the serial goes."""
        text = self._number_pattern("")
        self.submit(_with_head(self.report, document_number=text), "填写发文字号")
        self.number.select(len(text) - 1, len(text) - 1)

    def _deliver(self, delivery: Delivery) -> None:
        self.submit(with_delivery(self.report, delivery), f"主送改为{DELIVERIES[delivery][0]}")


def _with_head(report: Report, **changes: object) -> Report:
    return replace(report, head=replace(report.head, **changes))  # type: ignore[arg-type]


def _with_text(report: Report, text: str, name: str) -> Report:
    return _with_head(report, **{name: text})
