"""Paragraphs of a file as pieces: the text without Markdown marks, and where each letter stands in the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from models.domain.source_document import LeftOut
from models.importers.raw_line import RawLine
from models.text.marks import Mark, parse_mark

_BLANKS = " \t\u3000"
_MARKDOWN = re.compile(
    r"^[ \t\u3000]*(#{1,6})(?!#)[ \t]*|^[ \t]*([-*_])(?:[ \t]*\2){2,}[ \t]*$|(\*{2,3})|(\\)(?=[.#*_()\-])"
    r"|^[ \t\u3000]*[-*+][ \t]+(?=[^\s\-*+_])"
)


@dataclass(frozen=True)
class Piece:
    """A run of text of one paragraph of the file.

    `line` is the paragraph as it stands, `text` what a reader sees of this piece, `offsets[i]` the place of
    `text[i]` in `line`. `start` to `end` is the piece's share of the line, marks and blanks included.
    `emphasis` counts the characters at the beginning of `text` set apart as a heading; `outline` is the heading level
    the file gives the paragraph, 0 for none.
    """

    index: int
    line: str
    text: str
    offsets: Sequence[int]
    start: int
    end: int
    outline: int = 0
    emphasis: int = 0
    cells: tuple[str, ...] = ()

    @cached_property
    def mark(self) -> Mark | None:
        """The printed number the piece begins with, None when there is none; only a paragraph's beginning has one."""
        return parse_mark(self.text)

    @property
    def level(self) -> int:
        """The level of the printed number, 0 when there is none."""
        return self.mark.level if self.mark else 0

    @property
    def body(self) -> str:
        """The text after the printed number; the words 第一， are words and stay."""
        return self.text[self.mark.length:] if self.mark and self.mark.level else self.text

    @property
    def as_it_stands(self) -> str:
        """The piece letter by letter as in the file, from its first to its last visible character."""
        return self.line[self.offsets[0]:self.offsets[-1] + 1] if self.text else ""

    def divide(self, at: int) -> tuple[Piece, Piece]:
        """Return the piece in two, the second from the visible character `at` on, blanks before it falling away."""
        while self.text[at] in _BLANKS:
            at += 1
        border = self.offsets[at]
        first = self.text[:at].rstrip(_BLANKS)
        return (
            replace(self, text=first, offsets=self.offsets[:len(first)], end=border,
                    emphasis=min(self.emphasis, len(first))),
            replace(self, text=self.text[at:], offsets=self.offsets[at:], start=border, outline=0,
                    emphasis=max(0, self.emphasis - at)),
        )


def read_pieces(lines: Iterable[RawLine]) -> Iterator[Piece]:
    """Yield one piece for each of `lines`, the empty ones too."""
    for index, line in enumerate(lines):
        if not line.cells and _may_hold_markdown(line.text):
            yield _from_markdown(index, line)
        else:
            yield _plain(index, line)


def markdown_left_out(lines: Iterable[RawLine]) -> list[LeftOut]:
    """Return the Markdown marks of `lines` that the pieces leave out, each kind once with its count."""
    counts = Counter(
        mark.group().strip() for line in lines if not line.cells for mark in _MARKDOWN.finditer(line.text)
        if mark.group().strip()
    )
    return [LeftOut(mark, f"Markdown 标记，共 {count} 处") for mark, count in counts.items()]


def _may_hold_markdown(text: str) -> bool:
    """Return whether `text` has a character that Markdown marks begin with."""
    return "#" in text or "*" in text or "\\" in text or text.lstrip(_BLANKS)[:1] in ("-", "_", "+")


def _plain(index: int, line: RawLine) -> Piece:
    """Return the piece of a line without marks."""
    text = line.text.lstrip(_BLANKS)
    first = len(line.text) - len(text)
    text = text.rstrip(_BLANKS)
    emphasis = max(0, min(line.lead - first, len(text)))
    return Piece(
        index, line.text, text, range(first, first + len(text)), 0, len(line.text), line.outline, emphasis, line.cells
    )


def _from_markdown(index: int, line: RawLine) -> Piece:
    """Return the piece of a line that may hold Markdown: its marks are no text, ## is a level, ** sets apart."""
    kept: list[int] = []
    outline, emphasis, bold, position = line.outline, line.lead, False, 0
    for mark in _MARKDOWN.finditer(line.text):
        kept.extend(range(position, mark.start()))
        position = mark.end()
        if mark[1]:
            outline = outline or len(mark[1])
        elif mark[3]:
            if bold and not emphasis:
                emphasis = len(kept)
            bold = not bold and not kept
    kept.extend(range(position, len(line.text)))
    first, last = 0, len(kept)
    while first < last and line.text[kept[first]] in _BLANKS:
        first += 1
    while last > first and line.text[kept[last - 1]] in _BLANKS:
        last -= 1
    kept, emphasis = kept[first:last], max(0, emphasis - first)
    text = "".join(line.text[offset] for offset in kept)
    return Piece(index, line.text, text, kept, 0, len(line.text), outline, min(emphasis, len(text)))
