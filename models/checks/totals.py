"""Checks of the letter N: totals against their stated parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from models.checks.finding import Draft, Severity
from models.checks.registry import Hit, check, hit_in
from models.resources import read_yaml
from models.text.breakdowns import Breakdown, Form, find_breakdowns
from models.text.classes import classes_told
from models.text.clauses import Interval, prints_as
from models.text.listings import without_names
from models.text.pattern import Pattern
from models.text.quantities import SHARE, between, find_figures
from models.text.remainders import find_balances
from models.text.slips import transposed

_TOLD = 16  # how far behind the parts it may be told that they overlap
_RATE_NEAR = 16
_PEOPLE = frozenset("人名位")
_OTHER_YEAR = Pattern(r"(?:19|20)\d\d ?年")


@check(
    "N001", slug="sum-mismatch", severity=Severity.ERROR, local=True, basis="行政执法统计年报口径：分项之和等于合计；条例第十九条：数据准确",
    message="{label}{total}与分项对不上：{parts}={sum}，不是{stated}，{difference}。请核对总数和各分项{units}。",
)
def total_is_not_the_sum_of_its_parts(draft: Draft) -> Iterator[Hit]:
    """A total equals the sum of the parts stated with it, where they are meant to be all of it."""
    for passage in draft.passages:
        for breakdown in _wrong_breakdowns(passage.text):
            yield hit_in(passage, breakdown.start, breakdown.end, **_words(breakdown))


@lru_cache(maxsize=2048)
def _wrong_breakdowns(text: str) -> tuple[Breakdown, ...]:
    """Return the totals in `text` that are not the sum of their parts, though they are meant to be."""
    wrong = [each for each in find_breakdowns(text) if not each.adds_up and meant_to_add_up(each, text)]
    balances = find_balances(text) if wrong else ()  # what came over from the year before is no part of the total
    return tuple(
        each for each in wrong if not any(one.start <= each.start and each.end <= one.end for one in balances)
    )


def meant_to_add_up(breakdown: Breakdown, text: str) -> bool:
    """Return whether the parts are meant to be the whole of the total, not examples or overlapping traits."""
    if breakdown.form is Form.MADE:
        return Decimal("0.5") < breakdown.sum / breakdown.total.value < 2 if breakdown.total.value else False
    labels = [part.label for part in breakdown.parts]
    told = classes_told(labels)
    if told and breakdown.form is not Form.CLASSES:
        breakdown = breakdown._replace(form=Form.CLASSES, exhaustive=True)
    if told is False and breakdown.sum < breakdown.total.value and breakdown.form is Form.AMONG:
        return False
    if not told and _overlapping(breakdown, labels, text):
        return False
    if breakdown.form is Form.CLASSES:
        return _classes_meant_to_add_up(breakdown)
    share = breakdown.sum / breakdown.total.value if breakdown.total.value else Decimal(2)
    compared = any(_OTHER_YEAR.search(label) or _holds("other_years", without_names(label)) for label in labels)
    if share_told(text, breakdown) or (compared and (share > 1 or breakdown.form is Form.LIST)):
        return False
    return _not_too_much(breakdown, labels, share) if share > 1 else _nothing_left_out(breakdown, labels, share, text)


def _not_too_much(breakdown: Breakdown, labels: list[str], share: Decimal) -> bool:
    """Return whether parts that make more than the total are so near it that they are its parts at all."""
    certain = breakdown.form in (Form.SUM, Form.RESPECTIVELY) or breakdown.segmented or _same_ending(labels)
    return share < (2 if certain else Decimal("1.4"))


def _nothing_left_out(breakdown: Breakdown, labels: list[str], share: Decimal, text: str) -> bool:
    """Return whether parts that make less than the total are meant to be all of it."""
    few = share < Decimal("0.85") or len(labels) < 3
    if breakdown.form is Form.INCLUDING and few and not _slip(breakdown):
        return False
    if text[breakdown.end:breakdown.end + 6].lstrip("以上，、； ").startswith("等"):
        return False
    if breakdown.form is Form.SUM:
        return share >= Decimal("0.5")
    if any(_holds("rest", label) for label in labels):
        return True
    ordinary = any(_holds("ordinary", label) for label in labels)
    if not ordinary and any(_holds("incomplete", label) for label in labels):
        return False
    return share >= _least_share(breakdown, labels) or _slip(breakdown)


def share_told(text: str, breakdown: Breakdown) -> bool:
    """Return whether the rate right behind the parts is what they make of the total: 860件，甲512件、乙298件，办结率94.2%."""
    behind = between(find_figures(text), breakdown.end, breakdown.end + _RATE_NEAR)
    if not behind or behind[0].unit != SHARE or not breakdown.total.value or breakdown.adds_up:
        return False
    share = breakdown.sum * 100 / breakdown.total.value
    return prints_as(Interval(share, share), behind[0].number)


def _slip(breakdown: Breakdown) -> bool:
    """Return whether the digits of the sum stand in another order in the total: 281 for 218."""
    total = breakdown.total
    return len(total.number) > 2 and transposed(total.in_scale(breakdown.sum), total.number)


def _least_share(breakdown: Breakdown, labels: list[str]) -> Decimal:
    """Return how much of the total the parts must make to be meant as all of it."""
    if breakdown.form is Form.RESPECTIVELY:
        return Decimal("0.6")
    if _same_ending(labels):
        if breakdown.segmented:
            return Decimal("0.6")
        return Decimal("0.7") if len(labels) > 2 else Decimal("0.85")
    if breakdown.segmented:
        return Decimal("0.75")
    if _holds("summing", breakdown.label):
        return Decimal("0.8")
    return Decimal("0.75") if len(labels) > 2 else Decimal("0.9")


def _overlapping(breakdown: Breakdown, labels: list[str], text: str) -> bool:
    """Return whether the parts are traits that overlap, so that their sum says nothing."""
    if breakdown.total.unit in _PEOPLE and any(_holds("overlapping", label) for label in labels):
        return True
    if breakdown.sum <= breakdown.total.value:
        return False
    if breakdown.sum > breakdown.total.value * Decimal("1.1") and any(
        sum(any(word in label for word in group) for label in labels) > 1
        for group in read_yaml("wording", "breakdowns.yaml")["together"]
    ):
        return True
    whole = any(part.amount.value == breakdown.total.value for part in breakdown.parts)
    return whole or _holds("overlap_told", text[breakdown.end:breakdown.end + _TOLD])


def _classes_meant_to_add_up(breakdown: Breakdown) -> bool:
    """Return whether classes listed without 其中 are the whole of the total: all there are, or nearly so."""
    if not breakdown.total.value:
        return False
    share = breakdown.sum / breakdown.total.value
    if breakdown.exhaustive:
        return Decimal("0.5") < share < 2
    return 1 < share < Decimal("1.5") or (len(breakdown.parts) > 2 and Decimal("0.85") <= share < 1)


def _same_ending(labels: list[str]) -> bool:
    """Return whether all labels end in the same two characters: 客运处罚, 货运处罚."""
    return all(len(label) > 1 for label in labels) and len({label[-2:] for label in labels}) == 1


def _words(breakdown: Breakdown) -> dict[str, str]:
    """Return the words of the message."""
    total = breakdown.total
    unit = f"{total.scale}{total.unit}"
    difference = breakdown.sum - total.value
    others = sorted({part.amount.unit for part in breakdown.parts} - {total.unit})
    return {
        "label": re.sub(r"^.*[，。；：、]", "", breakdown.label)[-14:] or "合计",
        "total": total.printed,
        "sum": total.in_scale(breakdown.sum),
        "stated": total.number,
        "parts": "+".join(total.in_scale(part.amount.value) for part in breakdown.parts),
        "difference": f"{'多' if difference > 0 else '少'}了{total.in_scale(abs(difference))}{unit}",
        "units": f"，并统一计量单位（“{total.unit}”和“{'”“'.join(others)}”混用）" if others else "",
    }


def _holds(kind: str, label: str) -> bool:
    """Return whether `label` holds one of the words of `kind` in `resources/wording/breakdowns.yaml`."""
    return any(word in label for word in read_yaml("wording", "breakdowns.yaml")[kind])
