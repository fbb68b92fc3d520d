"""全部替换: each place with what stands around it, for the clerk to tick."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QWidget

from models.domain.place import Place
from ui.app.replacing import Swap
from ui.dialogs.form_dialog import FormDialog, asked
from ui.item_models.ticked_model import TickedModel
from ui.widgets.labels import LINK_GAP, allow, link_button

ROWS = 9  # places to be seen at once at least


class ReplaceDialog(FormDialog):
    """Lists places with a box each; `chosen` are those ticked."""

    def __init__(
        self, swaps: Sequence[Swap], words: str, titles: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        """Offer to replace at each of `swaps` by `words`; `titles` name the tasks the places are in."""
        super().__init__(
            "全部替换", "替换", parent, "打勾的替换。文件名和文号里的先不勾。替换以后可以一步撤销。")
        self._swaps = tuple(swaps)
        self.lines = TickedModel(
            [(_line(swap, words, titles.get(swap.place.task, "")), swap.proposed) for swap in self._swaps], self)
        self.list = QListView()
        self.list.setObjectName("place_list")
        self.list.setAccessibleName("要替换的地方")
        self.list.setWordWrap(True)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)  # keys have their turn between a hundred and a hundred
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(ROWS * self.fontMetrics().lineSpacing() * 2)
        self.list.setModel(self.lines)
        self.list.setCurrentIndex(self.lines.index(0))
        self.all = link_button("全部打勾(&A)")
        self.none = link_button("全部去掉(&N)")
        self.all.clicked.connect(lambda: self.lines.tick_all(True))
        self.none.clicked.connect(lambda: self.lines.tick_all(False))
        row = QHBoxLayout()
        row.setSpacing(LINK_GAP)
        row.addWidget(self.all)
        row.addWidget(self.none)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.list, 1)
        self.lines.changed.connect(self._count)
        self._count()

    @classmethod
    def ask(
        cls, swaps: Sequence[Swap], words: str, titles: Mapping[str, str], parent: QWidget
    ) -> tuple[Place, ...]:
        """Show the dialog and return the places to replace at; none when it was left."""
        dialog = cls(swaps, words, titles, parent)
        return dialog.chosen if asked(dialog) else ()

    @property
    def chosen(self) -> tuple[Place, ...]:
        """The places that are ticked, in reading order."""
        return tuple(self._swaps[row].place for row in self.lines.ticked)

    def _count(self) -> None:
        number = len(self.lines.ticked)
        self.primary.setText(f"替换 {number} 处")
        allow(self.primary, "" if number else "先在列表里勾选要换的。")


def _line(swap: Swap, words: str, title: str) -> str:
    """Return what is replaced by `words` in the task called `title`, with what stands around it."""
    becomes = f"“{swap.words}”→“{words}”" if words else f"“{swap.words}”删去"
    return f"{title}：{swap.before}[{becomes}]{swap.after}"
