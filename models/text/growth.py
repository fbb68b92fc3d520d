"""Stated growth and decline beside the two figures it is between: 120件，上年100件，同比增长20%.

These forms are read: 由100件增加到120件，增长20% · 120件，比上年的100件增长20% · 2024年100件，2025年120件，同比增长20% ·
120件，同比增长20%（上年100件） · 120件，同比增加20件、增长20% · 满意率98%，比上年的95%提高3个百分点 · 增长1.5倍, 翻一番 ·
2024年、2025年分别为320件和272件，下降15% · 由63件增至126件，是上年的2倍 · 四季度180件，环比三季度的150件增长20%.
Both figures count in one unit; a rough figure or a rough rate is not compared.

Not read: figures whose year is told by another paragraph, growth over several years (年均增长), indexes, several
indicators with 分别, a 新增 that exceeds the difference (others may have gone), and figures without a unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from models.resources import read_yaml
from models.text.base_alone import base_alone, whole_or_part
from models.text.clauses import clause_begin
from models.text.from_to import fits, from_to, from_to_behind, same_change
from models.text.listings import BRACKETS
from models.text.multiples import multiples
from models.text.pattern import Pattern
from models.text.periods import FILLING, YEAR, follows, months, period, previous_words, same_matter
from models.text.quantities import POINTS, SHARE, Amount, between, find_figures
from models.text.sentences import Span, split_sentences
from models.text.stated_growth import Growth, LoneChange
from models.text.years_apart import two_years

_LINK = Pattern(r"[，,]?(?:同比|(?:较|比)(?:上年|去年|上一年|上年同期|去年同期|上年度)(?:同期)?)")
_NOTED = Pattern(r" ?[（(](?:20\d\d ?年度?)(?:的|为|是|同期)*")
_NOW = Pattern(r"全年|今年|本年|年内|一年来|20\d\d ?年(?!度?以来)")
_LONGEST_LINK = 16
_NOT_COMPARED = ("年均", "平均", "累计", "五年", "三年来", "分别", "其中", "剔除", "口径")
_MOST_BETWEEN = 40
_LONGEST_SENTENCE = 2000


@lru_cache(maxsize=2048)
def find_growth(text: str) -> tuple[Growth, ...]:
    """Return every stated change in `text` whose two figures are certain, in order, whether it is right or not."""
    figures = find_figures(text)
    if len(figures) < 2:
        return ()
    found: dict[int, Growth] = {}
    previous = 0
    for span in split_sentences(text):
        own = between(figures, span.start, span.end)
        if len(own) > 1 and span.end - previous <= _LONGEST_SENTENCE:
            for growth in changes_between(text, figures, own, span, previous):
                found.setdefault(growth.change.start if growth.change is not None else growth.end, growth)
        previous = span.end if span.text.endswith("\n") else span.start
    return tuple(found.values())


@lru_cache(maxsize=2048)
def find_lone_changes(text: str) -> tuple[LoneChange, ...]:
    """Return the changes that follow their figure directly and tell no base: 120件，同比增长20%."""
    figures = find_figures(text)
    found = []
    for after, change in zip(figures, figures[1:], strict=False):
        said = text[after.end:change.start]
        verb = word_of_change(text, after.end, change) if len(said) <= _LONGEST_LINK else None
        if verb is None or change.approximate or change.weak or not fits(change, after) or change.unit == POINTS:
            continue
        if _LINK.fullmatch(said[:verb.start()]) is not None:
            found.append(LoneChange(after, change, 1 if verb["up"] else -1, verb.group().strip()))
    return tuple(found)


def changes_between(
    text: str, figures: Sequence[Amount], own: Sequence[Amount], span: Span, previous: int
) -> Iterator[Growth]:
    """Yield the changes stated among the figures `own` of the sentence `span`, with the two figures of each.

    `figures` are all of `text`; the sentence before begins at `previous`.
    """
    last: Growth | None = None
    for at, change in enumerate(own):
        begin = clause_begin(text, change.start, span.start)
        verb = word_of_change(text, begin, change)
        if verb is None or change.approximate or change.weak:
            continue
        sign = 1 if verb["up"] else -1
        pair = (
            from_to(text, own[:at], begin + verb.start(), change, span)
            or two_years(text, own[:at], begin + verb.start(), span)
            or _compared(text, own[:at], change)
            or _told(text, figures, own, at, (begin, begin + verb.start()), previous)
            or _by_difference(text, own[:at], change, sign)
            or from_to_behind(text, own[at + 1:at + 3], change)
            or base_alone(text, figures, own[:at], change, begin + verb.start(), previous)
            or _of_the_same(text, last, own[at - 1], change, begin + verb.start())
        )
        gone = pair is not None and _newly(text, begin + verb.start()) and change.value > pair[1].value - pair[0].value
        if pair is not None and not gone:
            before, after = pair
            start, end = min(before.start, after.start), max(before.end, after.end, change.end)
            last = Growth(start, end, before, after, sign, change, verb.group().strip())
            yield last
    yield from multiples(text, own, span)


def _of_the_same(
    text: str, last: Growth | None, before: Amount, change: Amount, verb: int
) -> tuple[Amount, Amount] | None:
    """Return the figures of the `last` change when `change` says it again: 比上年的165件减少26件，下降15.8%."""
    if last is None or before is not last.change or not same_change(text[before.end:verb], ""):
        return None
    pair = last.before, last.after
    return pair if all(fits(change, each) for each in pair) else None


def _newly(text: str, verb: int) -> bool:
    """Return whether 新增 is said, which may be more than the difference: others may have gone."""
    return text.startswith("新", max(0, verb - 1), verb)


def word_of_change(text: str, begin: int, change: Amount) -> re.Match[str] | None:
    """Return the word of growth or decline right before `change`, not before `begin`; None when there is none."""
    lead = text[begin:change.start]
    return _change_verb().search(lead) if lead.rstrip()[-1:] in _verb_ends() else None


@cache
def _verb_ends() -> frozenset[str]:
    """Return the characters a word of growth or decline, or a filling behind it, may end in."""
    data = read_yaml("wording", "growth.yaml")
    verbs = (*data["up"], *data["down"], *data["up_noun"], *data["down_noun"])
    return frozenset((*(verb[-1] for verb in verbs), *"了度幅率例为达到别:："))


def _compared(text: str, before: Sequence[Amount], change: Amount) -> tuple[Amount, Amount] | None:
    """Return the figures of 120件，比上年的100件增长20%; None when the base carries no figure."""
    if len(before) < 2:
        return None
    base = before[-1]
    current = next((each for each in reversed(before[:-1]) if not _bracketed(text, each, base.start)), before[-2])
    current = whole_or_part(text, before[:-1], current, base, change)
    said = text[before[-2].end:base.start]
    mark = _base_mark().search(said)
    if mark is None or _verb_inside().search(mark.group()) or any(word in said for word in _NOT_COMPARED):
        return None
    rest = FILLING.sub("", text[base.end:change.start])
    if len(rest) > 8 or len(said) > _MOST_BETWEEN or base.start - current.end > 3 * _MOST_BETWEEN:
        return None
    comparable = base.unit == current.unit and fits(change, base) and fits(change, current)
    return (base, current) if comparable else None


def _bracketed(text: str, amount: Amount, place: int) -> bool:
    """Return whether `amount` stands in brackets that are closed before `place`."""
    said = text[amount.end:min(place, amount.end + 3 * _MOST_BETWEEN)].replace("(", "（").replace(")", "）")
    return "）" in said and said.find("）") < (said.find("（") if "（" in said else len(said))


def _told(
    text: str, figures: Sequence[Amount], own: Sequence[Amount], at: int, limits: tuple[int, int], previous: int
) -> tuple[Amount, Amount] | None:
    """Return the figures of two periods when each stands with its period: 2024年100件，2025年120件，同比增长20%."""
    change = own[at]
    begin, verb = limits
    compared = _compared_words().search(text[max(begin - 20, 0):verb]) is not None
    before = [each for each in own[:at] if fits(change, each)]
    if not before or any(word in text[begin:verb] for word in _NOT_COMPARED):
        return None
    gap = text[before[-1].end:verb]
    if len(gap) > 24 or not (compared or gap.strip() in ("，", ",")):
        return None
    after = before[-1]
    if word_of_change(text, max(previous, after.start - _LONGEST_LINK), after) is not None:
        return None  # a change itself
    year, earlier = period(text, figures, after)
    if len(before) > 1 and "环比" in text[begin:verb] and follows(text, before[-2], after):
        return (before[-2], after) if same_matter(text, figures, before[-2], after) else None
    if len(before) > 1 and months(text, before[-2]) == months(text, after) == "":
        former_year, former_earlier = period(text, figures, before[-2])
        lead = text[max(previous, before[-2].start - _MOST_BETWEEN):before[-2].start]
        plain = former_year is None and compared and word_of_change(text, previous, before[-2]) is None
        now = former_year == (year or 0) + 1 or (plain and _NOW.search(lead) is not None)
        if (earlier and not former_earlier) or (year is not None and now):
            return (after, before[-2]) if same_matter(text, figures, before[-2], after) else None
    if earlier or months(text, after):
        return None
    named = next((int(match[1]) for match in YEAR.finditer(text[begin:verb])), None)  # 比2024年减少
    others = [*between(figures, previous, after.start), *own[at + 1:at + 2]] if compared else before[-2:-1]
    noted = year is None and "环比" not in text[begin:verb]
    base = _base_among(text, figures, others, after, change, (named, (year or 0) - 1), noted=noted)
    return (base, after) if base is not None else None


def _base_among(
    text: str, figures: Sequence[Amount], others: Sequence[Amount], after: Amount, change: Amount,
    wanted: Sequence[int | None], *,
    noted: bool,
) -> Amount | None:
    """Return the last of `others` when it is told to be of a year `wanted`, or to be the one before `after`.

    `noted`: any year will do for a figure in brackets right behind the change: 936件，同比增长17%（2024年800件）.
    """
    for other in reversed(others):
        other_year, other_earlier = period(text, figures, other)
        if noted and _NOTED.fullmatch(text[change.end:other.start]) is not None:
            other_earlier = other_earlier or other_year is not None
        if other.unit != after.unit or other is change or not fits(change, other):
            continue
        if months(text, other):
            return None
        told = other_earlier or (other_year is not None and other_year in wanted)
        return other if told and same_matter(text, figures, other, after) else None
    return None


def _by_difference(
    text: str, before: Sequence[Amount], change: Amount, sign: int
) -> tuple[Amount, Amount] | None:
    """Return current and former figure of 120件，同比增加20件、增长20%; None when the words are others."""
    if change.unit != SHARE or len(before) < 2:
        return None
    current, difference = before[-2], before[-1]
    if len(before) > 2 and text[current.end:difference.start] and _bracketed(text, difference, change.start):
        current, difference = before[-3], before[-2]
    gap = text[current.end:difference.start]
    verb = _change_verb().search(gap)
    if verb is None or current.unit != difference.unit or not fits(change, current) or difference.approximate:
        return None
    joined = BRACKETS.sub("", text[difference.end:change.start])
    if not _compared_words().search(gap) or len(joined) > 10 or (1 if verb["up"] else -1) != sign or difference.weak:
        return None
    if any(word in gap + joined for word in _NOT_COMPARED) or len(gap) > _MOST_BETWEEN:
        return None
    former = current.value - sign * difference.value
    if former <= 0 or current.scale != difference.scale:
        return None
    return current._replace(number=current.in_scale(former)), current


@cache
def _change_verb() -> re.Pattern[str]:
    data = read_yaml("wording", "growth.yaml")
    up, down = ("|".join((*data[each], *data[f"{each}_noun"])) for each in ("up", "down"))
    return re.compile(rf"(?:(?P<up>{up})|(?P<down>{down}))(?:了|幅度|幅|比例|率|为|达到?|分别|[:：])*\s*$")


@cache
def _verb_inside() -> re.Pattern[str]:
    data = read_yaml("wording", "growth.yaml")
    return re.compile("|".join((*data["up"], *data["down"])))


@cache
def _compared_words() -> re.Pattern[str]:
    return re.compile("|".join(read_yaml("wording", "growth.yaml")["compared"]))


@cache
def _base_mark() -> re.Pattern[str]:
    words = "|".join(previous_words())
    times = r"20\d\d ?年|第?[一二三四]季度|[上下]半年|上个?月|上个?季度|[改推实]\w{0,4}前|此前|之前"
    return re.compile(rf"(?:较|比|与|同|环比)(?:{times}|{words})[^，。；\d]{{0,12}}$")
