"""Checks of the letter N: rates and shares, by themselves and against the figures they are made of."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from models.checks.finding import Draft, Passage, Severity
from models.checks.registry import Hit, check, hit_in
from models.resources import read_yaml
from models.text.clauses import clause_begin, printed_as
from models.text.pattern import Pattern
from models.text.quantities import SHARE, Amount, find_figures
from models.text.quotients import find_quotients
from models.text.rates import Quotient, Rate, bounded, find_rates
from models.text.shares import find_shares

_BASIS = "《统计法》：统计资料真实、准确；率和占比按“分子÷分母”计算"
_WHOLE = Decimal(100)
_SHARE_OF = Pattern(r"占[^占]{0,24}$")
_SHARE_CALLED_SO = Pattern(r"的(?:比例|占比|比重)(?:高?达|达到|为|是|提高到|上升到)$")
_RISEN_TO = Pattern(r"(?P<name>[^，。；、\d]{1,10}(?:率|满意度))(?:由|从)[^，。；]{0,12}\d[\d.]*[%％][^，。；\d]{0,8}(?:到|至|为)$")
_FALLS = Pattern(r"(?:下降|减少|降低|下滑|压减|压缩|缩短|缩减|降幅)(?:了|幅度|为|达|约|至)*\s*$")
_SHOWN = 8  # characters of a name that are shown
_MINUS = Pattern(r"(?:[^\d\s%％])\s*[-－]\s*$")


@check(
    "N002", slug="percent-impossible", severity=Severity.ERROR, local=True, basis=_BASIS,
    message="{name}{figure}不可能：{why}。请核对这个数。",
)
def percentage_that_cannot_be(draft: Draft) -> Iterator[Hit]:
    """No rate of a part to its whole exceeds 100 %, nothing falls by more than it was."""
    for passage in draft.passages:
        if "%" not in passage.text and "％" not in passage.text and "百分之" not in passage.text:
            continue
        for rate in find_rates(passage.text):
            if bounded(rate.name):
                yield from _out_of_bounds(passage, rate)
        for figure in find_figures(passage.text):
            if figure.unit == SHARE and figure.value > _WHOLE:
                yield from _beyond_the_whole(passage, figure)


def _out_of_bounds(passage: Passage, rate: Rate) -> Iterator[Hit]:
    """Yield the hit at `rate` when it exceeds 100 % or is less than nothing."""
    figure = rate.figure.printed
    if rate.figure.value > _WHOLE:
        why = "部分不会多于全部，最多是100%"
        yield hit_in(passage, rate.start, rate.figure.end, name=rate.name, figure=figure, why=why)
    elif _MINUS.search(passage.text[max(rate.start, rate.figure.start - 3):rate.figure.start]) is not None:
        why = "这个率不会是负数"
        yield hit_in(passage, rate.start, rate.figure.end, name=rate.name, figure=f"-{figure}", why=why)


def _beyond_the_whole(passage: Passage, figure: Amount) -> Iterator[Hit]:
    """Yield the hit at `figure`, which is more than 100 %, when it is a share or a fall."""
    data = read_yaml("wording", "rates.yaml")
    begin = clause_begin(passage.text, figure.start)
    lead = passage.text[begin:figure.start]
    share = _SHARE_OF.search(lead)
    if share is not None and not any(word in share.group() for word in data["base_may_be_smaller"]):
        yield hit_in(passage, begin + share.start(), figure.end, name="占比", figure=figure.printed,
                     why="部分不会多于全部，最多是100%")
    called, risen = _SHARE_CALLED_SO.search(lead), _RISEN_TO.search(lead)
    if called is not None and share is None and not any(word in lead for word in data["base_may_be_smaller"]):
        yield hit_in(passage, begin + called.start() + 1, figure.end, name="比例", figure=figure.printed,
                     why="部分不会多于全部，最多是100%")
    if risen is not None and bounded(risen["name"]):
        name = risen["name"][-_SHOWN:]
        yield hit_in(passage, begin + risen.start(), figure.end, name=name, figure=figure.printed,
                     why="部分不会多于全部，最多是100%")
    fall = _FALLS.search(lead)
    before = passage.text[max(0, begin - 20):figure.start]
    if fall is not None and not any(word in before for word in data["may_fall_below_zero"]):
        yield hit_in(passage, begin + fall.start(), figure.end, name=fall.group().strip(), figure=figure.printed,
                     why="减少的不会多于原有的，最多是100%")


@check(
    "N003", slug="ratio-mismatch", severity=Severity.ERROR, local=True, basis=_BASIS,
    message="{name}{stated}与前后的数对不上：{part}÷{whole}={computed}%，不是{stated}。请核对这三个数。",
)
def rate_is_not_the_quotient_of_its_figures(draft: Draft) -> Iterator[Hit]:
    """A rate or share equals its numerator divided by its denominator, as printed."""
    for passage in draft.passages:
        for found in _wrong_quotients(passage.text):
            computed = printed_as(found.part.value * _WHOLE / found.whole.value, found.figure.number)
            yield hit_in(
                passage, found.start, found.end, name=found.name, stated=found.figure.printed, computed=computed,
                part=found.part.printed, whole=found.whole.printed,
            )


@lru_cache(maxsize=2048)
def _wrong_quotients(text: str) -> tuple[Quotient, ...]:
    """Return the rates and shares in `text` that are not the quotient of the figures beside them."""
    return tuple(each for each in find_quotients(text) if not each.right)


@check(
    "N009", slug="percent-impossible", severity=Severity.ERROR, local=True, basis=_BASIS,
    message="各项占比{parts}={sum}%，{compared}100%。请核对各项占比。",
)
def shares_do_not_make_the_whole(draft: Draft) -> Iterator[Hit]:
    """The shares of one whole add up to 100 %, but for rounding."""
    for passage in draft.passages:
        for shares in find_shares(passage.text):
            figures = shares.figures
            wrong = {each.figure for each in _wrong_quotients(passage.text)}
            if shares.impossible and wrong.isdisjoint(figures):  # else it is known which share is wrong
                yield hit_in(
                    passage, figures[0].start, figures[-1].end, sum=f"{shares.sum:f}",
                    parts="+".join(each.printed for each in figures), compared="超过了" if shares.sum > _WHOLE else "不到",
                )
