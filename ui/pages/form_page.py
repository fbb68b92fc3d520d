"""What all form pages share: title and requirement above, fields below, edits built from the report shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.checks.finding import Finding, Severity
from models.domain.place import Place
from models.domain.report import Report
from models.domain.standard import Standard
from ui.app.guarded import guarded
from ui.pages.report_page import ReportPage
from ui.item_models.finding_model import is_blank, word_of
from ui.widgets.entry_card import EntryCard
from ui.widgets.field import Field, LineField, TextField, kind_of
from ui.widgets.labels import plain_label, set_kind
from ui.widgets.steady_scroll import BAR
from ui.widgets.tab_order import set_reading_order
from ui.widgets.text_marks import marks_at

GRAVITY = (Severity.ERROR, Severity.WARNING, Severity.HINT)
WIDEST = 840  # beyond, lines get too long to read


class FormPage(ReportPage):
    """A page whose fields write one report. A subclass adds widgets to `column` and writes them in `write`."""

    def __init__(self, task: str, title: str, parent: QWidget | None = None) -> None:
        """Make the page of `task` with `title` above it."""
        super().__init__(task, parent)
        self.report = Report()
        self.standard: Standard | None = None
        self._findings: tuple[Finding, ...] = ()  # whose first place is on this page
        self._everywhere: tuple[Finding, ...] = ()  # with any place on it
        self.title = plain_label(title, "title")
        self.prompt = plain_label("", "muted")
        self.note = plain_label("", "must")  # what the checks say of the page as a whole
        self.note.hide()
        self.top = QHBoxLayout()
        self.top.setSpacing(12)
        self.top.addWidget(self.title, 1)
        self.body = QWidget(self)
        self.body.setMaximumWidth(WIDEST)
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.column.addLayout(self.top)
        self.column.addWidget(self.prompt)
        self.column.addWidget(self.note)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 16, 24 - BAR, 16)
        outer.addWidget(self.body)
        outer.addStretch(1)

    @property
    def fields(self) -> Mapping[tuple[str, str], Field]:
        """The fields of the page by entry id ("" outside entries) and attribute."""
        return {}

    @property
    def shows_nothing(self) -> bool:
        """Whether the page itself says that nothing is written yet."""
        return False

    def write(self, report: Report, standard: Standard) -> None:
        """Write `report` into the fields."""
        raise NotImplementedError

    def show_prompt(self, text: str) -> None:
        """Show the requirement in one sentence; empty leaves the line out."""
        if self.prompt.text() != text:
            self.prompt.setText(text)
        self.prompt.setVisible(bool(text))

    def show_report(self, report: Report, standard: Standard) -> None:
        self.report = report
        self.standard = standard
        self.write(report, standard)

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        set_reading_order(self)

    def submit(self, report: Report, label: str, burst: str = "") -> None:
        """Hand in `report` as the outcome of a step called `label`; equal `burst`s soon after each other are one."""
        if report != self.report:
            self.edited.emit(report, label, burst and f"{self.task}:{burst}")

    def bind(
        self, field: LineField | TextField, name: str, label: str, change: Callable[[Report, str], Report]
    ) -> None:
        """Let every edit of `field`, attribute `name`, hand in the report that `change` makes of it."""
        field.edited.connect(lambda text: self.submit(change(self.report, text), f"修改{label}", name))

    def show_place(self, place: Place) -> None:
        field = self.field_at(place)
        if field is not None:
            field.select(place.start, place.end)
        else:
            self.focus_first()

    def field_at(self, place: Place) -> Field | None:
        """Return the field of `place`, the first one of its entry when it names none; None when there is none."""
        fields = self.fields
        found = fields.get((place.entry, place.field))
        if found is None and place.entry:
            found = next((field for (entry, _), field in fields.items() if entry == place.entry), None)
        return found

    def focus_first(self) -> None:
        """Give the first field the focus."""
        first = next((field for field in self.fields.values() if field.isVisibleTo(self)), None)
        if first is not None:
            first.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        self._findings = tuple(each for each in findings if each.place.task == self.task)
        self._everywhere = tuple(
            each for each in findings if any(place.task == self.task for place in (each.place, *each.others)))
        self.mark_fields()

    def mark_fields(self) -> None:
        """Say at each field the gravest of its findings, and above them the gravest that is of no field."""
        gravest, fields = self._gravest(), self.fields
        self._show_note(next((each for key, each in gravest.items() if not key[0] and key not in fields), None))
        self._mark(fields, gravest)

    def mark_card(self, card: EntryCard[Any]) -> None:
        """Say at each field of `card`, which is about to be shown, the gravest of its findings."""
        self._mark({(card.entry.id, name): field for name, field in card.fields.items()}, self._gravest())

    def _gravest(self) -> dict[tuple[str, str], Finding]:
        """Return the gravest finding of each field by entry id and attribute."""
        gravest: dict[tuple[str, str], Finding] = {}
        for finding in self._findings:
            key = (finding.place.entry, finding.place.field.partition(":")[0])  # a cell is of the field of its table
            if key not in gravest or GRAVITY.index(finding.severity) < GRAVITY.index(gravest[key].severity):
                gravest[key] = finding
        return gravest

    def _mark(self, fields: Mapping[tuple[str, str], Field], gravest: Mapping[tuple[str, str], Finding]) -> None:
        for key, field in fields.items():
            found = gravest.get(key)
            field.show_finding(found)
            field.show_marks(marks_at(self._everywhere, self.task, *key), self.finding_asked.emit)

    def _show_note(self, finding: Finding | None) -> None:
        if finding is not None:
            self.note.setText(f"{word_of(finding)}：{finding.message}")
            set_kind(self.note, kind_of(finding))
        said = finding is not None and is_blank(finding) and self.shows_nothing
        self.note.setVisible(finding is not None and not said)

    def commit_input(self) -> None:
        for field in self.fields.values():
            field.commit_input()
