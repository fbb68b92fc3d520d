"""Stated growth and decline beside the two figures it is between: 120件，上年100件，同比增长20%.

These forms are read: 由100件增加到120件，增长20% · 120件，比上年的100件增长20% · 2024年100件，2025年120件，同比增长20% ·
120件，同比增长20%（上年100件） · 120件，同比增加20件、增长20% · 满意率98%，比上年的95%提高3个百分点 · 增长1.5倍, 翻一番.
Both figures count in one unit; a rough figure or a rough rate is not compared.

Not read: figures whose year is told by another paragraph, growth over several years (年均增长), indexes, several
indicators with 分别, and figures without a unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from models.resources import read_yaml
from models.text.clauses import clause_begin
from models.text.pattern import Pattern
from models.text.quantities import POINTS, SHARE, TIMES, Amount, between, find_figures
from models.text.sentences import Span, split_sentences
from models.text.stated_growth import Growth, LoneChange

_YEAR = Pattern(r"(20\d\d) ?年")
_FILLING = Pattern(r"[，,、的了：:（( \s]|分别|案件|数量|数|总额|水平")
_DOUBLED = Pattern(r"翻(?:了)?(?P<number>[一两二])?番|翻倍")
_PART_OF_YEAR = Pattern(r"\d ?月|[一二三四上]季度|半年|截至|截止|[一二三四五六七八九十]月")
_LINK = Pattern(r"[，,]?(?:同比|(?:较|比)(?:上年|去年|上一年|上年同期|去年同期|上年度)(?:同期)?)")
_LONGEST_LINK = 16
_NOT_COMPARED = ("年均", "平均", "累计", "五年", "三年来", "分别", "其中")
_MOST_BETWEEN = 40
_LARGEST_CLAUSE = 60
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
            for growth in _in_sentence(text, figures, own, span, previous):
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
        verb = _verb_before(text, after.end, change) if len(said) <= _LONGEST_LINK else None
        if verb is None or change.approximate or change.weak or not _fits(change, after) or change.unit == POINTS:
            continue
        if _LINK.fullmatch(said[:verb.start()]) is not None:
            found.append(LoneChange(after, change, 1 if verb["up"] else -1, verb.group().strip()))
    return tuple(found)


def _in_sentence(
    text: str, figures: Sequence[Amount], own: Sequence[Amount], span: Span, previous: int
) -> Iterator[Growth]:
    for at, change in enumerate(own):
        begin = clause_begin(text, change.start, span.start)
        verb = _verb_before(text, begin, change)
        if verb is None or change.approximate or change.weak:
            continue
        sign = 1 if verb["up"] else -1
        pair = (
            _from_to(text, own[:at], begin + verb.start(), change, span)
            or _compared(text, own[:at], change)
            or _told(text, figures, own, at, (begin, begin + verb.start()), previous)
            or _by_difference(text, own[:at], change, sign)
        )
        if pair is not None:
            before, after = pair
            start, end = min(before.start, after.start), max(before.end, after.end, change.end)
            yield Growth(start, end, before, after, sign, change, verb.group().strip())
    yield from _multiples(text, own, span)


def _verb_before(text: str, begin: int, change: Amount) -> re.Match[str] | None:
    """Return the word of growth or decline right before `change`, not before `begin`; None when there is none."""
    lead = text[begin:change.start]
    return _change_verb().search(lead) if lead.rstrip()[-1:] in _verb_ends() else None


@cache
def _verb_ends() -> frozenset[str]:
    """Return the characters a word of growth or decline, or a filling behind it, may end in."""
    data = read_yaml("wording", "growth.yaml")
    verbs = (*data["up"], *data["down"], *data["up_noun"], *data["down_noun"])
    return frozenset((*(verb[-1] for verb in verbs), *"了度幅率为达到别:："))


def _fits(change: Amount, figure: Amount) -> bool:
    """Return whether `change` may be a change of `figure`: points of shares, shares of counts, counts of counts."""
    if figure.approximate or figure.weak or figure.unit in (POINTS, TIMES):
        return False
    if change.unit == POINTS:
        return figure.unit == SHARE
    if change.unit in (SHARE, TIMES):
        return figure.unit != SHARE
    return change.unit == figure.unit


def _from_to(
    text: str, before: Sequence[Amount], verb: int, change: Amount, span: Span
) -> tuple[Amount, Amount] | None:
    """Return the figures of 由100件增加到120件 right before the `verb` of the change; None when there are none."""
    for one, other in zip(before[-2:], before[-1:], strict=False):
        gap, lead = text[one.end:other.start], text[max(span.start, one.start - 24):one.start]
        opening = max(lead.rfind(mark) for mark in ("由", "从"))
        if opening < 0 or any(mark in lead[opening:] for mark in "，；。") or not _to_verb().search(gap):
            continue
        near = len(_FILLING.sub("", text[other.end:verb])) <= 8
        if near and one.unit == other.unit and _fits(change, one) and _fits(change, other):
            return one, other
    return None


def _compared(
    text: str, before: Sequence[Amount], change: Amount
) -> tuple[Amount, Amount] | None:
    """Return the figures of 120件，比上年的100件增长20%; None when the base carries no figure."""
    if len(before) < 2:
        return None
    base = before[-1]
    current = next((each for each in reversed(before[:-1]) if not _bracketed(text, each, base.start)), before[-2])
    said = text[before[-2].end:base.start]
    mark = _base_mark().search(said)
    if mark is None or _verb_inside().search(mark.group()) or any(word in said for word in _NOT_COMPARED):
        return None
    rest = _FILLING.sub("", text[base.end:change.start])
    if len(rest) > 8 or len(said) > _MOST_BETWEEN or base.start - current.end > 3 * _MOST_BETWEEN:
        return None
    comparable = base.unit == current.unit and _fits(change, base) and _fits(change, current)
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
    if not _compared_words().search(text[max(begin - 20, 0):verb]):
        return None
    before = [each for each in own[:at] if _fits(change, each)]
    if not before or len(text[before[-1].end:verb]) > 24 or any(word in text[begin:verb] for word in _NOT_COMPARED):
        return None
    after = before[-1]
    year, earlier = _period(text, figures, after)
    if len(before) > 1 and _months(text, before[-2]) == _months(text, after) == "":
        former_year, former_earlier = _period(text, figures, before[-2])
        if (earlier and not former_earlier) or (year is not None and former_year == year + 1):
            return (after, before[-2]) if _same_matter(text, figures, before[-2], after) else None
    if earlier or _months(text, after):
        return None
    named = next((int(match[1]) for match in _YEAR.finditer(text[begin:verb])), None)  # 比2024年减少
    others = [*between(figures, previous, after.start), *own[at + 1:at + 2]]
    for other in reversed(others):
        other_year, other_earlier = _period(text, figures, other)
        if other.unit != after.unit or other is change or not _fits(change, other):
            continue
        if _months(text, other):
            return None
        told = other_earlier or (other_year is not None and other_year in (named, (year or 0) - 1))
        if told and _same_matter(text, figures, other, after):
            return other, after
        return None
    return None


def _by_difference(
    text: str, before: Sequence[Amount], change: Amount, sign: int
) -> tuple[Amount, Amount] | None:
    """Return current and former figure of 120件，同比增加20件、增长20%; None when the words are others."""
    if change.unit != SHARE or len(before) < 2:
        return None
    current, difference = before[-2], before[-1]
    gap = text[current.end:difference.start]
    verb = _change_verb().search(gap)
    if verb is None or current.unit != difference.unit or not _fits(change, current) or difference.approximate:
        return None
    joined = text[difference.end:change.start]
    if not _compared_words().search(gap) or len(joined) > 10 or (1 if verb["up"] else -1) != sign or difference.weak:
        return None
    if any(word in gap + joined for word in _NOT_COMPARED) or len(gap) > _MOST_BETWEEN:
        return None
    former = current.value - sign * difference.value
    if former <= 0 or current.scale != difference.scale:
        return None
    return current._replace(number=current.in_scale(former)), current


def _multiples(text: str, own: Sequence[Amount], span: Span) -> Iterator[Growth]:
    """Yield the growth of 由100件增至210件，翻了一番."""
    if "翻" not in span.text:
        return
    for match in _DOUBLED.finditer(span.text):
        place = span.start + match.start()
        before = [each for each in own if each.end <= place]
        pair = _from_to(text, before, place, before[-1]._replace(unit=SHARE), span) if len(before) > 1 else None
        if pair is not None and match["number"] != "两" and match["number"] != "二":
            yield Growth(pair[0].start, span.start + match.end(), *pair, 1, None, match.group())


def _period(text: str, figures: Sequence[Amount], amount: Amount) -> tuple[int | None, bool]:
    """Return the year told right before `amount` (None: none) and whether it is told to be the one before."""
    near = between(figures, max(0, amount.start - _LARGEST_CLAUSE), amount.start)
    lead = text[near[-1].end if near else max(0, amount.start - _LARGEST_CLAUSE):amount.start]
    lead = lead[max(lead.rfind("。"), lead.rfind("；")) + 1:]
    years = [int(match[1]) for match in _YEAR.finditer(lead)]
    return (years[-1] if years else None), any(word in lead for word in _previous_words())


def _months(text: str, amount: Amount) -> str:
    """Return the words of a part of the year right before `amount` (1—10月, 上半年); empty when there are none."""
    found = _PART_OF_YEAR.search(text[max(0, amount.start - 24):amount.start])
    return found.group() if found is not None else ""


def _same_matter(text: str, figures: Sequence[Amount], one: Amount, other: Amount) -> bool:
    """Return whether two figures are said of one matter: one of them names none, or both end in the same words."""
    names = [_matter(text, each) for each in (one, other)]
    return not names[0] or not names[1] or names[0][-2:] == names[1][-2:]


def _matter(text: str, amount: Amount) -> str:
    """Return the words right before `amount` without its period and without fillings."""
    lead = text[clause_begin(text, amount.start):amount.start]
    return _FILLING.sub("", _period_words().sub("", lead))


@cache
def _previous_words() -> tuple[str, ...]:
    return tuple(read_yaml("wording", "growth.yaml")["previous"])


@cache
def _period_words() -> re.Pattern[str]:
    words = ("今年", "本年度?", "全年", r"20\d\d ?年度?", "为", "是", "仅", "只有", "达到?", "共")
    return re.compile("|".join((*_previous_words(), *words)))


@cache
def _change_verb() -> re.Pattern[str]:
    data = read_yaml("wording", "growth.yaml")
    up, down = ("|".join((*data[each], *data[f"{each}_noun"])) for each in ("up", "down"))
    return re.compile(rf"(?:(?P<up>{up})|(?P<down>{down}))(?:了|幅度|幅|率|为|达到?|分别|[:：])*\s*$")


@cache
def _verb_inside() -> re.Pattern[str]:
    data = read_yaml("wording", "growth.yaml")
    return re.compile("|".join((*data["up"], *data["down"])))


@cache
def _to_verb() -> re.Pattern[str]:
    data = read_yaml("wording", "growth.yaml")
    verbs = "|".join((*data["up"], *data["down"], "变"))
    return re.compile(rf"(?:{verbs})(?:了)?(?:{'|'.join(data['to'])})(?:20\d\d ?年度?)?[^，。；\d]{{0,4}}$")


@cache
def _compared_words() -> re.Pattern[str]:
    return re.compile("|".join(read_yaml("wording", "growth.yaml")["compared"]))


@cache
def _base_mark() -> re.Pattern[str]:
    words = "|".join(_previous_words())
    return re.compile(rf"(?:较|比|与|同)(?:20\d\d ?年|{words})[^，。；\d]{{0,12}}$")
