"""The two figures of 由100件增加到120件, before the change it states or behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from models.resources import read_yaml
from models.text.periods import FILLING
from models.text.quantities import POINTS, SHARE, TIMES, Amount
from models.text.sentences import Span

_LONGEST_LINK = 16
_LONGEST_REST = 8


def fits(change: Amount, figure: Amount) -> bool:
    """Return whether `change` may be a change of `figure`: points of shares, shares of counts, counts of counts."""
    if figure.approximate or figure.weak or figure.unit in (POINTS, TIMES):
        return False
    if change.unit == POINTS:
        return figure.unit == SHARE
    if change.unit in (SHARE, TIMES):
        return figure.unit != SHARE
    return change.unit == figure.unit


def from_to(
    text: str, before: Sequence[Amount], verb: int, change: Amount, span: Span
) -> tuple[Amount, Amount] | None:
    """Return the figures of 由100件增加到120件 right before the `verb` of the change; None when there are none."""
    for one, other in zip(before[-2:], before[-1:], strict=False):
        gap, lead = text[one.end:other.start], text[max(span.start, one.start - 24):one.start]
        opening = max(lead.rfind(mark) for mark in ("由", "从", "将", "把"))
        if opening < 0 or any(mark in lead[opening:] for mark in "，；。") or not _to_verb().search(gap):
            continue
        near = same_change(text[other.end:verb], lead[:opening])
        if near and one.unit == other.unit and fits(change, one) and fits(change, other):
            return one, other
    return None


def same_change(said: str, name: str) -> bool:
    """Return whether `said`, between the figures and their change, names nothing else than `name` before them."""
    if "；" in said or "。" in said:
        return False
    rest = FILLING.sub("", _compared_words().sub("", said))
    return len(rest) <= 2 or (len(rest) <= _LONGEST_REST and rest[:2] in name)


def from_to_behind(text: str, behind: Sequence[Amount], change: Amount) -> tuple[Amount, Amount] | None:
    """Return the figures of 增长50%，由上年的60件增加到90件; None when they do not follow the change directly."""
    if len(behind) < 2:
        return None
    one, other = behind
    said = text[change.end:one.start]
    if not said.startswith(("，由", "，从", "，即由", "，即从")) or len(said) > _LONGEST_LINK or one.unit != other.unit:
        return None
    fitting = fits(change, one) and fits(change, other) and _to_verb().search(text[one.end:other.start])
    return (one, other) if fitting else None


@cache
def _compared_words() -> re.Pattern[str]:
    return re.compile("|".join((*read_yaml("wording", "growth.yaml")["compared"], "整体", "累计", "同期", "一年")))


@cache
def _to_verb() -> re.Pattern[str]:
    data = read_yaml("wording", "growth.yaml")
    verbs = "|".join((*data["up"], *data["down"], "变", "发展"))
    return re.compile(rf"(?:{verbs})(?:了)?(?:{'|'.join(data['to'])})(?:20\d\d ?年度?)?[^，。；\d]{{0,4}}$")
