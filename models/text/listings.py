"""Lists of stated parts: where one part ends and the next begins, and by which words a part is named."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from operator import attrgetter
from typing import NamedTuple

from models.resources import read_yaml
from models.text.pattern import Pattern, any_of
from models.text.quantities import Amount

BRACKETS = Pattern(r"[（(][^（()）]*[）)]")
_SEPARATOR = r"(?:[。！？\n、，,；;：:（(]|以及|[和与]|(?<![涉普波])及(?!以))"
SEPARATOR = Pattern(_SEPARATOR)
_UP_TO_SEPARATOR = Pattern(rf"(?s:.*){_SEPARATOR}")
CLAUSE_END = Pattern(r"[，；;]|,(?!\d{3})")
LONGEST_LABEL = 24
_NOT_AMONG = ("不含", "不包括", "不包含", "不计", "未含", "未计")
_NO_SUM = Pattern("公共|共同|共享|共建|共治|中共|共产|共青|总局|总体|总队|总工")
_SEMICOLON = Pattern("[；;]")
_END = attrgetter("end")


class Part(NamedTuple):
    """One stated part: its amount and the words before it."""

    amount: Amount
    label: str


def alike_units(one: Amount, other: Amount) -> bool:
    """Return whether two amounts count in units that stand for each other, as 起 and 件 do."""
    return one.unit == other.unit or other.unit in _interchangeable().get(one.unit, ())


def label_before(text: str, amounts: Sequence[Amount], amount: Amount, begin: int) -> str:
    """Return the words right before `amount`, back to the separator or amount before it."""
    before = bisect_right(amounts, amount.start, key=_END)
    start = max(begin, amounts[before - 1].end) if before else begin
    return _behind_separator(text[start:amount.start])


@lru_cache(maxsize=4096)
def _behind_separator(words: str) -> str:
    """Return what of `words` stands behind the last separator in them, without brackets."""
    if "）" in words or ")" in words:
        words = BRACKETS.sub("", words)
    last = _UP_TO_SEPARATOR.match(words.rstrip("：: 和及与"))
    return (words[last.end():] if last is not None else words).strip("：: ")


def parts_between(
    text: str, amounts: Sequence[Amount], total: Amount, begin: int, end: int
) -> tuple[tuple[Part, ...], bool]:
    """Return the parts of `total` listed between `begin` and `end`, and whether each has a segment of its own."""
    tail = BRACKETS.sub(lambda match: " " * len(match.group()), text[begin:end])
    inside = [
        each for each in amounts
        if begin <= each.start and each.end <= end and not tail[each.start - begin:each.end - begin].isspace()
    ]
    edges = [begin, *(begin + match.end() for match in _SEMICOLON.finditer(tail)), end]
    segments = [
        [each for each in inside if first <= each.start < last] for first, last in zip(edges, edges[1:], strict=False)
    ]
    own = [each for each in segments[0] if alike_units(each, total)]
    if len(own) == 1 and len(segments) > 1:
        return _segment_parts(text, segments, total, edges), True
    return _list_parts(text, inside, total, begin, edges[1]), False


def _segment_parts(
    text: str, segments: Sequence[Sequence[Amount]], total: Amount, edges: Sequence[int]
) -> tuple[Part, ...]:
    """Return one part of each segment, up to the first segment that has none."""
    parts: list[Part] = []
    for segment, edge in zip(segments, edges, strict=False):
        fitting = [each for each in segment if alike_units(each, total)]
        if not fitting and parts and not total.money:
            counts = [each for each in segment if not each.money and not each.relative]
            fitting = [each for each in counts if alike(label_before(text, segment, each, edge), parts[0].label)]
        if not fitting or fitting[0].approximate:
            break
        label = label_before(text, segment, fitting[0], edge)
        if len(label) > LONGEST_LABEL or (parts and ends_list(label, parts[0].label)):
            break
        parts.append(Part(fitting[0], label))
    return tuple(parts)


def _list_parts(
    text: str, inside: Sequence[Amount], total: Amount, begin: int, end: int
) -> tuple[Part, ...]:
    """Return the parts of a list that is separated by 、 or by ，, standing between `begin` and `end`."""
    parts: list[Part] = []
    previous, style, closed = begin, "", 0
    for amount in (each for each in inside if alike_units(each, total) and each.end <= end):
        gap = text[previous:amount.start]
        label = label_before(text, inside, amount, begin)
        if label.startswith(_NOT_AMONG):  # 318件（不含上年结转12件）
            previous = amount.end
            continue
        if amount.approximate or len(label) > LONGEST_LABEL:
            break
        if parts and not closed and ends_list(label, parts[0].label):  # 终止5件、年末未审结2件: if they make the total
            closed = len(parts)
        if parts:
            if not same_list(gap, style):
                if not same_list(gap, ""):
                    break
                closed, style = closed or len(parts), ""
            style = style or style_of(gap)
        parts.append(Part(amount, label))
        previous = amount.end
    return tuple(parts) if _reaches(total, parts, closed) else tuple(parts[:closed])


def _reaches(total: Amount, parts: Sequence[Part], closed: int) -> bool:
    """Return whether all `parts` belong to one list: where 、 turned to ， (`closed`) only if they make the total."""
    return not closed or any(
        sum(part.amount.value for part in parts[:last]) == total.value for last in range(closed + 1, len(parts) + 1)
    )


def the_rest(text: str, amounts: Sequence[Amount], total: Amount, parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return what is listed behind `parts` and makes up the `total` with them; nothing when it does not.

    So what is neither 认定 nor 不予认定 is found: 受理35件，认定30件，不予认定3件，终止2件.
    """
    whole = sum((each.amount.value for each in parts), Decimal(0))
    found: list[Part] = []
    last = parts[-1].amount
    for amount in amounts:
        if amount.start < last.end:
            continue
        listed = alike_units(amount, total) and same_list(text[last.end:amount.start], "")
        if not listed or amount.approximate or whole >= total.value:
            break
        found.append(Part(amount, label_before(text, amounts, amount, last.end)))
        whole += amount.value
        last = amount
    return tuple(found) if whole == total.value else ()


