"""Pairs of neighbouring signs, by which a full-text index finds Chinese words: no blanks part them.

A word of n signs is n - 1 pairs one behind the other; a single sign is looked up in an index of its own. So every piece
of a text is found, of whatever length, and nothing else is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from models.text.folding import folded

LONGEST = 100  # signs of a search; a pasted page is no word
_PRIVATE = 0xF0000  # beyond what texts use: stands for ASCII signs that an index takes for gaps or commands
_SIGNS = {code: chr(_PRIVATE + code) for code in range(128) if code != 32 and not chr(code).isalnum()}
_GAP = chr(_PRIVATE + 32)  # between pieces: pairs of two texts never stand side by side


class _Indexed(dict[int, str]):
    """The form of each sign in the index by its code, worked out when the sign is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded(chr(code)).translate(_SIGNS)
        return self[code]


_INDEXED = _Indexed()


class Tokens(NamedTuple):
    """The pairs of neighbouring signs of some texts, in order, and the signs that stand in them; parted by blanks."""

    pairs: str
    signs: str


class Wanted(NamedTuple):
    """What is searched: all of the `words`, each in its searched form (see `folded`)."""

    words: tuple[str, ...]

    @property
    def pairs(self) -> str:
        """The words of two signs and more as an expression for the index of pairs; empty when there are none."""
        return " AND ".join(f'"{_pairs(word.translate(_SIGNS))}"' for word in self.words if len(word) > 1)

    @property
    def signs(self) -> str:
        """The words of one sign as an expression for the index of signs; empty when there are none."""
        return " AND ".join(f'"{word.translate(_SIGNS)}"' for word in self.words if len(word) == 1)

    def found_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield begin and end of each place of a word in `text`, in order; places never overlap."""
        plain, at = folded(text), 0
        while places := [(start, -len(word)) for word in self.words if (start := plain.find(word, at)) >= 0]:
            start, length = min(places)
            at = start - length
            yield start, at


def wanted(text: str) -> Wanted:
    """Return what `text` asks for: its words, parted by blanks; beyond 100 signs it is cut."""
    return Wanted(tuple(dict.fromkeys(folded(text)[:LONGEST].split())))


def tokens(texts: Iterable[str]) -> Tokens:
    """Return what the index is told of `texts`."""
    signs = "\n".join(texts).translate(_INDEXED)
    pairs = f" {_GAP} ".join(_pairs(run) for run in signs.split(" ") if len(run) > 1)
    return Tokens(pairs, " ".join(sorted(set(signs) - {" "})))


def _pairs(run: str) -> str:
    return " ".join(map("".join, zip(run, run[1:], strict=False)))
