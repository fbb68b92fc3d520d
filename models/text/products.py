"""What so much for each makes of all: 25辆货车按每辆1.2万元补助，共计30万元; 3个组，每组4人，共12人; 全年312次，月均26次.

Read is one figure told for each of a unit that one count before it, or right behind it, counts, and one total of the
same kind behind both that is said to be the sum. A least or a most for each (每家不少于2次), a mean and rough figures
are not read. Of means by the period those of a month and a quarter are, beside the one total of the whole year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from models.text.clauses import clause_end
from models.text.pattern import Pattern
from models.text.quantities import Amount, between, counted_as, find_figures, plain
from models.text.said_in_words import Claim
from models.text.sentences import Span, sentences_up_to

_LONGEST_SENTENCE = 200
_EACH = Pattern(r"(?<!平均)(?<!均)每(?:一)?(?P<unit>[一-鿿])(?P<what>[^，。；、\d]{0,8})$")
_LIMIT = Pattern("不超过|不少于|不低于|至少|最高|最低|最多|以上|以内|不得|限")
_IN_ALL = Pattern(r"(?:共|累计|合计|总计|总|抽调的|组成的)[^，。；、\d]{0,10}$")
_UNREAL = Decimal(4)  # times too much or too little: then it is no total of these
_OF_YEAR = Pattern(r"全年度?|一年来|年内|今年|20\d\d ?年(?:度|全年)?(?!\d|末|底|[初前后]|.?月)")
_PART_OF_YEAR = Pattern(r"半年|季度|\d ?月|以来|截[至止]|期间")
_BY_PERIOD = Pattern(r"(?P<period>月均|每月平均|平均每月|季均|平均每个?季度)[^，。；、\d]{0,8}$")
_LONGEST_THING = 6  # characters behind 个: 3个督查组


@lru_cache(maxsize=2048)
def wrong_products(text: str) -> tuple[Claim, ...]:
    """Return the totals of `text` that so much for each of the count beside it does not make."""
    if "每" not in text:
        return ()
    spans = (span for span in sentences_up_to(text, _LONGEST_SENTENCE) if "每" in span.text)
    return tuple(claim for span in spans for claim in _products(text, span))


@lru_cache(maxsize=2048)
def wrong_period_means(text: str) -> tuple[Claim, ...]:
    """Return the means by the month or the quarter in `text` that the total of the year does not give."""
    if "均" not in text:
        return ()
    spans = (span for span in sentences_up_to(text, _LONGEST_SENTENCE) if "均" in span.text)
    return tuple(claim for span in spans for claim in _period_means(text, span))


def _products(text: str, span: Span) -> Iterator[Claim]:
    """Yield the total of the sentence `span` that is not the product of its two figures."""
    figures = between(find_figures(text), span.start, span.end)
    for at, each in enumerate(figures):
        said = _EACH.search(text[max(span.start, each.start - 12):each.start])
        if said is None or each.approximate or _LIMIT.search(said.group() + text[each.end:each.end + 3]):
            continue
        bases = [one for one in figures if one is not each and not one.weak and _counts(text, one, said["unit"])]
        behind = [one for one in figures[at + 1:] if _kind(one) == _kind(each) and one not in bases]
        total = next((one for one in behind if _IN_ALL.search(text[max(each.end, one.start - 14):one.start])), None)
        if total is not None and total is not behind[0]:  # others come in: 大队另派4名
            continue
        if len(bases) != 1 or total is None or any(one.approximate or one.weak for one in (bases[0], total)):
            continue
        product = bases[0].value * each.value
        off = abs(product - total.value)
        if total.step / 2 < off and product / _UNREAL < total.value < product * _UNREAL:
            told = f"{bases[0].printed}×{each.printed}={total.in_scale(product)}{total.scale}{total.unit}"
            start = min(bases[0].start, each.start)
            yield Claim(start, max(total.end, bases[0].end), text[total.start:total.end], told)


def _counts(text: str, amount: Amount, unit: str) -> bool:
    """Return whether `amount` counts what `unit` names: 25辆 of 每辆, 3个督查组 of 每组."""
    if amount.unit == "个":
        thing = text[amount.end:clause_end(text, amount.end)]
        return unit in thing[:_LONGEST_THING]
    return counted_as(amount.unit) == counted_as(unit) and not amount.money and not amount.relative


def _kind(amount: Amount) -> str:
    """Return of what kind `amount` is: 人次 and 名 are 人."""
    return counted_as(amount.unit.removesuffix("次") if amount.unit == "人次" else amount.unit)


def _period_means(text: str, span: Span) -> Iterator[Claim]:
    """Yield the mean of the sentence `span` that is not the total of the year by its months or quarters."""
    figures = between(find_figures(text), span.start, span.end)
    for at, mean in enumerate(figures):
        said = _BY_PERIOD.search(text[max(span.start, mean.start - 16):mean.start])
        before = [each for each in figures[:at] if each.unit == mean.unit]
        if said is None or len(before) != 1 or before[0].approximate or not _of_year(text, span, before[0], mean):
            continue
        periods = 4 if "季" in said["period"] else 12
        real = before[0].value / periods
        slack = mean.value / 10 if mean.approximate or text[mean.start - 1] in "约近超逾" else mean.step
        if abs(real - mean.value) > slack:
            told = f"{before[0].printed}÷{periods}={plain(round(real / mean.base, 2))}{mean.scale}{mean.unit}"
            yield Claim(before[0].start, mean.end, said.group() + mean.printed, told)


def _of_year(text: str, span: Span, total: Amount, mean: Amount) -> bool:
    """Return whether `total` is told to be of the whole year, in the sentence `span` that tells of no part of one."""
    told: Sequence[str] = (text[span.start:total.start], text[total.end:mean.start])
    return _OF_YEAR.search(told[0]) is not None and not any(_PART_OF_YEAR.search(each) for each in told)
