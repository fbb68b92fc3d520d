"""Automatic numbers of Word rendered as the text a reader sees: 一、 （一） 1."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from models.importers.docx.markup import read_markup
from models.importers.docx.styles import whole_number
from models.text.numerals import chinese_numeral

_PLACE = re.compile(r"%([1-9])")
_CHINESE = ("chinesecounting", "chinesecountingthousand", "japanesecounting", "taiwanesecounting",
            "taiwanesecountingthousand", "ideographdigital", "japanesedigitaltenthousand", "koreancounting")
_ROMAN = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))


@dataclass(slots=True)
class ListLevel:
    """One level of a list: number format, pattern (（%2）) and first value."""

    number_format: str = "decimal"
    pattern: str = ""
    first: int = 1


@dataclass(slots=True)
class Numbering:
    """The lists of a file, and how far each has been counted."""

    levels: dict[str, dict[int, ListLevel]] = field(default_factory=dict)  # of the abstract lists
    lists: dict[str, str] = field(default_factory=dict)  # list id -> abstract list
    starts: dict[tuple[str, int], int] = field(default_factory=dict)  # overridden first values
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def next_mark(self, list_id: str, level: int) -> str:
        """Return the number of the next paragraph on `level` of the list `list_id`; empty for bullets and no list."""
        abstract = self.lists.get(list_id)
        described = self.levels.get(abstract or "", {}).get(level)
        if abstract is None or described is None:
            return ""
        counts = self._counts.setdefault(abstract, {})
        first = self.starts.pop((list_id, level), None)  # an override restarts the list once
        counts[level] = first if first is not None else counts.get(level, described.first - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        if described.number_format in ("bullet", "none"):
            return ""
        return _PLACE.sub(lambda place: self._figure(abstract, int(place[1]) - 1, level), described.pattern)

    def _figure(self, abstract: str, level: int, shown_on: int) -> str:
        """Return the present number of `level`, in its own format, as the mark of the level `shown_on` quotes it."""
        described = self.levels[abstract].get(level, ListLevel())
        value = self._counts[abstract].get(level, described.first)
        return figure(value, described.number_format if level <= shown_on else "decimal")


def figure(value: int, number_format: str) -> str:
    """Return `value` written in Word's `number_format`; Arabic when the format is not one of 公文."""
    kind = number_format.lower()
    if kind in _CHINESE and 1 <= value <= 9999:
        return chinese_numeral(value)
    if kind == "decimalfullwidth":
        return str(value).translate({ord("0") + digit: chr(0xFF10 + digit) for digit in range(10)})
    if kind.startswith("decimalenclosedcircle") and 1 <= value <= 20:
        return chr(0x2460 + value - 1)
    if kind in ("lowerletter", "upperletter") and 1 <= value <= 26:
        return chr((ord("a") if kind == "lowerletter" else ord("A")) + value - 1)
    if kind in ("lowerroman", "upperroman") and 1 <= value <= 39:
        return _roman(value) if kind == "lowerroman" else _roman(value).upper()
    return str(value)


def read_numbering(part: bytes) -> Numbering:
    """Return the lists of the XML `part`."""
    reader = _NumberingReader()
    read_markup(part, reader.start, reader.end, lambda text: None)
    return reader.numbering


class _NumberingReader:
    """Collects lists from the tags of numbering.xml."""

    def __init__(self) -> None:
        self.numbering = Numbering()
        self._abstract = ""
        self._list = ""
        self._override = -1
        self._level = ListLevel()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the opening tag `name`."""
        value = attributes.get("val", "")
        if name == "abstractNum":
            self._abstract, self._list = attributes.get("abstractNumId", ""), ""
            self.numbering.levels.setdefault(self._abstract, {})
        elif name == "lvl" and not self._list:
            self._level = ListLevel()
            levels = self.numbering.levels.setdefault(self._abstract, {})
            levels[whole_number(attributes.get("ilvl", ""))] = self._level
        elif name == "numFmt":
            self._level.number_format = value
        elif name == "lvlText":
            self._level.pattern = value
        elif name == "start":
            self._level.first = whole_number(value)
        else:
            self._start_list(name, attributes, value)

    def end(self, name: str) -> None:
        """Take the closing tag `name`."""
        if name == "lvlOverride":
            self._override = -1

    def _start_list(self, name: str, attributes: dict[str, str], value: str) -> None:
        """Take a tag of a concrete list, which names its abstract list and may restart levels."""
        if name == "num":
            self._list = attributes.get("numId", "")
            self._level = ListLevel()
        elif name == "abstractNumId" and self._list:
            self.numbering.lists[self._list] = value
        elif name == "lvlOverride":
            self._override = whole_number(attributes.get("ilvl", ""))
        elif name == "startOverride" and self._override >= 0:
            self.numbering.starts[self._list, self._override] = whole_number(value)


def _roman(value: int) -> str:
    """Return `value` as a lower-case Roman numeral."""
    text = ""
    for letters, worth in _ROMAN:
        while value >= worth:
            text, value = text + letters, value - worth
    return text
