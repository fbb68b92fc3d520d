"""Checks of the letter N: one indicator with two values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any, NamedTuple, TypeAlias

from models.checks.finding import Draft, Passage, Severity
from models.checks.grouping import Grouped, Part
from models.checks.once import LastTime, once_for_each
from models.checks.registry import Hit, check, hit_in, place_in
from models.domain.place import Place
from models.domain.report import SectionKey
from models.domain.source_document import Role
from models.text.exchanged import Exchanged, find_exchanged
from models.text.indicators import Indicator, find_indicators, holds
from models.text.neighbours import find_neighbours
from models.text.quantities import counted_as
from models.text.row_figures import head_unit, row_figure
from models.text.slips import transposed
from models.text.standing import Standing, find_standing
from models.text.standing_behind import find_leaders_part, find_standing_behind
from models.text.taken_up import Pointed, find_pointed
from models.text.stated_rates import find_stated_rates
from models.text.tables import BLANKS
from models.text.tellings import Telling, find_tellings

_ENDING = 4  # names that mean one thing end alike
_HEAD = 2
_MOST_ALIKE = 20
_LONG = 6
_SIMILAR = Decimal("1.25")  # a slip of the pen is near; what is far away was counted otherwise
_NEAR = Decimal("1.1")
_CASES = frozenset("件起宗例")
_SKIPPED = frozenset({Role.HEAD, Role.RECIPIENTS, Role.SIGNATURE, Role.COLOPHON, Role.ATTACHMENT})

_ROWS: LastTime[tuple[Part[Claim], str]] = LastTime()  # what was not touched stays the very same part

Told: TypeAlias = Exchanged | Indicator | Pointed | Standing | Telling
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
    told: set[Place] = set()
    for hit in _COMPARED.outcomes(draft.report.year, _parts(draft.passages)):
        if hit.place not in told:
            told.add(hit.place)
            yield hit


def _contradictions(year: int, claims: Sequence[tuple[Passage, Claim]]) -> Iterator[tuple[int, Hit]]:
    """Yield which of `claims`, all of one key, contradict one before them, each with its hit."""
    alike: list[tuple[Passage, Told]] = []
    for at, (passage, (_, indicator, differ)) in enumerate(claims):
        other = next((each for each in alike if differ(year, each[1], indicator)), None)
        if other is not None:
            yield at, _hit(passage, indicator, *other)
        elif len(alike) < _MOST_ALIKE:
            alike.append((passage, indicator))


_COMPARED = Grouped(_contradictions)


def _hit(passage: Passage, indicator: Told, first: Passage, there: Told) -> Hit:
    """Return the hit on `indicator` in `passage`, which is told otherwise in `first`."""
    amount, other = indicator.amount, there.amount
    hit = hit_in(passage, amount.start, amount.end, name=indicator.name, here=amount.printed, there=other.printed)
    unsure = Severity.WARNING if isinstance(indicator, Exchanged | Pointed) else None
    return hit._replace(others=(place_in(first, other.start, other.end),), severity=unsure)


def _parts(passages: Sequence[Passage]) -> Sequence[Part[Claim]]:
    """Return the passages that tell of the year, each with what it claims, the rows of tables by themselves."""
    parts, tables = _claims(passages), {id(passage) for passage in _tables(passages)}
    if not tables:
        return parts
    once, head, found = _ROWS.round(), "", []
    for part in parts:
        found.append(part)
        if id(part.passage) in tables:
            rows, head = once(part.passage, head, partial(_rows, part.passage, head))
            found.append(rows)
        else:
            head = ""
    return found


@once_for_each
def _claims(passage: Passage) -> Sequence[Part[Claim]]:
    """Return what the sentences of `passage` claim of the year, if it tells of it."""
    if passage.role in _SKIPPED or passage.section is SectionKey.PLAN:
        return ()
    return (Part(passage, _claims_of(passage.text, passage.section)),)


@once_for_each
def _tables(passage: Passage) -> Sequence[Passage]:
    """Return `passage` if there may be rows of a table in it."""
    return (passage,) if "\t" in passage.text or "|" in passage.text or BLANKS in passage.text else ()


def _rows(passage: Passage, head: str) -> tuple[Part[Claim], str]:
    """Return what the rows in `passage` claim, behind a table head that gives the unit `head`; and the unit behind."""
    start, rows = 0, []
    for line in passage.text.split("\n"):
        row = row_figure(line, start, head)
        head = head if row is not None else head_unit(line)
        start += len(line) + 1
        if row is not None:
            rows.append(Claim(_key(row), row, _differ))
    return Part(passage, rows), head


@lru_cache(maxsize=2048)
def _claims_of(text: str, section: SectionKey | None) -> tuple[Claim, ...]:
    """Return what the sentences of `text`, which stands in the block `section`, claim."""
    indicators = find_indicators(text)
    claims = [Claim(_key(each), each, _differ) for each in indicators]
    standing = list(find_standing(indicators, section or ""))
    standing += find_standing_behind(text, section or "", {each.amount.start for each in standing})
    standing += find_leaders_part(text, section or "")
    claims += [Claim(each.key, each, _standing_differ) for each in standing]
    claims += [Claim(each.key, each, _pointed_differ) for each in find_pointed(text)]
    claims += [Claim(("率", each.name[-_ENDING:]), each, _rates_differ) for each in find_stated_rates(text)]
    for pair in find_neighbours(text):
        told = Indicator(pair.name, None, True, pair.second)
        claims.append(Claim(pair.key, told, _one_period if len(pair.first.number) > 2 else _slipped))
    tellings = [each._replace(section=section or "") for each in find_tellings(text)]
    claims += [Claim(each.key, each, _retold_otherwise) for each in tellings]
    claims += [Claim(each.slip_key, each, _slip_of_a_telling) for each in tellings]
    claims += [Claim(each.key, each, _digits_exchanged) for each in find_exchanged(text)]
    return tuple(claims)


def _key(indicator: Indicator) -> tuple[str, ...]:
    """Return what names of one matter have in common: how the thing ends, and the unit."""
    return indicator.matter.thing[-_HEAD:], counted_as(indicator.amount.unit)


def _one_period(year: int | None, one: Indicator | Standing, other: Indicator | Standing) -> bool:
    """Return whether two indicators are of one year and their figures differ by more than their rounding."""
    if one.amount.number == other.amount.number and one.amount.scale == other.amount.scale:
        return False
    if (one.year or year) != (other.year or year):
        return False
    gap = abs(one.amount.value - other.amount.value)
    steps = one.amount.step, other.amount.step
    return bool(gap) and (steps[0] == steps[1] or gap >= max(steps))


def _differ(year: int | None, one: Indicator, other: Indicator) -> bool:
    """Return whether two indicators are meant to be the same figure and are not."""
    if not _akin(one, other) or not _one_period(year, one, other):
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


def _akin(one: Indicator, other: Indicator) -> bool:
    """Return whether two indicators may be one: they are of one thing, or one name has but words more before it."""
    first, second = one.bare, other.bare
    return first.endswith(second) or second.endswith(first) or one.matter.thing == other.matter.thing


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
    """Return whether one matter is counted twice, in other words, and the figures cannot both be right."""
    return one.contradicts(other, year)


def _slip_of_a_telling(year: int | None, one: Telling, other: Telling) -> bool:
    """Return whether one matter is counted twice, in other words, and one of the figures is a slip."""
    return one.slips_from(other, year)


def _rates_differ(year: int | None, one: Indicator, other: Indicator) -> bool:
    """Return whether two rates of one name and one year differ."""
    return one.names_the_same(other) and _one_period(year, one, other)


def _standing_differ(year: int | None, one: Standing, other: Standing) -> bool:
    """Return whether a figure every report gives is told twice of one year, and both cannot be right."""
    return _one_period(year, one, other) and one.contradicts(other)


def _pointed_differ(year: int | None, one: Pointed, other: Pointed) -> bool:
    """Return whether two figures that point back at one thing look like one and are not."""
    return one.contradicts(other)


def _digits_exchanged(year: int | None, one: Exchanged, other: Exchanged) -> bool:
    """Return whether one of two figures told with the same words has two digits in the wrong order."""
    return one.slips_from(other)


def _slipped(year: int | None, one: Indicator, other: Indicator) -> bool:
    """Return whether the two figures are made of the same digits in another order."""
    return one.amount.scale == other.amount.scale and transposed(one.amount.number, other.amount.number)
