"""What was taken out of a text and put into it, in pieces a reader takes in at a glance.

Paragraphs first, then words: a number or a Latin word is one piece, a Chinese character is one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from diff_match_patch import diff_match_patch

_WORD = re.compile(r"\d+(?:[.,]\d+)*%?|[A-Za-z]+|.", re.DOTALL)
_PRIVATE = 0xF0000  # where the code points begin that stand for whole words
_LONG = 4_000_000  # characters times characters: beyond it, texts that have little in common are not gone through
_LITTLE = 0.3  # share of the pairs of characters that two texts must have in common then
_SECONDS = 1.0


class Kind(StrEnum):
    """What became of a piece."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class Piece(NamedTuple):
    """A stretch of the older text, of the newer one, or of both."""

    kind: Kind
    text: str


_KINDS = {-1: Kind.REMOVED, 0: Kind.SAME, 1: Kind.ADDED}


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Return how `before` became `after`.

    The pieces that are not ADDED make up `before`, those that are not REMOVED make up `after`.
    """
    if before == after:
        return (Piece(Kind.SAME, before),) if before else ()
    if not before or not after or _have_little_in_common(before, after):
        removed, added = Piece(Kind.REMOVED, before), Piece(Kind.ADDED, after)
        return tuple(each for each in (removed, added) if each.text)
    return tuple(_joined(_compared(before, after)))


def _compared(before: str, after: str) -> Iterator[Piece]:
    """Yield the pieces of two texts that differ."""
    words = _Words()
    older, newer = words.signs_of(before), words.signs_of(after)
    tool = diff_match_patch()
    tool.Diff_Timeout = _SECONDS
    found = tool.diff_main(older, newer, False)
    tool.diff_cleanupSemantic(found)
    for kind, signs in found:
        yield Piece(_KINDS[kind], words.text_of(signs))


def _joined(found: Iterator[Piece]) -> Iterator[Piece]:
    """Yield the pieces with neighbours of one kind made one."""
    held: Piece | None = None
    for piece in found:
        if held is not None and held.kind is piece.kind:
            held = Piece(held.kind, held.text + piece.text)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def _have_little_in_common(before: str, after: str) -> bool:
    if len(before) * len(after) < _LONG:
        return False
    older, newer = Counter(zip(before, before[1:])), Counter(zip(after, after[1:]))
    return (older & newer).total() < _LITTLE * min(older.total(), newer.total())


class _Words:
    """One sign for each word, so that a tool for characters never cuts a number in two."""

    def __init__(self) -> None:
        self._signs: dict[str, str] = {}
        self._words: dict[str, str] = {}

    def signs_of(self, text: str) -> str:
        """Return `text` with one sign a word."""
        return "".join(map(self._sign, _WORD.findall(text)))

    def text_of(self, signs: str) -> str:
        """Return the text that `signs` stand for."""
        return "".join(self._words.get(sign, sign) for sign in signs)

    def _sign(self, word: str) -> str:
        if len(word) == 1 and ord(word) < _PRIVATE:
            return word
        sign = self._signs.get(word)
        if sign is None:
            sign = self._signs[word] = chr(_PRIVATE + len(self._signs))
            self._words[sign] = word
        return sign
