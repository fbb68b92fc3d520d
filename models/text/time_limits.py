"""Time limits that are cut: 法定时限20个工作日，承诺8个工作日办结，压缩60% — the part by which the promised one is shorter."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from models.text.clauses import Interval, prints_as
from models.text.growth import find_growth
from models.text.pattern import Pattern
from models.text.quantities import SHARE, Amount, between, find_figures
from models.text.said_in_words import Claim
from models.text.sentences import Span, sentences_up_to

_LONGEST_SENTENCE = 300
_TIMES = {"个工作日": "工作日", "工作日": "工作日", "天": "天", "小时": "小时"}
_LEGAL = Pattern(r"法定[^，。；、\d]{0,10}(?:时限|期限|时间|时长)?[^，。；、\d]{0,4}$|(?:由|从)(?:法定)?(?:的)?$")
_PROMISED = Pattern(r"(?:承诺|实际|压缩[至到为]|缩短[至到为]|缩减[至到为]|减[至到为]|优化[至到为]|平均)[^，。；、\d]{0,10}$")
_CUT = Pattern(r"(?:压缩|缩短|缩减|压减|提速|提前)(?:时限|时间|办理时限)?(?:的)?(?:比例|率|幅度|比)?(?:已|达到?|为|了|至|约|超过?|近)*$")
_ROUGH = "约近超逾"


@lru_cache(maxsize=2048)
def wrong_cuts(text: str) -> tuple[Claim, ...]:
    """Return by how much time limits are said to be cut in `text` where the two limits tell otherwise."""
    if not any(word in text for word in ("压缩", "缩短", "缩减", "压减", "提速", "提前")):
        return ()
    return tuple(claim for span in sentences_up_to(text, _LONGEST_SENTENCE) for claim in _in_sentence(text, span))


def _in_sentence(text: str, span: Span) -> Iterator[Claim]:
    """Yield the cuts of the sentence `span` that its two time limits do not give."""
    figures = between(find_figures(text), span.start, span.end)
    known = {growth.change.start for growth in find_growth(text) if growth.change is not None}
    for at, cut in enumerate(figures):
        times = [each for each in figures[:at] if each.unit in _TIMES]
        if cut.unit != SHARE or cut.start in known or len(times) != 2 or cut.approximate:
            continue
        legal, promised = times
        told = all((
            _CUT.search(text[max(span.start, cut.start - 14):cut.start]), _TIMES[legal.unit] == _TIMES[promised.unit],
            _LEGAL.search(text[max(span.start, legal.start - 18):legal.start]), legal.value > promised.value,
            _PROMISED.search(text[max(span.start, promised.start - 14):promised.start]),
            not any(_rough(text, each) for each in (legal, promised, cut)),
        ))
        share = (legal.value - promised.value) * 100 / legal.value if legal.value else Decimal(0)
        if told and not prints_as(Interval(share, share), cut.number):
            words = f"（{legal.number}－{promised.number}）÷{legal.number}={share:.1f}%"
            yield Claim(legal.start, cut.end, text[cut.start:cut.end], words)


def _rough(text: str, amount: Amount) -> bool:
    """Return whether a word right before `amount` makes it a rough figure."""
    return amount.approximate or text[amount.start - 1:amount.start] in tuple(_ROUGH)
