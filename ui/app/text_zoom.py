"""How large the writing fields show their text: changed by keys or the wheel while writing, kept in a small file."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject

from ui.app.window_state import keep_small_file
from ui.work_window import WorkWindow

FILE = "文字大小.txt"
USUAL = 14  # pixels, as in the style sheet
SIZES = (USUAL, 16, 18, 21, 24)


def chosen_text_size(folder: Path) -> int:
    """Return the pixels kept in `folder`, one of SIZES; the usual ones when nothing of use is kept there."""
    with suppress(OSError, ValueError):
        size = int((folder / FILE).read_text(encoding="utf-8"))
        if size in SIZES:
            return size
    return USUAL


class TextZoom(QObject):
    """Gives the running texts of one work window their size; labels, buttons and lines keep theirs."""

    def __init__(self, work: WorkWindow, folder: Path) -> None:
        """Show the texts of `work` in the size kept in `folder`."""
        super().__init__(work)
        self._work = work
        self._folder = folder
        self.size = chosen_text_size(folder)
        work.pages.zoom_asked.connect(self.step)
        if self.size != USUAL:
            self._show()

    def step(self, by: int) -> None:
        """Go to the next larger size (1) or the next smaller one (-1); at the end of SIZES nothing changes."""
        there = SIZES.index(self.size) + by
        self._choose(SIZES[max(0, min(there, len(SIZES) - 1))])

    def reset(self) -> None:
        """Go back to the usual size."""
        self._choose(USUAL)

    def _choose(self, size: int) -> None:
        if size != self.size:
            self.size = size
            self._show()
            keep_small_file(self._folder / FILE, str(size))
        self._work.status.show_notice(f"正文栏目的字：{round(size * 100 / USUAL)}%（Ctrl+0 恢复）")

    def _show(self) -> None:
        sheet = f"QPlainTextEdit {{ font-size: {self.size}px; }}" if self.size != USUAL else ""
        self._work.pages.setStyleSheet(sheet)
