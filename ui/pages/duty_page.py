"""The page of one duty of the 第一责任人."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.domain.duty import DutyEntry, DutyState, Evidence
from models.domain.organ import Post
from models.domain.place import duty_task
from models.domain.report import Report
from models.domain.standard import Duty, Standard
from ui.pages.duty_reference import DutyReference
from ui.pages.form_page import FormPage
from ui.widgets.card import Card
from ui.widgets.composed_preview import EMPTY, ComposedPreview
from ui.widgets.evidence_rows import EvidenceRows
from ui.widgets.field import Field, LineField, TextField
from ui.widgets.labels import LINK_GAP, link_button, plain_label
from ui.widgets.state_switch import StateSwitch

STATES = (
    (DutyState.FULFILLED.value, "已履行"),
    (DutyState.NOT_CARRIED_OUT.value, "本年度未开展"),
    (DutyState.NOT_APPLICABLE.value, "不适用"),
)
STATE_WORDS = dict(STATES)
REASON_HINTS = {
    DutyState.NOT_CARRIED_OUT: "报告里会写一句“本年度未开展此项工作”和原因。",
    DutyState.NOT_APPLICABLE: "报告里不写这一项，原因留在这里备查。",
}


WRITE = "写清谁、何时、在什么场合、做了什么、结果怎样"
QUOTED = "已经引用了别处的话，这里可以不写。"


class DutyPage(FormPage):
    """State, text or reason, evidence and reference of one duty entry."""

    def __init__(self, duty_id: str, post: Post, parent: QWidget | None = None) -> None:
        """Make the page of the duty `duty_id` of the holder of `post`."""
        super().__init__(duty_task(duty_id, post), "", parent)
        self.duty_id, self.post = duty_id, post
        self.state = StateSwitch("履行情况", STATES)
        self.top.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        self.carried = plain_label("去年", "chip", wrap=False)
        self.told, self.untold = Card(parent=self.body), Card(parent=self.body)
        self.own_title = LineField("小标题", parent=self.told)
        self.text = TextField("", "履职情况", lines=6, parent=self.told)
        self.reason = TextField("原因(&R)", placeholder="为什么", lines=2, parent=self.untold)
        self.evidence = EvidenceRows(self.told)
        self.add_evidence = link_button("＋ 再加一条佐证(&E)")
        self.change_title = link_button("改小标题(&H)")
        self.reference = DutyReference(self.body)
        self.preview = ComposedPreview(self.task, parent=self.body)
        self._lay_out()
        self._bind()

    @property
    def entry(self) -> DutyEntry:
        """The entry as last shown; an open one when the report has none yet."""
        key = (self.duty_id, self.post)
        return next((each for each in self.report.duties if each.key == key), DutyEntry(self.duty_id, self.post))

    @property
    def duty(self) -> Duty | None:
        """The duty; None when the standard knows it no longer."""
        duties = self.standard.duties if self.standard else ()
        return next((each for each in duties if each.id == self.duty_id), None)

    @property
    def fields(self) -> Mapping[tuple[str, str], Field]:
        fields: dict[tuple[str, str], Field] = {
            ("", "text"): self.text, ("", "reason"): self.reason, ("", "title"): self.own_title,
        }
        for number, row in enumerate(self.evidence.rows):
            for name, field in row.fields.items():
                fields[(str(number), name)] = field
        return fields

    def write(self, report: Report, standard: Standard) -> None:
        entry, duty = self.entry, self.duty
        name = duty.title if duty else self.duty_id
        person = "" if report.organ.same_person else f"（{report.organ.person_title(self.post)}）"
        self.title.setText(f"{name}{person}")
        self.show_prompt(duty.guidance.prompt if duty else "")
        told = entry.state in (DutyState.OPEN, DutyState.FULFILLED)
        self.state.set_value(entry.state.value)
        self.carried.setVisible(entry.carried)
        self.own_title.set_text(entry.title)
        self.own_title.line.setPlaceholderText(f"不填就用“{name}”")
        if entry.title:
            self._show_own_title()
        self.text.set_text(entry.text)
        self.reason.set_text(entry.reason)
        self.reason.show_note(REASON_HINTS.get(entry.state, ""), "muted")
        self.evidence.show_evidence(entry.evidence)
        self.told.setVisible(told)
        self.untold.setVisible(not told)
        self.text.area.set_placeholder(QUOTED if entry.reference else WRITE)
        self.preview.explain_empty(_unprinted(entry))
        self.reference.show_reference(report, standard, entry.reference)
        if not told:
            self.reference.hide()
        self.preview.show_report(report, standard)

    def submit_entry(self, entry: DutyEntry, label: str, burst: str = "") -> None:
        """Hand in the report with `entry`, which counts as touched from now on."""
        self.submit(self.report.with_duty(replace(entry, carried=False)), label, burst)

    def commit_input(self) -> None:
        super().commit_input()
        self.evidence.commit_input()

    def _lay_out(self) -> None:
        self.told.top.addWidget(self.carried)
        self.own_title.hide()
        self.told.column.addWidget(self.own_title)
        self.told.column.addWidget(self.text)
        self.told.column.addWidget(self.evidence)
        foot = QHBoxLayout()
        foot.setSpacing(LINK_GAP)
        foot.addWidget(self.add_evidence)
        foot.addWidget(self.reference.choose)
        foot.addWidget(self.change_title)
        foot.addStretch(1)
        foot.addWidget(self.text.count)
        self.told.column.addLayout(foot)
        self.untold.column.addWidget(self.reason)
        for widget in (self.told, self.untold, self.reference, self.preview):
            self.column.addWidget(widget)

    def _bind(self) -> None:
        self.state.chosen.connect(self._change_state)
        self.text.edited.connect(self._change_text)
        self.reason.edited.connect(
            lambda text: self.submit_entry(replace(self.entry, reason=text), "修改原因", "reason"))
        self.own_title.edited.connect(
            lambda text: self.submit_entry(replace(self.entry, title=text), "修改小标题", "title"))
        self.change_title.clicked.connect(self._change_title)
        self.evidence.edited.connect(self._change_evidence)
        self.add_evidence.clicked.connect(self.evidence.add)
        self.reference.chosen.connect(
            lambda reference: self.submit_entry(self._fulfilled(replace(self.entry, reference=reference)), "引用正文段落"))
        self.reference.removed.connect(
            lambda: self.submit_entry(replace(self.entry, reference=None), "取消引用正文段落"))
        self.reference.place_requested.connect(self.place_requested)

    def _change_state(self, value: str) -> None:
        self.submit_entry(replace(self.entry, state=DutyState(value)), f"改为{STATE_WORDS[value]}")

    def _change_text(self, text: str) -> None:
        self.submit_entry(self._fulfilled(replace(self.entry, text=text)), "修改履职情况", "text")

    def _change_evidence(self, evidence: tuple[Evidence, ...], name: str) -> None:
        changed = self._fulfilled(replace(self.entry, evidence=evidence))
        if name:
            self.submit_entry(changed, "修改佐证", f"evidence:{name}")
        else:
            self.submit_entry(changed, "添加佐证" if len(evidence) > len(self.entry.evidence) else "删除佐证")

    def _fulfilled(self, entry: DutyEntry) -> DutyEntry:
        """Return `entry` as fulfilled when it was open: who writes what was done says that it was."""
        return replace(entry, state=DutyState.FULFILLED) if entry.state is DutyState.OPEN else entry

    def _show_own_title(self) -> None:
        self.own_title.show()
        self.change_title.hide()

    def _change_title(self) -> None:
        self._show_own_title()
        self.own_title.select(0, -1)


def _unprinted(entry: DutyEntry) -> str:
    """Return why nothing of `entry` is printed here."""
    if entry.state is DutyState.NOT_APPLICABLE:
        return "不适用的一项不写进报告。"
    return "这一项写在别处，这里不再印一遍。" if entry.reference else EMPTY
