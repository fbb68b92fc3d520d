"""Which block a heading speaks of, by its meaning."""

from __future__ import annotations

import re
from typing import NamedTuple

from models.domain.report import SectionKey
from models.importers.wording import wording

_SPACES = re.compile(r"\s")
_ORDERED = (SectionKey.PROBLEMS, SectionKey.CAUSES, SectionKey.PLAN, SectionKey.MEASURES)
_DONE = re.compile(r"成效|成果|成绩|做法|亮点")  # never said of a year to come
_YEAR = re.compile(r"(?:19|20)\d\d")


class Subject(NamedTuple):
    """What a heading speaks of: the main block, None when its words do not tell, and others named after it."""

    key: SectionKey | None = None
    also: tuple[SectionKey, ...] = ()


def subject_of(heading: str, year: int = 0) -> Subject:
    """Return what `heading` (without number) speaks of, in a report on `year` (0: not known)."""
    text = _SPACES.sub("", heading)
    words = wording()
    if words.headings[SectionKey.FIRST_RESPONSIBLE].search(text):
        return Subject(SectionKey.FIRST_RESPONSIBLE)
    if text.startswith(words.measure_openers):
        return Subject(SectionKey.PLAN if any(word in text for word in words.plan_always) else SectionKey.MEASURES)
    if words.headings[SectionKey.OTHER].search(text):
        return Subject(SectionKey.OTHER)
    places = {key: found.start() for key in _ORDERED if (found := words.headings[key].search(text))}
    if year and f"{year + 1}年" in text and SectionKey.PROBLEMS not in places and not _DONE.search(text):
        places.setdefault(SectionKey.PLAN, text.index(f"{year + 1}年"))
    if not places:
        return Subject()
    key, *others = sorted(places, key=places.__getitem__)
    also = tuple(other for other in others if other is not SectionKey.MEASURES)
    if key is SectionKey.PLAN:
        also = ()
    elif key is SectionKey.CAUSES and SectionKey.PROBLEMS in also:
        key, also = SectionKey.PROBLEMS, (SectionKey.CAUSES, *(other for other in also if other is SectionKey.PLAN))
    return Subject(key, also)


def years_in(text: str) -> list[int]:
    """Return the years that stand in `text`."""
    return [int(year) for year in _YEAR.findall(_SPACES.sub("", text))]
