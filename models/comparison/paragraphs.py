"""The paragraphs of a text, and what is left of one when its dress is taken off."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from models.text.marks import parse_mark
from models.text.pattern import Pattern

_YEAR = Pattern(r"(?:19|20)\d\d ?年?度?")
_COUNTED = Pattern(r"^[一二三四五六七八九十]{1,2}是")
_FIGURES = Pattern(r"\d+(?:\.\d+)?|[一二两三四五六七八九十百千万]+")
_OTHER = Pattern(r"[\W_]+")
_CLAUSES = Pattern(r"[^，。；：！？、,;:!?\s]+")
_EDGE = 8  # characters of a paragraph's beginning and end that make a key
_SHORTEST_CLAUSE = 6


class Line(NamedTuple):
    """A paragraph of a longer text: it stands there from `start`, without the blanks around it."""

    start: int
    text: str


class Print(NamedTuple):
    """What tells whether two paragraphs say the same.

    `plain` is the text without number, years, marks and blanks; `figures` are its numbers, years left out;
    two texts that are nearly the same share some of `keys`. `characters` counts the letters that are no digits.
    """

    plain: str
    figures: tuple[str, ...]
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
    mark = parse_mark(paragraph)
    text = _COUNTED.sub("", paragraph[mark.length:] if mark is not None else paragraph)
    if "20" in text or "19" in text:
        text = _YEAR.sub("", text)
    plain = _OTHER.sub("", text)
    figures = tuple(match.group() for match in _FIGURES.finditer(text))
    keys = {clause for match in _CLAUSES.finditer(text) if len(clause := match.group()) >= _SHORTEST_CLAUSE}
    keys.update((f"^{plain[:_EDGE]}", f"{plain[-_EDGE:]}$"))
    digits = sum(map(str.isdigit, plain))
    return Print(plain, figures, frozenset(keys), len(plain) - digits)
