"""Automatic numbers of Word rendered as the text a reader sees: 一、 （一） 1."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.importers.docx.figures import figure
from models.importers.docx.markup import read_markup
from models.importers.docx.styles import whole_number
from models.text.pattern import Pattern

_PLACE = Pattern(r"%([1-9])")


@dataclass(slots=True)
class ListLevel:
    """One level of a list: number format, pattern (（%2）) and first value.

    `restart` is the level, counted from one, whose numbers restart it: None any higher one, 0 none. A `legal`
    level shows the numbers of all levels in Arabic figures; `style` is the paragraph style tied to it.
    """

    number_format: str = "decimal"
    pattern: str = ""
    first: int = 1
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass(slots=True)
class Numbering:
    """The lists of a file, and how far each has been counted."""

    levels: dict[str, dict[int, ListLevel]] = field(default_factory=dict)  # of the abstract lists
    lists: dict[str, str] = field(default_factory=dict)  # list id -> abstract list
    starts: dict[tuple[str, int], int] = field(default_factory=dict)  # overridden first values
    overrides: dict[tuple[str, int], ListLevel] = field(default_factory=dict)  # levels a list has of its own
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def next_mark(self, list_id: str, level: int) -> str:
        """Return the number of the next paragraph on `level` of the list `list_id`; empty for bullets and no list."""
        abstract = self.lists.get(list_id)
        described = self._level(list_id, level)
        if abstract is None or described is None:
            return ""
        counts = self._counts.setdefault(abstract, {})
        first = self.starts.pop((list_id, level), None)  # an override restarts the list once
        counts[level] = first if first is not None else counts.get(level, described.first - 1) + 1
        for deeper in [each for each in counts if each > level and self._restarts(list_id, each, level)]:
            del counts[deeper]
        if described.number_format in ("bullet", "none"):
            return ""
        return _PLACE.sub(lambda place: self._figure(list_id, int(place[1]) - 1, described), described.pattern)

    def level_of_style(self, list_id: str, style: str) -> int:
        """Return the level of the list `list_id` that the paragraph `style` is tied to; 0 when it is tied to none."""
        levels = self.levels.get(self.lists.get(list_id, ""), {})
        return next((level for level, described in levels.items() if style and described.style == style), 0)

    def _level(self, list_id: str, level: int) -> ListLevel | None:
        """Return `level` of the list `list_id`, its own or that of the abstract list; None when there is none."""
        own = self.overrides.get((list_id, level))
        return own or self.levels.get(self.lists.get(list_id, ""), {}).get(level)

    def _restarts(self, list_id: str, deeper: int, level: int) -> bool:
        """Return whether a number on `level` begins the numbers on the level `deeper` anew."""
        described = self._level(list_id, deeper)
        return described is None or described.restart is None or level < described.restart

    def _figure(self, list_id: str, level: int, shown_on: ListLevel) -> str:
        """Return the present number of `level` as the mark of the level `shown_on` quotes it."""
        described = self._level(list_id, level) or ListLevel()
        value = self._counts[self.lists[list_id]].get(level, described.first)
        return figure(value, "decimal" if shown_on.legal else described.number_format)


def read_numbering(part: bytes) -> Numbering:
    """Return the lists of the XML `part`."""
    reader = _NumberingReader()
    read_markup(part, reader.start, reader.end, lambda text: None)
    return reader.finished()


class _NumberingReader:
    """Collects lists from the tags of numbering.xml."""

    def __init__(self) -> None:
        self.numbering = Numbering()
        self._abstract = ""
        self._list = ""
        self._override = -1
        self._level = ListLevel()
        self._defined: dict[str, str] = {}  # list style -> abstract list that defines it
        self._linked: dict[str, str] = {}  # abstract list -> list style it takes its levels from

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the opening tag `name`."""
        value = attributes.get("val", "")
        if name == "abstractNum":
            self._abstract, self._list = attributes.get("abstractNumId", ""), ""
            self.numbering.levels.setdefault(self._abstract, {})
        elif name == "styleLink":
            self._defined[value] = self._abstract
        elif name == "numStyleLink":
            self._linked[self._abstract] = value
        elif name == "lvl":
            self._start_level(whole_number(attributes.get("ilvl", "")))
        elif not self._take_property(name, attributes, value):
            self._start_list(name, attributes, value)

    def end(self, name: str) -> None:
        """Take the closing tag `name`."""
        if name == "lvlOverride":
            self._override = -1

    def finished(self) -> Numbering:
        """Return the lists, those that are linked to a list style with its levels."""
        levels = self.numbering.levels
        for abstract, style in self._linked.items():
            if not levels.get(abstract) and style in self._defined:
                levels[abstract] = levels.get(self._defined[style], {})
        return self.numbering

    def _start_level(self, level: int) -> None:
        """Begin `level` of the abstract list, or of a list that has the level of its own."""
        self._level = ListLevel()
        if not self._list:
            self.numbering.levels.setdefault(self._abstract, {})[level] = self._level
        elif self._override >= 0:
            self.numbering.overrides[self._list, self._override] = self._level

    def _take_property(self, name: str, attributes: dict[str, str], value: str) -> bool:
        """Take the tag `name` of a level, and return whether it was one."""
        if name == "numFmt":
            self._level.number_format = value
        elif name == "lvlText":
            self._level.pattern = value
        elif name == "start":
            self._level.first = whole_number(value)
        elif name == "lvlRestart":
            self._level.restart = whole_number(value)
        elif name == "isLgl":
            self._level.legal = value not in ("0", "false", "off")
        elif name == "pStyle":
            self._level.style = value
        else:
            return False
        return True

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
