"""Which figure a change against a base is of, where it does not stand right before: in the sentence before, or all.

作出处罚决定168件，…。与2024年的210件相比，处罚案件数下降20% · 检查412次，其中取水168次、采砂244次，比2024年的515次减少20%.
"""

from __future__ import annotations

from collections.abc import Sequence

from models.text.clauses import clause_begin, clause_end
from models.text.from_to import fits
from models.text.pattern import Pattern
from models.text.quantities import Amount, between
from models.text.stated_growth import Growth

_BASE = Pattern(r"(?:与|和|同|较|比)(?:20\d\d ?年度?|上年度?|去年|上一年度?)(?:同期)?的?$")
_COMPARED = Pattern(r"(?:相比|相较|比较)?[，,]?(?P<name>[^，。；、\d]{0,12})$")
_GENERAL = Pattern("案件|总数|总量|数量|件数|数|量|同比|全年|分别|[的了]")


def base_alone(
    text: str, figures: Sequence[Amount], before: Sequence[Amount], change: Amount, verb: int, previous: int
) -> tuple[Amount, Amount] | None:
    """Return base and current figure where the base is all the sentence has before the `verb` of the change.

    The current figure is the first one of the sentence at `previous`, of the same unit and named with the same words.
    """
    if len(before) != 1 or not fits(change, before[0]):
        return None
    base = before[0]
    begin = clause_begin(text, base.start)
    said = _COMPARED.fullmatch(text[base.end:verb])
    if said is None or _BASE.search(text[begin:base.start]) is None:
        return None
    earlier = between(figures, previous, begin)
    current = next((each for each in earlier if not each.relative), None)
    if current is None or current.unit != base.unit or not fits(change, current):
        return None
    clause = text[clause_begin(text, current.start):clause_end(text, current.end)]
    name = _GENERAL.sub("", said["name"])
    alone = sum(each.unit == base.unit for each in earlier) == 1 or "其中" in text[current.end:begin]
    return (base, current) if alone and len(name) > 1 and name[-2:] in clause else None


def whole_or_part(
    text: str, counts: Sequence[Amount], part: Amount, base: Amount, change: Amount
) -> Amount:
    """Return `part`, the last of the `counts` before `base`, where the change fits it, else the count that it is of.

    What fits neither is held against all: that is what is compared with another year.
    """
    among = text.rfind("其中", 0, part.start)
    whole = next((each for each in reversed(counts) if each.end <= among and each.unit == part.unit), None)
    if whole is None or "。" in text[whole.end:part.start] or whole.approximate or whole.weak:
        return part
    return part if _fits(part, base, change) else whole


def _fits(current: Amount, base: Amount, change: Amount) -> bool:
    """Return whether `change`, up or down, is that from `base` to `current`."""
    return any(Growth(0, 0, base, current, sign, change, "").right for sign in (1, -1))
