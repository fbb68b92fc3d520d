"""Quotation marks of one paragraph: straight ones made pairs, and curly ones that do not pair (GB/T 15834, 4.8)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from models.text.pattern import Pattern

_STRAIGHT = (('"', "“", "”"), ("'", "‘", "’"))
_DOUBLE = Pattern('[“”"]')
_SINGLE = Pattern("‘|(?<![A-Za-z])’(?![0-9A-Za-z])")
_DOUBLE_OR_STRAIGHT = Pattern('[“”"]')
_SINGLE_OR_STRAIGHT = Pattern("[‘’']")
_HAN = Pattern("[\u3400-\u9fff]")
_NO_BEGINNING = frozenset("，。；：、！？）》,;:!?)”’")  # nothing quoted begins with these
_STOPS = Pattern("[。；！？\n]")
_LONGEST = 40  # a quoted name or phrase without a stop; what is longer is left to the reader


class QuoteFault(NamedTuple):
    """A quotation mark that does not pair: where, what is wrong in Chinese; `right` is (place, mark) when certain."""

    start: int
    end: int
    fault: str
    right: tuple[tuple[int, str], ...] = ()


class Quotation(NamedTuple):
    """The faults of a paragraph.

    `opened` is where a quotation is left open, `closed` where one from the paragraph before ends; -1 means nowhere.
    """

    faults: tuple[QuoteFault, ...] = ()
    opened: int = -1
    closed: int = -1


@lru_cache(maxsize=2048)
def straight_quotes(text: str) -> tuple[tuple[int, int, bool], ...]:
    """Return start and end of every phrase of `text` in straight quotes, and whether its marks pair for certain.

    Where they do not pair each mark stands for itself. An apostrophe quotes nothing.
    """
    found: list[tuple[int, int, bool]] = []
    for straight, opening, closing in _STRAIGHT:
        if straight not in text:
            continue
        places = _paired(text, straight, opening, closing)
        if places is not None:
            found += [(start, end + 1, True) for start, end in places]
        elif straight == '"':
            found += [(place, place + 1, False) for place, each in enumerate(text) if each == straight]
    return tuple(sorted(found))


@lru_cache(maxsize=2048)
def pair_straight_quotes(text: str) -> str:
    """Return `text` with straight quotes made curly where they pair for certain."""
    marks = list(text)
    for start, end, certain in straight_quotes(text):
        if certain:
            double = text[start] == '"' or text[end - 1] == '"'
            for place, curly in ((start, "“" if double else "‘"), (end - 1, "”" if double else "’")):
                if marks[place] in "\"'":
                    marks[place] = curly
    return "".join(marks)


def _paired(text: str, straight: str, opening: str, closing: str) -> list[tuple[int, int]] | None:
    """Return the ranges that hold a straight quote, curly partners reckoned in; None when they do not pair."""
    pairs, start = [], -1
    for match in (_DOUBLE_OR_STRAIGHT if straight == '"' else _SINGLE_OR_STRAIGHT).finditer(text):
        place, mark = match.start(), match.group()
        if start < 0:
            if mark == closing or text[place + 1:place + 2] in _NO_BEGINNING or place + 1 == len(text):
                return None
            start = place
        elif mark == opening:
            return None
        else:
            if straight in (text[start], mark):
                pairs.append((start, place))
            start = -1
    if start >= 0 or straight == "'" and not all(_HAN.search(text[start:end]) for start, end in pairs):
        return None
    return pairs


@lru_cache(maxsize=2048)
def read_quotation(text: str) -> Quotation:
    """Return how the curly quotes of the paragraph `text` pair; one with straight quotes that pair has no faults."""
    if "“" not in text and "”" not in text and "‘" not in text and "’" not in text:
        return Quotation()
    marks = [(match.start(), match.group()) for match in _DOUBLE.finditer(text)]
    if any(mark == '"' for _, mark in marks):
        return Quotation()
    reading = _Reader(text, marks).read()
    return reading._replace(faults=reading.faults + _single_faults(text)) if "‘" in text or "’" in text else reading


class _Reader:
    """Pairs the double quotes of a text one after the other."""

    def __init__(self, text: str, marks: Sequence[tuple[int, str]]) -> None:
        self.text = text
        self.marks = marks
        self.kinds = "".join(mark for _, mark in marks)
        self.faults: list[QuoteFault] = []
        self.open = -1
        self.closed = -1

    def read(self) -> Quotation:
        """Return the faults and what is left open."""
        position = 0
        while position < len(self.marks):
            place, mark = self.marks[position]
            if mark == "“" and self.open < 0:
                self.open = place
            elif mark == "”" and self.open >= 0:
                self.open = -1
            elif mark == "“":
                position += self._opened_twice(position)
            else:
                position += self._closed_without(position)
            position += 1
        return Quotation(tuple(self.faults), self.open, self.closed)

    def _opened_twice(self, position: int) -> int:
        """Judge an opening mark inside an open quotation; return how many further marks that settles."""
        place, following = self.marks[position][0], self.kinds[position + 1:position + 3]
        if following == "””":
            end = self.marks[position + 1][0]
            self._fault(place, end + 1, "在引号里面又用了同样的双引号，里面一层应当用单引号", ((place, "‘"), (end, "’")))
            return 1
        if following[:1] != "”" and self._phrase(self.open, place):
            self._fault(self.open, place + 1, "后引号写成了前引号", ((place, "”"),))
            self.open = -1
            return 0
        self._fault(self.open, phrase_end(self.text, self.open), "只有前引号，没有后引号")
        self.open = place
        return 0

    def _closed_without(self, position: int) -> int:
        """Judge a closing mark without an open quotation; return how many further marks that settles."""
        place, rest = self.marks[position][0], self.kinds[position:position + 200]
        following = self.marks[position + 1][0] if position + 1 < len(self.marks) else -1
        if following >= 0 and self._phrase(place, following):
            if rest[1] == "”" and rest[2:3] != "”":
                self._fault(place, following + 1, "前引号写成了后引号", ((place, "“"),))
                return 1
            turned = rest.replace("”“", "")
            if rest[1] == "“" and self.text[place + 1] not in _NO_BEGINNING and (not turned or turned[0] == "“"):
                self._fault(place, following + 1, "前后引号写反了", ((place, "“"), (following, "”")))
                return 1
        if not self.faults and self.closed < 0 and position == 0:
            self.closed = place
        else:
            self._fault(phrase_start(self.text, place), place + 1, "只有后引号，没有前引号")
        return 0

    def _fault(self, start: int, end: int, fault: str, right: tuple[tuple[int, str], ...] = ()) -> None:
        self.faults.append(QuoteFault(start, end, fault, right))

    def _phrase(self, start: int, end: int) -> bool:
        """Return whether the characters between two marks are one phrase."""
        return 1 < end - start <= _LONGEST and _STOPS.search(self.text[start + 1:end]) is None


def _single_faults(text: str) -> tuple[QuoteFault, ...]:
    """Return the single quotes that do not pair; apostrophes and ’25 are none."""
    faults, start = [], -1
    for match in _SINGLE.finditer(text):
        if match.group() == "‘":
            if start >= 0:
                faults.append(QuoteFault(start, phrase_end(text, start), "只有前单引号，没有后单引号"))
            start = match.start()
        elif start < 0:
            faults.append(QuoteFault(phrase_start(text, match.start()), match.end(), "只有后单引号，没有前单引号"))
        else:
            start = -1
    if start >= 0:
        faults.append(QuoteFault(start, phrase_end(text, start), "只有前单引号，没有后单引号"))
    return tuple(faults)


_SHOWN = 12
_BORDERS = frozenset("，。；：！？\n")


def phrase_end(text: str, start: int) -> int:
    """Return where the words after the mark at `start` end: at the next stop, or after a few characters."""
    end = start + 1
    while end < len(text) and end - start <= _SHOWN and text[end] not in _BORDERS:
        end += 1
    return end


def phrase_start(text: str, end: int) -> int:
    """Return where the words before the mark at `end` begin: after the last stop, or a few characters before."""
    start = end
    while start > 0 and end - start < _SHOWN and text[start - 1] not in _BORDERS:
        start -= 1
    return start
