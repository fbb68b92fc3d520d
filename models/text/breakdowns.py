"""Totals and their stated parts in running text.

Four forms are read: 共120件，其中甲70件、乙50件 (also in segments closed by ；) · 共120件，甲、乙分别为70件、50件 ·
共120件（甲70件、乙50件） · 甲70件、乙50件，合计120件. A measure is matched by its unit; in segments a part may have a
unit of its own (393辆 beside 167起) when its words show that it counts the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from models.resources import read_yaml
from models.text.pattern import Pattern
from models.text.quantities import Amount, find_amounts
from models.text.sentences import split_sentences

_THREE_FIGURES = Pattern(r"\d\D+\d.*\d")
_HINT = Pattern(r"其中|分别|[计共](?:为|达|是)?[：:]?\s?\d|\d[^\d，。；]{1,4}[（(：:]")
_AMONG = Pattern(r"其中[，,：:、\s]*")
_RESPECTIVELY = Pattern(r"分别(?:为|是|达|有|达到)?[：:]?")
_SUM = Pattern(r"(?:合计|共计|总计|总共|一共|共)(?:为|达|是)?[：:]?\s*$")
_BRACKETS = Pattern(r"[（(][^（()）]*[）)]")
_SEPARATOR = Pattern(r"[。！？\n、，,；;：:（(]|以及|[和及与]")
_CLAUSE_END = Pattern(r"[，,；;]")
_LONGEST_LABEL = 24
_LONGEST_SUM_MARK = 8
_LONGEST_SENTENCE = 2000  # no sentence of a report is longer; other input must not cost time


class Form(StrEnum):
    """How a breakdown is written."""

    AMONG = "其中"
    RESPECTIVELY = "分别"
    LIST = "列举"
    SUM = "合计"


class Part(NamedTuple):
    """One stated part: its amount and the words before it."""

    amount: Amount
    label: str


class Breakdown(NamedTuple):
    """A stated total with its stated parts; offsets count in the whole text."""

    form: Form
    total: Amount
    label: str  # the words before the total
    parts: tuple[Part, ...]
    segmented: bool = False  # each part has a segment of its own, closed by ；

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


@lru_cache(maxsize=1024)  # while one types, all passages but one stay as they are
def find_breakdowns(text: str) -> tuple[Breakdown, ...]:
    """Return every total with two or more stated parts in `text`, in order, whether it adds up or not."""
    found: dict[tuple[int, bool], Breakdown] = {}
    previous = 0
    for span in split_sentences(text):
        begin = previous if span.text.lstrip("（(").startswith("其中") else span.start
        if span.end - begin <= _LONGEST_SENTENCE and _may_hold_one(span.text, text[begin:span.end]):
            for breakdown in _in_sentence(text, begin, span.end):
                found.setdefault((breakdown.total.start, breakdown.total.money), breakdown)
        previous = span.end if span.text.endswith("\n") else span.start
    return tuple(sorted(found.values(), key=lambda each: each.start))


def _may_hold_one(sentence: str, with_lead: str) -> bool:
    """Return whether it is worth reading `sentence` for breakdowns; `with_lead` has the total of a leading 其中."""
    return _HINT.search(sentence) is not None and _THREE_FIGURES.search(with_lead) is not None


def _in_sentence(text: str, begin: int, end: int) -> Iterator[Breakdown]:
    """Yield the breakdowns between the offsets `begin` and `end` of `text`."""
    sentence = text[begin:end]
    amounts = tuple(
        each._replace(start=each.start + begin, end=each.end + begin) for each in find_amounts(sentence)
    )
    if len(amounts) < 3:
        return
    for marker in _AMONG.finditer(sentence):
        where, stop = begin + marker.start(), _tail_end(text, begin, begin + marker.start(), end)
        yield from _after_totals(Form.AMONG, text, amounts, begin, where, begin + marker.end(), stop)
    for marker in _RESPECTIVELY.finditer(sentence):
        yield from _after_totals(
            Form.RESPECTIVELY, text, amounts, begin, begin + marker.start(), begin + marker.end(), end
        )
    for amount in amounts:
        yield from _listed(text, amounts, amount, begin, end)
        yield from _summed(text, amounts, amount, begin)


def _tail_end(text: str, begin: int, marker: int, end: int) -> int:
    """Return where the list after the 其中 at `marker` ends: at its bracket, at the next 其中, or at `end`."""
    stops = [end]
    opening = max(text.rfind("（", begin, marker), text.rfind("(", begin, marker))
    if opening > max(text.rfind("）", begin, marker), text.rfind(")", begin, marker)):
        stops += [where for bracket in "）)" if (where := text.find(bracket, marker, end)) >= 0]
    plain = _BRACKETS.sub(lambda match: "—" * len(match.group()), text[marker + 2:end])
    following = plain.find("其中") + marker + 2 if "其中" in plain else -1
    return min([*stops, following] if following >= 0 else stops)


def _after_totals(
    form: Form, text: str, amounts: Sequence[Amount], begin: int, marker: int, tail: int, end: int
) -> Iterator[Breakdown]:
    """Yield a breakdown for each measure that has a total in the three clauses before `marker`."""
    clauses = [match.end() + begin for match in _CLAUSE_END.finditer(text[begin:marker].rstrip("，,；;（( "))]
    head = clauses[-3] if len(clauses) > 2 else begin
    seen: set[str] = set()
    for total in reversed([each for each in amounts if head <= each.start and each.end <= marker]):
        if total.unit in seen or total.approximate:
            seen.add(total.unit)
            continue
        seen.add(total.unit)
        parts, segmented = _parts(text, amounts, total, tail, end)
        if len(parts) > 1:
            yield Breakdown(form, total, _label(text, amounts, total, begin), parts, segmented)


def _listed(
    text: str, amounts: Sequence[Amount], total: Amount, begin: int, end: int
) -> Iterator[Breakdown]:
    """Yield the breakdown whose parts stand in brackets or after a colon right behind `total`."""
    following = text[total.end:total.end + 1]
    if total.approximate or following not in ("（", "(", "：", ":"):
        return
    if following in "（(":
        closings = [where for bracket in "）)" if (where := text.find(bracket, total.end, end)) >= 0]
        end = min(closings, default=end)
    if text.startswith("其中", total.end + 1):
        return
    parts, segmented = _parts(text, amounts, total, total.end + 1, end)
    if len(parts) > 1:
        yield Breakdown(Form.LIST, total, _label(text, amounts, total, begin), parts, segmented)


def _summed(text: str, amounts: Sequence[Amount], total: Amount, begin: int) -> Iterator[Breakdown]:
    """Yield the breakdown whose parts stand before 合计 and `total`."""
    lead = max(begin, total.start - _LONGEST_SUM_MARK)
    marker = _SUM.search(text[lead:total.start])
    if marker is None or total.approximate:
        return
    following, style = lead + marker.start(), ""
    before = [each for each in amounts if each.end <= following and each.unit == total.unit]
    parts: list[Part] = []
    for amount in reversed(before):
        gap = text[amount.end:following]
        if amount.approximate or (len(gap) > 6 if not parts else not _same_list(gap, style)):
            break
        if parts:
            style = style or _style(gap)
        parts.insert(0, Part(amount, _label(text, amounts, amount, begin)))
        following = amount.start
    if len(parts) > 1 and not (style == "，" and any(_ends_list(part.label, parts[0].label) for part in parts)):
        yield Breakdown(Form.SUM, total, _label(text, amounts, total, begin), tuple(parts))


def _parts(
    text: str, amounts: Sequence[Amount], total: Amount, begin: int, end: int
) -> tuple[tuple[Part, ...], bool]:
    """Return the parts of `total` listed between `begin` and `end`, and whether each has a segment of its own."""
    tail = _BRACKETS.sub(lambda match: " " * len(match.group()), text[begin:end])
    inside = [
        each for each in amounts
        if begin <= each.start and each.end <= end and not tail[each.start - begin:each.end - begin].isspace()
    ]
    edges = [begin, *(begin + match.end() for match in re.finditer("[；;]", tail)), end]
    segments = [
        [each for each in inside if first <= each.start < last] for first, last in zip(edges, edges[1:], strict=False)
    ]
    own = [each for each in segments[0] if each.unit == total.unit]
    if len(own) == 1 and len(segments) > 1:
        return _segment_parts(text, segments, total, edges), True
    total_label = _label(text, amounts, total, max(0, total.start - _LONGEST_LABEL))
    return _list_parts(text, inside, total, (begin, edges[1]), total_label), False


def _segment_parts(
    text: str, segments: Sequence[Sequence[Amount]], total: Amount, edges: Sequence[int]
) -> tuple[Part, ...]:
    """Return one part of each segment, up to the first segment that has none."""
    parts: list[Part] = []
    for segment, edge in zip(segments, edges, strict=False):
        fitting = [each for each in segment if each.unit == total.unit]
        if not fitting and parts and not total.money:
            counts = [each for each in segment if not each.money]
            fitting = [each for each in counts if _alike(_label(text, segment, each, edge), parts[0].label)]
        if not fitting or fitting[0].approximate:
            break
        label = _label(text, segment, fitting[0], edge)
        if len(label) > _LONGEST_LABEL or (parts and _ends_list(label, parts[0].label)):
            break
        parts.append(Part(fitting[0], label))
    return tuple(parts)


def _list_parts(
    text: str, inside: Sequence[Amount], total: Amount, limits: tuple[int, int], total_label: str
) -> tuple[Part, ...]:
    """Return the parts of a list that is separated by 、 or by ，, standing between `limits`."""
    parts: list[Part] = []
    begin, end = limits
    previous, style = begin, ""
    for amount in (each for each in inside if each.unit == total.unit and each.end <= end):
        gap = text[previous:amount.start]
        label = _label(text, inside, amount, begin)
        if amount.approximate or len(label) > _LONGEST_LABEL:
            break
        if parts and _ends_list(label, parts[0].label + total_label):
            break
        if parts:
            if not _same_list(gap, style):
                break
            style = style or _style(gap)
        parts.append(Part(amount, label))
        previous = amount.end
    return tuple(parts)


def _same_list(gap: str, style: str) -> bool:
    """Return whether `gap`, the text between two parts, keeps them in one list written in `style`."""
    plain = _BRACKETS.sub("", gap)
    if _SEPARATOR.search(plain) is None or (style == "、" and _style(plain) == "，"):
        return False
    middle = re.split("[，,；;]", plain)[1:-1]
    return all(any(character.isdigit() for character in piece) for piece in middle)


def _style(gap: str) -> str:
    """Return how two parts are separated: by a comma or semicolon, or closer."""
    return "，" if _CLAUSE_END.search(_BRACKETS.sub("", gap)) is not None else "、"


def _label(text: str, amounts: Sequence[Amount], amount: Amount, begin: int) -> str:
    """Return the words right before `amount`, back to the separator or amount before it."""
    start = max([begin, *(each.end for each in amounts if each.end <= amount.start)])
    words = _BRACKETS.sub("", text[start:amount.start])
    separators = list(_SEPARATOR.finditer(words.rstrip("：: 和及与")))
    return (words[separators[-1].end():] if separators else words).strip("：: ")


def _alike(label: str, other: str) -> bool:
    """Return whether two labels end in the same two characters: 客运处罚 and 超限车辆处罚."""
    return len(label) > 1 and label[-2:] == other[-2:]


def _ends_list(label: str, known: str) -> bool:
    """Return whether `label` shows that the amount after it is no part of the total; words in `known` do not count."""
    return any(match.group() not in known for match in _ending_words().finditer(label))


@cache
def _ending_words() -> re.Pattern[str]:
    return re.compile("|".join(read_yaml("wording", "breakdowns.yaml")["ends_list"]))


def _sum(parts: Sequence[Part]) -> Decimal:
    return sum((part.amount.value for part in parts), Decimal(0))
