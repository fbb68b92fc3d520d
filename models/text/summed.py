"""Parts that stand before their total: 甲70件、乙50件，合计120件."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from models.resources import read_yaml
from models.text.clauses import same_unit
from models.text.listings import Part, alike_units, ends_list, label_before, same_list, style_of
from models.text.pattern import Pattern
from models.text.quantities import Amount

_LONGEST_MARK = 16
_LONGEST_REST = 6  # characters between the last part and the words of the total
_LONGEST_NAME = 16  # the same where they name all of it: ，公共法律服务平台共计
_LONGEST_ACT = 12  # the same where these characters hold what was done to the parts: 和20个项目开展检查，共检查
_FARTHEST = 40  # characters from what is said of the parts to the first of them
_TOLD_APART = Pattern(r"分别(?:为|是|有|达)?$")
_OF_A_PERIOD = Pattern(r"(?:[上下]半年|第?[一二三四]季度)(?:同样|又|再)?$")
_IN_TURN = Pattern(r"第[一二三四五六七八九十]{1,2}[批次轮期]$|第?[一二三四]季度$|(?:^|[^\d])\d{1,2}月份?$|[上下]半年$")
_ADDED = Pattern(r"[，,](?:加上|连同|加之)[^，。；、,;:\d]{0,12}$")
_THEN = Pattern(  # the next clause, of both together
    r"[^，。；,;\d]{0,4}[，,](?:全年|本年|今年)?(?:应|共|合计|累计|总|实有|现有|需|须|待)[^，。；、,;:\d]{0,10}"
)
_MEAN = Pattern(r"(?:均值|平均值?|平均数)[为是约（(]*$")
_POINTED = Pattern(r"[，,](?:上述|以上|这|参[评训加选]的)$")
_FEWEST = 3
_ACTS = ("对", "向", "为", "检查", "走访")  # what is done to the things listed behind it


def sums_of(text: str, amounts: Sequence[Amount], total: Amount, begin: int) -> Iterator[tuple[Part, ...]]:
    """Yield the parts that stand before `total`, which is told to be their sum, none of them before `begin`."""
    yield from _sums_before(text, amounts, total, begin)
    yield from _sums_added(text, amounts, total, begin)
    yield from _sums_pointed_at(text, amounts, total, begin)


def _sums_before(
    text: str, amounts: Sequence[Amount], total: Amount, begin: int
) -> Iterator[tuple[Part, ...]]:
    """Yield the parts that stand before 合计 and `total`, none of them before `begin`."""
    lead = max(begin, total.start - _LONGEST_MARK)
    said = text[lead:total.start]
    marker = _mark().search(said) if any(sign in said for sign in "计共总加汇") else None
    if marker is None:
        return
    following, named = lead + marker.start(), marker["object"]
    before = [each for each in amounts if each.end <= following]
    if named and before and _done_again(text[before[-1].end:following], named):
        yield from _things(text, before, total, begin)
        return
    documents = _documents() if any(sign in marker.group() for sign in ("合计", "共计", "总计")) else ()
    means = {each.start for each in before if _MEAN.search(text[max(0, each.start - 8):each.start]) is not None}
    strong = [each for each in before if not each.weak and each.start not in means]
    fitting = [each for each in strong if same_unit(each, total, documents) or alike_units(each, total)]
    parts, style = _run(text, amounts, fitting, following, begin)
    if named and not named.endswith(_collective()) and not _names_them(text, parts, named, begin):
        return
    if len(parts) > 1 and not (style == "，" and any(ends_list(part.label, parts[0].label) for part in parts)):
        yield parts


def _sums_pointed_at(
    text: str, amounts: Sequence[Amount], total: Amount, begin: int
) -> Iterator[tuple[Part, ...]]:
    """Yield the parts of a list that `total` points back to: 甲类23家、乙类41家、丙类17家，参评的81家."""
    lead = _POINTED.search(text[max(begin, total.start - _LONGEST_MARK):total.start])
    if lead is None:
        return
    following = total.start - len(lead.group())
    fitting = [each for each in amounts if each.end <= following and alike_units(each, total)]
    parts, _ = _run(text, amounts, fitting, following, begin)
    if len(parts) >= _FEWEST:
        yield parts


def _sums_added(text: str, amounts: Sequence[Amount], total: Amount, begin: int) -> Iterator[tuple[Part, ...]]:
    """Yield the two parts of 新收173件，加上上年结转的19件，应办192件: the clause before `total` adds one to the other."""
    own = [each for each in amounts if each.end <= total.start and alike_units(each, total)]
    if len(own) != 2 or any(each.approximate or each.weak for each in own):
        return
    one, other = own
    if _ADDED.search(text[one.end:other.start]) and _THEN.fullmatch(text[other.end:total.start]):
        yield tuple(Part(each, label_before(text, amounts, each, begin)) for each in own)


def _names_them(text: str, parts: Sequence[Part], named: str, begin: int) -> bool:
    """Return whether `named`, between 合计 and its figure, is what was said of the `parts`.

    It is said in one of their labels; in the clause before the first one, those behind it being told of other parts of
    the year (上半年办理民政、国土事项60件，下半年50件，合计办理); or it is a word for changes of all kinds
    behind bare figures that 分别 tells (分别为7项、12项，共计变动).
    """
    if any(named[-2:] in part.label for part in parts) or not parts:
        return bool(parts)
    if len(parts) >= _FEWEST and all(_IN_TURN.search(part.label) for part in parts):  # 第一批6起，第二批5起，第三批8起，累计曝光
        return True
    first = parts[0].amount.start
    clause = text[max(begin, first - _FARTHEST):first]
    clause = clause[max(clause.rfind(mark) for mark in "，；：。,;:") + 1:]
    if len(named) > 1 and named in clause and all(_OF_A_PERIOD.match(part.label) for part in parts[1:]):
        return True
    bare = not any(part.label for part in parts[1:])
    return bare and named in _changes() and _TOLD_APART.search(clause) is not None


def _run(
    text: str, amounts: Sequence[Amount], fitting: Sequence[Amount], following: int, begin: int
) -> tuple[tuple[Part, ...], str]:
    """Return the list that ends at `following`, and how it is separated."""
    parts: list[Part] = []
    style = ""
    for amount in reversed(fitting):
        gap = text[amount.end:following]
        far = len(gap) > _LONGEST_REST and not (len(gap) <= _LONGEST_NAME and gap.endswith(_collective()))
        if amount.approximate or (far if not parts else not same_list(gap, style)):
            break
        if parts:
            style = style or style_of(gap)
        parts.insert(0, Part(amount, label_before(text, amounts, amount, begin)))
        following = amount.start
    return tuple(parts), style


def _things(
    text: str, before: Sequence[Amount], total: Amount, begin: int
) -> Iterator[tuple[Part, ...]]:
    """Yield the parts of a list whose things are named behind each figure: 对50家企业、20个项目开展检查，共检查70家."""
    units = next((group for group in _things_counted() if total.unit in group), frozenset((total.unit,)))
    parts: list[Part] = []
    for amount in reversed(before):
        gap = text[amount.end:parts[0].amount.start] if parts else ""
        if amount.unit not in units or amount.approximate or amount.weak or "，" in gap or len(gap) > _LONGEST_ACT:
            break
        parts.insert(0, Part(amount, label_before(text, before, amount, begin)))
    if len(parts) > 1 and text.endswith(_ACTS, begin, parts[0].amount.start):
        yield tuple(parts)


def _done_again(gap: str, named: str) -> bool:
    """Return whether `gap`, behind the last part, says what `named`, before the total, says again: 检查."""
    return len(gap) <= _LONGEST_ACT and gap.endswith(("，", ",")) and len(named) > 1 and named[:2] in gap


@cache
def _mark() -> re.Pattern[str]:
    words = "|".join(sorted(read_yaml("wording", "classifications.yaml")["summed_up"], key=len, reverse=True))
    several = r"(?:(?:以上|上述)?[两二三四五六七八九][^，。；、,;:\d（(]{1,8}?)?"
    return re.compile(rf"{several}(?:{words})(?:为|达|是|有)?(?P<object>[^，。；、,;:\d（(]{{0,8}})[：:]?\s*$")


@cache
def _collective() -> tuple[str, ...]:
    """Return the words for things of all kinds: 共计发放资料2.35万份."""
    return tuple(read_yaml("wording", "breakdowns.yaml")["collective"])


@cache
def _changes() -> frozenset[str]:
    """Return the words for what was done to things of all kinds: 共计变动26项."""
    return frozenset(read_yaml("wording", "breakdowns.yaml")["changes"])


@cache
def _documents() -> tuple[frozenset[str], ...]:
    """Return the units of documents or printed things, summed up in one of them: 合同64份、决策12件，共计76件."""
    return tuple(frozenset(group) for group in read_yaml("wording", "units.yaml")["documents"])


@cache
def _things_counted() -> tuple[frozenset[str], ...]:
    """Return the groups of units that count things of one sort together: 家, 户, 个."""
    return tuple(frozenset(group) for group in read_yaml("wording", "units.yaml")["summed_together"])
