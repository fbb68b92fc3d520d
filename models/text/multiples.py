"""Multiples beside the two figures they are between: 由100件增至210件，翻了一番; 210件，是上年100件的2.1倍; 前者是后者的3倍."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from models.text.from_to import fits, from_to, from_to_behind
from models.text.pattern import Pattern
from models.text.periods import months, period, same_matter
from models.text.quantities import SHARE, TIMES, Amount
from models.text.sentences import Span
from models.text.stated_growth import Growth

_DOUBLED = Pattern(r"翻(?:了)?(?P<number>[一两二])?番(?:多|以上)?|翻倍")
_TIMES_THEN = Pattern(r"[，,](?:是|为|相当于)(?:上年|去年|上一年|上年同期|去年同期)[^，。；\d]{0,8}的$")
_TIMES_OF = Pattern(r"(?:是|为|相当于)(?:20\d\d ?年|上年|去年|上一年|同期|前年|上年同期|去年同期)[^，。；\d]{0,8}$")
_OF_THE_LATTER = Pattern(r"[^。；\d]{0,12}前者(?:是|为|相当于)后者的$")


def multiples(text: str, own: Sequence[Amount], span: Span) -> Iterator[Growth]:
    """Yield the growth of 由100件增至210件，翻了一番, of 210件，是上年100件的2.1倍 and of 210件…100件，前者是后者的2.1倍."""
    for match in _DOUBLED.finditer(span.text) if "翻" in span.text else ():
        place = span.start + match.start()
        before = [each for each in own if each.end <= place]
        pair = None
        if len(before) > 1:
            pair = from_to(text, before, place, before[-1]._replace(unit=SHARE), span)
            pair = pair or _two_periods(text, own, before)
        behind = [each for each in own if each.start >= place]
        if pair is None and len(behind) > 1:
            end = span.start + match.end()
            pair = from_to_behind(text, behind[:2], behind[0]._replace(unit=SHARE, start=place, end=end))
        if pair is not None:
            factor = Decimal(4 if match["number"] in ("两", "二") else 2)
            yield Growth(pair[0].start, span.start + match.end(), *pair, 1, None, match.group(), factor)
    for one, other, times in zip(own, own[1:], own[2:], strict=False) if "前者" in span.text else ():
        latter = times.unit == TIMES and _OF_THE_LATTER.fullmatch(text[other.end:times.start]) is not None
        if latter and one.unit == other.unit and not any(each.approximate for each in (one, other, times)):
            words = f"前者是后者的{times.printed}"
            yield Growth(one.start, times.end, other, one, 1, None, words, times.value)
    for former, after, times in zip(own, own[1:], own[2:], strict=False) if TIMES in span.text else ():
        told = times.unit == TIMES and not times.approximate and _TIMES_THEN.fullmatch(text[after.end:times.start])
        pair = from_to(text, (former, after), after.end, times, span) if told else None
        if pair is not None:
            yield Growth(former.start, times.end, *pair, 1, None, text[after.end + 1:times.end], times.value)
    for after, before_it, times in zip(own, own[1:], own[2:], strict=False) if TIMES in span.text else ():
        said = text[after.end:before_it.start]
        if times.unit == TIMES and not times.approximate and after.unit == before_it.unit and _TIMES_OF.search(said):
            if text[before_it.end:times.start].strip("）) ") == "的" and fits(times, after) and fits(times, before_it):
                words = text[before_it.start:times.end]
                yield Growth(after.start, times.end, before_it, after, 1, None, words, times.value)


def _two_periods(
    text: str, own: Sequence[Amount], before: Sequence[Amount]
) -> tuple[Amount, Amount] | None:
    """Return the last two of `before`, the former first, when one of them alone is told to be of the year before."""
    one, other = before[-2:]
    (one_year, before_it), (year, then) = (period(text, own, each) for each in (one, other))
    earlier = [before_it or (one_year is not None and year == one_year + 1), then]
    if one.unit != other.unit or one.approximate or other.approximate or earlier[0] == earlier[1]:
        return None
    if months(text, one) or months(text, other) or not same_matter(text, own, one, other):
        return None
    return (one, other) if earlier[0] else (other, one)
