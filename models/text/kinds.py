"""Lists of counts that are, or nearly are, all there is of a total: by their words, or because they come so near it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from models.resources import read_yaml
from models.text.listings import Part
from models.text.pattern import Pattern
from models.text.quantities import Amount

_FEWEST = 3
_LONGEST_KIND = 8  # characters
_FARTHEST = 16  # characters from the total to the first of them, and between two of them
_LEAD = 80
_NEAR = Decimal("0.02")  # of the total: what comes so near it by chance is rare
_OTHER = Pattern("同比|上年|去年|20\\d\\d|其中|不含|占比|占[\\d总全]|增|减|较|比|罚款|没收")


def are_kinds(text: str, parts: Sequence[Part], total: Amount) -> bool:
    """Return whether the `parts` are a list of kinds, right behind their `total`, that nearly makes it: 甲类5件、乙类3件."""
    if len(parts) < _FEWEST or len(text[total.end:parts[0].amount.start]) > _LONGEST_KIND + 1:
        return False
    near = abs(_sum(parts) - total.value) <= total.value / 10
    joined = all(text[one.amount.end:two.amount.start].startswith("、") for one, two in pairwise(parts))
    return near and joined and all(1 < len(part.label) <= _LONGEST_KIND for part in parts)


def name_again(parts: Sequence[Part], own: Sequence[Amount], label: str) -> bool:
    """Return whether the `parts` are all figures of their kind and each names the object of `label` again."""
    return len(parts) == len(own) and all(len(each.label) > 2 and each.label[-2:] == label[-2:] for each in parts)


def leave_nothing(parts: Sequence[Part], label: str) -> bool:
    """Return whether the last of `parts` is all the rest of a 共 total: 共58项，许可30项，处罚20项，其他8项."""
    rest = tuple(read_yaml("wording", "breakdowns.yaml")["rest"])
    return len(parts) > 2 and "共" in label and parts[-1].label.startswith(rest)


def nearly_all(text: str, parts: Sequence[Part], total: Amount) -> bool:
    """Return whether the `parts` right behind their `total` come so near it that they are meant to be all of it."""
    off = abs(_sum(parts) - total.value)
    if len(parts) < _FEWEST or not off or off > total.value * _NEAR or total.weak:
        return False
    sentence = text[max(text.rfind("。", 0, total.start), total.start - _LEAD, 0):total.start]
    if text.startswith("、", total.end) or "其中" in sentence or "、" in sentence[-_LONGEST_KIND - 2:]:  # itself a part
        return False
    ends = [total.end, *(part.amount.end for part in parts)]
    gaps = [text[end:part.amount.start] for end, part in zip(ends, parts, strict=False)]
    plain = all(len(gap) <= _FARTHEST and _OTHER.search(gap) is None for gap in gaps)
    return plain and all(part.label and part.amount.value < total.value for part in parts)


def _sum(parts: Sequence[Part]) -> Decimal:
    return sum((part.amount.value for part in parts), Decimal(0))
