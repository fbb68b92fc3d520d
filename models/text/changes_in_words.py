"""Changes told in words beside their figures: 由24件减少到31件, 与上年的15件持平, 降幅超过四成, 是上年的1.5倍.

These forms are read: 由上年的24件减少到31件 (the figures go the other way) · 12件，与上年的15件持平 · 由86万元降至52万元，
降幅超过四成 (近三成, 不足一半) · 由90%提高到95%，提高5% (5个百分点 is meant) · 为上年的1.5倍，由200件增至320件.

Not read: ranks (由第8位上升到第3位), 大幅, 明显, and changes whose figures stand in another sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache

from models.resources import read_yaml
from models.text.clauses import Interval, clause_begin, interval_of, prints_as
from models.text.from_to import same_change
from models.text.growth import changes_between, find_growth, word_of_change
from models.text.pattern import Pattern, any_of
from models.text.periods import previous_words
from models.text.quantities import SHARE, TIMES, Amount, between, find_figures, plain
from models.text.said_in_words import Claim, fraction
from models.text.sentences import Span, split_sentences

_LONGEST_SENTENCE = 400
_FROM = Pattern(r"[由从](?:原来|原先|年初|(?:上年度?|去年|上一年|20\d\d ?年度?)(?:同期)?)?的?$")
_RANK = any_of(("第", "排名", "位次", "名次", "等级", "排位", "位列", "列全"))
_RANKS = frozenset({"位", "级", "档"})
_LEVEL = Pattern(
    r"^[^，。；、\d]{0,12}[，,]?(?P<words>[^，。；、\d]{0,4}(?:与|同|和|跟|较|比)(?P<base>[^，。；、\d]{0,10}))$"
)
_EVEN = Pattern(r"^的?(?P<about>基本|大体|总体|大致)?(?:上)?(?:持平|一致|相当)")
_MOST_EVEN = Decimal("0.02")  # so much off is told as the same
_MOST_ABOUT = Decimal("0.08")
_IN_WORDS = Pattern(
    r"(?P<more>超过|超|逾|过)?(?P<reached>达到?)?(?P<less>不足|不到)?(?P<near>接近|将近|近)?(?:约|大约)?"
    r"(?:(?P<tenths>[一二两三四五六七八九])成(?P<half>半)?|(?P<middle>一半|半数)|(?P<below>[二三四五])分之(?P<above>[一二三四]))"
    r"(?P<up>以上|多)?"
)
_SAID_SHARE = Pattern("[一二两三四五六七八九]成|一半|半数|分之")
_CLOSE = Decimal(5)  # percentage points from a share told without 超过 and 不到
_NEAR = Decimal(6)  # the same below one told with 近
_FARTHEST_FROM = 24  # characters from 倍 to the figures behind it
_TIMES_OF = Pattern(r"(?:是|为|达|相当于)(?:上年度?|去年|上一年|20\d\d ?年)(?:同期)?的$")


@lru_cache(maxsize=2048)
def wrong_changes(text: str) -> tuple[Claim, ...]:
    """Return the changes told in words in `text` that the figures beside them do not show."""
    figures = find_figures(text)
    if len(figures) < 2:
        return ()
    told = {
        _turned: ("由" in text or "从" in text) and _to_words().search(text),
        _uneven: "平" in text or "一致" in text or "相当" in text,
        _not_so_much: _SAID_SHARE.search(text), _not_so_often: TIMES in text,
        _points_meant: text.count("%") + text.count("％") > 2,
    }
    readers = [read for read, there in told.items() if there]
    return tuple(
        claim for span in split_sentences(text) if readers and len(span.text) <= _LONGEST_SENTENCE
        for read in readers for claim in read(text, span)
    )


def _turned(text: str, span: Span) -> Iterator[Claim]:
    """Yield 由24件减少到31件: the two figures go the other way than the word between them, and no change is told."""
    figures = between(find_figures(text), span.start, span.end)
    told = {growth.before.start for growth in find_growth(text)}  # with a change in figures: that is held against them
    for one, other in zip(figures, figures[1:], strict=False):
        gap, lead = text[one.end:other.start], text[max(span.start, one.start - 16):one.start]
        verb = _to_words().fullmatch(gap)
        opened = _FROM.search(lead)
        if verb is None or opened is None or one.unit != other.unit or one.approximate or other.approximate:
            continue
        if "每" in gap or "每" in lead:  # 由每年2次增加到每月1次
            continue
        ranks = one.unit in _RANKS or _RANK.search(text[max(0, one.start - 24):one.start]) is not None
        if one.start in told or ranks:
            continue
        rises = other.value > one.value
        if other.value != one.value and rises is not (verb["up"] is not None):
            start = one.start - len(opened.group())
            course = "增加" if rises else "减少"
            yield Claim(start, other.end, text[start:other.end], f"由{one.printed}到{other.printed}是{course}")


def _uneven(text: str, span: Span) -> Iterator[Claim]:
    """Yield 12件，与上年的15件持平: the two figures are not the same."""
    figures = between(find_figures(text), span.start, span.end)
    for one, other in zip(figures, figures[1:], strict=False):
        gap, even = _LEVEL.match(text[one.end:other.start]), _EVEN.match(text[other.end:other.end + 8])
        if gap is None or even is None or one.unit != other.unit or one.approximate or other.approximate:
            continue
        if not any(word in gap["base"] for word in previous_words()):
            continue
        most = _MOST_ABOUT if even["about"] else _MOST_EVEN
        if abs(one.value - other.value) > most * max(one.value, other.value):
            end = other.end + even.end()
            yield Claim(one.start, end, text[other.end:end].lstrip("的"), f"{one.printed}与{other.printed}不一样多")


def _not_so_much(text: str, span: Span) -> Iterator[Claim]:
    """Yield 由86万元降至52万元，降幅超过四成: the figures give another change."""
    for match in _IN_WORDS.finditer(span.text):
        start, end = span.start + match.start(), span.start + match.end()
        change = Amount(start, end, plain(_percent(match)), "", SHARE)
        if word_of_change(text, clause_begin(text, start, span.start), change) is None:
            continue
        figures = [*between(find_figures(text), span.start, start), change,
                   *between(find_figures(text), end, span.end)]
        for growth in changes_between(text, figures, figures, span, span.start):
            real = growth.computed
            if growth.change is change and real is not None and (growth.turned or _not_told(match, real)):
                told = f"由{growth.before.printed}到{growth.after.printed}，{growth.words}{real:.1f}%"
                yield Claim(min(growth.start, start), end, growth.words + match.group(), told)


def _percent(match: re.Match[str]) -> Decimal:
    """Return the share that `match` says in words, in per cent, to one place."""
    return round(fraction(match), 1)


def _not_told(match: re.Match[str], real: Decimal) -> bool:
    """Return whether the share `real`, in per cent, is not what `match` says."""
    said = _percent(match)
    if match["more"] or match["up"]:
        return real < said - Decimal("0.05")
    if match["less"]:
        return real > said
    if match["near"]:
        return real > said or real < said - _NEAR
    if match["reached"]:
        return real < said - 1 or real > said + _NEAR
    return abs(real - said) > _CLOSE


def _not_so_often(text: str, span: Span) -> Iterator[Claim]:
    """Yield 为上年的1.5倍，由200件增至320件: the second figure is another multiple of the first."""
    figures = between(find_figures(text), span.start, span.end)
    for times, one, other in zip(figures, figures[1:], figures[2:], strict=False):
        if times.unit != TIMES or times.approximate or one.unit != other.unit or not one.value:
            continue
        lead = text[max(span.start, one.start - _FARTHEST_FROM):one.start]
        said = _TIMES_OF.search(text[max(span.start, times.start - 16):times.start])
        near = one.start - times.end <= _FARTHEST_FROM and _FROM.search(lead) is not None
        if said is None or not near or _to_words().fullmatch(text[one.end:other.start]) is None:
            continue
        former, after = interval_of(one), interval_of(other)
        ratio = Interval(after.low / former.high, after.high / max(former.low, Decimal(1)))
        if not prints_as(ratio, times.number):
            told = f"{other.printed}÷{one.printed}={other.value / one.value:.2f}，不是{times.number}倍"
            yield Claim(times.start, other.end, said.group() + times.printed, told)


def _points_meant(text: str, span: Span) -> Iterator[Claim]:
    """Yield 由90%提高到95%，提高5%: the difference of two shares is so many percentage points, not per cent."""
    shares = [each for each in between(find_figures(text), span.start, span.end) if each.unit == SHARE]
    for one, other, change in zip(shares, shares[1:], shares[2:], strict=False):
        verb = word_of_change(text, clause_begin(text, change.start, span.start), change)
        gap = text[one.end:other.start]
        related = _to_words().fullmatch(gap) or any(word in gap for word in previous_words())
        rough = any(each.approximate for each in (one, other, change))
        if verb is None or not related or rough or not one.value or change.start - other.end > _FARTHEST_FROM:
            continue
        begin = clause_begin(text, one.start, span.start)
        said = text[other.end:clause_begin(text, change.start, span.start) + verb.start()]
        if abs(one.value - other.value) == change.value and change.value and same_change(said, text[begin:one.start]):
            words = verb.group().strip()
            told = f"{one.printed}和{other.printed}相差{change.number}个百分点，要写“{words}{change.number}个百分点”"
            yield Claim(one.start, change.end, words + change.printed, told)


@cache
def _to_words() -> re.Pattern[str]:
    """Return the words between two figures of which the second came of the first: 增加到, 降至."""
    data = read_yaml("wording", "growth.yaml")
    up, down = ("|".join(data[each]) for each in ("up", "down"))
    return re.compile(rf"(?:(?P<up>{up})|(?P<down>{down}))了?(?:{'|'.join(data['to'])})(?:今年|本年|20\d\d ?年)?的?")
