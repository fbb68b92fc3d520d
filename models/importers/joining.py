"""Paragraphs as they enter the report: broken ones joined and 标点规范 applied when the clerk wants it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from models.importers.passages import Passage
from models.importers.pieces import Piece
from models.text.marks import parse_mark

_ENDED = "。！？；：…”’）》】!?;:.)\"'"
_COMMAS = "，、,"
_LONG = 45  # a paragraph this long without end mark is no heading
_COUNTED = re.compile(r"[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]{1,2}[，、]")


@dataclass(slots=True)
class Group:
    """Pieces that make one paragraph, and its text once repaired."""

    pieces: list[Piece]
    text: str = ""

    @property
    def passage(self) -> Passage:
        """The paragraph without its printed number."""
        first = self.pieces[0]
        mark = parse_mark(self.text) if first.mark and first.mark.level else None
        number = self.text[:mark.length].strip() if mark else ""
        length = mark.length if mark else 0
        emphasis = _same_letters(first.text[:first.emphasis], self.text) - length if first.emphasis else 0
        return Passage(self.text[length:], number, mark.level if mark else 0, max(0, emphasis), first.outline)


@dataclass(slots=True)
class Joining:
    """Makes paragraphs of pieces, and says in the end what was done to them."""

    repair: bool
    groups: list[Group] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)

    def take(self, pieces: Sequence[Piece]) -> list[Group]:
        """Return `pieces` as paragraphs, broken ones joined; their text is settled by `finish`."""
        groups: list[Group] = []
        for piece in pieces:
            if self.repair and groups and is_broken(groups[-1].pieces[-1], piece):
                before = groups[-1].pieces[-1].text
                self.joined.append(f"“{before[-5:]}｜{piece.text[:5]}”")
                groups[-1].pieces.append(piece)
            else:
                groups.append(Group([piece], piece.text))
        for group in groups:
            group.text = _glued(group.pieces)
        self.groups += groups
        return groups

    def finish(self) -> tuple[str, ...]:
        """Repair the text of all paragraphs taken and return what was done, one Chinese sentence each."""
        if not self.repair:
            return ()
        from models.text.punctuation import repair_lines  # costs more to import than a report to read

        repaired = repair_lines([group.text for group in self.groups])
        for group, text in zip(self.groups, repaired.lines, strict=True):
            group.text = text
        if not self.joined:
            return repaired.notes
        return (f"把断在句子中间的段落接起来 {len(self.joined)} 处，如{'、'.join(self.joined[:2])}。", *repaired.notes)


def is_broken(before: Piece, after: Piece) -> bool:
    """Return whether a paragraph break tore a sentence: `before` ends in its middle and `after` goes on with it."""
    if not before.text or before.text[-1] in _ENDED or before.cells or after.cells:
        return False
    if (after.mark and after.mark.level) or after.outline or _COUNTED.match(after.text):
        return False
    if before.text[-1] in _COMMAS:
        return True
    return len(before.text) >= _LONG or any(mark in before.text[:-1] for mark in "。；")


class RunningText(NamedTuple):
    """A paragraph as it stands, its torn halves joined; `borders` are the places where they were torn."""

    text: str
    borders: tuple[int, ...] = ()

    def shown(self, start: int, end: int) -> str:
        """Return the text from `start` to `end`, a line each half, without blanks around."""
        places = [start, *(border for border in self.borders if start < border < end), end]
        return "\n".join(self.text[first:last].strip() for first, last in zip(places, places[1:], strict=False))


def running_texts(pieces: Iterable[Piece]) -> list[RunningText]:
    """Return `pieces` as running paragraphs, those torn in the middle of a sentence in one."""
    texts: list[RunningText] = []
    halves: list[str] = []
    before: Piece | None = None
    for piece in pieces:
        if halves and not (before is not None and is_broken(before, piece)):
            texts.append(_running(halves))
            halves = []
        halves.append(piece.as_it_stands)
        before = piece
    return [*texts, _running(halves)] if halves else texts


def _running(halves: Sequence[str]) -> RunningText:
    """Return the `halves` of a paragraph as one."""
    borders = tuple(accumulate(len(half) for half in halves[:-1]))
    return RunningText("".join(halves), borders)


def _glued(pieces: Sequence[Piece]) -> str:
    """Return the halves of a torn paragraph in one; Latin words keep a space between them."""
    texts = [pieces[0].text]
    for piece in pieces[1:]:
        before, after = texts[-1][-1:], piece.text[:1]
        texts += [" "] if before.isascii() and before.isalnum() and after.isascii() and after.isalnum() else []
        texts.append(piece.text)
    return "".join(texts)


def _same_letters(part: str, text: str) -> int:
    """Return how far `text` reaches with as many letters as `part` has, end marks after them included."""
    wanted = sum(character.isalnum() for character in part)
    place = 0
    while place < len(text) and wanted:
        wanted -= text[place].isalnum()
        place += 1
    while place < len(text) and not text[place].isalnum() and text[place] in "。：:.”）)》":
        place += 1
    return place
