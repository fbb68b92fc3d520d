"""Parts that their words show to be parts, without 其中: 涉土地17件，涉社保9件; 合格35卷，不合格5卷; 31件积案中，…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from models.resources import read_yaml
from models.text.classes import classes_told
from models.text.listings import Part, alike_units, label_before, parts_between, the_rest
from models.text.pattern import Pattern
from models.text.quantities import Amount

_OF_THEM = Pattern(r"[^，。；：、\d（(其]{0,8}(?<!其)中[，,：:]")
_NOT = Pattern(r"^[不未](?:能|予|被|按期|按时)?(?P<stem>..)")
_FEWEST = 3
_TWO_YEARS = ("结转", "上年", "去年", "正在", "尚", "其余", "跨年")


def parallel(labels: Sequence[str]) -> bool:
    """Return whether all `labels` begin with one word of 涉, 用于… or end in one of 类, 领域…, or tell levels."""
    first, last, level = _signs()
    levels = [match.group() if (match := level.match(label)) else "" for label in labels]
    if "" not in levels and len(set(levels)) == len(levels):
        return True
    beginnings = {match.group() if (match := first.match(label)) else "" for label in labels}
    endings = {match.group() if (match := last.search(label)) else "" for label in labels}
    return any(len(each) == 1 and each != {""} for each in (beginnings, endings))


def parts_alone_parallel(name: str, parts: Sequence[Part]) -> bool:
    """Return whether `parts` are parallel and the count called `name` before them is not one of them."""
    labels = [part.label for part in parts]
    return parallel(labels) and not parallel([name, labels[0]])


def complements(
    text: str, amounts: Sequence[Amount], begin: int, end: int
) -> Iterator[tuple[Amount, tuple[Part, ...]]]:
    """Yield the first count of a sentence with the two that follow it, where one is what the other is not."""
    sentence = text[begin:end]
    if len(amounts) < _FEWEST or not any(sign in sentence for sign in "不未"):
        return
    total, *rest = amounts
    own = [each for each in rest if alike_units(each, total)][:_FEWEST - 1]
    if len(own) < _FEWEST - 1 or any(each.approximate or each.weak for each in (total, *own)):
        return
    labels = [label_before(text, amounts, each, begin) for each in own]
    denied = _NOT.match(labels[1])
    told = denied is not None and denied["stem"] in labels[0] and not _NOT.match(labels[0])
    name = label_before(text, amounts, total, begin)
    if not told or any(word in sentence for word in _TWO_YEARS) or classes_told([name, *labels]) is not None:
        return
    parts = tuple(Part(each, label) for each, label in zip(own, labels, strict=True))
    if own[0].value <= total.value:
        yield total, parts + the_rest(text, amounts, total, parts)


def parts_of_them(
    text: str, amounts: Sequence[Amount], end: int
) -> Iterator[tuple[Amount, tuple[Part, ...]]]:
    """Yield the totals with their parts of 31件积案中，涉土地17件，涉社保9件，涉房产5件."""
    for total in amounts[:-2]:
        lead = _OF_THEM.match(text, total.end)
        if lead is None or total.approximate or total.weak:
            continue
        parts, _ = parts_between(text, amounts, total, lead.end(), end)
        if len(parts) >= _FEWEST or (len(parts) > 1 and parallel([part.label for part in parts])):
            yield total, parts


@cache
def _signs() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = read_yaml("wording", "breakdowns.yaml")["parallel"]
    first, last, level = ("|".join(data[each]) for each in ("first", "last", "level"))
    return re.compile(first), re.compile(rf"(?:{last})$"), re.compile(level)
