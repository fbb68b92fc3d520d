"""Checks of the letter N: one indicator with two values."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from models.checks.finding import Draft, Passage, Severity
from models.checks.registry import Hit, check, hit_in, place_in
from models.domain.report import SectionKey
from models.domain.source_document import Role
from models.text.indicators import Indicator, find_indicators

_ENDING = 4  # names that mean one thing end alike
_MOST_ALIKE = 20
_LONG = 6
_SIMILAR = Decimal("1.25")  # a slip of the pen is near; what is far away was counted otherwise
_CASES = frozenset("件起宗例")
_SKIPPED = frozenset({Role.HEAD, Role.RECIPIENTS, Role.SIGNATURE, Role.COLOPHON, Role.ATTACHMENT})


@check(
    "N005", slug="number-conflict", severity=Severity.ERROR, basis="《统计法》：统计资料真实、准确；同一指标全文一致",
    message="“{name}”这里是{here}，前面是{there}，同一指标前后不一。请查原始台账，改成同一个数；口径不同的写明口径。",
)
def one_indicator_with_two_values(draft: Draft) -> Iterator[Hit]:
    """One indicator of one period has one value throughout the report."""
    known: dict[tuple[str, str], list[tuple[Passage, Indicator]]] = {}
    for passage in draft.passages:
        if passage.role in _SKIPPED or passage.section is SectionKey.PLAN:
            continue
        for indicator in find_indicators(passage.text):
            key = (indicator.name[-_ENDING:], indicator.amount.unit)
            alike = known.get(key)
            if alike is None:
                known[key] = [(passage, indicator)]
                continue
            other = next((each for each in alike if _differ(draft, each[1], indicator)), None)
            if other is not None:
                amount, there = indicator.amount, other[1].amount
                hit = hit_in(
                    passage, amount.start, amount.end, name=indicator.name, here=amount.printed, there=there.printed
                )
                yield hit._replace(others=(place_in(other[0], there.start, there.end),))
            elif len(alike) < _MOST_ALIKE:
                alike.append((passage, indicator))


def _differ(draft: Draft, one: Indicator, other: Indicator) -> bool:
    """Return whether two indicators are meant to be the same figure and are not."""
    if one.amount.number == other.amount.number and one.amount.scale == other.amount.scale:
        return False
    values = sorted((one.amount.value, other.amount.value))
    if values[0] == values[1] or not one.names_the_same(other):
        return False
    years = {each.year or draft.report.year for each in (one, other)}
    coarsest = max(one.amount.step, other.amount.step)
    if len(years) > 1 or (one.amount.step != other.amount.step and values[1] - values[0] < coarsest):
        return False
    both, either = one.whole_year and other.whole_year, one.whole_year or other.whole_year
    similar = values[1] <= values[0] * _SIMILAR or sorted(one.amount.number) == sorted(other.amount.number)
    if one.name != other.name:
        return similar and not one.repeated and not other.repeated
    if one.repeated or both:
        return both
    if one.amount.money:
        return either and similar
    if one.unique:
        return either or similar
    return similar and len(one.name) >= _LONG and (either or one.amount.unit in _CASES)
