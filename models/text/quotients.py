"""Rates and shares that stand beside their numerator and denominator: 受理120件，办结114件，办结率95%.

A rate is read with its numerator when a word of its name stands in the clause of a count (办结114件，办结率95%), with its
denominator when a count of the same unit stands before that (受理120件，办结114件). A share (占…%) is read with the count
before 占 and with the total it is a part of. Where several counts stand near, a rate that fits any two of them is right.

Not read: rates whose numerator or denominator stands in another paragraph, 按期 rates beside counts of all cases,
rates called roughly so, and shares of something the text gives no figure for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from models.resources import read_yaml
from models.text.breakdowns import Breakdown, find_breakdowns
from models.text.clauses import clause_begin, clause_of, prints_as, quotient, same_unit
from models.text.counted_rates import counted_quotient, together
from models.text.listings import label_before
from models.text.pattern import Pattern
from models.text.quantities import SHARE, Amount, between, find_figures
from models.text.rates import COUNTED_ALIKE, Quotient, Rate, find_rates
from models.text.sentences import Span, split_sentences

_SHARE_OF = Pattern(r"占(?P<base>[^占]{0,24}?)(?:的|之)?(?:比例|比重|比)?(?:最高|最多|最大)?(?:分别)?(?:为|是|达到?|约|近|超过?)*[，,：: ]*$")
_SHARE_OF_NOTED = Pattern(
    r"占(?P<base>[^占，。；（()）\d]{1,16}[（(](?:共|为)?\d[\d.,]*[^（()）]{1,4}[)）])(?:的|之)?(?:比例|比重|比)?(?:为|是|达到?)*$"
)
_LONGEST_BASE = 40
_GENERAL_BASE = Pattern(r"总数量?|总量|总额|总|全部|全年|全市|全县|全区|所有|数量|件数|案件数?|数|比例|比重|比|的|同类|上述|其|该")
_OF_BASE = Pattern(r"^(?:全年|全部|全市|全县|全区|全局|所有|同类|上述|该类)+|(?:总数量?|总量|总额|总|数量|件数|数|的|之)+$")
_OF_THEM = Pattern(r"[^，。；、\d其]{0,8}中[，,]?(?:已|已经|共|现)?有?")
_BEHIND = Pattern(r"[，,](?:其中|共|有|现有|已)*(?P<name>[^，。；、\d]{2,10})")
_FARTHEST_BASE = 400
_LONGEST_SENTENCE = 2000
_LONGEST_LABEL = 16
_MOST_COUNTS = 14


@lru_cache(maxsize=2048)
def find_quotients(text: str) -> tuple[Quotient, ...]:
    """Return the rates and shares of `text` that stand beside their numerator and denominator and fit no two counts."""
    if "%" not in text and "％" not in text and "百分之" not in text:
        return ()
    figures = find_figures(text)
    found = [_rate_quotient(text, figures, rate) for rate in find_rates(text)]
    found += _share_quotients(text, figures) if "占" in text else []
    return tuple(each for each in found if each is not None)


def _rate_quotient(text: str, figures: Sequence[Amount], rate: Rate) -> Quotient | None:
    """Return the quotient of a named rate; None when its two figures are not certain."""
    data = read_yaml("wording", "rates.yaml")
    root = next((each for each in _roots() if rate.name.endswith(each)), None)
    begin = rate.sentence.start
    stated = counted_quotient(text, figures, rate, known=root is not None)
    if stated is not None:
        named = root is not None and _base_named(text, stated, root)
        return stated if named else _unless_explained(text, figures, stated, rate.sentence)
    clause = text[max(begin, rate.start - 1):rate.figure.end]
    behind = _told_behind(text, figures, rate, root)
    if behind is not None:
        return behind
    if root is None or rate.figure.approximate or any(word in clause for word in ("同比", "较上", "比上")):
        return None
    full = rate.figure.number.rstrip("0").rstrip(".") == "100" or rate.figure.value == 100
    prefix = rate.name[:-len(root)]
    words = [f"不{word}" if prefix.endswith("不") else word for word in data["numerators"][root]]
    counts = [each for each in between(figures, begin, rate.start) if not each.relative]
    part = _numerator(text, counts, words, begin, rate.start)
    whole = _all_of_them(text, counts, words, rate) if part is None or part is counts[-1] else None
    if whole is not None and not full and not any(word in prefix for word in data["due_only"]):
        return Quotient(rate.name, rate.figure, whole, whole)
    if part is None or (any(word in prefix for word in data["due_only"]) and not _named(text, part, prefix, begin)):
        return None
    whole = _denominator(text, figures, part, begin)
    if whole is None or any(word in text[whole.end:rate.start] for word in data["pending"]):
        return None
    found = Quotient(rate.name, rate.figure, part, whole)
    if root in data["denominators"]:
        if _base_named(text, found, root):
            return found
        if full:
            return None
    return _unless_explained(text, figures, found, rate.sentence)


def _base_named(text: str, found: Quotient, root: str) -> bool:
    """Return whether the words around its denominator say that it is the one of a rate of the name `root`: 应出庭29件."""
    words = read_yaml("wording", "rates.yaml")["denominators"].get(root, ())
    clause = clause_of(text, found.whole, 0, found.part.start)
    return found.whole.end <= found.part.start and any(word in clause for word in words if word != "应诉")


def _told_behind(text: str, figures: Sequence[Amount], rate: Rate, root: str | None) -> Quotient | None:
    """Return the quotient of 执法人员120人，持证率95%，持证人员118人; None when its numerator does not stand right behind."""
    before = between(figures, rate.sentence.start, rate.start)
    behind = between(figures, rate.figure.end, rate.sentence.end)[:1]
    if root is None or not before or not behind or any(each.approximate or each.weak for each in (before[-1], *behind)):
        return None
    whole, part = before[-1], behind[0]
    said, between_them = text[rate.figure.end:part.start], text[whole.end:rate.start].strip()
    named = _BEHIND.fullmatch(said)
    denied = named is not None and named["name"].startswith(("未", "不", "没", "尚未"))
    joined = not denied and between_them in ("，", ",") and whole.unit == part.unit and part.value <= whole.value
    stem = rate.name.removesuffix("率")[-2:]
    if not joined or named is None or stem not in named["name"] or rate.figure.approximate:
        return None
    return Quotient(rate.name, rate.figure, part, whole)


def _all_of_them(text: str, counts: Sequence[Amount], words: Sequence[str], rate: Rate) -> Amount | None:
    """Return the last count when the words between it and `rate` say that it was all done: 12件，已全部办结."""
    if not counts or counts[-1].approximate or counts[-1].weak or not counts[-1].value:
        return None
    said = text[counts[-1].end:rate.start]
    done = len(said) <= 24 and any(f"{all_}{word}" in said for all_ in ("全部", "均已", "全部已") for word in words)
    return counts[-1] if done else None


def _numerator(text: str, counts: Sequence[Amount], words: Sequence[str], begin: int, end: int) -> Amount | None:
    """Return the last of `counts` whose clause holds one of `words`; None when there is none, or it is a rough one."""
    for amount in reversed(counts):
        clause = clause_of(text, amount, begin, end)
        where = next((place for word in words if (place := clause.find(word)) >= 0), -1)
        if where >= 0 and clause[max(0, where - 1):where] not in ("不", "未", "应", "率"):
            return None if amount.approximate or amount.weak else amount
    return None


def _named(text: str, part: Amount, prefix: str, begin: int) -> bool:
    """Return whether the clause of `part` speaks of the same due cases as the rate: 按期办结114件."""
    return prefix[-2:] in text[clause_begin(text, part.start, begin):part.start]


def _denominator(text: str, figures: Sequence[Amount], part: Amount, begin: int) -> Amount | None:
    """Return the count before `part` it is a part of; None when there is none in this sentence or the one before."""
    earlier = clause_begin(text, max(0, begin - 1))
    before = [
        each for each in between(figures, earlier, part.start)
        if not each.relative and same_unit(each, part, COUNTED_ALIKE)
    ]
    whole = _whole_of_list(before, part)
    if whole is not None and whole.value < part.value:
        whole = together(text, before)
    if whole is None or whole.approximate or whole.weak or whole.value < part.value or not whole.value:
        return None
    return whole


def _whole_of_list(before: Sequence[Amount], part: Amount) -> Amount | None:
    """Return the last of `before`, or the one that those behind it, with `part`, make: 案件4件，驳回3件，撤销1件."""
    for at in range(len(before) - 1):
        if before[at].value == sum(each.value for each in before[at + 1:]) + part.value:
            return before[at]
    return before[-1] if before else None


def _unless_explained(
    text: str, figures: Sequence[Amount], found: Quotient, sentence: Span
) -> Quotient | None:
    """Return `found`, or None when other counts nearby make the rate right: then the base was another one."""
    begin = max(0, sentence.start - 200)
    counts = [each for each in between(figures, begin, sentence.end) if not each.relative][-_MOST_COUNTS:]
    if found.right or not counts:
        return found
    sums = [one._replace(number=str(one.value + other.value), scale="") for one, other in pairwise(counts)
            if one.unit == other.unit]
    values = [(each, each.value) for each in (*counts, *sums)]
    for whole, most in values if "结转" in text or "上年" in text else values[:len(counts)]:
        for part, value in values:
            if value > most or not most:
                continue
            if (part, whole) != (found.part, found.whole) and same_unit(part, whole, COUNTED_ALIKE):
                if prints_as(quotient(part, whole), found.figure.number) and found.figure.value != 100:
                    return None
    return found


def _share_quotients(text: str, figures: Sequence[Amount]) -> Iterator[Quotient]:
    """Yield the quotients of the shares (占…%) in `text`."""
    totals = {part.amount.start: each for each in find_breakdowns(text) for part in each.parts}
    for span in split_sentences(text):
        for figure in between(figures, span.start, span.end) if len(span.text) <= _LONGEST_SENTENCE else ():
            if figure.unit != SHARE or figure.approximate:
                continue
            begin = clause_begin(text, figure.start, span.start)
            bracketed = _SHARE_OF_NOTED.search(text[max(span.start, figure.start - _LONGEST_BASE):figure.start])
            if bracketed is not None:  # 占案件总数（420件）的20%
                begin = figure.start - len(bracketed.group())
            share = bracketed or _SHARE_OF.search(text[begin:figure.start])
            if share is None:
                continue
            place = begin + (share.start() if bracketed is None else 0)
            before = [each for each in between(figures, span.start, place) if not each.relative]
            if not before or _far(text[before[-1].end:place]) or before[-1].approximate or before[-1].weak:
                continue
            stated = between(figures, place, figure.start)
            whole = _whole(text, figures, before[-1], share["base"], stated, totals.get(before[-1].start))
            found = Quotient("占", figure, before[-1], whole) if whole is not None else None
            if found is not None and (stated or _unless_explained(text, figures, found, span) is not None):
                yield found


def _whole(
    text: str, figures: Sequence[Amount], part: Amount, base: str, stated: Sequence[Amount], listed: Breakdown | None
) -> Amount | None:
    """Return the total that `part` is a share of; None when it is not certain.

    `base` are the words after 占, `stated` the figures among them; `listed` is the list that `part` stands in.
    """
    stated = [each for each in stated if same_unit(each, part, COUNTED_ALIKE)]
    if stated:
        return None if stated[-1].approximate or not stated[-1].value else stated[-1]
    if any(word in base for word in read_yaml("wording", "rates.yaml")["base_may_be_smaller"]):
        return None
    rest = _GENERAL_BASE.sub("", base)
    if listed is not None and listed.total.value:
        return listed.total if not rest or rest in listed.label else None
    start = max(text.rfind(mark, max(0, part.start - _LONGEST_BASE), part.start) for mark in "，,。；;：\n（(") + 1
    start = start or clause_begin(text, part.start)
    lead = text[start:part.start]
    begin = clause_begin(text, max(0, start - 1))
    among = between(figures, start, part.start)
    if among and not rest and _OF_THEM.fullmatch(text[among[-1].end:part.start]) and among[-1].unit == part.unit:
        return among[-1] if among[-1].value and not among[-1].approximate else None
    if len(rest) > 1 and not among and (earlier := _named_before(text, figures, part, base)):
        return earlier
    before = [each for each in between(figures, begin, part.start - len(lead)) if not each.relative]
    if not before or not same_unit(before[-1], part, COUNTED_ALIKE):
        return None
    whole = before[-1]
    label = label_before(text, figures, whole, max(0, whole.start - _LONGEST_LABEL))
    named = tuple(name for name in (label[-2:], text[whole.end:whole.end + 2]) if len(name) > 1)
    if (rest and rest not in label) or not (
        lead.lstrip().startswith("其中") or lead.rstrip().endswith(named) or text.endswith(("中，", "中,"), 0, start)
    ):
        return None
    return whole if whole.value and not whole.approximate else None


def _named_before(text: str, figures: Sequence[Amount], part: Amount, base: str) -> Amount | None:
    """Return the one count, in the sentences before that of `part`, of what `base` names: 占处罚案件数 — 120件处罚案件."""
    name = _OF_BASE.sub("", base)
    sentence = max(text.rfind(mark, 0, part.start) for mark in "。\n") + 1
    near = between(figures, max(0, sentence - _FARTHEST_BASE), sentence)
    counts = [
        each for each in near if each.unit == part.unit and not each.approximate and not each.weak
        and (text.startswith(name, each.end) or text.endswith(name, 0, each.start))
    ]
    one = len({each.value for each in counts}) == 1 and counts[-1].value >= part.value
    return counts[-1] if one else None


def _far(gap: str) -> bool:
    """Return whether the words between a part and its 占 are too many: 3名从事合同审查，占…is near enough."""
    return len(gap) > (12 if gap.endswith("，") and "，" not in gap[:-1] else 6)


@cache
def _roots() -> tuple[str, ...]:
    """Return the endings by which a rate is known, longest first."""
    return tuple(sorted(read_yaml("wording", "rates.yaml")["numerators"], key=len, reverse=True))
