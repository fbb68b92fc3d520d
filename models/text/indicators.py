"""Indicators with their value in running text: 全年共办理行政许可1247件 — what is counted, and how much of it there was.

An indicator is the whole clause around one exact count: the words before it and behind it up to the next mark, without
period and fillings. Two clauses speak of one indicator only when these words, the unit and the year are the same and no
word says that a part, another time or another object is meant. So 作出行政处罚决定 and 办理行政处罚案件 are two indicators,
and so are 办理行政许可 and 办理行政许可（市本级）.

Not read: indicators named in the clause before their figure, rough figures, lists (several counts in a clause), parts
of a total, and what is said of other years, months, places or persons.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from models.resources import read_yaml
from models.text.clauses import clause_begin, clause_end
from models.text.pattern import Pattern, any_of
from models.text.quantities import Amount, find_figures
from models.text.retold import Matter, matter_of

_YEAR = Pattern(r"(20\d\d) ?年度?")
_NO_NAME = Pattern(r"[\d《》]")
_THIS_YEAR = Pattern(r"(?:今年|本年度?|年初|20\d\d ?年度?)以来|一直以来")
_LEAD = Pattern(r"^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．是]+")
_NUMBERED = Pattern(r"(?:^|[\n。；，])[（(]?[一二三四五六七八九十\d]{1,3}[)）]?、$")
_LONGEST_NAME = 20
_SHORTEST = 4  # Chinese characters of a name; shorter ones (开展检查) mean too many things
_LONGEST_TAIL = 18
_SEVERAL = ("人次", "次", "场", "期", "场次", "家次", "户次")
_TOPIC_ENDS = ("中，", "方面，", "中,", "方面,")
_ALL_YEAR = ("今年以来，", "一年来，", "年内，", "全年，", "本年度，", "今年，")
_ALL_ORGAN = ("全局", "全委", "全厅")  # 全镇 and 全系统 are more than the organ itself
_NO_CASES = ("提案", "方案", "预案", "档案", "草案")
_ONLY = "仅只"  # 执法人员仅56人: all there are
_HOTLINE = Pattern(r"(?<!\d)1[12]\d{3}(?:政务|服务|便民|市民|公共|法律|消费者|投诉|举报)*(?=热线|平台|工单)")
_FROM = Pattern(r"[由从](?:原来|原先|原|上年|去年|年初)?的?$")
_TO = Pattern(r"(?:调整|优化|精简|压减|压缩|缩减|减少|增加|提高|扩大|扩充|下降|上升|降|增|减)?(?:为|到|至)")
_OWNED = Pattern(r"(?:(?:全[省市县区州旗镇乡局]|我[省市县区州旗镇乡局]|本[局委厅办])?(?:现有|共有|拥有|聘请|选聘|聘用|配备)的?)|全[省市县区州旗镇乡局]的?|(?:所有|全部)")
_APART = Pattern(r"[。；;！？\n：:（(]|其中|另")
_SHORTEST_THING = 2
_CUT_OFF = ("中", "的")  # 37件中有11件延期, 368件的结果: what follows says nothing of the count


class Indicator(NamedTuple):
    """A named count. `year` is None where the clause tells none; `whole_year` when it says that it is the year's."""

    name: str
    year: int | None
    whole_year: bool
    amount: Amount
    whole_organ: bool = False  # it says that it is of all the organ: 全局

    @property
    def unique(self) -> bool:
        """Whether there is but one such count in a year, going by its name."""
        return self.stock or holds("unique", self.name)

    @property
    def repeated(self) -> bool:
        """Whether it is one of the things that are done several times a year, each with its own count."""
        return (self.amount.unit in _SEVERAL or holds("activities", self.bare)) and not self.stock

    @property
    def stock(self) -> bool:
        """Whether it is one of those there are so many of at one time: 法律顾问3名."""
        return self.name in read_yaml("wording", "indicators.yaml")["stocks"]

    @property
    def bare(self) -> str:
        """The name without the words that tell who led it: 督促, 主持."""
        return _without_leaders(self.name)

    @property
    def led(self) -> bool:
        """Whether it is said of what a person led, which may be a part of all there was."""
        return self.bare != self.name

    @property
    def matter(self) -> Matter:
        """What was done and to what, told with other words perhaps."""
        return matter_of(self.name)

    def names_the_same(self, other: Indicator) -> bool:
        """Return whether both names mean one thing: they are equal, or one has a general subject before it."""
        return self.name == other.name or _name_the_same(self.bare, other.bare)


