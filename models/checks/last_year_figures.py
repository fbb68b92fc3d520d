"""Checks of the letter N: figures of the year before against those in last year's report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TypeAlias

from models.checks.finding import Draft, Passage, Severity
from models.checks.passages import passages_of_report
from models.checks.registry import Hit, check, hit_in
from models.domain.report import Report, SectionKey
from models.domain.standard import Standard
from models.text.growth import find_growth, find_lone_changes
from models.text.indicators import Indicator, find_indicators
from models.text.quantities import Amount

Name: TypeAlias = tuple[str, str]  # the name of an indicator and its unit


@check(
    "N010", slug="yoy-mismatch", severity=Severity.ERROR, local=True, basis="《统计法》：统计资料真实、准确；上年数与上一年度报告一致",
    message="“{name}”：上一年度报告写的是{known}，{said}。请核对两年的数和增减的数；上年数改过的，说明口径。",
)
def figure_of_last_year_differs(draft: Draft) -> Iterator[Hit]:
    """What is said of last year agrees with last year's report, as far as both name one indicator."""
    if draft.previous is None or draft.previous.year != draft.report.year - 1:
        return
    known = _figures_of(draft.previous, draft.standard)
    for passage in draft.passages if known else ():
        yield from _differing(passage, known)


def _differing(passage: Passage, known: Mapping[Name, Amount]) -> Iterator[Hit]:
    """Yield the places of `passage` that contradict the figures `known` of last year."""
    names = {each.amount.start: each for each in find_indicators(passage.text) if _certain(each)}
    for growth in find_growth(passage.text) if names else ():
        name, before = _known(names, growth.after, known)
        if before is not None and growth.right and _apart(before, growth.before):
            said = f"这里写上年是{growth.before.printed}"
            yield hit_in(passage, growth.start, growth.end, name=name, known=before.printed, said=said)
    for lone in find_lone_changes(passage.text) if names else ():
        name, before = _known(names, lone.after, known)
        if before is not None and before.value and not lone.since(before).right:
            said = f"到今年的{lone.after.printed}不是{lone.words}{lone.change.printed}"
            yield hit_in(passage, lone.after.start, lone.change.end, name=name, known=before.printed, said=said)


def _known(
    names: Mapping[int, Indicator], amount: Amount, known: Mapping[Name, Amount]
) -> tuple[str, Amount | None]:
    """Return the name of the indicator at `amount` and its figure last year; None where either is not known."""
    indicator = names.get(amount.start)
    return ("", None) if indicator is None else (indicator.name, known.get((indicator.name, amount.unit)))


def _certain(indicator: Indicator) -> bool:
    """Return whether there is but one such figure in a year."""
    return indicator.whole_year and (indicator.unique or not indicator.repeated)


def _apart(one: Amount, other: Amount) -> bool:
    """Return whether two figures differ by more than their rounding."""
    rounding = max(one.step, other.step) if one.step != other.step else 0
    return one.value != other.value and abs(one.value - other.value) >= rounding


@lru_cache(maxsize=8)
def _figures_of(report: Report, standard: Standard) -> Mapping[Name, Amount]:
    """Return the certain figures of `report` by name and unit, without those it gives twice and differently."""
    found: dict[Name, Amount | None] = {}
    for passage in passages_of_report(report, standard):
        if passage.section is SectionKey.PLAN:
            continue
        for indicator in find_indicators(passage.text):
            if _certain(indicator) and indicator.year in (None, report.year):
                name = (indicator.name, indicator.amount.unit)
                first = found.setdefault(name, indicator.amount)
                if first is not None and first.value != indicator.amount.value:
                    found[name] = None
    return MappingProxyType({name: amount for name, amount in found.items() if amount is not None})
