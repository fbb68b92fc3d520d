"""Checks of the letter N: one indicator with two values."""

from __future__ import annotations

from collections.abc import Iterator

from models.checks.finding import Draft, Passage, Severity
from models.checks.registry import Hit, check, hit_in, place_in
from models.domain.report import SectionKey
from models.domain.source_document import Role
from models.text.indicators import Indicator, find_indicators

_SKIPPED = frozenset({Role.HEAD, Role.RECIPIENTS, Role.SIGNATURE, Role.COLOPHON, Role.ATTACHMENT})


@check(
    "N005", slug="number-conflict", severity=Severity.ERROR, basis="《统计法》：统计资料真实、准确；同一指标全文一致",
    message="“{name}”这里是{here}，前面是{there}，同一指标前后不一。请查原始台账，改成同一个数；口径不同的写明口径。",
)
def one_indicator_with_two_values(draft: Draft) -> Iterator[Hit]:
    """One indicator of one period has one value throughout the report."""
    first: dict[tuple[str, str], tuple[Passage, Indicator]] = {}
    for passage in draft.passages:
        if passage.role in _SKIPPED or passage.section is SectionKey.PLAN:
            continue
        for indicator in find_indicators(passage.text):
            key = (indicator.name, indicator.amount.unit)
            known = first.setdefault(key, (passage, indicator))
            if known[1].amount.value != indicator.amount.value and _comparable(draft, known[1], indicator):
                amount, other = indicator.amount, known[1].amount
                hit = hit_in(
                    passage, amount.start, amount.end, name=indicator.name, here=amount.printed, there=other.printed
                )
                yield hit._replace(others=(place_in(known[0], other.start, other.end),))


def _comparable(draft: Draft, one: Indicator, other: Indicator) -> bool:
    """Return whether two indicators of one name are meant to be the same figure."""
    years = {each.year or draft.report.year for each in (one, other)}
    if len(years) > 1 or one.amount.unit in ("人次", "次", "场", "期") and not (one.whole_year and other.whole_year):
        return False
    rounded = min(one.amount.step, other.amount.step) != max(one.amount.step, other.amount.step)
    if rounded and abs(one.amount.value - other.amount.value) < max(one.amount.step, other.amount.step):
        return False
    return one.unique or (one.whole_year and other.whole_year)
