"""合并: what two people have written, place by place, and whose stands."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QRadioButton, QWidget

from models.comparison.merging import ChangedBy, Choice, Difference, Merge
from models.comparison.units import Key
from models.domain.report import Report
from models.domain.standard import Standard
from ui.app.version_words import ChangeNames
from ui.dialogs.form_dialog import asked
from ui.dialogs.side_by_side_dialog import SideBySideDialog, quiet_button
from ui.widgets.compared_sides import LEGEND, ComparedSides
from ui.widgets.labels import allow, plain_label

WHO = {
    ChangedBy.ME: "只有我改过", ChangedBy.THEM: "只有对方改过", ChangedBy.BOTH: "两边都改过",
    ChangedBy.UNKNOWN: "两边不同，说不准谁后改",
}
MARKS = {Choice.MINE: "我的", Choice.THEIRS: "对方的", Choice.BOTH: "都留", None: "未定"}
APART = "两边都改过，改的地方不同，可以合在一起"
TALLEST = 640  # pixels
KEPT = "合并之前的两份都会留作版本，合并后一步就能撤销。"


class MergeDialog(SideBySideDialog):
    """Shows each difference of `merge` with a choice; it is accepted only when all are decided."""

    def __init__(self, merge: Merge, standard: Standard, told: str, parent: QWidget | None = None) -> None:
        """Say `told` on how both stand to each other; `standard` names the places."""
        super().__init__("合并交换文件", ComparedSides("我的（本机）", "对方的（文件里）"), parent)
        self._merge = merge
        self._names = ChangeNames(merge.mine, merge.theirs, standard)
        self.choices: dict[Key, Choice] = {
            each.key: each.proposed for each in merge.differences if each.proposed is not None}
        self.who = plain_label("", "muted")
        self.radios = {
            Choice.MINE: QRadioButton("用我的(&M)"), Choice.THEIRS: QRadioButton("用对方的(&T)"),
            Choice.BOTH: QRadioButton("两段都留(&B)")}
        self.rest_mine = quiet_button("没定的都用我的(&U)", "还没有定的地方都用本机的")
        self.rest_theirs = quiet_button("没定的都用对方的(&Y)", "还没有定的地方都用文件里的")
        self.primary = QPushButton("合并")
        self.primary.setProperty("kind", "primary")
        self.dismiss = quiet_button("取消", "两边都不动")
        self._group = QButtonGroup(self)
        self._assemble(told)
        self._connect()
        self._refresh_list()
        first = next((row for row, each in enumerate(self.differences) if each.proposed is None), 0)
        self.list.setCurrentRow(first if self.differences else -1)
        self.list.setFocus()

    @classmethod
    def ask(cls, merge: Merge, standard: Standard, told: str, parent: QWidget) -> Report | None:
        """Show the dialog and return the merged report; None when it was left."""
        dialog = cls(merge, standard, told, parent)
        return dialog.result_report if asked(dialog) else None

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The places that differ, as they are listed."""
        return self._merge.differences

    @property
    def result_report(self) -> Report:
        """The report by the choices made."""
        return self._merge.result(self.choices)

    @property
    def undecided(self) -> int:
        """How many places are not decided yet."""
        return sum(each.key not in self.choices for each in self.differences)

    def choose(self, choice: Choice) -> None:
        """Let `choice` stand at the place that is shown."""
        difference = self._current
        if difference is not None and choice in difference.choices:
            self.choices[difference.key] = choice
            self._refresh_list()

    def choose_rest(self, choice: Choice) -> None:
        """Let `choice` stand wherever nothing is decided yet."""
        for each in self.differences:
            self.choices.setdefault(each.key, choice)
        self._refresh_list()
        self._show()

    @property
    def _current(self) -> Difference | None:
        row = self.list.currentRow()
        return self.differences[row] if 0 <= row < len(self.differences) else None

    def _assemble(self, told: str) -> None:
        choosing = QHBoxLayout()
        choosing.setSpacing(16)
        for choice, radio in self.radios.items():
            self._group.addButton(radio)
            choosing.addWidget(radio)
            radio.clicked.connect(lambda _=False, wanted=choice: self.choose(wanted))
        choosing.addStretch(1)
        self.assemble(
            (plain_label(told), plain_label(f"{KEPT}{LEGEND}", "muted")), (self.who, choosing),
            (self.rest_mine, self.rest_theirs), (self.dismiss, self.primary), TALLEST)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _: self._show())
        self.rest_mine.clicked.connect(lambda: self.choose_rest(Choice.MINE))
        self.rest_theirs.clicked.connect(lambda: self.choose_rest(Choice.THEIRS))
        self.dismiss.clicked.connect(self.reject)
        self.primary.clicked.connect(self.accept)

    def _refresh_list(self) -> None:
        """Say in the list what is decided, and let the buttons follow."""
        if self.list.count() != len(self.differences):
            self.list.addItems([""] * len(self.differences))
        for row, each in enumerate(self.differences):
            self.list.item(row).setText(f"[{MARKS[self.choices.get(each.key)]}] {self._names.of(each.change)}")
        left = self.undecided
        self.primary.setText(f"合并（还有 {left} 处没定）" if left else "合并")
        allow(self.primary, f"还有 {left} 处没有定，先逐处选好。" if left else "")
        for button in (self.rest_mine, self.rest_theirs):
            allow(button, "" if left else "每一处都已经定了。")
        self.follow_count()
        self.primary.setDefault(not left)

    def _show(self) -> None:
        """Show the difference that is chosen in the list."""
        difference = self._current
        self.sides.show_change(difference.change if difference is not None else None)
        self.who.setText("" if difference is None else APART if difference.apart else WHO[difference.by])
        self._group.setExclusive(False)  # else a button cannot be let go
        for choice, radio in self.radios.items():
            can = difference is not None and choice in difference.choices
            allow(radio, "" if can else "这一处不能这样合并。")
            radio.setChecked(difference is not None and self.choices.get(difference.key) is choice)
        self._group.setExclusive(True)
        together = difference is not None and difference.apart
        self.radios[Choice.BOTH].setText("两边的合在一起(&B)" if together else "两段都留(&B)")
