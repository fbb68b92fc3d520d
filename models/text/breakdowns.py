"""Totals and their stated parts in running text.

These forms are read, with the total before or after its parts, in one sentence or in two neighbouring ones:
共120件，其中甲70件、乙50件 (also in segments closed by ；) · 共120件，甲、乙分别为70件、50件 · 共120件（甲70件、乙50件） ·
甲70件、乙50件，合计120件 · 共120件。按类型分，甲70件、乙50件 · 清理45件，保留30件、修改8件、废止7件 (a closed classification) ·
31件积案中，涉土地17件，涉社保9件，涉房产5件 · 审核66件，处罚类41件，强制类25件 (parallel words) · 1892件，成功1865件，不成功27件.
A measure is matched by its unit; 起, 件, 宗 and 例 stand for each other, and in segments a part may have a unit of its
own (393辆 beside 167起) when its words show that it counts the same thing.

Not read: parts of which only some carry a figure (其余均为一般程序), parts in three or more sentences, totals that are
rough figures, lists of numbers without units, and a total two sentences away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from models.resources import read_yaml
from models.text.classes import class_lists
from models.text.composed import composed
from models.text.kinds import are_kinds, leave_nothing, name_again, nearly_all
from models.text.listings import (
    BRACKETS,
    CLAUSE_END,
    LONGEST_LABEL,
    Part,
    alike_units,
    label_before,
    parts_between,
    sums_up,
)
from models.text.pattern import Pattern
from models.text.quantities import Amount, between, find_figures
from models.text.sentences import split_sentences
from models.text.parallels import complements, parts_alone_parallel, parts_of_them
from models.text.summed import sums_of

_RESPECTIVELY = Pattern(r"分别(?:为|是|达|有|达到)?[：:]?")
_AMONG = "其中"
_INCLUDING = ("包括", "包含")
_LED_BY = Pattern("包[括含]|来源|构成|即|分[为类，,：:]|看[，,：:]|[划区]分|统计|分别是|如下")
_FEWEST_IN_WORDS = 3  # 一起 and 两个 may count nothing; 六次 does, where its parts are written in words too
_LONGEST_SENTENCE = 2000  # no sentence of a report is longer; other input must not cost time
_MOST_AMOUNTS = 200


class Form(StrEnum):
    """How a breakdown is written."""

    AMONG = "其中"
    INCLUDING = "包括"
    RESPECTIVELY = "分别"
    LIST = "列举"
    SUM = "合计"
    CLASSES = "分类"
    MADE = "组成"


class Breakdown(NamedTuple):
    """A stated total with its stated parts; offsets count in the whole text."""

    form: Form
    total: Amount
    label: str  # the words before the total
    parts: tuple[Part, ...]
    segmented: bool = False  # each part has a segment of its own, closed by ；
    exhaustive: bool = False  # the parts are all the classes there are

    @property
    def start(self) -> int:
        """Where the first of its amounts begins."""
        return min(self.total.start, self.parts[0].amount.start)

    @property
    def end(self) -> int:
        """Where the last of its amounts ends."""
        return max(self.total.end, self.parts[-1].amount.end)

    @property
    def sum(self) -> Decimal:
        """What the parts add up to, in base units."""
        return _sum(self.parts)

    @property
    def adds_up(self) -> bool:
        """Whether the parts, or as many of them as may belong to the list, make the total.

        Where the figures are printed to different places, the coarser ones may be rounded, by half a per cent at most.
        """
        steps = [self.total.step, *(part.amount.step for part in self.parts)]
        coarsest = max(steps)
        rounding = coarsest / 2 * steps.count(coarsest) if min(steps) != coarsest else Decimal(0)
        slack = min(rounding, self.total.value / 200)
        if self.form is Form.SUM:
            choices = [self.parts[first:] for first in range(len(self.parts) - 1)]
        else:
            choices = [self.parts[:last] for last in range(1, len(self.parts) + 1)]
        return any(abs(_sum(choice) - self.total.value) <= slack for choice in choices)


@lru_cache(maxsize=2048)  # while one types, all passages but one stay as they are
def find_breakdowns(text: str) -> tuple[Breakdown, ...]:
    """Return every total with two or more stated parts in `text`, in order, whether it adds up or not."""
    counts = [each for each in find_figures(text) if not each.relative]
    if len(counts) < 3:
        return ()
    found: dict[tuple[int, bool], Breakdown] = {}
    previous = 0
    for span in split_sentences(text):
        led = previous < span.start and next(_markers(span.text.lstrip("（( ")), (1, 0))[0] == 0
        if 0 < span.end - previous <= _LONGEST_SENTENCE:
            amounts = between(counts, previous, span.end)
            if 3 <= len(amounts) <= _MOST_AMOUNTS:
                for breakdown in _in_sentence(text, amounts, previous if led else span.start, span.end, previous):
                    found.setdefault((breakdown.total.start, breakdown.total.money), breakdown)
        previous = span.end if span.text.endswith("\n") else span.start
    return tuple(sorted(found.values(), key=lambda each: each.start))


def _in_sentence(
    text: str, near: Sequence[Amount], begin: int, end: int, previous: int
) -> Iterator[Breakdown]:
    """Yield the breakdowns between `begin` and `end` of `text`; `near` has also those of the sentence at `previous`."""
    sentence = text[begin:end]
    amounts = between(near, begin, end)
    if len(amounts) > 2:
        for place, tail in _markers(sentence):
            stop = _tail_end(text, begin, begin + place, end)
            form = Form.INCLUDING if sentence.startswith(_INCLUDING, place) else Form.AMONG
            yield from _after_totals(form, text, amounts, begin, begin + place, begin + tail, stop)
        for marker in _RESPECTIVELY.finditer(sentence) if "分别" in sentence else ():
            yield from _after_totals(
                Form.RESPECTIVELY, text, amounts, begin, begin + marker.start(), begin + marker.end(), end
            )
        for amount in amounts:
            if not amount.approximate and not amount.weak:
                yield from _listed(text, amounts, amount, begin, end)
                for parts in sums_of(text, amounts, amount, begin):
                    yield Breakdown(Form.SUM, amount, label_before(text, amounts, amount, begin), parts)
    for total, parts, exhaustive in class_lists(text, near, begin, end):
        label = label_before(text, near, total, max(previous, total.start - LONGEST_LABEL))
        yield Breakdown(Form.CLASSES, total, label, parts, exhaustive=exhaustive)
    for total, parts in complements(text, amounts, begin, end):
        yield Breakdown(Form.CLASSES, total, label_before(text, amounts, total, begin), parts, exhaustive=True)
    for total, parts in composed(text, amounts, begin, end):
        yield Breakdown(Form.MADE, total, label_before(text, amounts, total, begin), parts)
    for total, parts in parts_of_them(text, amounts, end):
        yield Breakdown(Form.AMONG, total, label_before(text, amounts, total, begin), parts)
    yield from _repeated(text, amounts, begin, end)
    if previous < begin:
        yield from _following(text, near, previous, begin, end)


def _repeated(text: str, amounts: Sequence[Amount], begin: int, end: int) -> Iterator[Breakdown]:
    """Yield the breakdown whose parts, to the end of the sentence, name the object of a 共 total again."""
    for at, total in enumerate(amounts[:-2]):
        label = label_before(text, amounts, total, begin)
        if total.approximate or total.weak or len(label) < 4:
            continue
        own, sums = [each for each in amounts[at + 1:] if alike_units(each, total)], sums_up(label)
        if not sums and len(own) < 3:
            continue
        parts, segmented = parts_between(text, amounts, total, total.end, end)
        if len(parts) < 2 or (not sums and len(parts) < 3):
            continue
        kinds = len(parts) == len(own) and are_kinds(text, parts, total)
        again = sums and (name_again(parts, own, label) or leave_nothing(parts, label) or kinds)
        if again or (len(parts) == len(own) and (parts_alone_parallel(label, parts) or nearly_all(text, parts, total))):
            yield Breakdown(Form.CLASSES, total, label, parts, segmented, kinds or leave_nothing(parts, label))


def _following(text: str, near: Sequence[Amount], previous: int, begin: int, end: int) -> Iterator[Breakdown]:
    """Yield the breakdown whose total closes the sentence before `begin` and whose parts are the whole of this one."""
    before = between(near, previous, begin)
    if not before or before[-1].approximate or before[-1].weak or not _ends_sentence(text[before[-1].end:begin]):
        return
    total = before[-1]
    label = label_before(text, before, total, previous)
    own = [each for each in between(near, begin, end) if alike_units(each, total)]
    if len(own) < 2 or not sums_up(label):
        return
    parts, segmented = parts_between(text, between(near, begin, end), total, begin, end)
    if name_again(parts, own, label):
        yield Breakdown(Form.AMONG, total, label, parts, segmented)
    elif not any(each.approximate for each in own):
        every = tuple(Part(each, label_before(text, own, each, begin)) for each in own)
        if nearly_all(text, every, total):
            yield Breakdown(Form.CLASSES, total, label, every)


def _ends_sentence(tail: str) -> bool:
    """Return whether nothing but a short noun and the full stop stand in `tail`."""
    return len(tail.strip()) <= 5 and CLAUSE_END.search(tail) is None


def _tail_end(text: str, begin: int, marker: int, end: int) -> int:
    """Return where the list after the 其中 at `marker` ends: at its bracket, at the next 其中, or at `end`."""
    stops = [end]
    opening = max(text.rfind("（", begin, marker), text.rfind("(", begin, marker))
    if opening > max(text.rfind("）", begin, marker), text.rfind(")", begin, marker)):
        stops += [where for bracket in "）)" if (where := text.find(bracket, marker, end)) >= 0]
    plain = BRACKETS.sub(lambda match: "—" * len(match.group()), text[marker + 2:end])
    following = plain.find("其中") + marker + 2 if "其中" in plain else -1
    return min([*stops, following] if following >= 0 else stops)


def _after_totals(
    form: Form, text: str, amounts: Sequence[Amount], begin: int, marker: int, tail: int, end: int
) -> Iterator[Breakdown]:
    """Yield a breakdown for each measure that has a total in the three clauses before `marker`."""
    clauses = [match.end() + begin for match in CLAUSE_END.finditer(text[begin:marker].rstrip("，,；;（( "))]
    head = clauses[-3] if len(clauses) > 2 else begin
    if form is Form.INCLUDING and clauses:
        head = clauses[-1]
    if form is Form.RESPECTIVELY:  # another matter begins behind a semicolon
        head = max(head, *(text.rfind(mark, begin, marker) + 1 for mark in "；;"))
    seen: set[str] = set()
    for total in reversed([each for each in amounts if head <= each.start and each.end <= marker]):
        if total.unit in seen or total.approximate or (total.weak and int(total.number) < _FEWEST_IN_WORDS):
            seen.add(total.unit)
            continue
        seen.add(total.unit)
        parts, segmented = parts_between(text, amounts, total, tail, end)
        if total.weak and not all(part.amount.chinese and part.label for part in parts):
            continue
        if len(parts) > 1 and not _of_several(total, parts, between(amounts, begin, total.start)):
            yield Breakdown(form, total, label_before(text, amounts, total, begin), parts, segmented)


def _of_several(total: Amount, parts: Sequence[Part], before: Sequence[Amount]) -> bool:
    """Return whether `parts` make up a total told `before`, or that and `total` together, instead of `total` alone."""
    whole, others = _sum(parts), [each.value for each in before if alike_units(each, total)]
    return bool(others) and whole != total.value and (whole in others or whole == others[-1] + total.value)


def _listed(
    text: str, amounts: Sequence[Amount], total: Amount, begin: int, end: int
) -> Iterator[Breakdown]:
    """Yield the breakdown whose parts stand in brackets or after a colon right behind `total`."""
    following = text[total.end:total.end + 1]
    if following not in ("（", "(", "：", ":"):
        return
    if following in "（(":
        closings = [where for bracket in "）)" if (where := text.find(bracket, total.end, end)) >= 0]
        end = min(closings, default=end)
    if text.startswith("其中", total.end + 1):
        return
    parts, segmented = parts_between(text, amounts, total, total.end + 1, end)
    if len(parts) > 1:
        yield Breakdown(Form.LIST, total, label_before(text, amounts, total, begin), parts, segmented)


def _sum(parts: Sequence[Part]) -> Decimal:
    return sum((part.amount.value for part in parts), Decimal(0))


def _markers(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield where the words that lead to the parts of a total begin and end in `sentence`."""
    place = sentence.find(_AMONG)
    while place >= 0:
        end = place + len(_AMONG)
        yield place, end + len(sentence[end:]) - len(sentence[end:].lstrip("，,：:、 \t\u3000"))
        place = sentence.find(_AMONG, end)
    if _LED_BY.search(sentence) is not None:
        for match in _led_by().finditer(sentence):
            yield match.span()


@cache
def _led_by() -> re.Pattern[str]:
    return re.compile("|".join(read_yaml("wording", "classifications.yaml")["led_by"]))
