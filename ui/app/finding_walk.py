"""The findings of the open report: shown as cards, walked with F8, repaired, set aside and taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QObject, Signal

from models.checks.dismissing import dismissal_of, may_be_dismissed, needs_own_words
from models.checks.finding import Finding
from models.checks.fixing import apart
from models.domain.dismissal import Dismissal
from models.domain.place import Place, part_task
from ui.app.open_report import OpenReport
from ui.delegates.card_layout import ALIKE, BASIS, DISMISS, FIX, HELP, RESTORE, STEP
from ui.item_models.finding_model import Card, by_gravity, spot_of
from ui.widgets.finding_view import GO
from ui.widgets.side_panel_findings import FindingsPanel, Panel

WORDS = 12  # characters of a text in the name of a step


class FindingWalk(QObject):
    """Leads through the findings of a report and does what is asked of one."""

    place_requested = Signal(object)  # Place
    help_requested = Signal(str)  # code of a check
    told = Signal(str)  # what the status line is to say

    def __init__(self, opened: OpenReport, panel: FindingsPanel, commit_input: Callable[[], None]) -> None:
        """Show the findings of `opened` in `panel`; `commit_input` takes over what is being typed."""
        super().__init__(panel)
        self._opened = opened
        self._panel = panel
        self._commit_input = commit_input
        self._task = ""
        self._titles: Mapping[str, str] = {}
        self._everything = False  # 核对: the findings of all tasks
        self._aside = False  # those set aside
        self._current: Finding | None = None  # where F8 is
        self._stop = 0  # at which of its places
        self._ahead = False  # the current one was chosen, but not gone to
        self._unfolded: frozenset[object] = frozenset()
        self._numbers: Mapping[str, int] = {}  # of findings repaired together, by check
        self._acts: dict[str, Callable[[Card], None]] = {
            GO: self._go, FIX: lambda card: self.fix(card.finding), ALIKE: lambda card: self.fix_alike(card.finding),
            STEP: self._go_on, DISMISS: self._ask_reason, RESTORE: self._restore, BASIS: self._unfold,
            HELP: lambda card: self.help_requested.emit(card.finding.code),
        }
        panel.asked.connect(lambda card, name: self._acts[name](card))
        panel.reason_given.connect(lambda card, reason: self.dismiss(card.finding, reason))
        panel.all_requested.connect(self.show_everything)
        panel.aside_requested.connect(self.show_aside)
        panel.levels_changed.connect(self.show)

    @property
    def chosen(self) -> Finding | None:
        """The finding that keys act on: the chosen card, else where F8 is; None when there is none."""
        card = self._panel.view.card
        if card is not None and card.dismissal is None:
            return card.finding
        return self._current if self._current in self._opened.findings else None

    def show_task(self, task: str, titles: Mapping[str, str]) -> None:
        """Show the findings of `task`; `titles` name the tasks. On another page no card is chosen any more."""
        if task != self._task and not self._everything:
            self._panel.view.setCurrentIndex(QModelIndex())
        self._task, self._titles = task, titles
        self.show()

    def show_everything(self, everything: bool) -> None:
        """Show the findings of the whole report (核对), or those of the task."""
        self._everything, self._aside = everything, False
        self.show()

    def show_aside(self, aside: bool) -> None:
        """Show what was set aside, or what is open."""
        self._aside = aside
        self.show()

    def show(self) -> None:
        """Bring the panel up to the findings as they are."""
        opened = self._opened
        if self._current is not None:
            spot = spot_of(self._current)
            self._current = next((each for each in opened.findings if spot_of(each) == spot), self._current)
        self._aside = self._aside and bool(opened.dismissed)
        repairable = {each.code for each in opened.findings if each.fix is not None}
        self._numbers = {code: len(self._alike(code)) for code in repairable}
        there = opened.findings if self._everything else tuple(
            each for each in opened.findings if each.place.task == self._task)
        levels = self._panel.levels.chosen
        cards = tuple(self._card(each.finding, each.dismissal) for each in opened.dismissed) if self._aside else tuple(
            self._card(each) for each in by_gravity(there) if each.severity in levels)
        self._panel.show_panel(Panel(
            cards, there, len(opened.findings), len(opened.dismissed), self._everything, self._aside))

    def step(self, by: int) -> None:
        """Go to the next finding by gravity, or the previous one when `by` is -1, round and round."""
        findings = by_gravity(self._opened.findings)
        if not findings:
            self.told.emit("没有发现问题。")
            return
        here = findings.index(self._current) if self._current in findings else (-1 if by > 0 else 0)
        here = here if self._ahead and by > 0 else here + by
        self.go_to(findings[here % len(findings)])

    def step_place(self) -> None:
        """Go to the next place of the finding at hand."""
        finding = self.chosen
        if finding is None:
            self.told.emit("请先按 F8 到一个问题。")
        else:
            self._go_on(self._card(finding))

    def go_to(self, finding: Finding, stop: int = 0) -> None:
        """Show the place that `finding` speaks of, of several the one numbered `stop`."""
        self._current, self._stop, self._ahead = finding, stop, False
        self._aside = False
        place = (finding.place, *finding.others)[stop]
        if not place.task and finding.section is not None:
            first = next(iter(self._opened.report.parts_of(finding.section)), None)
            place = Place(part_task(first.id)) if first is not None else place
        self.told.emit(finding.message)
        self.place_requested.emit(place)
        self.show()
        self._panel.choose(finding)

    def act(self, finding: Finding, wish: str) -> None:
        """Do what is wished for `finding`: FIX or GO."""
        self._acts[wish](self._card(finding))

    def fix(self, finding: Finding | None) -> None:
        """Do the fix of `finding` in one step and choose the next one; nothing happens when it has none."""
        if finding is None or finding.fix is None:
            self.told.emit("这个问题要自己改。" if finding is not None else "请先按 F8 到一个问题。")
            return
        self._repair((finding,), f"改正：{_change_words(finding)}")

    def fix_alike(self, finding: Finding | None) -> None:
        """Do the fixes of all findings of the check of `finding` in one step."""
        same = self._alike(finding.code) if finding is not None else ()
        if finding is None or not same:
            self.told.emit("这个问题要自己改。" if finding is not None else "请先按 F8 到一个问题。")
            return
        self._repair(same, f"改正同类 {len(same)} 处")

    def ask_reason(self) -> None:
        """Ask why the finding at hand is set aside."""
        finding = self.chosen
        if finding is None:
            self.told.emit("请先按 F8 到一个问题。")
        elif not may_be_dismissed(finding):
            self.told.emit("缺的内容要补上，不能忽略。")
        elif not self._opened.read_only:
            self._ask_reason(self._card(finding))

    def dismiss(self, finding: Finding, reason: str) -> None:
        """Set `finding` aside for `reason` in one step and choose the next one."""
        self._commit_input()
        row = self._panel.row_of(finding)
        dismissal = dismissal_of(finding, self._opened.checked, reason, self._opened.clock().date())
        report = self._opened.report
        self._opened.edit(replace(report, dismissals=(*report.dismissals, dismissal)), f"忽略：{_short(finding)}")
        self._choose_next(row)
        self.told.emit("已忽略，理由随报告保存。")

    def _repair(self, findings: tuple[Finding, ...], label: str) -> None:
        """Do the fixes of `findings`; where the text has changed since, the check that is on its way finds anew."""
        self._commit_input()
        row = self._panel.row_of(findings[0])
        if self._opened.fix(findings, label):
            self._choose_next(row)
            self.told.emit(f"已{label}。不对可以撤销。")

    def _choose_next(self, row: int) -> None:
        """Choose the card that has come to stand in `row`, the last one when that is beyond it."""
        self.show()
        left = self._panel.model.cards
        if row >= 0 and left:
            card = left[min(row, len(left) - 1)]
            self._panel.choose(card.finding)
            self._current, self._stop, self._ahead = card.finding, 0, True

    def _go(self, card: Card) -> None:
        # Once more on the same card leads on to its next place.
        again = not self._ahead and self._current is not None and spot_of(self._current) == spot_of(card.finding)
        if card.dismissal is not None:
            self.place_requested.emit(card.finding.place)
        else:
            self.go_to(card.finding, (self._stop + 1) % card.places if again else 0)

    def _go_on(self, card: Card) -> None:
        self.go_to(card.finding, (card.stop + 1) % card.places)

    def _ask_reason(self, card: Card) -> None:
        self._panel.ask_reason(card, needs_own_words(card.finding))

    def _restore(self, card: Card) -> None:
        report = self._opened.report
        left = tuple(each for each in report.dismissals if each != card.dismissal)
        self._opened.edit(replace(report, dismissals=left), f"恢复：{_short(card.finding)}")
        self.show()

    def _unfold(self, card: Card) -> None:
        self._unfolded ^= {spot_of(card.finding)}
        self.show()
        self._panel.choose(card.finding)

    def _card(self, finding: Finding, dismissal: Dismissal | None = None) -> Card:
        spot = spot_of(finding)
        here = self._current is not None and spot == spot_of(self._current)
        return Card(
            finding, self._titles.get(finding.place.task, ""), self._numbers.get(finding.code, 0), dismissal,
            may_be_dismissed(finding), not self._opened.read_only,
            min(self._stop, len(finding.others)) if here else 0, spot in self._unfolded,
        )

    def _alike(self, code: str) -> tuple[Finding, ...]:
        """Return the findings of the check `code` that can be repaired together."""
        return apart(each for each in self._opened.findings if each.code == code and each.fix is not None)


def _change_words(finding: Finding) -> str:
    """Return what the fix of `finding` makes of what, in short."""
    edits = finding.fix.edits if finding.fix is not None else ()
    if len(edits) == 1 and finding.excerpt and edits[0].place == finding.place and edits[0].text:
        return f"{_cut(finding.excerpt)}→{_cut(edits[0].text)}"
    return finding.fix.label if finding.fix is not None else ""


def _short(finding: Finding) -> str:
    return _cut(finding.excerpt or finding.message)


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= WORDS else f"{words[:WORDS]}…"
