"""Counted words in running text: 一是…二是…, 第一，…第二，…, （1）…（2）…, ①…②…."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from models.text.numerals import parse_numeral
from models.text.pattern import Pattern

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_BEFORE = r"(?:(?<=[。；，：:;,！？）”\s*、])|^)"
# 是否、是不是 ask, 一是一 says so; 第一、第三产业 counts nothing, 其中一是、三是两项 points back
_WORDS = Pattern(
    rf"{_BEFORE}(?<!是、)(?:(?P<is>{_NUMERAL})是(?![否不、]|[一二三四五六七八九十])|(?P<must>{_NUMERAL})要(?!求|点|素|件)"
    rf"|其(?P<among>{_NUMERAL})[，,、：:]|第(?P<ordinal>{_NUMERAL})[，,：:](?!第)|（(?P<bracket>\d{{1,2}})）)|(?P<circle>[①-⑳])"
)
_GATE = Pattern(r"[一二三四五六七八九十][是要]|[第其][一二三四五六七八九十]|（\d|[①-⑳]")


class CountedWord(NamedTuple):
    """A counted word: its kind, its number, and where it stands."""

    kind: str
    number: int
    start: int
    end: int


@lru_cache(maxsize=2048)
def counted_words(text: str) -> tuple[CountedWord, ...]:
    """Return the counted words of the paragraph `text`, in order."""
    if _GATE.search(text) is None:
        return ()
    found = []
    for match in _WORDS.finditer(text):
        kind = match.lastgroup or ""
        value = match[kind]
        number = ord(value) - ord("①") + 1 if kind == "circle" else parse_numeral(value) or 0
        if number:
            found.append(CountedWord(kind, number, match.start(), match.end()))
    return tuple(found)