@lru_cache(maxsize=4096)
def _without_leaders(name: str) -> str:
    """Return `name` without the words that tell who led it."""
    return _leaders().sub("", name)


@lru_cache(maxsize=8192)
def _name_the_same(one: str, other: str) -> bool:
    """Return whether two names are equal, but for a general subject before one of them."""
    short, long = sorted((one, other), key=len)
    return long.endswith(short) and not _subjects().sub("", long[:len(long) - len(short)])


@lru_cache(maxsize=2048)
def find_indicators(text: str) -> tuple[Indicator, ...]:
    """Return the indicators of `text` that can be compared with others, in order."""
    figures = [each for each in find_figures(text) if not each.relative]
    found = []
    for at, amount in enumerate(figures):
        if amount.approximate or amount.weak or amount.chinese:
            continue
        begin, end = clause_begin(text, amount.start), clause_end(text, amount.end)
        alone = at + 1 == len(figures) or figures[at + 1].start >= end or text.startswith(_CUT_OFF, amount.end)
        if not alone:
            continue
        if at and figures[at - 1].end > begin:
            changed = _changed_to(text, figures[at - 1], amount, begin, end)
            found += [changed] if changed is not None else []
            continue
        listed = bool(at and found) and found[-1].amount is figures[at - 1] and text[figures[at - 1].end:begin] == "、"
        if begin and text[begin - 1] in "（(、" and not listed and not _NUMBERED.search(text[max(0, begin - 6):begin]):
            continue
        begin = _named_before(text, figures[at - 1].end if at else 0, begin, amount)
        indicator = _read(text, amount, begin, end) or _done_to_the_same(text, amount, begin, end, found)
        if indicator is not None:
            found.append(_next_of(found[-1], indicator) if listed else indicator)
    return tuple(found)


def _named_before(text: str, begin: int, clause: int, amount: Amount) -> int:
    """Return where the clause that names `amount` begins: the one before its own `clause` when that says but 共."""
    if not clause or text[clause - 1] not in "，," or not holds("whole_year", text[clause:amount.start]):
        return clause
    if without_fillings(text[clause:amount.start]):
        return clause
    before = clause_begin(text, clause - 1)
    return before if begin <= before and clause - before <= _LONGEST_NAME else clause


def _next_of(before: Indicator, item: Indicator) -> Indicator:
    """Return `item`, the next of a list, with what was done and the year of the one `before` it: 审查合同9份、文件3件."""
    name = item.name if item.matter.act else before.matter.act + item.name
    return item._replace(name=name, year=item.year or before.year, whole_year=item.whole_year or before.whole_year)


def _changed_to(text: str, first: Amount, amount: Amount, begin: int, end: int) -> Indicator | None:
    """Return the indicator of 许可事项由236项精简为204项, `first` being the 236项; None where the clause says otherwise."""
    lead = _FROM.search(text[begin:first.start])
    if lead is None or first.unit != amount.unit or _TO.fullmatch(text[first.end:amount.start]) is None:
        return None
    return _read(text, amount, begin, end, text[begin:begin + lead.start()])


def _done_to_the_same(
    text: str, amount: Amount, begin: int, end: int, found: Sequence[Indicator]
) -> Indicator | None:
    """Return the indicator of a bare act, done to what the one before it in the sentence names: 清理文件64件，废止11件."""
    words = read_yaml("wording", "indicators.yaml")["done_to_it"]
    act = text[begin:amount.start].strip("，, ").lstrip("已均共")
    if not found or act not in words or end > amount.end:
        return None
    last = found[-1]
    if _APART.search(text[last.amount.end:begin]) is not None or begin - last.amount.end > _LONGEST_NAME:
        return None
    if not last.matter.act or len(last.matter.thing) < _SHORTEST_THING:
        return None
    return last._replace(name=act + last.matter.thing, amount=amount)


