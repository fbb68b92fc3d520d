"""Which period a figure is of, and what it counts, going by the words before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from models.resources import read_yaml
from models.text.clauses import clause_begin
from models.text.pattern import Pattern
from models.text.quantities import Amount, between

YEAR = Pattern(r"(20\d\d) ?年")
FILLING = Pattern(r"[，,、的了：:（( \s]|分别|案件|数量|数|总额|水平")
_PART_OF_YEAR = Pattern(r"\d ?月|[一二三四上]季度|半年|截至|截止|[一二三四五六七八九十]月")
_QUARTER = Pattern(r"(?:([一二三四])季度|([上下])半年)[^一二三四上下]*$")
_IN_ORDER = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 11, "下": 12}
_LARGEST_CLAUSE = 60
_LEAD = 24


def period(text: str, figures: Sequence[Amount], amount: Amount) -> tuple[int | None, bool]:
    """Return the year told right before `amount` (None: none) and whether it is told to be the one before."""
    near = between(figures, max(0, amount.start - _LARGEST_CLAUSE), amount.start)
    lead = text[near[-1].end if near else max(0, amount.start - _LARGEST_CLAUSE):amount.start]
    lead = lead[max(lead.rfind("。"), lead.rfind("；")) + 1:]
    years = [int(match[1]) for match in YEAR.finditer(lead)]
    return (years[-1] if years else None), any(word in lead for word in previous_words())


def months(text: str, amount: Amount) -> str:
    """Return the words of a part of the year right before `amount` (1—10月, 上半年); empty when there are none."""
    found = _PART_OF_YEAR.search(text[max(0, amount.start - 24):amount.start])
    return found.group() if found is not None else ""


def same_matter(text: str, figures: Sequence[Amount], one: Amount, other: Amount) -> bool:
    """Return whether two figures are said of one matter: one of them names none or less, or both end alike."""
    names = [_matter(text, each) for each in (one, other)]
    short, long = sorted(names, key=len)
    return not short or long[-2:] == short[-2:] or (len(short) > 1 and short in long)


def _matter(text: str, amount: Amount) -> str:
    """Return the words right before `amount` without its period and without fillings."""
    lead = text[clause_begin(text, amount.start):amount.start]
    return FILLING.sub("", _period_words().sub("", lead))


def follows(text: str, one: Amount, other: Amount) -> bool:
    """Return whether the quarter or half of the year told right before `other` is the one after that of `one`."""
    places = []
    for amount in (one, other):
        begin = clause_begin(text, amount.start, max(0, amount.start - _LEAD))
        found = _QUARTER.search(text[begin:amount.start])
        if found is None:
            return False
        places.append(_IN_ORDER[found[1] or found[2]])
    return places[1] == places[0] + 1


@cache
def previous_words() -> tuple[str, ...]:
    return tuple(read_yaml("wording", "growth.yaml")["previous"])


@cache
def _period_words() -> re.Pattern[str]:
    words = ("而", "则有", "则为", "仅发生", "发生", "今年", "本年度?", "全年", r"20\d\d ?年度?", "为", "是", "仅", "只有", "达到?", "共")
    compared = (rf"(?:较|比|与|同)(?={'|'.join(previous_words())})", r"(?:较|比|与|同)(?=20\d\d ?年)")
    return re.compile("|".join((*compared, *(f"{word}度?" for word in previous_words()), *words)))