def same_list(gap: str, style: str) -> bool:
    """Return whether `gap`, the text between two parts, keeps them in one list written in `style`."""
    plain = BRACKETS.sub("", gap)
    if SEPARATOR.search(plain) is None or (style == "、" and style_of(plain) == "，"):
        return False
    middle = re.split("[，,；;]", plain)[1:-1]
    return all(any(character.isdigit() for character in piece) for piece in middle)


def style_of(gap: str) -> str:
    """Return how two parts are separated: by a comma or semicolon, or closer."""
    return "，" if CLAUSE_END.search(BRACKETS.sub("", gap)) is not None else "、"


def alike(label: str, other: str) -> bool:
    """Return whether two labels end in the same two characters: 客运处罚 and 超限车辆处罚."""
    return len(label) > 1 and label[-2:] == other[-2:]


def ends_list(label: str, known: str) -> bool:
    """Return whether `label` shows that the amount after it is no part of the total; words in `known` do not count."""
    label = without_names(label)
    return any(word in label and word not in known for word in read_yaml("wording", "breakdowns.yaml")["ends_list"])


def sums_up(label: str) -> bool:
    """Return whether `label` says that the amount behind it is a total."""
    return _summing().search(_NO_SUM.sub("", label)) is not None


@cache
def _summing() -> Pattern:
    return any_of(read_yaml("wording", "breakdowns.yaml")["summing"])


def without_names(label: str) -> str:
    """Return `label` without the names of parts that hold a word of another matter: 上年结转."""
    for word in read_yaml("wording", "breakdowns.yaml")["no_end"]:
        label = label.replace(word, "")
    return label


@cache
def _interchangeable() -> dict[str, frozenset[str]]:
    """Return by each unit those that stand for it."""
    found: dict[str, frozenset[str]] = {}
    for group in read_yaml("wording", "units.yaml")["interchangeable"]:
        for unit in group:
            found[unit] = found.get(unit, frozenset()) | frozenset(group)
    return found
