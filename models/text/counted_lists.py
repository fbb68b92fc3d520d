"""Things that are listed and counted: 《甲》《乙》《丙》等2项制度, 于2月、5月、8月召开会议4次, 划分为四类：….

These lists are read: titles in 《》 one behind the other, with how many they are right behind or right before · months
or days told with 分别于 or 先后于, with how often something was done in the same sentence · 分为四类 (三个方面, 五大板块)
with the items behind a colon, separated alike · 立案、调查、决定三个环节 · 三个问题：一是…二是… · 四项制度 said of what was
called 三个文件 right before · 从1月到12月，历时10个月.
A list with 等 may leave things out: it is wrong only where it names more than are counted.

Not read: lists without marks, items that hold 、 themselves, and counts told in another sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from models.text.enumerations import counted_words
from models.text.numerals import parse_numeral
from models.text.pattern import Pattern
from models.text.said_in_words import Claim
from models.text.sentences import Span, split_sentences

_LONGEST_SENTENCE = 400
_NUMBER = r"(?P<number>\d{1,2}|[两二三四五六七八九]|十[一二三四五六七八九]?)"
_TITLE = r"《[^《》]{2,60}》(?:（[^（）]{1,30}）)?"
_DOCUMENTS = (  # 3个专题培训 on two laws counts no titles
    r"(?:[部件份](?![一-鿿])|[项个部件份种套](?!配套|专题)[一-鿿]{0,6}?"
    r"(?:制度|办法|文件|规定|方案|法律法规|法律|法规|规章|条例|意见|细则|预案|规范|清单|标准|指引|要点|通知|机制))"
)
_TITLES = Pattern(
    rf"(?P<list>{_TITLE}(?:[、，和及与]?{_TITLE})+)(?P<open>等)?{_NUMBER}{_DOCUMENTS}"
)
_TITLES_BEHIND = Pattern(
    rf"(?<![第\d]){_NUMBER}{_DOCUMENTS}(?:[：:]|，(?:分别是|即|包括)|（)(?P<list>{_TITLE}(?:[、，和及与]?{_TITLE})+)"
    r"(?P<open>等)?(?P<end>[。；，）]|$)"
)
_ONE_TITLE = Pattern(_TITLE)
_DATE = r"(?:\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|初)?|\d{1,2}日)"
_DATES = Pattern(
    rf"(?:分别于|分别在|先后于|先后在|各于|时间分别为|分别为|分别是|时间为)(?:20\d\d年|当年|今年|本年)?(?P<list>{_DATE}(?:[、，和及与]{_DATE})+)(?P<open>等)?"
)
_ONE_DATE = Pattern(_DATE)
_TIMES = Pattern(rf"(?<![第\d每]){_NUMBER}(?P<unit>次|场次|场|期|轮|批次|批)(?![以之]|方|数)")
_CLASSES = Pattern(
    rf"(?:分为|分成|划分为|划为|归为|归纳为|细分为|概括为|包括|明确为?|梳理出){_NUMBER}"
    r"(?:大类|个类别|种类型|种情形|个等级|个档次|个方面|个阶段|个步骤|大板块|个板块|个环节|类|级|档|种)"
    r"[^，。；：、]{0,8}(?:[：:](?:即|分别是|分别为)?|，(?:即|分别是|分别为))(?P<items>[^。；：\n]+)(?=[。\n]|$)"
)
_LAST_ITEM = Pattern("[，,](?:共|合计|总|其中|并|均|分别|各|由|对|实行|进行|累计|涉及)")
_AND = Pattern("[^、]{2,}(?:和|以及|及|与)[^、]{2,}")
_COUNTED = Pattern("[两二三四五六七八九十][个项级类大支种]")
_OPEN = Pattern("等|……|包括|其他类")
_ITEM = r"[^、，。；：:\d《》（）“”\n]"
_SO_MANY = (
    r"(?P<number>[两二三四五六七八九])(?:个|大|项|类)?"
    r"(?:环节|阶段|步骤|部门|单位|乡镇|镇街|类别|等级|领域|板块|科室|机制|关口|程序)(?![一-鿿]{0,2}[：:])"
)
_ANY_SO_MANY = Pattern(_SO_MANY)
_BARE = Pattern(rf"{_ITEM}+(?:、{_ITEM}{{1,10}}?)+?(?P<open>等)?{_SO_MANY}")
_ONE_BY_ONE = Pattern(
    r"(?<![第\d十二三四五六七八九])(?P<number>[两二三四五六七八九])(?:个|项|条|点|大|方面|个方面|类)[^，。；：:、\d]{0,10}[：:，。](?=一是)"
)
_JOINING = Pattern("参与|参加|配合|协同")  # 由甲牵头，乙、丙参与的三部门
_LEADING = Pattern("牵头|会同|联合")
_MONTHS = Pattern(
    r"(?P<first>\d{1,2})月(?:份|初|底|[上中下]旬|\d{1,2}日)?(?:起|开始)?(?:至|到|—|－|-|～)(?:当年|今年)?(?P<last>\d{1,2})月"
    r"[^。；\d]{0,24}?(?:为期|历时|持续|用时|长达)(?P<number>\d{1,2}|[两二三四五六七八九十]|十[一二])个(?:多)?月"
)
_AGAIN = Pattern(
    r"(?P<first>[两二三四五六七八九])[个项份](?:文件|制度|办法|规定|机制|方案)[，,；](?P<other>[两二三四五六七八九])[个项份](?P<things>文件|制度|办法|规定|机制|方案)"
    r"(?:全部|均|都|已)"
)


@lru_cache(maxsize=2048)
def wrong_counts(text: str) -> tuple[Claim, ...]:
    """Return the counts in `text` that are not how many things are listed with them."""
    readers = [
        read for read, there in (
            (_titles, "》" in text), (_dates, "月" in text and any(word in text for word in ("分别", "先后", "各于", "时间为"))),
            (_classes, "为" in text or "包括" in text or "梳理" in text), (_called_again, _AGAIN.search(text)),
            (_bare, "、" in text and _ANY_SO_MANY.search(text)), (_months, "个月" in text or "个多月" in text),
        ) if there
    ]
    found = [
        claim for span in split_sentences(text) if readers and len(span.text) <= _LONGEST_SENTENCE
        for read in readers for claim in read(span)
    ]
    return (*found, *_one_by_one(text)) if "一是" in text else tuple(found)


def _titles(span: Span) -> Iterator[Claim]:
    """Yield the counts of documents that are not how many titles stand there."""
    for match in (*_TITLES.finditer(span.text), *_TITLES_BEHIND.finditer(span.text)):
        listed = len(list(_ONE_TITLE.finditer(match["list"])))
        yield from _claim(span, match, listed, "个书名号里的名称")


def _dates(span: Span) -> Iterator[Claim]:
    """Yield how often something was done, where that is not how many dates are told."""
    times = list(_TIMES.finditer(span.text))
    for match in _DATES.finditer(span.text):
        listed = len({each.group() for each in _ONE_DATE.finditer(match["list"])})
        behind = [each for each in times if each.start() >= match.end()]
        counted = behind[:1] or times[-1:]
        if len(times) == 1 and counted and not match["open"]:
            number = parse_numeral(counted[0]["number"]) or 0
            days = all("日" in each.group() for each in _ONE_DATE.finditer(match["list"]))
            if number != listed and (days or number < listed or counted[0]["unit"] == "次"):
                start, end = min(match.start(), counted[0].start()), max(match.end(), counted[0].end())
                yield Claim(span.start + start, span.start + end, counted[0].group(), f"列出的日期是{listed}个")


def _classes(span: Span) -> Iterator[Claim]:
    """Yield the counts of classes that are not how many are listed behind them."""
    for match in _CLASSES.finditer(span.text):
        items = match["items"]
        last = _LAST_ITEM.search(items)
        items = items[:last.start()] if last is not None else items
        if _OPEN.search(items) is not None or "（" in items:
            continue
        clauses = [piece for piece in re.split("[，,]", items) if piece]
        if "、" in items:
            listed, even = len(items.split("、")) + _joined(items), len(clauses) == 1
        else:
            listed, even = len(clauses), all(any(map(str.isdigit, piece)) for piece in clauses)
        if even and listed > 1:
            yield from _claim(span, match, listed, "项")


def _joined(items: str) -> int:
    """Return how many items more the last piece of a list with 、 holds: 轻微、一般和严重."""
    last = items.rsplit("、", 1)[-1]
    return 1 if re.search("[^、，]{2,}(?:和|以及)[^、，]{2,}", last) else 0


def _bare(span: Span) -> Iterator[Claim]:
    """Yield 立案、调查、决定四个环节; what stands before the first item does not count, the last may hold 和."""
    for match in _BARE.finditer(span.text):
        items = span.text[match.start():match.start("open" if match["open"] else "number")].split("、")
        most = len(items) + (1 if _AND.search(items[-1]) else 0)
        number = parse_numeral(match["number"]) or 0
        joining = _JOINING.search(items[-1]) is not None and _LEADING.search(span.text[:match.end()]) is not None
        plain = not any(_COUNTED.search(each) for each in items) and not joining
        if plain and not len(items) <= number <= most and not (match["open"] and number > most):
            words = span.text[match.start("number"):match.end()]
            start = span.start + match.start("number") - len(items[-1])
            yield Claim(start, span.start + match.end(), words, f"列出的是{most}项")


def _one_by_one(text: str) -> Iterator[Claim]:
    """Yield 四项措施：一是…二是…三是…: the last of the counted words is not the number of things announced."""
    counted = [each for each in counted_words(text) if each.kind == "is"]
    for match in _ONE_BY_ONE.finditer(text):
        following = [each for each in counted if each.start >= match.end()]
        last = 0
        for each in following:
            if each.number != last + 1:
                break
            last = each.number
        number = parse_numeral(match["number"]) or 0
        if last > 1 and last != number:
            yield Claim(match.start(), match.end() - 1, text[match.start():match.end() - 1], f"后面列出的是{last}项")


def _called_again(span: Span) -> Iterator[Claim]:
    """Yield 三个文件，四项制度全部印发: the same things are counted twice, one behind the other."""
    for match in _AGAIN.finditer(span.text):
        first, other = parse_numeral(match["first"]) or 0, parse_numeral(match["other"]) or 0
        titled = "》" in span.text[max(0, match.start() - 2):match.start()]
        if titled and first != other:
            words = span.text[match.start("other"):match.end("things")]
            yield Claim(span.start + match.start(), span.start + match.end("things"), words, f"前面说的是{first}个")


def _months(span: Span) -> Iterator[Claim]:
    """Yield 从1月到12月，历时10个月: counted with the first month or without it, there are as many as told."""
    for match in _MONTHS.finditer(span.text):
        passed, number = int(match["last"]) - int(match["first"]), parse_numeral(match["number"]) or 0
        if passed > 0 and number not in (passed, passed + 1):
            words = span.text[match.start("number"):match.end()]
            start, end = span.start + match.start(), span.start + match.end()
            yield Claim(start, end, words, f"{match['first']}月到{match['last']}月是{passed + 1}个月")


def _claim(span: Span, match: re.Match[str], listed: int, things: str) -> Iterator[Claim]:
    """Yield the claim that `listed` things are not the number in `match`; with 等 only where there are more."""
    number, left_out = parse_numeral(match["number"]) or 0, bool(match.groupdict().get("open"))
    if listed > number or (listed < number and not left_out):
        start, end = span.start + match.start(), span.start + match.end()
        yield Claim(start, end, f"{match['number']}{span.text[match.end('number'):][:1]}", f"列出的是{listed}{things}")
