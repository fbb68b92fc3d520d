"""Flow lines -> pages: as many as fit into the 版心, kept together where they ask for it.

All sums are twips, as Word makes them. A page ends before the first line that does not fit, or earlier, so that no
line with `keep_next` ends it; where that would leave the page empty, it ends there all the same. Pages come one by
one: whoever wants only the first need not wait for the last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from exporters.pages.flow import FlowLine


class PlacedLine(NamedTuple):
    """A line and the top of its box, in twips under the top of the 版心."""

    top: int
    line: FlowLine


class FilledPage(NamedTuple):
    """The lines of a page and where the last of them ends, in twips under the top of the 版心."""

    lines: tuple[PlacedLine, ...]
    bottom: int


def fill_pages(lines: Iterable[FlowLine], height: int) -> Iterator[FilledPage]:
    """Yield the pages of `lines`, each `height` twips high; at least one, an empty one when there are no lines."""
    page = _OpenPage(height)
    for line in lines:
        if line.new_page and page.lines:
            yield page.closed(len(page.lines))
        while not page.take(line):
            yield page.closed(page.last_break())
    yield page.closed(len(page.lines))


class _OpenPage:
    """The page that is being filled. What is closed is taken from its top, the rest begins the next page."""

    def __init__(self, height: int) -> None:
        self.height = height
        self.lines: list[FlowLine] = []
        self._tops: list[int] = []
        self._bottom = 0
        self._gap = 0  # empty space under the last line
        self._first = True

    def take(self, line: FlowLine) -> bool:
        """Put `line` under the last one and return True, or return False when it does not fit.

        A page takes one line at least, however high.
        """
        top = self._top(line)
        if self.lines and top + line.height > self.height:
            return False
        self.lines.append(line)
        self._tops.append(top)
        self._bottom, self._gap = top + line.height, line.after
        return True

    def _top(self, line: FlowLine) -> int:
        """Return where `line` would stand; at the top of any page but the first it loses the space above it."""
        if self.lines:
            return self._bottom + self._gap + line.before
        return line.before * self._first + sum(each.height for each in line.repeated)

    def last_break(self) -> int:
        """Return after how many lines the page may end."""
        for count in range(len(self.lines), 0, -1):
            if not self.lines[count - 1].keep_next:
                return count
        return len(self.lines)

    def closed(self, count: int) -> FilledPage:
        """Return the page of the first `count` lines; the others begin the next one."""
        placed = tuple(map(PlacedLine, self._tops[:count], self.lines[:count]))
        bottom = placed[-1].top + placed[-1].line.height if placed else 0
        rest = self.lines[count:]
        self.lines, self._tops, self._bottom, self._gap, self._first = [], [], 0, 0, False
        for line in rest:
            self.take(line)
        return FilledPage(_with_heads(placed), bottom)


def _with_heads(placed: tuple[PlacedLine, ...]) -> tuple[PlacedLine, ...]:
    """Return `placed` with the repeated table head above the first line, where it has one."""
    if not placed or not placed[0].line.repeated:
        return placed
    heads = []
    top = 0
    for line in placed[0].line.repeated:
        heads.append(PlacedLine(top, line))
        top += line.height
    return (*heads, *placed)
