"""The paragraphs of a part as they enter the report: without number, with what may be their 小标题."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from models.importers.wording import wording

TITLE_LIMIT = 40
_CLAUSE = (6, 30)  # how long a leading clause may be to serve as 小标题
_END_MARKS = "。：:."
_COMMAS = "，,"
_SHORTEST_PROBLEM = 4
_AMISS = re.compile(r"不|未|薄弱|滞后|差距|有待|缺|单一|少|偏|弱|难|欠|问题|仍|还需|参差")
_SAYS_WHY = re.compile(r"由于|因|主要是|主要在于|(?:主要|其)?原因")
_STOP = re.compile(r"[。！？；]|(?<=[一-鿿）])\.(?=[ \t]*(?:[一-鿿“（(《]|$))")
_COLON = re.compile(r"[：:]")
_NO_TITLE_BEFORE_COLON = re.compile(r"(?:如下|以下|包括|其中|分别|主要|表现|就是|指出|强调|要求|是|为|有)$")
_FACT = re.compile(
    r"^(?:我[局镇乡区县市办厅委]|本[局单]|全年|今年|去年|截至|目前|(?:19|20)\d\d)"
    r"|\d+(?:余|多)?(?:\.\d+)?(?:万|亿)?[件起次人份个条场项家辆元%]"
)
_GOES_ON = re.compile(
    r"^(?:对于?|针对|通过|组织|制定|联合|会同|按照|根据|围绕|结合|以|把|将|严厉|严格|由|各|全局|全面|深入|认真|加强|强化|推进|落实|建立|健全|完善"
    r"|开展|积极)"
)


class Passage(NamedTuple):
    """A paragraph of a part. `text` comes without its printed `number`; `level` is that number's level, 0 for none.

    `emphasis` counts the characters set apart as a heading; `outline` is the heading level the file gives it.
    """

    text: str
    number: str = ""
    level: int = 0
    emphasis: int = 0
    outline: int = 0


class Titled(NamedTuple):
    """小标题 and text of a passage; an empty title means the passage has none."""

    title: str
    text: str


def titled(passage: Passage, followed: bool) -> Titled:
    """Return the 小标题 of `passage` and the text run in after it.

    `followed` tells that text or deeper entries follow, to which a whole short paragraph is the heading.
    Nothing of the words is lost: joined, title and text are the passage again but for the mark between them.
    """
    text = passage.text
    end = title_end(passage)
    if end == 0:
        return Titled("", text)
    title, rest = text[:end].rstrip(_END_MARKS + _COMMAS), text[end:].strip()
    if not rest and not followed and text[-1] in "。；.":
        return Titled("", text)
    return Titled(title, rest)


def named_problem(passage: Passage, followed: bool) -> Titled:
    """Return the 小标题 of the numbered problem `passage` and its text: a short sentence names it as a whole.

    Of a longer one the clause before the cause or the explanation does, where it says that something is amiss.
    """
    found = titled(passage, followed)
    if found.title and found.text:
        return found
    text = found.title or found.text
    clause, mark, rest = text.partition("，")
    if mark and rest and len(clause) >= _SHORTEST_PROBLEM and len(clause) <= _CLAUSE[1] and _AMISS.search(clause):
        if len(text) > TITLE_LIMIT or _SAYS_WHY.match(rest):
            return Titled(clause, passage.text[len(clause) + 1:])
    if not found.title and len(text) <= TITLE_LIMIT and not _STOP.search(text[:-1]):
        return Titled(text.rstrip(_END_MARKS + "；"), "")
    return found


def is_summary(text: str) -> bool:
    """Return whether the paragraph `text` sums up what stands above it, and so belongs to no single entry."""
    return text.startswith(wording().summary_openers)


def levels_of(passages: Sequence[Passage]) -> dict[int, int]:
    """Return for each printed level among `passages` the level it has in the report: 2 to 4, without gaps."""
    printed = sorted({passage.level for passage in passages if passage.level})
    return {level: min(place, 4) for place, level in enumerate(printed, start=2)}


def title_end(passage: Passage) -> int:
    """Return how many characters of `passage` are its 小标题 with end mark; 0 when it has none."""
    text = passage.text
    if not text:
        return 0
    if 0 < passage.emphasis <= 2 * TITLE_LIMIT and not _STOP.search(text[:passage.emphasis - 1]):
        if passage.emphasis == len(text) or text[passage.emphasis - 1] in _END_MARKS:
            return passage.emphasis
    stop = _STOP.search(text)
    first = stop.end() if stop else len(text)
    colon = _COLON.search(text, 0, first)
    if colon and 2 <= colon.start() <= TITLE_LIMIT and not _NO_TITLE_BEFORE_COLON.search(text[:colon.start()]):
        return colon.end()
    if first <= TITLE_LIMIT + 1 and (stop is None or stop.group() in "。."):
        return 0 if _FACT.search(text[:first]) and first < len(text) else first
    return _clause_end(text) if passage.level else 0


def _clause_end(text: str) -> int:
    """Return the end of a leading clause that can stand as 小标题 because the rest reads on its own; 0 when none can."""
    for comma in _COMMAS:
        clause, mark, rest = text.partition(comma)
        if mark and _CLAUSE[0] <= len(clause) <= _CLAUSE[1]:
            opens = clause.startswith(wording().measure_openers) and not _FACT.search(clause)
            return len(clause) + 1 if opens and _GOES_ON.match(rest) else 0
    return 0
