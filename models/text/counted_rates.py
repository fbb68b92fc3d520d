"""Rates told by the two counts right before them: 应签订1250份，实际签订1180份，签订率94.4%."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from models.resources import read_yaml
from models.text.clauses import clause_begin, same_unit
from models.text.pattern import Pattern
from models.text.quantities import Amount, between
from models.text.rates import COUNTED_ALIKE, Quotient, Rate, bounded

_DUE = Pattern(r"应(?!急|诉|用|对|聘)")
_DONE = Pattern(r"实际|已|实[^施现行]")
_OF_THEM = Pattern(r"(?<!其)中(?:[，,]|[，,]?(?:已经|已|共)?有)$")
_NOTED = Pattern(r"[（(](?:共|总共|应|全部|合计)[^，。；：、（()）\d]{0,6}")
_LONGEST_GAP = 16
_LONGEST_PLAIN_NAME = 8


def counted_quotient(text: str, figures: Sequence[Amount], rate: Rate, *, known: bool) -> Quotient | None:
    """Return `rate` with the two counts it is made of, going by their words; None when they do not tell.

    `known`: its name is one of those whose numerator has words of its own.
    """
    if rate.figure.approximate or not (bounded(rate.name) or _counted(rate.name)):
        return None
    found = _due_and_done(text, figures, rate) or _among(text, figures, rate) or _all_noted(text, figures, rate)
    if found is None and not known:
        found = _by_its_verb(text, figures, rate)
    return _less_the_rest(text, figures, rate) or found or _without_the_rest(text, figures, rate)


def together(text: str, before: Sequence[Amount]) -> Amount | None:
    """Return the sum of the list `before` ends with: 建议18件、提案24件; None when it is no list of exact counts."""
    run = [before[-1]]
    for each in reversed(before[:-1]):
        gap = text[each.end:run[0].start]
        if not gap.startswith(("、", "和")) or len(gap) > _LONGEST_GAP or each.unit != run[0].unit:
            break
        run.insert(0, each)
    if len(run) < 2 or any(each.approximate or each.weak for each in run):
        return None
    whole = sum((each.value for each in run), Decimal(0))
    return run[0]._replace(end=run[-1].end, number=f"{whole:f}", scale="")


def _last_two(text: str, figures: Sequence[Amount], rate: Rate) -> tuple[Amount, Amount] | None:
    """Return the two exact counts of one unit right before `rate`, the larger first; None when there are none."""
    counts = [each for each in between(figures, rate.sentence.start, rate.start) if not each.relative][-2:]
    if len(counts) < 2 or any(each.approximate or each.weak for each in counts) or not counts[0].value:
        return None
    whole, part = counts
    alike = same_unit(part, whole, COUNTED_ALIKE) and part.value <= whole.value
    return (whole, part) if alike and rate.start - part.end <= _LONGEST_GAP else None


def _due_and_done(text: str, figures: Sequence[Amount], rate: Rate) -> Quotient | None:
    """Return the quotient of 应签订1250份，实际签订1180份，签订率94.4%; None when the words are others."""
    pair = _last_two(text, figures, rate)
    if pair is None:
        return None
    due = text[clause_begin(text, pair[0].start, rate.sentence.start):pair[0].start]
    done = text[clause_begin(text, pair[1].start, rate.sentence.start):pair[1].start]
    if _DUE.search(due) is None or _DONE.search(done) is None or "其中" in done:
        return None
    return Quotient(rate.name, rate.figure, pair[1], pair[0])


def _among(text: str, figures: Sequence[Amount], rate: Rate) -> Quotient | None:
    """Return the quotient of 236个村中，221个村聘请了法律顾问，聘请率93.6%; None when the words are others."""
    pair = _last_two(text, figures, rate)
    if pair is None or _OF_THEM.search(text[pair[0].end:pair[1].start]) is None:
        return None
    said = text[pair[1].end:rate.start]
    words = read_yaml("wording", "rates.yaml")["numerators"].get(rate.name[-3:], [rate.name[-3:-1]])
    return Quotient(rate.name, rate.figure, pair[1], pair[0]) if any(word in said for word in words) else None


def _all_noted(text: str, figures: Sequence[Amount], rate: Rate) -> Quotient | None:
    """Return the quotient of 采纳意见63条（共提出72条），采纳率87.5%; None when the words are others."""
    counts = [each for each in between(figures, rate.sentence.start, rate.start) if not each.relative][-2:]
    if len(counts) < 2 or any(each.approximate or each.weak for each in counts) or counts[0].unit != counts[1].unit:
        return None
    part, whole = counts
    closed = text[whole.end:rate.start] in ("），", ")，", "),")
    noted = closed and _NOTED.fullmatch(text[part.end:whole.start]) is not None
    said = text[clause_begin(text, part.start, rate.sentence.start):part.start]
    right = noted and rate.name[-3:-1] in said and part.value <= whole.value
    return Quotient(rate.name, rate.figure, part, whole) if right else None


def _by_its_verb(text: str, figures: Sequence[Amount], rate: Rate) -> Quotient | None:
    """Return the quotient of a rate of no known name whose verb stands in the clause before it: 拆除59宗，拆除率95.2%."""
    pair, verb = _last_two(text, figures, rate), rate.name[-3:-1]
    if pair is None or len(rate.name) > _LONGEST_PLAIN_NAME or any(
        word in rate.name for word in read_yaml("wording", "rates.yaml")["no_quotient"]
    ):
        return None
    begin = clause_begin(text, pair[1].start, rate.sentence.start)
    return Quotient(rate.name, rate.figure, pair[1], pair[0]) if verb in text[begin:pair[1].start] else None


def _counted(name: str) -> bool:
    """Return whether a rate called `name` is a quotient of two counts, though it may exceed 100 %: 完成率."""
    return name.endswith(tuple(read_yaml("wording", "rates.yaml")["counted"]))


def _less_the_rest(text: str, figures: Sequence[Amount], rate: Rate) -> Quotient | None:
    """Return the quotient of 抽检320批次，不合格8批次，合格率97.5%; None where no rest is told before the rate."""
    pair = _last_two(text, figures, rate)
    if pair is None or pair[1].scale or pair[0].scale:
        return None
    begin = clause_begin(text, pair[1].start, rate.sentence.start)
    if f"不{rate.name[-3:-1]}" not in text[begin:pair[1].start] or rate.name[-4:-3] == "不":
        return None
    part = pair[0]._replace(number=f"{pair[0].value - pair[1].value:f}")
    return Quotient(rate.name, rate.figure, part, pair[0])


def _without_the_rest(text: str, figures: Sequence[Amount], rate: Rate) -> Quotient | None:
    """Return the quotient of 参考580人，合格率98.5%，不合格9人; None where no rest is told behind the rate."""
    before = [each for each in between(figures, rate.sentence.start, rate.start) if not each.relative]
    behind = next((each for each in between(figures, rate.figure.end, rate.sentence.end) if not each.relative), None)
    if not before or behind is None or behind.start - rate.figure.end > _LONGEST_GAP:
        return None
    whole = together(text, before) or before[-1]
    said = text[rate.figure.end:behind.start].lstrip("，,、（(；; 其中仅有")
    if not said.startswith(f"不{rate.name[-3:-1]}") or rate.start - whole.end > _LONGEST_GAP or not whole.value:
        return None
    rough = any(each.approximate or each.weak for each in (whole, behind))
    if rough or whole.unit != behind.unit or behind.value >= whole.value:
        return None
    part = whole._replace(number=str(int(whole.value - behind.value)), scale="")
    return Quotient(rate.name, rate.figure, part, whole)
