"""Ctrl+F and F3: from hit to hit through the open report."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from models.domain.place import Place
from ui.app.open_report import OpenReport
from ui.app.search import find
from ui.widgets.find_bar import FindBar


class SearchWalk(QObject):
    """Finds what the bar asks for and asks to go to the hits, round and round."""

    place_requested = Signal(object)  # Place

    def __init__(self, opened: OpenReport, bar: FindBar, parent: QObject | None = None) -> None:
        """Search `opened` for what `bar` asks."""
        super().__init__(parent or bar)
        self._opened = opened
        self._bar = bar
        self._hits: tuple[Place, ...] = ()
        self._at = -1
        self._stale = False
        bar.wanted_changed.connect(self._search)
        bar.step_requested.connect(self.step)
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

    def _search(self, wanted: str) -> None:
        self._hits = find(self._opened.report, wanted)
        self._at = -1
        self._stale = False
        self._bar.show_hits(0, len(self._hits))

    def _note_change(self) -> None:
        self._stale = True
