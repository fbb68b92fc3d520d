"""Figures every report gives, in many words: 受理政府信息公开申请 and 收到依申请公开 are one figure of the year.

The words stand in `resources/wording/standing.yaml`. Only the whole name of an indicator counts: a word more
(涉企, 重点领域) makes it another figure. What one person led may be a part of all there was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from models.compiled_data import compiled, packed, unpacked
from models.resources import parse_yaml, read_yaml, resource_path
from models.text.acts import words_of_acts
from models.text.indicators import Indicator, named, without_fillings
from models.text.pattern import Pattern
from models.text.quantities import Amount, counted_as
from models.text.slips import transposed

_NEAR = Decimal("1.25")
_MARKS = str.maketrans("", "", "“”‘’、·（）()")
_REGION = Pattern("[全我][省市县区州旗镇乡]|辖区")
REGION = "全地区"
_PERSONAL = frozenset({"负责人出庭应诉", "集体学法", "法治讲座"})
_OF_A_PERSON = "first_responsible"  # the block that tells what one person did
_KEYS = frozenset({"name", "kind", "acts", "things", "units"})


class Kind(StrEnum):
    """Of what such a figure is: what there is, what was done in the year, what is done several times a year.

    NEAR: of any of these, where only figures that are near are meant to be one.
    """

    STOCK = "stock"
    ONCE = "once"
    SEVERAL = "several"
    NEAR = "near"


class Figure(NamedTuple):
    """A figure every report gives: its usual name, of what kind it is, and the units it is counted in."""

    name: str
    kind: Kind
    units: frozenset[str]

    @property
    def personal(self) -> bool:
        """Whether it is of what one person may do a part of: to stand in court, to learn with others."""
        return self.name in _PERSONAL


class FiguresTold(NamedTuple):
    """All such figures, and their numbers by what is `said` of them, and by the things that name them `alone`."""

    figures: Sequence[Figure]
    said: Mapping[str, str]
    alone: Mapping[str, str]


class Standing(NamedTuple):
    """Such a figure as it is told: `name` as there, `led` of what one person took part in, `section` its block.

    `owner` is whose figure it is: REGION, the part of the organ that is named, or empty, which is mostly the organ.
    """

    figure: Figure
    name: str
    year: int | None
    whole: bool
    led: bool
    owner: str
    amount: Amount
    section: str

    @property
    def key(self) -> tuple[str, ...]:
        """What is the same where the same is told again."""
        unit = self.amount.unit
        return "册", self.figure.name, "件" if unit in words_of_acts().documents else counted_as(unit)

    def contradicts(self, other: Standing) -> bool:
        """Return whether two tellings of one figure and one year, which differ, cannot both be right."""
        of_all = REGION in (self.owner, other.owner) and self.figure.kind in (Kind.STOCK, Kind.NEAR)  # 督促全县配齐
        if self.owner != other.owner and self.owner and other.owner:
            return False
        if self.led != other.led and not of_all:  # one person does no more than all
            led, every = (self, other) if self.led else (other, self)
            return self.figure.personal and not every.owner and led.amount.value > every.amount.value
        either, both = self.whole or other.whole, self.whole and other.whole
        less, more = sorted((self.amount.value, other.amount.value))
        near = more <= less * _NEAR or transposed(self.amount.number, other.amount.number)
        if not near and (self.owner != other.owner or self.figure.kind is Kind.NEAR):
            return False
        if self.figure.kind is Kind.SEVERAL:
            return both or (either and near and self.section != other.section)
        return self.figure.kind is Kind.STOCK or either or near


def find_standing(indicators: Sequence[Indicator], section: str) -> Iterator[Standing]:
    """Yield those of `indicators`, told in the block `section`, that every report gives."""
    for each in indicators:
        lead, said = _taken_apart(each.name)
        known = figures_by(figures_told().said, said)
        figure = next((one for one in known if each.amount.unit in one.units), None)
        if figure is not None:
            own = section == _OF_A_PERSON and figure.personal
            led = own or words_of_acts().led.search(lead) is not None
            yield Standing(
                figure, each.name, each.year, each.whole_year, led, owner_of(lead), each.amount, section)


@lru_cache(maxsize=4096)
def _taken_apart(name: str) -> tuple[str, str]:
    """Return who is said to have done what `name` says, and the rest of it."""
    plain = name.translate(_MARKS)
    if plain in figures_told().said:
        return "", plain
    lead = _leads().match(plain)[0]  # type: ignore[index]  # matches nothing at least
    return lead, plain[len(lead):]


@lru_cache(maxsize=256)
def owner_of(lead: str) -> str:
    """Return whose figure it is that `lead` stands before."""
    if _REGION.search(lead) is not None:
        return REGION
    return _nobody().sub("", words_of_acts().subjects.sub("", lead))


@cache
def _nobody() -> re.Pattern[str]:
    """Return the words before a figure that do not make it the figure of a part: who led it, who advised."""
    return re.compile("|".join(sorted((*_leading(), "法律顾问"), key=len, reverse=True)))


@cache
def _leads() -> re.Pattern[str]:
    leads = sorted((*read_yaml("wording", "indicators.yaml")["subjects"], *_leading()), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(leads)})*")


def _leading() -> tuple[str, ...]:
    """Return the words by which one is said to have led what was done."""
    return *read_yaml("wording", "indicators.yaml")["leaders"], *read_yaml("wording", "tellings.yaml")["led"]


def figures_by(words: Mapping[str, str], said: str) -> Iterator[Figure]:
    """Yield the figures that `said` stands for in `words`, which are some of `figures_told`."""
    return (figures_told().figures[int(number)] for number in words.get(said, "").split())


@cache
def figures_told() -> FiguresTold:
    """Return the figures with what is said of them, read from YAML only when that or what it goes by has changed."""
    rows, said, alone = compiled(
        resource_path("wording", "standing.yaml"), _prepared, resource_path("wording", "indicators.yaml"), __file__,
        Path(__file__).with_name("indicators.py"))
    figures = [Figure(name, Kind(kind), frozenset(units)) for name, kind, units in rows]
    return FiguresTold(figures, unpacked(*said), unpacked(*alone))


def _prepared(source: str) -> tuple[list[tuple[str, str, list[str]]], tuple[str, str], tuple[str, str]]:
    """Return the figures of the YAML `source`; ValueError names an entry that is wrong or says what another says."""
    rows: list[tuple[str, str, list[str]]] = []
    told: dict[str, list[int]] = {}
    alone: dict[str, list[int]] = {}
    for number, entry in enumerate(parse_yaml(source)):
        if set(entry) != _KEYS:
            raise ValueError(f"wording/standing.yaml, {entry.get('name')}: unknown or missing keys in {sorted(entry)}")
        rows.append((entry["name"], Kind(entry["kind"]).value, entry["units"]))
        for said in _said(entry["acts"], entry["things"]):
            known = told.setdefault(said, [])
            if any(not set(entry["units"]).isdisjoint(rows[other][2]) for other in known):
                raise ValueError(f"wording/standing.yaml, {entry['name']}: {said} is said of {rows[known[0]][0]} too")
            known.append(number)
        for thing in entry["things"] if "" in entry["acts"] else ():
            alone.setdefault(thing, []).append(number)
    return rows, _by_number(told), _by_number(alone)


def _by_number(figures: Mapping[str, Sequence[int]]) -> tuple[str, str]:
    return packed({said: " ".join(map(str, numbers)) for said, numbers in figures.items()})


def _said(acts: Sequence[str], things: Sequence[str]) -> set[str]:
    """Return what is said of `things` and what is done with them, as indicators are named."""
    plain = [without_fillings(thing.translate(_MARKS)) for thing in things]
    return {
        named(each) for act in {*map(without_fillings, acts)} for thing in plain for each in (act + thing, thing + act)
    }
