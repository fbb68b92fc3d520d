"""Checks of the letter X on repetition: the same paragraph twice in one report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import compress
from operator import itemgetter
from typing import NamedTuple

from models.checks.excerpts import shortened
from models.checks.finding import Draft, Passage, Severity
from models.checks.once import LastTime, once_for_each, while_the_same
from models.checks.registry import Hit, check, hit_in
from models.checks.related import Related, clusters
from models.comparison.copies import Copies
from models.comparison.paragraphs import lines_of, print_of
from models.domain.source_document import Role
from models.text.marks import parse_mark
from models.text.pattern import Pattern
from models.text.sentences import split_sentences

DRAFTING = "《党政机关公文处理工作条例》第十九条：文字精练，篇幅简短"
SHORTEST_COPY = 25  # characters, digits left out
LONGEST_CHANCE = 35  # characters, digits left out: a longer sentence does not come about twice
_RUNNING = frozenset({Role.BODY, Role.INTRODUCTION, Role.CLOSING})
_STOPS = "。；！？"
_FIGURE = Pattern(r"\d")
_LONGEST_HEADING = 40


class Paragraph(NamedTuple):
    """A paragraph of a passage: it stands there from `start`."""

    passage: Passage
    start: int
    text: str

    def hit(self, start: int, end: int, **words: str) -> Hit:
        """Return the hit at `start` to `end` of the paragraph."""
        return hit_in(self.passage, self.start + start, self.start + end, **words)


@check(
    "X001", slug="duplicate-paragraph", severity=Severity.WARNING, basis=DRAFTING,
    message="这一段和前面的一段{same}：“{beginning}……”。请删去其中一处，或把两处改写成各自的内容。",
)
def paragraph_stands_twice(draft: Draft) -> Iterator[Hit]:
    """No paragraph stands twice, word for word or nearly so: one of the two was left behind while moving text."""
    paragraphs = running_paragraphs(draft)
    related = tuple(compress(paragraphs, _RELATED.among([each.text for each in paragraphs])))
    yield from _copies_in(related)


@while_the_same
def _copies_in(related: Sequence[Paragraph]) -> Sequence[Hit]:
    """Return the hits on those of the `related` paragraphs that repeat another before them."""
    once = _CLUSTERS.round()
    found = []
    for places in clusters([_marks(each.text) for each in related]):
        cluster = [related[at] for at in places]
        _, hits = once(cluster[0], tuple(map(id, cluster)), partial(_copies_among, cluster))
        found += [(places[at], hit) for at, hit in hits]
    return [hit for _, hit in sorted(found, key=itemgetter(0))]


def _copies_among(cluster: Sequence[Paragraph]) -> tuple[Sequence[Paragraph], Sequence[tuple[int, Hit]]]:
    """Return `cluster` and the hits on those in it that repeat one before them, or a sentence of it, by place."""
    copies = Copies()
    first: list[str] = []
    sentences: set[str] = set()
    hits: list[tuple[int, Hit]] = []
    for at, paragraph in enumerate(cluster):
        number = copies.find(paragraph.text)
        if number is not None:
            same = "相同" if print_of(paragraph.text).plain == first[number] else "几乎相同"
            words = {"same": same, "beginning": shortened(paragraph.text, 20)}
            hits.append((at, paragraph.hit(0, len(paragraph.text), **words)))
            continue
        copies.add(paragraph.text)
        first.append(print_of(paragraph.text).plain)
        for start, end, plain in long_sentences(paragraph.text):
            if plain in sentences:
                words = {"same": "有一句相同", "beginning": shortened(paragraph.text[start:end], 20)}
                hits.append((at, paragraph.hit(start, end, **words)))
            sentences.add(plain)
    return cluster, hits


@lru_cache(maxsize=4096)
def _marks(text: str) -> tuple[str, ...]:
    """Return the words by which a paragraph that stands twice is known, and its long sentences."""
    return *print_of(text).keys, *(f"{plain}。" for _, _, plain in long_sentences(text))


_RELATED = Related(_marks)
_CLUSTERS: LastTime[tuple[Sequence[Paragraph], Sequence[tuple[int, Hit]]]] = LastTime()


@lru_cache(maxsize=2048)
def long_sentences(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return the long sentences of `text` that tell figures: from, to, and what is left of each without its dress.

    Such a sentence is no set phrase: where it stands in two paragraphs, one of them was made of the other.
    """
    if len(text) < LONGEST_CHANCE:
        return ()
    found = []
    for span in split_sentences(text):
        if span.end - span.start < LONGEST_CHANCE or _FIGURE.search(span.text) is None:
            continue
        told = print_of(span.text.strip())
        if told.characters >= LONGEST_CHANCE and _FIGURE.search(told.plain) is not None:
            found.append((span.start, span.start + len(span.text.rstrip()), told.plain))
    return tuple(found)


def running_paragraphs(draft: Draft) -> tuple[Paragraph, ...]:
    """Return the paragraphs of running text that are long enough to be a copy; headings and titles are none."""
    return _paragraphs_in(draft.passages)


@once_for_each
def _paragraphs_in(passage: Passage) -> Sequence[Paragraph]:
    """Return such paragraphs in `passage`."""
    heading = passage.role not in _RUNNING or passage.place.field in ("title", "heading")
    if heading or len(passage.text) < SHORTEST_COPY:
        return ()
    return [Paragraph(passage, start, body) for start, body in _paragraphs_of(passage.text)]


@lru_cache(maxsize=2048)
def _paragraphs_of(text: str) -> tuple[tuple[int, str], ...]:
    """Return the paragraphs of `text` that are long enough to be a copy, each with where it begins."""
    found = []
    for line in lines_of(text):
        start = heading_length(line.text)
        body = line.text[start:]
        if not is_heading(body) and print_of(body).characters >= SHORTEST_COPY:
            found.append((line.start + start, body))
    return tuple(found)


def is_heading(text: str) -> bool:
    """Return whether the paragraph `text` reads as a heading: no sentence, or one short one behind （一）."""
    stops = sum(text.count(stop) for stop in _STOPS)
    if stops == 0:
        return True
    if stops > 1 or len(text) > _LONGEST_HEADING:
        return False
    mark = parse_mark(text)
    return mark is not None and mark.level == 2


def heading_length(text: str) -> int:
    """Return how many characters at the beginning of `text` are a numbered heading run into the paragraph.

    A copied paragraph is often given a heading of its own. 0 where there is none, or hardly anything behind it.
    """
    mark = parse_mark(text)
    if mark is None or mark.level not in (2, 3, 4):
        return 0
    stop = text.find("。", mark.length, mark.length + _LONGEST_HEADING)
    if stop < 0:
        return 0
    rest = text[stop + 1:]
    blank = len(rest) - len(rest.lstrip("*# \u3000"))
    return stop + 1 + blank if len(rest) - blank >= SHORTEST_COPY else 0
