"""What there is at the end of the year: 上年末1843辆，新增217辆、注销164辆，年末1896辆."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from models.text.listings import alike_units, label_before
from models.text.pattern import Pattern
from models.text.quantities import between, find_figures
from models.text.remainders import Balance
from models.text.sentences import Span, sentences_up_to

_LONGEST_SENTENCE = 300
_FOUR = 4
_WAS = Pattern(r"(?:20\d\d ?年|上年|去年)(?:末|底|年底|年末)|年初|原有|年初有")
_CAME = Pattern(r"新增|新注册|新登记|新进|新入库|新纳入|新录用|调入|新聘|增加|补充|新建")
_WENT = Pattern(r"注销|退出|报废|调出|减少|核销|离职|退休|撤销|撤并|清退|出库|流失|吊销|取消")
_IS = Pattern(r"年末|年底|现有|目前|现存|截[至止]|实有")


@lru_cache(maxsize=2048)
def find_stocks(text: str) -> tuple[Balance, ...]:
    """Return the stocks of `text` told with what there was, came and went, right or wrong, in order."""
    if not any(word in text for word in ("年末", "年底", "年初", "原有")):
        return ()
    return tuple(found for span in sentences_up_to(text, _LONGEST_SENTENCE) for found in _in_sentence(text, span))


def _in_sentence(text: str, span: Span) -> Iterator[Balance]:
    """Yield the stock of the sentence `span` when its four first counts of one unit tell one."""
    figures = between(find_figures(text), span.start, span.end)
    counts = [each for each in figures if not each.relative]
    own = [each for each in counts if alike_units(each, counts[0])]
    if len(own) != _FOUR or any(each.approximate or each.weak for each in own):
        return
    labels = [label_before(text, counts, each, span.start) for each in own]
    was, one, other, left = own
    if _WAS.search(labels[0]) is None or _IS.search(text[other.end:left.start]) is None or _WENT.search(labels[3]):
        return
    first, second = (_CAME.search(labels[1]), _WENT.search(labels[2]))
    if first and second:
        yield Balance(was, one, other, left)
    elif _WENT.search(labels[1]) and _CAME.search(labels[2]):
        yield Balance(was, other, one, left)
