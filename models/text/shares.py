"""Shares of one whole listed together: 甲占45%、乙占38%、丙占17% — what they add up to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from models.resources import read_yaml
from models.text.classes import class_in, classifications
from models.text.clauses import clause_begin
from models.text.pattern import Pattern
from models.text.quantities import SHARE, Amount, between, find_figures
from models.text.sentences import Span, split_sentences

_OF = Pattern(r"^(?P<label>.*?)占(?:比|(?P<base>[^占\d]{0,16}?))(?:的)?(?:比例|比重|比)?(?:为|是|达到?)*$")
_EACH = Pattern(
    r"(?:(?:分别|依次|各)占(?:比|[^占\d，。；]{0,16}?)(?:的)?(?:比例|比重|比)?"
    r"|占[^占\d，。；]{0,16}?(?:比|比例|比重)(?:分别|依次|各))(?:为|是)?$"
)
_JOINT = Pattern(r"[、，,；; ]|和|及|以及")
_YEAR = Pattern(r"(?:19|20)\d\d ?年")
_DEGREES = Pattern("研究生|硕士|博士|本科|大专|专科|高中|学历|学位")
_LONGEST_SENTENCE = 2000
_WHOLE = Decimal(100)
_OVERLAPPING = 30  # shares that exceed the whole by more are of traits that overlap: 大气80件, 水66件 of 120 cases


class Shares(NamedTuple):
    """Shares of one whole, in order; `complete` when the words say that nothing is left out."""

    figures: tuple[Amount, ...]
    complete: bool

    @property
    def sum(self) -> Decimal:
        """What the shares add up to, in per cent."""
        return sum((each.value for each in self.figures), Decimal(0))

    @property
    def impossible(self) -> bool:
        """Whether they exceed the whole, or being complete fall short of it, by more than rounding."""
        rounding = max(each.step for each in self.figures) * len(self.figures) / 2
        over = self.sum - _WHOLE
        return rounding < over <= _OVERLAPPING or (self.complete and -over > rounding)


@lru_cache(maxsize=2048)
def find_shares(text: str) -> tuple[Shares, ...]:
    """Return every list of two or more shares of one whole in `text`."""
    if "占" not in text:
        return ()
    figures = [each for each in find_figures(text) if each.unit == SHARE]
    if len(figures) < 2:
        return ()
    return tuple(
        found for span in split_sentences(text) if "占" in span.text and len(span.text) <= _LONGEST_SENTENCE
        for found in (*_listed(text, between(figures, span.start, span.end), span),
                      *_respective(text, between(figures, span.start, span.end), span))
    )


def _listed(text: str, figures: Sequence[Amount], span: Span) -> Iterator[Shares]:
    """Yield the runs of 甲占45%、乙占38% whose bases are the same."""
    run: list[tuple[Amount, str, str]] = []
    for figure in figures:
        begin = clause_begin(text, figure.start, span.start)
        share = _OF.search(text[begin:figure.start].strip())
        if share is None or figure.approximate:
            continue
        label = share["label"] or text[clause_begin(text, max(span.start, begin - 1), span.start):begin]
        base = share["base"] or ""
        near = not run or begin - run[-1][0].end <= 30
        if run and (not near or (base and run[0][2] and base != run[0][2])):
            yield from _whole(run)
            run = []
        run.append((figure, label, base or (run[0][2] if run else "")))
    yield from _whole(run)


def _whole(run: Sequence[tuple[Amount, str, str]]) -> Iterator[Shares]:
    """Yield `run` as shares of one whole unless its labels are traits that overlap."""
    labels = [label for _, label, _ in run]
    if len(run) < 2 or _may_overlap(labels) or len(set(labels)) < len(labels):
        return
    if any("其中" in label for label in labels[1:]):
        return
    yield Shares(tuple(figure for figure, _, _ in run), _nothing_left(labels))


def _respective(text: str, figures: Sequence[Amount], span: Span) -> Iterator[Shares]:
    """Yield the lists 甲、乙、丙分别占45%、38%、17%."""
    for at, first in enumerate(figures):
        begin = clause_begin(text, first.start, span.start)
        lead = text[begin:first.start]
        if not any(word in lead for word in ("分别", "依次", "各")) or _EACH.search(lead) is None:
            continue
        run = [first]
        for figure in figures[at + 1:]:
            if _JOINT.fullmatch(text[run[-1].end:figure.start]) is None:
                break
            run.append(figure)
        names = text[max(span.start, begin - 60):first.start]
        if len(run) > 2 and not _may_overlap([names]):
            yield Shares(tuple(run), _nothing_left([names]))


def _may_overlap(labels: Sequence[str]) -> bool:
    """Return whether `labels` are traits of which one person may have several (of degrees each has one), or years."""
    if sum(bool(_YEAR.search(label)) for label in labels) > 1:
        return True
    if all("岁" in label for label in labels):  # 35岁以下, 36至50岁, 51岁以上: each is of one age
        return any(sum(end in label for label in labels) > 1 for end in ("以上", "以下"))
    if any("以上" in label or "以下" in label for label in labels):
        return True
    return any(_overlapping().search(_DEGREES.sub("", label)) for label in labels)


def _nothing_left(labels: Sequence[str]) -> bool:
    """Return whether `labels` name the rest, or all classes of a classification."""
    if any(_rest().search(label) for label in labels):
        return True
    for kind in classifications():
        words = frozenset(class_in(label, kind) for label in labels)
        if "" not in words and words in kind.exhaustive:
            return True
    return False


@cache
def _overlapping() -> re.Pattern[str]:
    return re.compile("|".join((*read_yaml("wording", "breakdowns.yaml")["overlapping"], "率", "同比")))


@cache
def _rest() -> re.Pattern[str]:
    return re.compile("|".join(read_yaml("wording", "breakdowns.yaml")["rest"]))
