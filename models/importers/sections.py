"""Which block a heading speaks of, by its meaning."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from models.domain.report import SectionKey
from models.importers.wording import wording
from models.text.pattern import Pattern

_SPACES = Pattern(r"\s")
_ORDERED = (SectionKey.PROBLEMS, SectionKey.CAUSES, SectionKey.PLAN, SectionKey.MEASURES)
_DONE = Pattern(r"成效|成果|成绩|做法|亮点")  # never said of a year to come
_YEAR = Pattern(r"(?:19|20)\d\d")
_QUOTED_TITLE = Pattern(r"《[^《》]*》")
# 存在问题的原因: the problems only say of what
_CAUSES_OF = Pattern(r"(?:问题|不足|短板|差距|困难)(?:的|产生的?|存在的?|形成的?)?(?:主要|深层次?|具体|根本)?(?:原因|根源|成因)")
_AMISS = ("问题", "困难", "短板", "不足", "差距", "弱项", "难题", "薄弱")
_LONGEST = 200  # no heading is longer


class Subject(NamedTuple):
    """What a heading speaks of: the main block, None when its words do not tell, and others named after it."""

    key: SectionKey | None = None
    also: tuple[SectionKey, ...] = ()


@lru_cache(maxsize=2048)
def subject_of(heading: str, year: int = 0) -> Subject:
    """Return what `heading` (without number) speaks of, in a report on `year` (0: not known)."""
    text = _QUOTED_TITLE.sub("《》", _SPACES.sub("", heading[:_LONGEST]).rstrip("。：:.；"))
    words = wording()
    if words.headings[SectionKey.FIRST_RESPONSIBLE].search(text):
        return Subject(SectionKey.FIRST_RESPONSIBLE)
    opens = text.startswith(words.measure_openers)
    if any(word in text for word in _AMISS):
        text = words.solving.sub("", text)
    if words.headings[SectionKey.OTHER].search(text):
        return Subject(SectionKey.OTHER)
    if text.endswith("情况") and words.done.search(text):
        return Subject(SectionKey.MEASURES)
    coming = _year_to_come(text, year)
    if opens and not words.problems_always.search(text):
        to_come = words.plan_always.search(text) or (coming and not _DONE.search(text))
        return Subject(SectionKey.PLAN if to_come else SectionKey.MEASURES)
    return _by_words(text, coming)


def _by_words(text: str, coming: re.Match[str] | None) -> Subject:
    """Return what `text` speaks of by the first of the words in it; `coming` is the year to come it names."""
    words = wording()
    places = {key: found.start() for key in _ORDERED if (found := words.headings[key].search(text))}
    if coming and SectionKey.PROBLEMS not in places and not _DONE.search(text):
        places[SectionKey.PLAN] = min(places.get(SectionKey.PLAN, coming.start()), coming.start())
    if not places:
        return Subject()
    if SectionKey.CAUSES in places and _CAUSES_OF.search(text):
        return Subject(SectionKey.CAUSES, (SectionKey.PLAN,) if SectionKey.PLAN in places else ())
    key, *others = sorted(places, key=places.__getitem__)
    also = tuple(other for other in others if other is not SectionKey.MEASURES)
    if key is SectionKey.PLAN:
        also = ()
    elif key is SectionKey.CAUSES and SectionKey.PROBLEMS in also:
        key, also = SectionKey.PROBLEMS, (SectionKey.CAUSES, *(other for other in also if other is SectionKey.PLAN))
    return Subject(key, also)


def names_block(text: str, year: int = 0) -> SectionKey | None:
    """Return the block that the line `text` (without number) names as a heading would; None when it is no heading.

    A heading that bears no number has to end as headings do, in 不足, 打算, 情况: a sentence does not.
    """
    line = _SPACES.sub("", text[:_LONGEST]).rstrip("。：:.")
    if not line or len(line) > 60 or not line.endswith(wording().heading_nouns):
        return None
    return subject_of(line, year).key


def _year_to_come(text: str, year: int) -> re.Match[str] | None:
    """Return where `text` names the year after `year`, but not as the end of a span of years; None when it does not."""
    if not year or f"{year + 1}年" not in text:
        return None
    return re.search(rf"(?<![\d—\-－~～至]){year + 1}年", text)


def years_in(text: str) -> list[int]:
    """Return the years that stand in `text`."""
    return [int(found.group()) for found in _YEAR.finditer(_SPACES.sub("", text))]