def _read(text: str, amount: Amount, begin: int, end: int, said: str | None = None) -> Indicator | None:
    """Return the indicator of the clause from `begin` to `end`; None when it is said of a part or of another time.

    `said` is what names the figure there; None: all words before it.
    """
    before, after = text[begin:amount.start] if said is None else said, text[amount.end:end]
    if (stock := _owned(before, after)):
        after = stock
    if after.startswith(_CUT_OFF):
        after, end = "", amount.end
    if len(after) > _LONGEST_TAIL:
        return None
    before = _LEAD.sub("", before.strip())
    before = (_HOTLINE.sub("", before) if "1" in before else before).rstrip(_ONLY)
    years = [int(match[1]) for match in _YEAR.finditer(before)] if "年" in before else []
    before = before.replace("，", "").replace(",", "")
    clause = _YEAR.sub("", before) + after if years else before + after
    name, tail = without_fillings(clause[:len(clause) - len(after)]), without_fillings(after)
    if holds("qualified", (name + tail).replace("专项经费", "经费")) or len(set(years)) > 1:
        return None
    name = _named_enough(name, tail)
    if not name or _NO_NAME.search(name) is not None:
        return None
    whole = holds("whole_year", clause) or text.endswith(_ALL_YEAR, 0, begin)
    if not plain_surroundings(text, begin, whole or name in read_yaml("wording", "indicators.yaml")["stocks"]):
        return None
    everywhere = before.startswith(_ALL_ORGAN) and plain_surroundings(text, begin, whole=False)
    return Indicator(name, years[0] if years else None, whole or bool(years), amount, everywhere)


def _owned(before: str, after: str) -> str:
    """Return what all there are of is counted by the words `before` a figure and `after` it: 全市43个司法所; else empty."""
    stocks = read_yaml("wording", "indicators.yaml")["stocks"] if _OWNED.fullmatch(before) is not None else ()
    return next((each for each in stocks if after.startswith(each)), "")


def _named_enough(name: str, tail: str) -> str:
    """Return the words before and behind a count without general nouns; empty when too little is left of them."""
    for shorter in (named(name) + named(tail), name if name.endswith("事项") else ""):
        if sum("一" <= sign <= "鿿" for sign in shorter) >= _SHORTEST:
            return shorter
        if shorter in read_yaml("wording", "indicators.yaml")["short"]:
            return shorter
    return ""


def plain_surroundings(text: str, begin: int, whole: bool) -> bool:
    """Return whether the clause at `begin` is no item behind a total and stands behind no lead to a part.

    `whole`: it says itself that it tells of the whole year.
    """
    if begin and text[begin - 1] in "：:" and text.endswith(_counted(), 0, begin - 1):
        return False
    low = max(0, begin - 80)
    sentence = max(text.rfind("。", low, begin), text.rfind("；", low, begin), text.rfind("\n", low, begin))
    lead = text[max(sentence + 1, low):begin]
    if holds("qualified_before", _THIS_YEAR.sub("", lead) if "以来" in lead else lead):
        return False
    return whole or not (holds("topic_before", lead) or lead.endswith(_TOPIC_ENDS))


@cache
def _counted() -> tuple[str, ...]:
    return tuple(read_yaml("wording", "units.yaml")["counts"])


@cache
def _subjects() -> re.Pattern[str]:
    return re.compile("|".join(read_yaml("wording", "indicators.yaml")["subjects"]))


@cache
def _leaders() -> re.Pattern[str]:
    words = "|".join(read_yaml("wording", "indicators.yaml")["leaders"])
    return re.compile(rf"^(?:{words})+(?=.{{{_SHORTEST}}})")


@lru_cache(maxsize=8192)
def holds(kind: str, words: str) -> bool:
    """Return whether `words` hold one of `kind` in `resources/wording/indicators.yaml`."""
    return _kind(kind).search(words) is not None


@cache
def _kind(kind: str) -> Pattern:
    return any_of(read_yaml("wording", "indicators.yaml")[kind])


@lru_cache(maxsize=4096)
def without_fillings(words: str) -> str:
    """Return `words` without what says nothing of the matter counted: period, own organ, 共."""
    for filling in _fillings() if holds("dropped", words) else ():
        if filling in words:
            words = words.replace(filling, "")
    return words


@lru_cache(maxsize=4096)
def named(words: str) -> str:
    """Return `words` without the general nouns at its end: 行政处罚案件 is 行政处罚."""
    if not words.endswith(_endings()) or words.endswith(_NO_CASES):
        return words
    ending = next(each for each in _endings() if words.endswith(each))
    return named(words[:-len(ending)])


@cache
def _endings() -> tuple[str, ...]:
    return tuple(read_yaml("wording", "indicators.yaml")["dropped_after"])


@cache
def _fillings() -> tuple[str, ...]:
    return tuple(sorted(read_yaml("wording", "indicators.yaml")["dropped"], key=len, reverse=True))
