"""One figure over the years: what the reports of an organ say of it, year by year, with the change.

A figure is an indicator as `models.text.indicators` reads it, in running text or in a row of a table. Two reports speak
of one figure when they name it alike and count it in the same unit. What a report says of another year is left out, as
are its plans; where one report gives several values, all are kept and no change is worked out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from models.domain.place import ATTACHMENTS, INTRODUCTION, Place, cell_field, duty_task, part_task
from models.domain.report import Attachment, Problem, Report, SectionKey, Topic
from models.text.indicators import Indicator, find_indicators
from models.text.quantities import Amount, plain
from models.text.row_figures import head_unit, row_figure

_CELL_MARK = " | "
_PERCENT_STEP = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Point:
    """What one report says: its `amounts`, more than one when it contradicts itself, and where the first stands."""

    year: int
    report_id: str
    amounts: tuple[Amount, ...]
    place: Place

    @property
    def value(self) -> Decimal | None:
        """The value in base units (元 for money); None when the report gives several."""
        return self.amounts[0].value if len(self.amounts) == 1 else None

    @property
    def words(self) -> str:
        """The figure as the report prints it, all of them where it gives several."""
        return "、".join(amount.printed for amount in self.amounts)


@dataclass(frozen=True, slots=True)
class Series:
    """A figure by its `name` and `unit`, with its `points` from the earliest year to the latest."""

    name: str
    unit: str
    points: tuple[Point, ...]

    def change(self, at: int) -> str:
        """Return in words how the point `at` differs from the year before; why it cannot be told, where it cannot."""
        here = self.points[at]
        before = self.points[at - 1] if at and self.points[at - 1].year == here.year - 1 else None
        if before is None:
            return "" if at == 0 else "上一年没有这个数"
        if here.value is None or before.value is None:
            return "同一份报告里有几个数，不比较"
        return change_words(before.value, here.amounts[0])


def change_words(before: Decimal, after: Amount) -> str:
    """Return how `after` differs from the value `before`, e.g. 增加 12件（10.7%）."""
    difference = after.value - before
    if not difference:
        return "持平"
    verb = "增加" if difference > 0 else "减少"
    words = f"{verb} {after.in_scale(abs(difference))}{after.scale}{after.unit}"
    if not before:
        return words
    share = (abs(difference) / before * 100).quantize(_PERCENT_STEP, ROUND_HALF_UP)
    return f"{words}（{plain(share)}%）"


def figure_series(reports: Iterable[Report]) -> tuple[Series, ...]:
    """Return the figures of `reports`, one report a year: those of most years first, then as the latest names them."""
    points: dict[tuple[str, str], dict[int, Point]] = {}
    order: dict[tuple[str, str], int] = {}
    for report in sorted(reports, key=lambda each: each.year, reverse=True):
        for indicator, place in _figures_of(report):
            key = (indicator.bare, indicator.amount.unit)
            order.setdefault(key, len(order))
            years = points.setdefault(key, {})
            years[report.year] = _with(years.get(report.year), report, indicator, place)
    made = [
        Series(name, unit, tuple(years[year] for year in sorted(years))) for (name, unit), years in points.items()]
    return tuple(sorted(made, key=lambda each: (-len(each.points), order[each.name, each.unit])))


def _with(point: Point | None, report: Report, indicator: Indicator, place: Place) -> Point:
    """Return `point` with what `indicator` says at `place`; a value that was given before is not given again."""
    amount = indicator.amount
    if point is None:
        return Point(report.year, report.id, (amount,), place)
    if any(each.value == amount.value for each in point.amounts):
        return point
    return replace(point, amounts=(*point.amounts, amount))


def _figures_of(report: Report) -> Iterator[tuple[Indicator, Place]]:
    """Yield what `report` says of its own year, in reading order."""
    for place, text in _running_texts(report):
        for indicator in find_indicators(text):
            if indicator.year in (None, report.year):
                amount = indicator.amount
                yield indicator, replace(place, start=amount.start, end=amount.end)
    for owner, task in _tables(report):
        yield from _row_figures(owner, task)


def _running_texts(report: Report) -> Iterator[tuple[Place, str]]:
    """Yield the texts in which a report tells what was done, with their places."""
    yield Place(INTRODUCTION, field="introduction"), report.introduction
    for part in report.parts:
        for entry in part.entries if part.key is not SectionKey.PLAN else ():
            if isinstance(entry, Topic | Problem):
                yield Place(part_task(part.id), entry.id, "text"), entry.text
    for duty in report.duties:
        yield Place(duty_task(duty.duty_id, duty.post), field="text"), duty.text
    for attachment in report.attachments:
        yield Place(ATTACHMENTS, attachment.id, "text"), attachment.text


def _tables(report: Report) -> Iterator[tuple[Topic | Attachment, str]]:
    """Yield what holds a table in `report`, with its task."""
    for part in report.parts:
        for entry in part.entries if part.key is not SectionKey.PLAN else ():
            if isinstance(entry, Topic) and entry.table:
                yield entry, part_task(part.id)
    for attachment in report.attachments:
        if attachment.table:
            yield attachment, ATTACHMENTS


def _row_figures(owner: Topic | Attachment, task: str) -> Iterator[tuple[Indicator, Place]]:
    """Yield the figures in the rows of the table of `owner`, each with its cell."""
    head = head_unit(_CELL_MARK.join(owner.table[0]))
    for row, cells in enumerate(owner.table):
        indicator = row_figure(_CELL_MARK.join(cells), 0, head)
        if indicator is not None:
            last = len(cells) - 1
            yield indicator, Place(task, owner.id, cell_field(row, last), 0, len(cells[last]))
