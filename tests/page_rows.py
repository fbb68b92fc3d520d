"""What stands on a page, put together by its baselines: the rows that measurements look for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from exporters.pages.placed import RED, Page, PlacedRule, PlacedText

MM_PER_PT = 25.4 / 72
SAME_ROW = 0.9  # millimetres


class Mark(NamedTuple):
    """A character where it stands, in millimetres; `size` is that of its em."""

    text: str
    x: float
    right: float
    baseline: float
    size: float
    red: bool


class Row(NamedTuple):
    """The characters on one baseline, from left to right, without blanks."""

    page: int
    marks: tuple[Mark, ...]

    @property
    def text(self) -> str:
        return "".join(mark.text for mark in self.marks)

    @property
    def x(self) -> float:
        return self.marks[0].x

    @property
    def right(self) -> float:
        return self.marks[-1].right

    @property
    def centre(self) -> float:
        return (self.x + self.right) / 2

    @property
    def baseline(self) -> float:
        return self.marks[0].baseline

    @property
    def size(self) -> float:
        return self.marks[0].size

    def part(self, text: str) -> Row:
        """Return the part of the row that is `text`."""
        start = self.text.index(text)
        return Row(self.page, self.marks[start:start + len(text)])


def squashed(text: str) -> str:
    """Return `text` without blanks."""
    return "".join(text.split())


def rows_of(page: Page, number: int) -> tuple[Row, ...]:
    """Return the rows of `page`, from top to bottom."""
    rows: list[list[Mark]] = []
    for mark in sorted(_marks(page), key=lambda mark: mark.baseline):
        if rows and mark.baseline - rows[-1][0].baseline < SAME_ROW:
            rows[-1].append(mark)
        else:
            rows.append([mark])
    return tuple(Row(number, tuple(sorted(row, key=lambda mark: mark.x))) for row in rows)


def rules_of(page: Page, red: bool) -> tuple[PlacedRule, ...]:
    """Return the level rules of `page` that are red, or those that are not, from top to bottom."""
    rules = (item for item in page.items if isinstance(item, PlacedRule) and item.y1 == item.y2)
    return tuple(sorted((rule for rule in rules if (rule.colour == RED) is red), key=lambda rule: rule.y1))


def _marks(page: Page) -> Iterator[Mark]:
    for item in page.items:
        if not isinstance(item, PlacedText):
            continue
        x, size = item.x, item.size_pt * MM_PER_PT
        for character, advance in zip(item.text, item.advances, strict=True):
            own = size * item.scale_percent / 100 if _wide(character) else advance
            if not character.isspace() and not unicodedata.combining(character):
                yield Mark(character, x, x + own, item.baseline, size, item.colour == RED)
            x += advance


def _wide(character: str) -> bool:
    return character == "—" or unicodedata.east_asian_width(character) in "WF"
