"""The page 引言."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from models.domain.place import INTRODUCTION
from models.domain.report import Report
from models.domain.standard import Standard
from models.manuscript.starting_sentences import introduction_start
from ui.pages.form_page import FormPage
from ui.widgets.card import Card
from ui.widgets.composed_preview import ComposedPreview
from ui.widgets.field import Field, TextField
from ui.widgets.labels import link_button

REQUIREMENT = "R04"
DRAFTED = "这一句是程序按依据起草的，请对照当年的通知核对、修改。"


class IntroductionPage(FormPage):
    """The text before the first part, and a button that drafts its usual sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(INTRODUCTION, "引言", parent)
        self.text = TextField("", "引言", "交代依据、报告期间，最后过渡到正文", lines=6)
        self.draft = link_button("填入通行的开头(&D)")
        self.draft.clicked.connect(self._fill_draft)
        self.text.foot.insertWidget(0, self.draft)
        self.preview = ComposedPreview(INTRODUCTION)
        card = Card(parent=self.body)
        card.column.addWidget(self.text)
        self.column.addWidget(card)
        self.column.addWidget(self.preview)
        self.bind(self.text, "introduction", "引言", lambda report, text: replace(report, introduction=text))

    @property
    def fields(self) -> Mapping[tuple[str, str], Field]:
        return {("", "introduction"): self.text}

    def write(self, report: Report, standard: Standard) -> None:
        requirement = next((each for each in standard.requirements if each.id == REQUIREMENT), None)
        self.show_prompt(requirement.guidance.prompt if requirement else "")
        self.text.set_text(report.introduction)
        draft = introduction_start(report, standard)
        self.draft.setVisible(bool(draft) and not report.introduction.strip())
        self.text.show_note(DRAFTED if draft and draft in report.introduction else "", "muted")
        self.preview.show_report(report, standard)

    def _fill_draft(self) -> None:
        if self.standard is not None:
            draft = introduction_start(self.report, self.standard)
            self.submit(replace(self.report, introduction=draft), "填入引言开头")
            self.text.select(len(draft), -1)
