"""Rates and rests told in words: 投诉58件，按期办结47件，办结率超过九成; 186家中备案89家，备案率过半; 240辆中168辆已更新，燃油车仅剩两成.

A rate is held against the last two counts of one unit before it where its verb stands in the clause of the second one,
or that one is said to be of the first; a rest is what that part leaves of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from models.text.clauses import clause_begin, same_unit
from models.text.pattern import Pattern
from models.text.quantities import Amount, between, find_figures, plain
from models.text.rates import COUNTED_ALIKE
from models.text.said_in_words import FRACTION, Claim, fraction
from models.text.sentences import Span, sentences_up_to

_LONGEST_SENTENCE = 300
_HUNDRED = Decimal(100)
_RATE = Pattern(
    rf"(?P<name>[^，。；、\d]{{1,8}})率(?:已经|已|均|也|基本|首次)*(?:达到?|为|在)?(?P<more>超过|超|突破|逾|过)?(?P<less>不足|不到|低于)?"
    rf"(?P<near>接近|将近|近)?(?:约|大约)?(?:{FRACTION})(?P<up>以上|多)?"
)
_REST = Pattern(
    rf"(?:仅剩|只剩|还剩|剩余|尚余|只余)(?:下)?(?P<more>超过|超|逾)?(?P<less>不足|不到)?(?P<near>接近|将近|近)?(?:约|大约)?"
    rf"(?:{FRACTION})(?P<up>以上|多)?"
)
_SHARE = Pattern(
    rf"[，,](?:已)?占(?P<more>超过|超|逾)?(?P<less>不足|不到)?(?P<near>接近|将近|近)?(?:约|大约)?(?:{FRACTION})(?P<up>以上|多)?"
)
_OF_IT = Pattern(r"(?<!其)中[，,]?(?:已|共|有|的|\d|[^，。；\d]{0,12}$)|其中")
_OTHER_RATES = ("同比", "增长", "下降", "提高", "压缩", "知晓", "完成", "增", "降")
_FAR_OFF = 6  # percentage points from a share told without 超过 and 不到
_ENDING = 2  # characters of a rate's name that are its verb


@lru_cache(maxsize=2048)
def wrong_rates_in_words(text: str) -> tuple[Claim, ...]:
    """Return the rates, shares and rests told in words in `text` that the two counts before them do not give."""
    if not any(sign in text for sign in ("成", "半", "分之")):
        return ()
    return tuple(claim for span in sentences_up_to(text, _LONGEST_SENTENCE) for claim in _in_sentence(text, span))


def _in_sentence(text: str, span: Span) -> Iterator[Claim]:
    """Yield the wrong ones of the sentence `span`."""
    for form in (_RATE, _REST, _SHARE):
        for match in form.finditer(span.text):
            place = span.start + match.start()
            pair = _last_two(text, between(find_figures(text), span.start, place))
            if pair is None or not _fitting(text, form, match, pair, place):
                continue
            whole, part = pair
            value = whole.value - part.value if form is _REST else part.value
            share = value * _HUNDRED / whole.value
            if _not_said(match, share):
                rest = f"{whole.printed}－{part.printed}={plain(value)}，" if form is _REST else ""
                told = f"{rest}{plain(value / part.base)}÷{plain(whole.value / part.base)}={share:.1f}%"
                yield Claim(whole.start, span.start + match.end(), match.group().strip("，,"), told)


def _last_two(text: str, before: Sequence[Amount]) -> tuple[Amount, Amount] | None:
    """Return the last two counts of `before`, whole and part; None when they are rough or other things."""
    counts = [each for each in before if not each.relative]
    if len(counts) < 2 or any(each.approximate or each.weak or each.chinese for each in counts[-2:]):
        return None
    whole, part = counts[-2:]
    alone = len([each for each in counts if same_unit(each, part, COUNTED_ALIKE)]) == 2
    listed = text[whole.end:part.start].strip().startswith(("、", "；", ";"))
    alike = same_unit(whole, part, COUNTED_ALIKE) and 0 < part.value < whole.value
    return (whole, part) if alone and alike and not listed else None


def _fitting(text: str, form: Pattern, match: re.Match[str], pair: tuple[Amount, Amount], place: int) -> bool:
    """Return whether the words between tell that the second count is a part of the first, and of nothing else."""
    whole, part = pair
    between_them, behind = text[whole.end:part.start], text[part.end:place]
    if "；" in behind or "、" in behind or any(word in match.group() for word in _OTHER_RATES):
        return False
    clause = text[clause_begin(text, part.start):place]
    of_it = _OF_IT.search(between_them) is not None
    if form is _RATE:
        verb = match["name"][-_ENDING:]
        return verb in clause and f"不{verb}" not in clause and f"未{verb}" not in clause
    if form is _REST:
        return of_it
    qualified = clause[:part.start - place].endswith("的") and not behind
    return qualified and not of_it and between_them.startswith(("，", ",")) and between_them.count("，") == 1


def _not_said(match: re.Match[str], share: Decimal) -> bool:
    """Return whether `share`, in per cent, is not what `match` says."""
    said = fraction(match)
    if match["more"] or match["up"] or match.group().endswith("过半"):
        return share <= said - Decimal("0.05")
    if match["less"]:
        return share >= said
    if match["near"]:
        return not said - _FAR_OFF <= share < said
    return abs(share - said) > _FAR_OFF
