"""A mark and the figure said to have passed it: 突破2000件，达到1986件; a span of days and its length: 为期15天."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from models.text.numerals import parse_numeral
from models.text.pattern import Pattern
from models.text.quantities import between, find_figures
from models.text.said_in_words import Claim
from models.text.sentences import Span, sentences_up_to

_LONGEST_SENTENCE = 300
_PASSED = Pattern(r"(?:突破|超过|跨过|迈过|站上)(?:了)?$")
_SHORT_OF = Pattern(r"(?:不足|不到|未达到?|低于)$")
_REACHED = Pattern(r"[^，。；、\d]{0,8}[，,](?:全年|实际|累计|最终)?(?:达到?|为|是|共计?|计|实际为|即)$")
_DAYS = Pattern(
    r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:起)?(?:至|到|[-—－~～]+)(?:(?P<last_month>\d{1,2})月)?"
    r"(?P<last_day>\d{1,2})日(?:止|期间)?"
    r"[^。；\d]{0,24}?为期(?P<number>\d{1,3}|[一两二三四五六七八九十]{1,3}|半)(?P<unit>天|日|周|个星期|个月)"
)
_LEAP = 2024  # a year that has all days there are


@lru_cache(maxsize=2048)
def wrong_marks(text: str) -> tuple[Claim, ...]:
    """Return the marks said to be passed, or not to be reached, that the figure told behind them does not show."""
    if not any(word in text for word in ("突破", "超过", "跨过", "迈过", "站上", "不足", "不到", "未达", "低于")):
        return ()
    return tuple(claim for span in sentences_up_to(text, _LONGEST_SENTENCE) for claim in _marks(text, span))


def _marks(text: str, span: Span) -> Iterator[Claim]:
    """Yield the marks of the sentence `span` that are told wrongly."""
    figures = between(find_figures(text), span.start, span.end)
    for mark, real in zip(figures, figures[1:], strict=False):
        if mark.unit != real.unit or real.approximate or _REACHED.fullmatch(text[mark.end:real.start]) is None:
            continue
        lead = text[max(span.start, mark.start - 4):mark.start]
        passed, short = _PASSED.search(lead), _SHORT_OF.search(lead)
        word = passed or short
        if word is None:
            continue
        if (passed and real.value < mark.value) or (short and real.value >= mark.value):
            start = mark.start - len(word.group())
            course = "不到" if passed else "已达到"
            yield Claim(start, real.end, text[start:mark.end], f"{real.printed}{course}{mark.printed}")


@lru_cache(maxsize=2048)
def wrong_durations(text: str) -> tuple[Claim, ...]:
    """Return how long something is said to last in `text` where its first and last day tell otherwise."""
    if "为期" not in text:
        return ()
    return tuple(claim for match in _DAYS.finditer(text) if (claim := _duration(match)) is not None)


def _duration(match: re.Match[str]) -> Claim | None:
    """Return the claim of `match`; None when it holds, or its days are none."""
    try:
        first = date(_LEAP, int(match["month"]), int(match["day"]))
        last = date(_LEAP, int(match["last_month"] or match["month"]), int(match["last_day"]))
    except ValueError:
        return None
    days = (last - first).days + 1
    unit = match["unit"]
    number = 15 if match["number"] == "半" else parse_numeral(match["number"]) or 0
    if unit == "个月" and match["number"] == "半":
        unit = "天"
    each, slack = {"天": (1, 1), "日": (1, 1), "周": (7, 2), "个星期": (7, 2), "个月": (30, 3 + number)}[unit]
    if days < 1 or not number or abs(number * each - days) <= slack:
        return None
    return Claim(match.start(), match.end(), f"为期{match['number']}{match['unit']}", f"从头一天到末一天共{days}天")
