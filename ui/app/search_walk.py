"""Ctrl+F, F3 and Ctrl+H: from hit to hit through the open report, replacing what is wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from models.domain.place import Place
from ui.app.open_report import OpenReport
from ui.app.replacing import replaced, swap_at, swaps
from ui.app.search import find
from ui.dialogs.replace_dialog import ReplaceDialog
from ui.item_models.task_rows import task_rows
from ui.widgets.find_bar import FindBar


class SearchWalk(QObject):
    """Finds what the bar asks for, asks to go to the hits, round and round, and replaces them."""

    place_requested = Signal(object)  # Place
    told = Signal(str)  # what the status line is to say

    def __init__(
        self, opened: OpenReport, bar: FindBar, commit_input: Callable[[], None], parent: QObject | None = None
    ) -> None:
        """Search `opened` for what `bar` asks; `commit_input` takes over what is being typed."""
        super().__init__(parent or bar)
        self._commit_input = commit_input
        self._opened = opened
        self._bar = bar
        self._hits: tuple[Place, ...] = ()
        self._at = -1
        self._stale = False
        bar.wanted_changed.connect(self._search)
        bar.step_requested.connect(self.step)
        bar.replace_requested.connect(self._replace)
        opened.report_changed.connect(self._note_change)

    def step(self, by: int) -> None:
        """Go to the next hit, or the previous one when `by` is -1; with nothing to look for, open the bar."""
        if not self._bar.field.text():
            self._bar.open_bar()
            return
        if self._stale:  # the report changed under the hits: the place in the walk is kept as well as it can be
            at = self._at
            self._search(self._bar.field.text())
            self._at = min(at, len(self._hits) - 1)
        if not self._hits:
            return
        self._at = (self._at + by) % len(self._hits) if self._at >= 0 else (0 if by > 0 else len(self._hits) - 1)
        self._bar.show_hits(self._at + 1, len(self._hits))
        self.place_requested.emit(self._hits[self._at])

    def replace(self, words: str) -> None:
        """Replace the hit at hand by `words` and go to the next one behind it; with none at hand, go to the first."""
        if not self._may_replace():
            return
        here = self._hits[self._at] if 0 <= self._at < len(self._hits) and not self._stale else None
        if here is None:
            self.step(1)
            return
        wanted = self._bar.field.text()
        if swap_at(self._opened.report, here, wanted) is None:
            self.told.emit("这一处不是能直接替换的文字，请在填写的地方改。")
            return
        before = self._at
        self._opened.edit(replaced(self._opened.report, (here,), words), f"替换：{wanted}→{words}")
        self._search(wanted)
        following = range(before, len(self._hits))
        beyond = next((at for at in following if not _is_within(self._hits[at], here, len(words))), None)
        if beyond is None:  # not round and round: what was put in may hold what is sought
            self.told.emit("后面没有了。再按一次，从头找起。" if self._hits else "已替换，没有别的了。")
            return
        self._at = beyond - 1
        self.step(1)

    def replace_all(self, words: str) -> None:
        """Let the clerk choose among all places and replace there by `words` in one step."""
        if not self._may_replace():
            return
        wanted = self._bar.field.text()
        there = swaps(self._opened.report, wanted)
        if not there:
            self.told.emit(f"报告里没有可以替换的“{wanted}”。")
            return
        report = self._opened.report
        titles = {row.task: row.title for row in task_rows(report, self._opened.standard)}
        chosen = ReplaceDialog.ask(there, words, titles, self._bar.window())
        if chosen:
            self._opened.edit(replaced(report, chosen, words), f"全部替换（{len(chosen)} 处）")
            self._search(wanted)
            self.told.emit(f"已替换 {len(chosen)} 处。不对可以撤销。")

    def _replace(self, words: str, everywhere: bool) -> None:
        if everywhere:
            self.replace_all(words)
        else:
            self.replace(words)

    def _may_replace(self) -> bool:
        """Take over what is being typed and return whether there is something to look for that may be changed."""
        self._commit_input()
        if self._opened.read_only:
            self.told.emit("这份报告只能看，不能替换。")
        return bool(self._bar.field.text()) and not self._opened.read_only

    def _search(self, wanted: str) -> None:
        self._hits = find(self._opened.report, wanted)
        self._at = -1
        self._stale = False
        self._bar.show_hits(0, len(self._hits))

    def _note_change(self) -> None:
        self._stale = True


def _is_within(hit: Place, replaced_at: Place, length: int) -> bool:
    """Return whether `hit` begins in the same field before the end of the `length` characters at `replaced_at`."""
    same = (hit.task, hit.entry, hit.field) == (replaced_at.task, replaced_at.entry, replaced_at.field)
    return same and hit.start < replaced_at.start + length
