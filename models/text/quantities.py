"""Numbers with units in running text: 617起, 144.2158万元, 1,200余份 — exact values with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from models.resources import read_yaml
from models.text.pattern import Pattern

MONEY = "元"
_SCALES = {"": 1, "百": 100, "千": 1000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000}
_RANGE_MARKS = tuple("-—－~～至到")
_RANGE = Pattern(r"\d\s*[-—－~～至到]\s*$")


class Amount(NamedTuple):
    """A number with its unit, standing from `start` to `end` (the unit included).

    `number` is the figure without thousands separators, `scale` the 万 or 亿 before the unit.
    """

    start: int
    end: int
    number: str
    scale: str
    unit: str
    approximate: bool = False

    @property
    def value(self) -> Decimal:
        """The exact value in base units: 元 for money."""
        return Decimal(self.number) * _SCALES[self.scale]

    @property
    def step(self) -> Decimal:
        """What one unit of the last printed digit is worth: 1000 for 62.2万元."""
        return Decimal(_SCALES[self.scale]).scaleb(-len(self.number.partition(".")[2]))

    @property
    def money(self) -> bool:
        """Whether it is an amount of money."""
        return self.unit == MONEY

    @property
    def printed(self) -> str:
        """The figure with scale and unit."""
        return f"{self.number}{self.scale}{self.unit}"

    def in_scale(self, value: Decimal) -> str:
        """Return `value` (base units) as a figure in this amount's scale: 62.2 for 622000 beside 万元."""
        return plain(value / _SCALES[self.scale])


def plain(value: Decimal) -> str:
    """Return `value` as a figure without exponent and needless zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def find_amounts(text: str) -> tuple[Amount, ...]:
    """Return every number with a known unit in `text`, in order; dates, shares and document numbers are none."""
    return tuple(_amounts(text))


def _amounts(text: str) -> Iterator[Amount]:
    amount, before = _patterns()
    for match in amount.finditer(text):
        lead = text[max(0, match.start() - 6):match.start()].rstrip()
        yield Amount(
            match.start(), match.end("unit"), match["number"].replace(",", ""), match["scale"] or "",
            MONEY if match["unit"].startswith(MONEY) else match["unit"],
            bool(match["more"] or match["odd"] or match["after"])
            or lead.endswith(before) or (lead.endswith(_RANGE_MARKS) and _RANGE.search(lead) is not None),
        )


@cache
def _patterns() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return the form of an amount and the words before an approximate one (`resources/wording/units.yaml`)."""
    data = read_yaml("wording", "units.yaml")
    units = []
    for unit in sorted((*data["counts"], *data["money"]), key=len, reverse=True):
        stops = data["not_before"].get(unit)
        units.append(f"{unit}(?!{'|'.join(stops)})" if stops else unit)
    amount = re.compile(
        r"(?<![\d.．A-Za-z〔第])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?) ?"
        rf"(?P<more>[余多])?(?P<scale>百万|千万|[百千万亿])?(?P<odd>[余多])? ?(?P<unit>{'|'.join(units)})"
        rf"(?P<after>{'|'.join(data['approximate_after'])})?"
    )
    return amount, tuple(data["approximate_before"])
