"""The page 结语与落款."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from models.domain.head import Colophon, Signature
from models.domain.place import SIGNATURE
from models.domain.report import Report, SecrecyReview
from models.domain.standard import Standard
from models.manuscript.starting_sentences import closing_start
from ui.pages.form_page import FormPage
from ui.pages.head_notes import about_date, about_stamp_posts, right_date
from ui.pages.names_field import names_of, write_names
from ui.widgets.card import Card
from ui.widgets.entry_card import side_by_side
from ui.widgets.field import Field, LineField, TextField, TickField
from ui.widgets.labels import link_button, plain_label

PROMPT = "落款的单位名称和成文日期要写全；成文日期是负责人签发的日期。"
PASSED = "哪天、哪个会讨论通过的，导出以前核对用，不印在报告里。"
REVIEW = "对外公开以前先做保密审查。填了审查人和日期，才能导出公开版。"


class DateField(LineField):
    """A date as printed, with a link that writes it properly when it can be read."""

    def __init__(self, caption: str, name: str = "") -> None:
        super().__init__(caption, name, "2026年2月20日")
        self.fix = link_button("")
        self.fix.hide()
        self.column.addWidget(self.fix)

    def check(self, text: str) -> None:
        """Say what is wrong with the date `text` and offer the right form."""
        self.show_note(about_date(text))
        right = right_date(text)
        self.fix.setText(f"改成{right}")
        self.fix.setVisible(bool(right))


class SignaturePage(FormPage):
    """结语, 集体讨论, 署名, 成文日期, 印章, 附注, 印发机关 and 日期, and the 保密审查 for the 公开版."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SIGNATURE, "结语与落款", parent)
        self.show_prompt(PROMPT)
        self.closing = TextField("结语(&J)", lines=1, counted=False)
        self.fill_closing = link_button(f"填“{closing_start()}”")
        self.deliberation = LineField("哪天、哪个会(&T)", placeholder="例如：2026年1月28日局党组会")
        self.organ = LineField("署名(&S)")
        self.date = DateField("成文日期(&R)")
        self.sealed = TickField("盖章：署名处留出印章的位置(&Y)")
        self.stamp_posts = LineField("签名章职务", placeholder="盖签名章的才填，例如：县长")
        self.remark = LineField("附注(&F)", placeholder="例如：此件公开发布（不用写括号）")
        self.distributing_organ = LineField("印发机关(&O)")
        self.distribution_date = DateField("印发日期(&D)")
        self.even_page = TickField("版记排在偶数页上（GB/T 33476.2 的要求）(&E)")
        self.reviewer = LineField("审查人(&B)", placeholder="姓名")
        self.review_date = DateField("审查日期(&K)")
        self._lay_out()
        self._bind()

    @property
    def fields(self) -> Mapping[tuple[str, str], Field]:
        return {
            ("", "closing"): self.closing,
            ("", "deliberation"): self.deliberation,
            ("", "issuing_organ_signature"): self.organ,
            ("", "date_of_issue"): self.date,
            ("", "remark"): self.remark,
            ("", "stamp_posts"): self.stamp_posts,
            ("", "distributing_organ"): self.distributing_organ,
            ("", "distribution_date"): self.distribution_date,
            ("", "by"): self.reviewer,
            ("", "date"): self.review_date,
        }

    def write(self, report: Report, standard: Standard) -> None:
        signature, colophon, review = report.signature, report.colophon, report.secrecy_review or SecrecyReview()
        self.closing.set_text(report.closing)
        self.fill_closing.setVisible(not report.closing.strip())
        self.deliberation.set_text(signature.deliberation)
        self.organ.set_text(signature.issuing_organ_signature)
        self.organ.line.setPlaceholderText(report.organ.full_name)
        self.date.set_text(signature.date_of_issue)
        self.sealed.set_on(signature.sealed)
        self.remark.set_text(signature.remark)
        write_names(self.stamp_posts, signature.stamp_posts)
        self.stamp_posts.show_note(about_stamp_posts(signature.stamp_posts), "muted")
        self.even_page.set_on(colophon.colophon_on_even_page)
        self.distributing_organ.set_text(colophon.distributing_organ)
        self.distributing_organ.line.setPlaceholderText(report.organ.distributing_organ)
        self.distribution_date.set_text(colophon.distribution_date)
        self.reviewer.set_text(review.by)
        self.review_date.set_text(review.date)
        for field in (self.date, self.distribution_date, self.review_date):
            field.check(field.text)
        half = bool(review.by) != bool(review.date)
        self.reviewer.show_note("审查人和审查日期都填了，才能导出公开版。" if half else "", "muted")

    def _lay_out(self) -> None:
        closing = Card(parent=self.body)
        closing.column.addWidget(self.closing)
        self.closing.foot.insertWidget(0, self.fill_closing)
        self.column.addWidget(closing)
        passed = Card("集体讨论", self.body)
        passed.column.addWidget(plain_label(PASSED, "muted"))
        passed.column.addWidget(self.deliberation)
        self.column.addWidget(passed)
        signature = Card("落款", self.body)
        signature.column.addLayout(side_by_side((self.organ, 3), (self.date, 2)))
        signature.column.addWidget(self.sealed)
        signature.column.addLayout(side_by_side((self.remark, 3), (self.stamp_posts, 2)))
        self.column.addWidget(signature)
        colophon = Card("版记", self.body)
        colophon.column.addLayout(side_by_side((self.distributing_organ, 3), (self.distribution_date, 2)))
        colophon.column.addWidget(self.even_page)
        self.column.addWidget(colophon)
        review = Card("保密审查（公开版）", self.body)
        review.column.addWidget(plain_label(REVIEW, "muted"))
        review.column.addLayout(side_by_side((self.reviewer, 3), (self.review_date, 2)))
        self.column.addWidget(review)

    def _bind(self) -> None:
        self.bind(self.closing, "closing", "结语", lambda report, text: replace(report, closing=text))
        self.fill_closing.clicked.connect(
            lambda: self.submit(replace(self.report, closing=closing_start()), "填入结语"))
        self.sealed.edited.connect(
            lambda on: self.submit(_with_signature(self.report, on, "sealed"), "改为盖章" if on else "改为不盖章"))
        self.even_page.edited.connect(lambda on: self.submit(
            _with_colophon(self.report, on, "colophon_on_even_page"), "版记排在偶数页" if on else "版记不论单双页"))
        self.bind(self.stamp_posts, "stamp_posts", "签名章职务",
                  lambda report, text: _with_signature(report, names_of(text), "stamp_posts"))
        for field, name, label in (
            (self.organ, "issuing_organ_signature", "署名"), (self.date, "date_of_issue", "成文日期"),
            (self.remark, "remark", "附注"), (self.deliberation, "deliberation", "集体讨论"),
        ):
            self.bind(field, name, label, partial(_with_signature, name=name))
        for field, name, label in (
            (self.distributing_organ, "distributing_organ", "印发机关"),
            (self.distribution_date, "distribution_date", "印发日期"),
        ):
            self.bind(field, name, label, partial(_with_colophon, name=name))
        for field, name, label in ((self.reviewer, "by", "审查人"), (self.review_date, "date", "审查日期")):
            self.bind(field, name, label, partial(_with_review, name=name))
        for date in (self.date, self.distribution_date, self.review_date):
            date.fix.clicked.connect(lambda _=False, date=date: date.line.enter(right_date(date.text)))


def _with_signature(report: Report, value: str | bool | tuple[str, ...], name: str) -> Report:
    signature: Signature = replace(report.signature, **{name: value})  # type: ignore[arg-type]
    return replace(report, signature=signature)


def _with_colophon(report: Report, value: str | bool, name: str) -> Report:
    colophon: Colophon = replace(report.colophon, **{name: value})  # type: ignore[arg-type]
    return replace(report, colophon=colophon)


def _with_review(report: Report, text: str, name: str) -> Report:
    """Return `report` with `text` in its 保密审查; a review in which nothing stands is none."""
    review = replace(report.secrecy_review or SecrecyReview(), **{name: text})
    return replace(report, secrecy_review=review if review != SecrecyReview() else None)
