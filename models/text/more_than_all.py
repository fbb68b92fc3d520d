"""A part that is more than the whole it is said to be of: 召开会议20次，其中研究法治议题23次."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from models.text.breakdowns import find_breakdowns
from models.text.pattern import Pattern
from models.text.quantities import Amount, between, find_figures
from models.text.sentences import split_sentences

_AMONG = Pattern(r"[^。；\d：:（）()]{0,16}[，,、]?其中[^。；：:\d（）()]{0,20}")
_OTHERS = Pattern(r"累计|历年|上年|去年|往年|结转|跨年|五年|三年|同期|增加|减少|新增|另|此外|涉及|惠及|带动|平均|均|每|最高|最低|最大|率")
_LISTED = Pattern(r"\d[件起宗例个次名人家项份]?[、和及与]")  # 复议3件、应诉5件，其中: of both
_LEAD = 16
_LONGEST_SENTENCE = 400


class Excess(NamedTuple):
    """A `part` that is more than the `whole` it is told to be of."""

    whole: Amount
    part: Amount


@lru_cache(maxsize=2048)
def parts_too_large(text: str) -> tuple[Excess, ...]:
    """Return the parts told with 其中 right behind a count of the same unit that they exceed; alone, not in a list."""
    if "其中" not in text:
        return ()
    counts = [each for each in find_figures(text) if not each.relative]
    listed = {each.total.start for each in find_breakdowns(text)}
    found = []
    for span in split_sentences(text):
        own = between(counts, span.start, span.end) if "其中" in span.text and len(span.text) <= _LONGEST_SENTENCE else ()
        for whole, part in zip(own, own[1:], strict=False):
            gap = text[whole.end:part.start]
            exact = not any(each.approximate or each.weak for each in (whole, part))
            more = whole.unit == part.unit and part.value > whole.value and whole.start not in listed
            lead = text[max(span.start, whole.start - _LEAD):whole.start]
            alone = _LISTED.search(lead) is None and _OTHERS.search(lead + gap) is None
            if exact and more and alone and _AMONG.fullmatch(gap):
                found.append(Excess(whole, part))
    return tuple(found)
