"""What words say of the figures beside them: 超过总数的三成, 均在95%以上, 连续两年下降, 平均每件8000元.

These forms are read: 362件，其中婚姻类91件，超过总数的三成 (占半数以上, 不到两成) · 分别为96.2%、94.8%、97.1%，均在95%以上 ·
2023年88件、2024年71件、2025年74件，连续两年下降 (逐年) · 144件，罚款共86.4万元，平均每件6000元.
Where a sentence has figures more than the form needs, nothing is read.

Not read: 大部分, 绝大多数, 名列前茅, words for a share of figures in another sentence, 年均, and 人均, whose base is
hardly ever told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from models.resources import read_yaml
from models.text.listings import alike_units
from models.text.numerals import parse_numeral
from models.text.pattern import Pattern
from models.text.quantities import SHARE, Amount, between, find_figures, half_width, plain
from models.text.sentences import Span, sentences_up_to

_LONGEST_SENTENCE = 400
_HUNDRED = Decimal(100)
_FRACTIONS = (*(f"{tenths}成" for tenths in "一二两三四五六七八九"), "半数", "一半", "过半", "分之")
_ALL = ("均", "都", "全部")
FRACTION = (
    r"(?:(?P<tenths>[一二两三四五六七八九])成(?P<half>半)?|(?P<middle>半数|一半|(?<=过)半(?![年天径个成]))"
    r"|(?P<below>[二三四五])分之(?P<above>[一二三四]))"
)
_SHARE_IN_WORDS = Pattern(
    rf"占(?:比|到|[^，。；、\d占]{{0,10}}?的)?"
    rf"(?P<more>超过|超|逾|过|达到?)?(?P<less>不足|不到)?(?:近|接近|将近|约|大约)?{FRACTION}(?P<up>以上|多)?(?P<down>以下)?"
    rf"|(?P<more_of>超过|超出)[^，。；、\d占]{{0,8}}?(?:总数|总量|总额|总人数)的{FRACTION.replace('?P<', '?P<of_')}"
)
_LEVEL = Pattern(  # 近三年均在… is no mean of years
    r"(?:(?<![平人户月日件场次])(?<![^一二两三四五六七八九十0-9]年)均|都|全部)(?:稳定|保持|维持|持续|达|达到|始终)*"
    r"(?P<kind>在|超过|高于|达到?|不低于)(?P<least>\d+(?:\.\d+)?)[%％](?P<up>以上)?"
)
_STEADY = Pattern(
    r"(?:连续(?P<years>[两三四五2-5])年|逐年|年年)(?:保持|实现|稳步|持续|大幅|明显|呈|稳定|均|都|有所|不断)*"
)
_YEAR_BEFORE = Pattern(r"(20\d\d) ?年度?[^，。；、\d]{0,10}$")
_YEARS_LISTED = Pattern(r"(?:20\d\d ?年?[、和与至到—-])+20\d\d ?年?")
_ONE_YEAR = Pattern(r"20\d\d")
_MEAN = Pattern(r"平均每(?P<unit>[台车人家户批]次|[一-鿿])(?P<what>[^，。；、\d]{0,8}?)(?:为|是|达|约|约为|近|仅|超过|用时)*$")
_CASES = frozenset("案件起宗")
_JOINTS = frozenset("、和及与，")
_LEAD = 8  # characters before a list
_OF_IT = Pattern(r"其中|中(?=[，,有的])")  # else the two may stand side by side: 许可486件，处罚152件
_FAR_OFF = 7  # percentage points from a share told without 超过 and 不到
_NEAR = Decimal("0.1")  # of a mean that is said to be about so much


class Claim(NamedTuple):
    """Words from `start` to `end` that say of figures what they do not give; `told` is how they are computed."""

    start: int
    end: int
    words: str
    told: str


@lru_cache(maxsize=2048)
def wrong_shares(text: str) -> tuple[Claim, ...]:
    """Return the shares in words and the means of `text` that its figures do not give."""
    found: list[Claim] = []
    if any(word in text for word in _FRACTIONS):
        found += [each for span in sentences_up_to(text, _LONGEST_SENTENCE) for each in _shares(text, span)]
    if "平均每" in text:
        found += [each for span in sentences_up_to(text, _LONGEST_SENTENCE) for each in _means(text, span)]
    return tuple(found)


@lru_cache(maxsize=2048)
def wrong_levels(text: str) -> tuple[Claim, ...]:
    """Return the levels of `text` (均在95%以上) that one of the figures listed beside them does not reach."""
    listed = "分别" in text and ("%" in text or "％" in text)
    if not listed or not any(word in text for word in _ALL):
        return ()
    return tuple(each for span in sentences_up_to(text, _LONGEST_SENTENCE) for each in _levels(text, span))


@lru_cache(maxsize=2048)
def wrong_trends(text: str) -> tuple[Claim, ...]:
    """Return the trends of `text` (连续两年下降) that the figures of the years do not show."""
    if "连续" not in text and "逐年" not in text and "年年" not in text:
        return ()
    return tuple(each for span in sentences_up_to(text, _LONGEST_SENTENCE) for each in _trends(text, span))


def _shares(text: str, span: Span) -> Iterator[Claim]:
    """Yield the shares in words that the last two counts before them do not give."""
    for match in _SHARE_IN_WORDS.finditer(span.text):
        end = span.start + match.end()
        before = between(find_figures(text), span.start, span.start + match.start())
        counts = [each for each in before if not each.relative]
        if len(counts) < 2 or any(each.weak for each in counts):
            continue
        part, whole = counts[-1], counts[-2]
        alone = len([each for each in counts if alike_units(each, part)]) == 2
        rough = part.approximate or whole.approximate or any(mark in text[part.end:end] for mark in "；：、")
        of_it = _OF_IT.search(text[whole.end:part.start]) is not None or "总" in match.group()
        if not (alone and of_it) or rough or not 0 < part.value < whole.value or not alike_units(whole, part):
            continue
        least, share = fraction(match, "of_" if match["more_of"] else ""), part.value * _HUNDRED / whole.value
        beyond = match["more"] in ("超过", "超", "逾", "过") or match["more_of"] or match["up"]
        less = match["less"] or match["down"]
        plainly = not beyond and not less
        if (beyond and share < least) or (less and share > least) or (plainly and abs(share - least) > _FAR_OFF):
            told = f"{part.printed}÷{whole.printed}={share:.1f}%，{'不到' if share < least else '超过'}{plain(least)[:4]}%"
            yield Claim(whole.start, end, text[span.start + match.start():end], told)


def fraction(match: re.Match[str], of: str = "") -> Decimal:
    """Return the share that `match` says in words, in per cent; `of` begins the names of its groups."""
    if match[f"{of}middle"]:
        return Decimal(50)
    if match[f"{of}tenths"]:
        tenths = parse_numeral(match[f"{of}tenths"]) or 0
        return Decimal(10 * tenths + (5 if match[f"{of}half"] else 0))
    above, below = (parse_numeral(match[f"{of}{name}"]) or 1 for name in ("above", "below"))
    return _HUNDRED * above / below


def _means(text: str, span: Span) -> Iterator[Claim]:
    """Yield the means that are the last figure of their kind divided by none of the counts before it."""
    figures = between(find_figures(text), span.start, span.end)
    for at, mean in enumerate(figures):
        said = _MEAN.search(text[max(span.start, mean.start - 20):mean.start])
        sums = [each for each in figures[:at] if "平均" not in text[max(span.start, each.start - 20):each.start]]
        whole = next((each for each in reversed(sums) if each.unit in (mean.unit, f"{mean.unit}次")), None)
        per = said["unit"] if said is not None else ""
        counts = [each for each in figures[:at] if each.unit in (_CASES if per in _CASES else {per}) and each.value]
        if per == "个":  # 平均每个村: of the villages alone
            noun = said["what"][:1] if said is not None else ""
            named = any(noun and noun in text[each.end:each.end + _LEAD] for each in counts)
            counts = counts if named else []
        if whole is None or not counts or whole.unit == counts[0].unit:
            continue
        if any(each.approximate or each.weak for each in (whole, *counts)) or "；" in text[whole.end:mean.start]:
            continue
        slack = max(mean.step, mean.value * _NEAR if _is_rough(text, mean) else mean.step)
        bases = [each.value for each in counts] + [sum(each.value for each in counts)]  # 19个村和2个社区: of both
        if all(abs(whole.value / base - mean.value) > slack for base in bases):
            computed = plain(round(whole.value / counts[0].value / mean.base, 2))
            told = f"{whole.printed}÷{counts[0].printed}={computed}{mean.scale}{mean.unit}"
            yield Claim(min(counts[0].start, whole.start), mean.end, text[mean.start:mean.end], told)


def _is_rough(text: str, amount: Amount) -> bool:
    """Return whether words before `amount` say that it is about so much."""
    return amount.approximate or any(word in text[amount.start - 2:amount.start] for word in "约近超逾")


def _levels(text: str, span: Span) -> Iterator[Claim]:
    """Yield the levels that one of two or more shares in the same sentence does not reach."""
    plain_text = half_width(span.text)
    for match in _LEVEL.finditer(plain_text):
        start, end = span.start + match.start(), span.start + match.end()
        if match["kind"] in ("在", "达", "达到") and not match["up"]:
            continue
        shares = [each for each in between(find_figures(text), span.start, span.end) if each.unit == SHARE]
        run = _run_beside(text, [each for each in shares if not start <= each.start < end], start, end)
        least = Decimal(match["least"])
        short = next((each for each in run if each.value < least), None)
        if len(run) > 1 and short is not None:
            words = text[start:end]
            yield Claim(min(start, run[0].start), max(end, run[-1].end), words, f"{short.printed}不到{match['least']}%")


def _run_beside(text: str, shares: Sequence[Amount], start: int, end: int) -> Sequence[Amount]:
    """Return the list of `shares` told with 分别 right before `start` or behind `end`; nothing when there is none."""
    lists: list[list[Amount]] = []
    for each in shares:
        joined = lists and text[lists[-1][-1].end:each.start].strip() in _JOINTS
        if joined:
            lists[-1].append(each)
        else:
            lists.append([each])
    for run in lists:
        lead = text[max(0, run[0].start - _LEAD):run[0].start]
        apart = text[run[-1].end:start] if run[-1].end <= start else text[end:run[0].start]
        named_again = run[-1].end <= start and len(apart.strip()) > 1  # of what follows, not of the list
        fitting = "分别" in lead and "占" not in lead and "；" not in apart and not named_again
        if fitting and len(run) > 1 and not any(each.approximate for each in run):
            return run
    return ()


def _trends(text: str, span: Span) -> Iterator[Claim]:
    """Yield the trends that figures of years in a row, told in the same sentence, do not have."""
    for match in _STEADY.finditer(span.text):
        way = _way_at(span.text, match.end())
        series = _series(text, span)
        if not way or len(series) < 3:
            continue
        wanted = (parse_numeral(match["years"]) or 0) if match["years"] else 0
        steps = list(pairwise(series))[-wanted:] if wanted else list(pairwise(series))
        wrong = next(((one, other) for one, other in steps if (other[1].value - one[1].value) * way <= 0), None)
        if wrong is not None:
            (year, former), (next_year, after) = wrong
            told = f"{year}年{former.printed}，{next_year}年{after.printed}，{_course(former, after)}"
            words = span.text[match.start():match.end() + 2]
            first, last = series[0][1], series[-1][1]
            end = max(last.end, span.start + match.end() + 2)
            yield Claim(min(first.start, span.start + match.start()), end, words, told)


def _course(former: Amount, after: Amount) -> str:
    """Return how the figure changed, in words."""
    if former.value == after.value:
        return "没有增减"
    return "是增加" if after.value > former.value else "是减少"


def _way_at(text: str, place: int) -> int:
    """Return 1 where a word of growth stands at `place` of `text`, -1 where one of decline does, 0 for others."""
    for way, words in ((1, _words("up")), (-1, _words("down"))):
        if text.startswith(words, place):
            return way
    return 0


@cache
def _words(way: str) -> tuple[str, ...]:
    return tuple(word for word in read_yaml("wording", "growth.yaml")[way] if len(word) > 1)


def _series(text: str, span: Span) -> list[tuple[int, Amount]]:
    """Return the figures of years in a row in `span`, each with its year; nothing when other figures stand there."""
    figures = [each for each in between(find_figures(text), span.start, span.end) if not each.weak]
    if len({each.unit for each in figures}) != 1 or any(each.approximate for each in figures):
        return []
    listed = _YEARS_LISTED.search(span.text)
    if listed is not None and "分别" in span.text:
        years = [int(each.group()) for each in _ONE_YEAR.finditer(listed.group())]
    else:
        before = [_YEAR_BEFORE.search(text[max(span.start, each.start - 18):each.start]) for each in figures]
        years = [int(each[1]) for each in before if each is not None]
    in_a_row = len(years) == len(figures) and all(other == one + 1 for one, other in pairwise(years))
    return list(zip(years, figures, strict=True)) if in_a_row else []
