"""The paragraphs of a text, and what is left of one when its dress is taken off."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from models.text.marks import parse_mark
from models.text.pattern import Pattern

_YEAR = Pattern(r"(?:19|20)\d\d ?年?度?")
_FIGURES = Pattern(r"\d+(?:\.\d+)?|[一二两三四五六七八九十百千万]+")
_STOPS = str.maketrans(dict.fromkeys("，。；：！？、,;:!?\u3000", " "))
_NO_LETTERS = Pattern(r"[\W_]+")
_DIGITS = Pattern(r"\d+")
_COUNTS = frozenset("一二三四五六七八九十")
_EDGE = 8  # characters of a paragraph's beginning and end that make a key
_SHORTEST_CLAUSE = 6


class Line(NamedTuple):
    """A paragraph of a longer text: it stands there from `start`, without the blanks around it."""

    start: int
    text: str


class Print(NamedTuple):
    """What tells whether two paragraphs say the same.

    `plain` is the text without number, years, marks and blanks; two texts that are nearly the same share some of
    `keys`. `characters` counts the letters that are no digits.
    """

    plain: str
    keys: frozenset[str]
    characters: int


def lines_of(text: str) -> Iterator[Line]:
    """Yield the paragraphs of `text`, one a line, empty ones left out."""
    start = 0
    for line in text.split("\n"):
        stripped = line.strip(" \t\u3000#*")
        if stripped:
            yield Line(start + line.find(stripped), stripped)
        start += len(line) + 1


@lru_cache(maxsize=4096)
def print_of(paragraph: str) -> Print:
    """Return the print of `paragraph`."""
    text = _without_count(paragraph)
    if "20" in text or "19" in text:
        text = _YEAR.sub("", text)
    plain = _NO_LETTERS.sub("", text)
    keys = {clause for clause in text.translate(_STOPS).split() if len(clause) >= _SHORTEST_CLAUSE}
    keys.update((f"^{plain[:_EDGE]}", f"{plain[-_EDGE:]}$"))
    return Print(plain, frozenset(keys), len(_DIGITS.sub("", plain)))


@lru_cache(maxsize=256)
def figures_in(plain: str) -> tuple[str, ...]:
    """Return the numbers in the `plain` text of a print, Chinese ones too."""
    return tuple(match.group() for match in _FIGURES.finditer(plain))


def _without_count(paragraph: str) -> str:
    """Return `paragraph` without the number or 一是 it begins with."""
    mark = parse_mark(paragraph)
    text = paragraph[mark.length:] if mark is not None else paragraph
    for length in (1, 2):
        if text[length:length + 1] == "是" and _COUNTS.issuperset(text[:length]):
            return text[length + 1:]
    return text
