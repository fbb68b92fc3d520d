"""A stated growth or decline between two figures, and what the figures themselves give."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from models.text.clauses import Interval, interval_of, prints_as
from models.text.quantities import SHARE, TIMES, Amount

_HUNDRED = Decimal(100)


class Growth(NamedTuple):
    """A stated change between two figures. `sign` is 1 where the words say more, -1 where they say less."""

    start: int
    end: int
    before: Amount
    after: Amount
    sign: int
    change: Amount | None  # None: 翻番, or so many times the figure before
    words: str
    factor: Decimal = Decimal(2)  # how many times the figure before it should be, where `change` is None

    @property
    def difference(self) -> Decimal:
        """How much more the later figure is, in base units."""
        return self.after.value - self.before.value

    @property
    def turned(self) -> bool:
        """Whether the figures go the other way than the words."""
        return self.difference * self.sign < 0 or (not self.difference and self.change is not None
                                                   and self.change.value != 0)

    @property
    def computed(self) -> Decimal | None:
        """The change as the figures give it, in the unit of `change`; None where it cannot be told (from nothing)."""
        gap = abs(self.difference)
        if self.change is None or self.change.unit == TIMES or self.change.unit == SHARE:
            if not self.before.value:
                return None
            factor = _HUNDRED if self.change is not None and self.change.unit == SHARE else Decimal(1)
            return gap * factor / self.before.value
        return gap

    @property
    def right(self) -> bool:
        """Whether the stated change is what the figures give, rounded or cut off to its printed places."""
        if self.turned:
            return False
        if self.change is None:
            return self.computed is None or self._times_right
        if self.computed is None:
            return True
        one, other = interval_of(self.before), interval_of(self.after)
        if self.change.unit in (SHARE, TIMES) and self.before.unit != SHARE:
            ratios = [abs(high / low - 1) for low in one for high in other if low > 0]
            factor = _HUNDRED if self.change.unit == SHARE else Decimal(1)
            return prints_as(Interval(min(ratios) * factor, max(ratios) * factor), self.change.number)
        return abs(self.computed - self.change.value) <= self._slack

    @property
    def _slack(self) -> Decimal:
        """How far a difference may be off: a change is rounded or cut off, figures are rounded by half a place."""
        change = self.change.step if self.change is not None else Decimal(0)
        steps = (self.before.step, self.after.step)
        finest, coarsest = min(*steps, change), max(*steps, change)
        if coarsest == finest:
            return coarsest if finest < Decimal("0.1") else Decimal(0)
        return coarsest if change == coarsest else coarsest / 2 * steps.count(coarsest) + change / 2

    @property
    def _times_right(self) -> bool:
        """Whether the later figure is `factor` times the earlier one: 翻番 about so, 倍 rounded or cut off."""
        if "翻" in self.words:
            return self.after.value >= self.factor * self.before.value * Decimal("0.95")
        one, other = interval_of(self.before), interval_of(self.after)
        ratios = [high / low for low in one for high in other if low > 0]
        return not ratios or prints_as(Interval(min(ratios), max(ratios)), f"{self.factor:f}")


class LoneChange(NamedTuple):
    """A stated change of `after` whose base is not told; `sign` as in `Growth`."""

    after: Amount
    change: Amount
    sign: int
    words: str

    def since(self, before: Amount) -> Growth:
        """Return the growth it would be if the base were `before`."""
        return Growth(
            self.after.start, self.change.end, before, self.after, self.sign, self.change, self.words
        )
