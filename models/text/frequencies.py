"""How often something is said to be done in a period beside how often it was in the year: 每季度一次，全年6次.

Read are 每月, 每两个月, 每季度 and 每半年 with a number of times, and one count of times in the same sentence that is
said to be the year's, of the same act. Fewer times than the period asks for are wrong; more are so only where nothing
says that it was done at least so often.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from models.text.numerals import parse_numeral
from models.text.pattern import Pattern
from models.text.said_in_words import Claim
from models.text.sentences import Span, split_sentences

_NUMBER = r"(?P<{}>\d{{1,2}}|[一两二三四五六七八九十])"
_PERIODS = {"每月": 12, "每个月": 12, "每两个月": 6, "每两月": 6, "每季度": 4, "每个季度": 4, "每半年": 2}
_OFTEN = Pattern(
    rf"(?P<period>每两?个?月|每个?季度|每半年)(?P<least>至少|不少于|最少)?(?P<act>[^，。；、\d一两二三四五六七八九十]{{0,6}}?)(?:不少于)?"
    rf"{_NUMBER.format('times')}(?:次|期|场)(?P<more>以上)?"
)
_IN_ALL = Pattern(
    rf"(?:全年|一年来|年内|今年|本年度?)(?:累计|共|已|一共|合计)*(?P<act>[^，。；、\d]{{0,14}}?)(?:共|了|累计)*"
    rf"{_NUMBER.format('number')}(?:次|期|场)(?![以之]|方)"
)
_HELD = ("召开", "听取", "开展", "组织", "学法", "研究", "举办", "检查", "评查", "调度", "通报", "学习", "培训")
_TO_COME = Pattern(r"20\d\d ?年|将|拟|计划|明年|下一?年|增加到|提高到|力争|确保")
_CLAUSE = Pattern("[^，。；]*")
_LONGEST_SENTENCE = 200
_MOST = 60  # characters from one to the other


@lru_cache(maxsize=2048)
def wrong_frequencies(text: str) -> tuple[Claim, ...]:
    """Return the frequencies in `text` that the count of the year does not agree with."""
    if not any(period in text for period in _PERIODS):
        return ()
    return tuple(
        claim for span in split_sentences(text) if len(span.text) <= _LONGEST_SENTENCE for claim in _in_sentence(span)
    )


def _in_sentence(span: Span) -> Iterator[Claim]:
    """Yield the frequency of the sentence `span` when it has one, and one count of the year, that do not agree."""
    told, in_all = list(_OFTEN.finditer(span.text)), list(_IN_ALL.finditer(span.text))
    if len(told) != 1 or len(in_all) != 1:
        return
    often, year = told[0], in_all[0]
    between_them = span.text[min(often.end(), year.end()):max(often.start(), year.start())]
    if _TO_COME.search(between_them) is not None:
        return
    start, end = min(often.start(), year.start()), max(often.end(), year.end())
    if end - start > _MOST or often.start() < year.end() and year.start() < often.end():
        return
    clause = _CLAUSE.match(span.text, often.start())
    done = [{word for word in _HELD if word in said} for said in (year["act"], clause.group() if clause else "")]
    if all(done) and done[0].isdisjoint(done[1]):
        return
    expected = _PERIODS[often["period"]] * (parse_numeral(often["times"]) or 0)
    number = parse_numeral(year["number"]) or 0
    at_least = often["least"] or often["more"] or "至少" in span.text or "不少于" in span.text
    if number < expected or (number > expected and not at_least):
        words = span.text[often.start():often.end()]
        yield Claim(span.start + start, span.start + end, words, f"一年应当是{expected}次，全年写的是{number}次")
