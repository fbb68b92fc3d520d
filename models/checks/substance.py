"""Checks of the letter W on substance: paragraphs of praise without a fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from models.checks.consistency import heading_length
from models.checks.finding import Draft, Passage, Severity
from models.checks.once import once_for_each
from models.checks.registry import Hit, check, hit_in
from models.comparison.paragraphs import lines_of
from models.domain.report import SectionKey
from models.domain.source_document import Role
from models.resources import read_yaml
from models.text.marks import parse_mark
from models.text.pattern import Pattern

EVIDENCE = "《党政机关公文处理工作条例》第十九条：内容简洁，观点鲜明，情况确实，表述准确"
SHORTEST = 36  # characters
_SHORT = 60  # so short a paragraph is empty when it holds hardly anything else
_LEAST_PHRASES = 4
_DENSE, _DENSER = 0.24, 0.34  # share of the characters that are phrases, of a long paragraph and of a short one
_TOLD = frozenset({SectionKey.MEASURES, SectionKey.FIRST_RESPONSIBLE})  # problems and plans are told in other words
_THREE = 3  # a passage with those on both sides
_LONGEST_LEAD = 90  # characters of a sentence that only opens a list
_PER_HINT = 1000  # characters of report for each hint


@check(
    "W020", slug="empty-talk", severity=Severity.HINT, basis=EVIDENCE,
    message="这一段都是表态和评价，没有一处可以核对的事实。请补上做了什么、何时、几次、依据哪份文件、结果怎样；没有的，把这一段删去。",
)
def paragraph_without_a_fact(draft: Draft) -> Iterator[Hit]:
    """A paragraph holds at least one thing one can check; the emptiest are named, no more than a reader will bear."""
    if draft.source is None:
        found = list(_empty(draft.passages))
    else:
        found = [each for at, passage in enumerate(draft.passages) for each in _empty_in(passage)
                 if not _leads_in(draft.passages[max(0, at - 1):at + 2])]
    characters = sum(len(passage.text) for passage in draft.passages)
    chosen = sorted(found, key=lambda each: -each.share)[:max(1, characters // _PER_HINT)]
    for passage, start, end, _ in chosen:
        yield hit_in(passage, start, end)


class Empty(NamedTuple):
    """A paragraph of `passage` that states no fact: from, to, and which share of it is set phrases."""

    passage: Passage
    start: int
    end: int
    share: float


def _empty_in(passage: Passage) -> Sequence[Empty]:
    """Return such paragraphs in `passage`."""
    if passage.section not in _TOLD or passage.role is not Role.BODY or len(passage.text) < SHORTEST:
        return ()
    return [Empty(passage, *each) for each in empty_paragraphs(passage.text)]


_empty = once_for_each(_empty_in)


def _leads_in(around: Sequence[Passage]) -> bool:
    """Return whether the passage in the middle is one sentence between a heading and the first of its items: （一）."""
    if len(around) < _THREE or around[0].role is not Role.HEADING or around[2].section is not around[1].section:
        return False
    mark = parse_mark(around[2].text.lstrip("#* \t\u3000"))
    first = mark is not None and mark.number == 1 and mark.level > 1
    return first and around[1].text.count("。") < 2 and len(around[1].text) < _LONGEST_LEAD


@lru_cache(maxsize=2048)
def empty_paragraphs(text: str) -> tuple[tuple[int, int, float], ...]:
    """Return the paragraphs of `text` that state no fact: from, to, and which share of them is set phrases."""
    found = []
    for line in lines_of(text):
        if len(line.text) < SHORTEST or _states_fact(line.text):
            continue
        phrases, left = 0, line.text
        for phrase in _words().phrases:
            if phrase in left:
                phrases += left.count(phrase)
                left = left.replace(phrase, "")
        density = 1 - len(left) / len(line.text)
        if phrases >= _LEAST_PHRASES and density >= (_DENSE if len(line.text) >= _SHORT else _DENSER):
            start = line.start + heading_length(line.text)
            found.append((start, line.start + len(line.text), density))
    return tuple(found)


def _states_fact(text: str) -> bool:
    """Return whether `text` tells of something that was done: a figure, a count, a document, a measure by name."""
    if any(map(str.isdigit, text)) or any(word in text for word in _words().facts):
        return True
    return _words().counts.search(text) is not None


class Words(NamedTuple):
    """The words of `resources/wording/praise.yaml`; `phrases` longer ones first."""

    phrases: tuple[str, ...]
    facts: tuple[str, ...]
    counts: Pattern


@cache
def _words() -> Words:
    """Return the set phrases and what states a fact; ValueError when the data file has other keys."""
    data = read_yaml("wording", "praise.yaml")
    if set(data) != {"phrases", "facts", "counts"}:
        raise ValueError("wording/praise.yaml: unknown or missing keys")
    phrases = tuple(sorted(data["phrases"], key=len, reverse=True))
    return Words(phrases, tuple(data["facts"]), Pattern(data["counts"]))
