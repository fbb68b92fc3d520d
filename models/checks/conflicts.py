"""Checks of the letter N: one indicator with two values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from operator import is_, itemgetter
from typing import Any, NamedTuple, TypeAlias

from models.checks.finding import Draft, Passage, Severity
from models.checks.registry import Hit, check, hit_in, place_in
from models.domain.place import Place
from models.domain.report import SectionKey
from models.domain.source_document import Role
from models.text.indicators import Indicator, find_indicators, holds
from models.text.neighbours import find_neighbours
from models.text.quantities import counted_as
from models.text.row_figures import head_unit, row_figure
from models.text.slips import transposed
from models.text.stated_rates import find_stated_rates
from models.text.tables import BLANKS
from models.text.tellings import Telling, find_tellings

_ENDING = 4  # names that mean one thing end alike
_HEAD = 2
_MOST_ALIKE = 20
_MOST_KEPT = 4096  # keys
_LONG = 6
_SIMILAR = Decimal("1.25")  # a slip of the pen is near; what is far away was counted otherwise
_NEAR = Decimal("1.1")
_CASES = frozenset("件起宗例")
_SKIPPED = frozenset({Role.HEAD, Role.RECIPIENTS, Role.SIGNATURE, Role.COLOPHON, Role.ATTACHMENT})

Told: TypeAlias = Indicator | Telling
Differ: TypeAlias = Callable[[int, Any, Any], bool]  # the year of the report and two indicators of one kind


class Claim(NamedTuple):
    """An indicator with what it has in common with those it may contradict, and how that is told."""

    key: tuple[str, ...]
    indicator: Told
    differ: Differ


@check(
    "N005", slug="number-conflict", severity=Severity.ERROR, basis="《统计法》：统计资料真实、准确；同一指标全文一致",
    message="“{name}”这里是{here}，前面是{there}，同一指标前后不一。请查原始台账，改成同一个数；口径不同的写明口径。",
)
def one_indicator_with_two_values(draft: Draft) -> Iterator[Hit]:
    """One indicator of one period has one value throughout the report."""
    groups: dict[tuple[str, ...], list[tuple[int, Passage, Claim]]] = {}
    number = 0
    for passage, claims in _claims(draft):
        for claim in claims:
            groups.setdefault(claim.key, []).append((number, passage, claim))
            number += 1
    found = []
    for key, group in groups.items():
        if len(group) > 1:
            against = _COMPARED.outcome(key, draft.report.year, [claim for _, _, claim in group])
            found += [(*group[at], *group[other][1:]) for at, other in against]
    told: set[Place] = set()
    for _, passage, claim, first, there in sorted(found, key=itemgetter(0)):
        name, amount, other = claim.indicator.name, claim.indicator.amount, there.indicator.amount
        hit = hit_in(passage, amount.start, amount.end, name=name, here=amount.printed, there=other.printed)
        if hit.place not in told:
            told.add(hit.place)
            yield hit._replace(others=(place_in(first, other.start, other.end),))


class _Compared:
    """What came of comparing claims, kept until those of one key are others: who types changes one passage of many."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: dict[tuple[str, ...], tuple[int, Sequence[Claim], Sequence[tuple[int, int]]]] = {}

    def outcome(self, key: tuple[str, ...], year: int, claims: Sequence[Claim]) -> Sequence[tuple[int, int]]:
        """Return which of `claims`, all of `key`, contradict one before them, as the places of both."""
        kept = self._kept.get(key)
        if kept is not None and kept[0] == year and len(kept[1]) == len(claims) and all(map(is_, kept[1], claims)):
            return kept[2]
        outcome = tuple(_contradictions(year, claims))
        if len(self._kept) >= _MOST_KEPT:
            self._kept = {}
        self._kept[key] = year, claims, outcome
        return outcome


_COMPARED = _Compared()


