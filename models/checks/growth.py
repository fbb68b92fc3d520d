"""Checks of the letter N: stated growth against the two figures it is between."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from models.checks.finding import Draft, Severity
from models.checks.registry import Hit, check, hit_in
from models.text.clauses import printed_as
from models.text.growth import find_growth
from models.text.quantities import POINTS, SHARE, TIMES, plain
from models.text.stated_growth import Growth


@check(
    "N004", slug="yoy-mismatch", severity=Severity.ERROR, local=True, basis="《统计法》：统计资料真实、准确；增长率＝（本期－上期）÷上期",
    message="“{stated}”与两个数对不上：{computed}。请核对前后两个数和增减的数。",
)
def growth_is_not_what_the_figures_give(draft: Draft) -> Iterator[Hit]:
    """A stated growth or decline follows from the two figures given, in size and direction."""
    for passage in draft.passages:
        for growth in _wrong_growth(passage.text):
            stated = growth.words + (growth.change.printed if growth.change is not None else "")
            yield hit_in(passage, growth.start, growth.end, stated=stated, computed=_computed(growth))


@lru_cache(maxsize=2048)
def _wrong_growth(text: str) -> tuple[Growth, ...]:
    """Return the changes stated in `text` that its figures do not give."""
    return tuple(each for each in find_growth(text) if not each.right)


def _computed(growth: Growth) -> str:
    """Return how the change is computed from the figures."""
    before, after = growth.before, growth.after
    if growth.turned:
        way = "增加" if growth.difference > 0 else "减少" if growth.difference else "没有增减"
        return f"由{before.printed}到{after.printed}是{way}"
    change, value = growth.change, growth.computed or Decimal(0)
    one, other = after.in_scale(after.value), after.in_scale(before.value)
    gap = f"{one}－{other}" if growth.sign > 0 else f"{other}－{one}"
    if change is None:
        times = printed_as(value + 1, "1.0")
        return f"{one}÷{other}={times}，{'不到' if '翻' in growth.words else '不是'}{growth.factor:f}倍"
    if change.unit == TIMES:
        return f"增长的倍数是（{gap}）÷{other}={printed_as(value, change.number)}，不是{change.number}"
    if change.unit == SHARE:
        return f"（{gap}）÷{other}={printed_as(value, change.number)}%，不是{change.printed}"
    if change.unit == POINTS:
        return f"{gap}={plain(value)}个百分点，不是{change.printed}"
    return f"{gap}={change.in_scale(value)}{change.scale}{change.unit}，不是{change.printed}"
