"""A figure that is taken up again a little later in one paragraph: 办理处罚案件318件…。在已办结的381件处罚案件中，….

The second figure points back: it stands with its thing right behind the unit (18个反馈问题, 13个乡镇) and with 均, 全部,
上述, 全县 or …中 around it, and the thing is named in the clause of the first one. The figures must look like one: the
same digits in another order, or one digit off; and no other figures of the paragraph may give the second one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from models.text.clauses import clause_begin, clause_end
from models.text.pattern import Pattern, any_of
from models.text.quantities import Amount, counted_as, find_figures
from models.text.slips import transposed

_LONGEST_TEXT, _FARTHEST, _MOST = 1000, 200, 40
_THING = Pattern(r"(?P<thing>[一-鿿]{2,10}?)(?=均|都|已|全部|全年|全|的|中|，|。|、|按|实现|设立|进行|开展|得到|完成|无|$)")
_BACK_BEFORE = Pattern(
    r"(?:^|[。；，,])(?:目前|现|截至[^，。；]{0,10}[，,])?"
    r"(?:上述|以上|这|该|在|对|全[县市区镇乡省局系统]{1,2}|所有|全部|已[^，。；、\d]{0,4}的)*$"
)
_BACK_BEHIND = Pattern(r"^(?:均|都|已|全部|中|的[^，。；]{2,12}(?:均|已|全部))")
_NEW = any_of((
    "新增", "另", "再", "又", "其中", "每", "各", "上年", "去年", "上半年", "下半年", "季度", "计划", "拟", "将", "剩", "余下", "其余",
    "增加", "减少", "第", *(f"20{decade}" for decade in range(10)),
))
_MODIFIERS = Pattern("的|问题|案件|事项|工作|情况")
_MANY = 3  # digits of a figure that hardly comes about twice by chance
_CLOSE = 20
_LONGEST_THING = 12
_SHARED = 2  # characters of the thing that the clause of the first figure names


class TakenUp(NamedTuple):
    """A figure and the same one, told otherwise, that points back to it."""

    first: Amount
    again: Amount
    thing: str


class Pointed(NamedTuple):
    """A figure of three digits or more that points back: 171件案件中; `name` is its thing."""

    name: str
    amount: Amount

    @property
    def key(self) -> tuple[str, ...]:
        """What is the same where one thing is pointed at again."""
        return "指", self.name[-_SHARED:], counted_as(self.amount.unit)

    def contradicts(self, other: Pointed) -> bool:
        """Return whether both point at one thing, and their figures are nearly, but not quite, the same."""
        one, two = self.amount, other.amount
        short, long = sorted((self.name, other.name), key=len)
        near = abs(one.value - two.value) <= max(one.value, two.value) / _CLOSE or transposed(one.number, two.number)
        return one.value != two.value and near and long.endswith(short) and _looks_like(one, two)


@lru_cache(maxsize=2048)
def find_pointed(text: str) -> tuple[Pointed, ...]:
    """Return the figures of `text` that point back at so many of a thing told elsewhere in the report."""
    found = []
    for amount in find_figures(text):
        plain = not (amount.relative or amount.approximate or amount.money or amount.chinese)
        if plain and len(amount.number) >= _MANY and text.find("中", amount.end, amount.end + _LONGEST_THING) > 0:
            thing = _pointed_at(text, amount)
            if thing and text.startswith("中", amount.end + len(thing)):
                found.append(Pointed(thing, amount))
    return tuple(found)


@lru_cache(maxsize=2048)
def wrong_repeats(text: str) -> tuple[TakenUp, ...]:
    """Return the figures of the paragraph `text` that point back to another value."""
    if len(text) > _LONGEST_TEXT:
        return ()
    figures = [each for each in find_figures(text) if not each.relative and not each.weak and not each.approximate]
    if not 2 <= len(figures) <= _MOST:
        return ()
    return tuple(_repeats(text, figures))


def _repeats(text: str, figures: Sequence[Amount]) -> Iterator[TakenUp]:
    """Yield the figures that point back, each with the last one before it that it may be."""
    for at, again in enumerate(figures):
        thing = _pointed_at(text, again)
        if not thing:
            continue
        before = [each for each in figures[:at] if _one_kind(each, again) and again.start - each.end <= _FARTHEST]
        named = [each for each in before if thing_told(text, each, thing)]
        if not named or any(each.value == again.value for each in before):
            continue
        first = named[-1]
        others = [each for each in figures if each not in (first, again) and _one_kind(each, again)]
        if _looks_like(first, again) and "。" in text[first.end:again.start] and not _given(first, again, others):
            yield TakenUp(first, again, thing)


def _pointed_at(text: str, again: Amount) -> str:
    """Return the thing behind `again`, when words around it say that it was told of before; else nothing."""
    thing = _THING.match(text, again.end)
    if thing is None:
        return ""
    lead = text[max(0, clause_begin(text, again.start) - 1):again.start]
    if _NEW.search(lead) is not None:
        return ""
    behind = text[thing.end():thing.end() + 20]
    back = _BACK_BEFORE.search(lead)
    pointed = back is not None and (_BACK_BEHIND.match(behind) is not None or len(back.group().strip("。；，,")) > 1)
    return thing["thing"] if pointed else ""


def thing_told(text: str, amount: Amount, thing: str) -> bool:
    """Return whether the clause of `amount`, told of the whole, names `thing`, or the last word of it."""
    begin, end = clause_begin(text, amount.start), clause_end(text, amount.end)
    clause = text[begin:end]
    if _NEW.search(text[begin:amount.start]) is not None:
        return False
    core = _MODIFIERS.sub("", thing) or thing
    return len(core) >= _SHARED and all(piece in clause for piece in _pieces(core))


def _pieces(thing: str) -> Sequence[str]:
    """Return the pairs of characters `thing` is made of: 反馈问题 is 反馈, 问题."""
    return [thing[at:at + 2] for at in range(0, len(thing) - 1, 2)]


def _one_kind(one: Amount, other: Amount) -> bool:
    """Return whether both count in one unit and scale."""
    return counted_as(one.unit) == counted_as(other.unit) and one.scale == other.scale


def _looks_like(one: Amount, other: Amount) -> bool:
    """Return whether one figure may be a slip of the other: digits exchanged, or one digit off in as many."""
    if transposed(one.number, other.number):
        return True
    if len(one.number) != len(other.number):
        return False
    apart = [(first, second) for first, second in zip(one.number, other.number, strict=True) if first != second]
    near = abs(one.value - other.value) <= max(one.value, other.value) / 4
    return len(apart) == 1 and near and "." not in apart[0]


def _given(first: Amount, again: Amount, others: Sequence[Amount]) -> bool:
    """Return whether other figures of the paragraph give `again`: it is the first one less some, or a sum."""
    values = [each.value for each in others]
    sums = {one + other for one, other in pairwise(values)}
    return again.value in sums or any(
        abs(first.value - again.value) == value for value in (*values, *sums)
    ) or any(first.value + value == again.value for value in values)