def _contradictions(year: int, claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """Yield which of `claims` contradict one before them, as the places of both."""
    alike: list[int] = []
    for at, (_, indicator, differ) in enumerate(claims):
        other = next((each for each in alike if differ(year, claims[each].indicator, indicator)), None)
        if other is not None:
            yield at, other
        elif len(alike) < _MOST_ALIKE:
            alike.append(at)


def _claims(draft: Draft) -> Iterator[tuple[Passage, Sequence[Claim]]]:
    """Yield the passages that tell of the year, each with what it claims."""
    head = ""
    for passage in draft.passages:
        if passage.role in _SKIPPED or passage.section is SectionKey.PLAN:
            continue
        text = passage.text
        claims = _claims_of(text, passage.section)
        if "\t" in text or "|" in text or BLANKS in text:
            start, rows = 0, []
            for line in text.split("\n"):
                row = row_figure(line, start, head)
                head = head if row is not None else head_unit(line)
                start += len(line) + 1
                if row is not None:
                    rows.append(Claim(_key(row), row, _differ))
            claims = (*claims, *rows)
        else:
            head = ""
        yield passage, claims


@lru_cache(maxsize=2048)
def _claims_of(text: str, section: SectionKey | None) -> tuple[Claim, ...]:
    """Return what the sentences of `text`, which stands in the block `section`, claim."""
    claims = [Claim(_key(each), each, _differ) for each in find_indicators(text)]
    claims += [Claim(("率", each.name[-_ENDING:]), each, _rates_differ) for each in find_stated_rates(text)]
    for pair in find_neighbours(text):
        told = Indicator(pair.name, None, True, pair.second)
        claims.append(Claim(pair.key, told, _one_period if len(pair.first.number) > 2 else _slipped))
    claims += [Claim(each.key, each._replace(section=section or ""), _retold_otherwise) for each in find_tellings(text)]
    return tuple(claims)


def _key(indicator: Indicator) -> tuple[str, ...]:
    """Return what names of one matter have in common: how the thing ends, and the unit."""
    return indicator.matter.thing[-_HEAD:], counted_as(indicator.amount.unit)


def _one_period(year: int | None, one: Indicator, other: Indicator) -> bool:
    """Return whether two indicators are of one year and their figures differ by more than their rounding."""
    if one.amount.number == other.amount.number and one.amount.scale == other.amount.scale:
        return False
    gap = abs(one.amount.value - other.amount.value)
    coarsest = max(one.amount.step, other.amount.step)
    rounded = one.amount.step != other.amount.step and gap < coarsest
    return bool(gap) and not rounded and len({each.year or year for each in (one, other)}) == 1


def _differ(year: int | None, one: Indicator, other: Indicator) -> bool:
    """Return whether two indicators are meant to be the same figure and are not."""
    if not _one_period(year, one, other):
        return False
    if _of_all(one, other):
        return True
    if not (one.names_the_same(other) or _slip_of_one(year, one, other)):
        return _retold(year, one, other)
    values = sorted((one.amount.value, other.amount.value))
    if (one.stock or other.stock) and len(one.amount.number) == len(other.amount.number):
        return True
    both, either = one.whole_year and other.whole_year, one.whole_year or other.whole_year
    long, large = len(one.bare) >= _LONG, len(one.amount.number) > 2
    slip = (either or (long and large)) and (long or large) and _slipped(year, one, other)
    if slip or one.led != other.led:
        return slip or _led_more_than_all(one, other) or (both and one.bare.startswith("召开"))
    similar = values[1] <= values[0] * _SIMILAR or sorted(one.amount.number) == sorted(other.amount.number)
    if one.name != other.name:
        return similar and not one.repeated and not other.repeated
    if one.repeated or both:
        return both
    if one.amount.money:
        return either and similar
    if one.unique:
        return either or similar
    near = either and len(one.amount.number) > 2 and values[1] <= values[0] * _NEAR
    return near or (similar and len(one.name) >= _LONG and (either or one.amount.unit in _CASES))


def _of_all(one: Indicator, other: Indicator) -> bool:
    """Return whether one thing is told of the whole year and of the whole organ, with figures that are near."""
    if not (one.whole_year and other.whole_organ) and not (other.whole_year and one.whole_organ):
        return False
    if len(one.matter.thing) < _ENDING or not one.matter.may_be(other.matter):
        return False
    values = sorted((one.amount.value, other.amount.value))
    return values[1] <= values[0] * _SIMILAR and min(len(one.amount.number), len(other.amount.number)) > 1


def _slip_of_one(year: int | None, one: Indicator, other: Indicator) -> bool:
    """Return whether one name has a subject more than the other, and large figures differ by a slip alone."""
    short, long = sorted((one.bare, other.bare), key=len)
    same = len(one.amount.number) > 2 and len(long) - len(short) <= _LONG and long.endswith(short)
    return same and not holds("part_before", long[:len(long) - len(short)]) and _slipped(year, one, other)


def _led_more_than_all(one: Indicator, other: Indicator) -> bool:
    """Return whether one person led more of a thing than there was in the whole year."""
    led, every = (one, other) if one.led else (other, one)
    return every.whole_year and not every.led and led.amount.value > every.amount.value


def _retold(year: int | None, one: Indicator, other: Indicator) -> bool:
    """Return whether two indicators are one matter in other words, and their figures one figure in another order.

    Where both are told of the whole year and of a known thing, figures that are near are enough.
    """
    matter, same = one.matter, one.matter.may_be(other.matter)
    if not same:
        return False
    either, both = one.whole_year or other.whole_year, one.whole_year and other.whole_year
    if _slipped(year, one, other):
        named = same and bool(matter.act and other.matter.act) and len(matter.thing) > _ENDING
        certain = (either and len(matter.thing) >= _ENDING) or (named and not one.repeated and not other.repeated)
        return len(one.amount.number.replace(".", "")) > 2 or certain
    if either and same and one.unique and other.unique and matter.act and matter.act == other.matter.act:
        return not one.repeated and not other.repeated
    values = sorted((one.amount.value, other.amount.value))
    certain = same and both and bool(matter.act) and matter.act == other.matter.act
    return certain and not one.repeated and not other.repeated and values[1] <= values[0] * _SIMILAR


def _retold_otherwise(year: int | None, one: Telling, other: Telling) -> bool:
    """Return whether one matter is counted twice, in other words, and one of the figures is a slip."""
    return one.contradicts(other, year)


def _rates_differ(year: int | None, one: Indicator, other: Indicator) -> bool:
    """Return whether two rates of one name and one year differ."""
    return one.names_the_same(other) and _one_period(year, one, other)


def _slipped(year: int | None, one: Indicator, other: Indicator) -> bool:
    """Return whether the two figures are made of the same digits in another order."""
    return one.amount.scale == other.amount.scale and transposed(one.amount.number, other.amount.number)
