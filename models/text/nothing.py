"""Rates of nothing: 全年无行政诉讼案件，出庭应诉率100% — a rate of 100 % or 0 % where the text says there were no cases.

Read are: 无, 没有, 未发生, 未收到, 零 before a kind of case, and 0件 behind it, with the rate of that kind in the same
sentence or the next. 无败诉案件，败诉率0 is right and left alone: there may have been cases, but none of that outcome.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from models.resources import read_yaml
from models.text.pattern import Pattern
from models.text.quantities import SHARE, between, find_figures, half_width
from models.text.sentences import Span, split_sentences

_RATE = Pattern(
    r"(?P<name>[^\d\s，。；：、,;:（(]{0,14}率)(?:均|都|也|仍|分别)?(?:为|是|达到?|保持|实现|[:：])*\s*"
    r"(?:100(?:\.0+)? ?[%％]|百分之百|0(?:\.0+)? ?[%％]?(?![\d.])|零)"
)
_LONGEST_SENTENCE = 2000
_SHORTEST = 2
_HUNDRED = Pattern(r"100|百分之百")
_GENERAL = Pattern(r"(?:案件|案|申请|事项|办件|件|工单|的|情况|情形|问题|现象|发生)+$")
_NO_CASES = Pattern(r"(?P<kind>[^\d，。；：、,;:（(]{2,16})(?:(?:为|共)?0 ?[件起宗例份条](?![\d.])|为(?:0|零)(?=[，。；,;]))")
_NONE_BEHIND = Pattern(r"(?P<kind>[^\d，。；：,;:（(]{2,20}?)(?:均|都|实现|保持|为|达到)*[“\"]?零(?:发生|案件|新增|立案|受理)")


class EmptyRate(NamedTuple):
    """A rate (its place) of which the text says in `nothing` that there were no cases."""

    start: int
    end: int
    nothing: str
    rate: str


@lru_cache(maxsize=2048)
def find_empty_rates(text: str) -> tuple[EmptyRate, ...]:
    """Return the rates of nothing in `text`."""
    if "率" not in text or not any(word in text for word in ("无", "没有", "未", "零", "0", "０")):
        return ()
    plain = half_width(text)
    found: list[EmptyRate] = []
    before: tuple[tuple[int, int, str], ...] = ()
    for span in split_sentences(plain):
        here = tuple(_nothings(plain, span)) if len(span.text) <= _LONGEST_SENTENCE else ()
        if "率" in span.text and (here or before) and len(span.text) <= _LONGEST_SENTENCE:
            found += _empty(plain, span, here, before)
        before = here
    return tuple(found)


def _nothings(text: str, span: Span) -> Iterator[tuple[int, int, str]]:
    """Yield where `span` says that there were no cases, and of which kind."""
    for match in _none_of().finditer(span.text):
        following = span.text[match.end():match.end() + 12]
        kind = re.split(r"[，。；：,;:（(]", following)[0]
        known = any(word in kind for matter in _matters() for word in matter["cases"]) and not _qualified().search(kind)
        if known or _thing(kind):
            yield span.start + match.start(), span.start + match.end() + len(kind), kind
    for match in (*_NO_CASES.finditer(span.text), *(_NONE_BEHIND.finditer(span.text) if "零" in span.text else ())):
        kind = match["kind"]
        if any(word in kind for matter in _matters() for word in matter["cases"]) and not _qualified().search(kind):
            yield span.start + match.start(), span.start + match.end(), kind


def _empty(
    text: str, span: Span, here: tuple[tuple[int, int, str], ...], before: tuple[tuple[int, int, str], ...]
) -> Iterator[EmptyRate]:
    """Yield the rates in `span` whose cases there were none of, said `here` or in the sentence `before`."""
    for match in _RATE.finditer(span.text):
        place = span.start + match.start()
        for start, end, kind in (*(each for each in here if each[0] < place), *before):
            between_them = between(find_figures(text), end, place)
            counted = any(each.unit != SHARE and each.value and not each.weak for each in between_them)
            none_at_all = not _qualified().search(kind) and _belongs(kind, match["name"])
            if not counted and (none_at_all or _treats(match["name"], kind, match.group())):
                nothing = text[start:end].strip()
                yield EmptyRate(place, span.start + match.end(), nothing, match.group().strip())
                break


def _belongs(kind: str, name: str) -> bool:
    """Return whether a rate called `name` is one of cases of `kind`."""
    named = [matter for matter in _matters() if any(word in name for word in matter["cases"])]
    return any(
        any(word in kind for word in matter["cases"]) and any(word in name for word in matter["rates"])
        and (not named or matter in named) for matter in _matters()
    )


def _treats(name: str, kind: str, printed: str) -> bool:
    """Return whether a rate called `name` tells how the very things were treated of which there were none: 事故处理率."""
    thing, of_some = _thing(kind), read_yaml("wording", "rates.yaml")["some_only"]
    if not thing or thing not in name or not name.endswith(tuple(read_yaml("wording", "rates.yaml")["treatments"])):
        return False
    few = any(word in kind for word in of_some)  # 无重大事故: there may have been small ones, and they were looked into
    return not few or any(word in name for word in of_some if word in kind) or _HUNDRED.search(printed) is None


def _thing(kind: str) -> str:
    """Return how the name of `kind` ends, without general nouns; empty when there is too little left to tell it."""
    return _GENERAL.sub("", kind)[-_SHORTEST:] if len(_GENERAL.sub("", kind)) >= _SHORTEST else ""


def _matters() -> list[dict[str, list[str]]]:
    matters: list[dict[str, list[str]]] = read_yaml("wording", "rates.yaml")["matters"]
    return matters


@cache
def _none_of() -> re.Pattern[str]:
    return re.compile("|".join(read_yaml("wording", "rates.yaml")["none_of"]))


@cache
def _qualified() -> re.Pattern[str]:
    return re.compile("|".join(read_yaml("wording", "rates.yaml")["qualified_none"]))
