"""Brackets and 书名号 of one paragraph that do not pair (GB/T 15834, 4.9 and 4.15)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from models.text.pattern import Pattern
from models.text.quotation import phrase_end, phrase_start

_BRACKET = Pattern(r"[()（）〔〕【】\[\]［］]")
_TITLE = Pattern("[《》〈〉<>＜＞]")
_ADDRESS = Pattern(r"<[A-Za-z/!][^<>\n]{0,200}>|[<＜>＞]=?\s?\d|[≤≥]")
_CLOSING = dict(zip("（(〔【[［《〈<＜", "）)〕】]］》〉>＞", strict=True))
_ALIKE = {"(": "（", ")": "）", "[": "［", "]": "］", "<": "〈", ">": "〉", "＜": "〈", "＞": "〉"}
_ENUMERATED = Pattern(r"(?:^|[\s，。；：、！？,;:.!?（(“])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z]|[①-⑳])$")
_NUMBERED = Pattern(r"^\s{0,3}(?:19|20)?\d\d年?\s{0,3}$")


class PairFault(NamedTuple):
    """A bracket that does not pair: what is wrong in Chinese, where, and `right` as (place, mark) when certain."""

    start: int
    end: int
    fault: str
    right: tuple[tuple[int, str], ...] = ()


class Pairs(NamedTuple):
    """The faults of a paragraph; `opened` are the marks left open, `closed` those that close what is not open here."""

    faults: tuple[PairFault, ...] = ()
    opened: tuple[tuple[int, str], ...] = ()
    closed: tuple[tuple[int, str], ...] = ()
    nested: tuple[tuple[int, int], ...] = ()  # 《…》 inside 《…》, with the marks


@lru_cache(maxsize=2048)
def read_brackets(text: str) -> Pairs:
    """Return how the brackets of the paragraph `text` pair; 文号 are judged elsewhere, 1） and a) are no brackets."""
    opened: list[tuple[int, str]] = []
    closed: list[tuple[int, str]] = []
    faults = []
    for match in _BRACKET.finditer(text):
        place, mark = match.start(), match.group()
        if mark in _CLOSING:
            opened.append((place, mark))
        elif not opened:
            if mark not in ")）" or _ENUMERATED.search(text[max(0, place - 6):place]) is None:
                closed.append((place, mark))
        else:
            start, opening = opened[-1]
            if _CLOSING[opening] != mark and mark in ")）" and _ENUMERATED.search(text[max(0, place - 6):place]):
                if opening not in "（(":
                    continue
            opened.pop()
            if _CLOSING[opening] != mark and _NUMBERED.search(text[start + 1:place]) is None:
                faults.append(_mixed(text, start, place))
    return Pairs(tuple(faults), tuple(opened), tuple(closed))


def _mixed(text: str, start: int, end: int) -> PairFault:
    """Return the fault of the brackets at `start` and `end`, which are of two kinds."""
    opening, closing = text[start], text[end]
    right: tuple[tuple[int, str], ...] = ()
    if _CLOSING[_ALIKE.get(opening, opening)] == _ALIKE.get(closing, closing):
        half = opening if opening in _ALIKE else closing
        right = ((start if half == opening else end, _ALIKE[half]),) if half in "()" else ()
        return PairFault(start, end + 1, f"前后括号一半全角一半半角（“{opening}”和“{closing}”）", right)
    return PairFault(start, end + 1, f"前后括号不是一对（“{opening}”和“{closing}”）")


@lru_cache(maxsize=2048)
def read_titles(text: str) -> Pairs:
    """Return how the 书名号 of the paragraph `text` pair; < and > count only inside 《》."""
    if "《" not in text and "》" not in text and "〈" not in text and "〉" not in text:
        return Pairs()
    opened: list[tuple[int, str]] = []
    closed: list[tuple[int, str]] = []
    nested: list[tuple[int, int]] = []
    faults = []
    addresses = [match.span() for match in _ADDRESS.finditer(text)] if "<" in text or ">" in text else []
    for match in _TITLE.finditer(text):
        place, mark = match.start(), match.group()
        if mark in "<>＜＞" and (not opened or any(start <= place < end for start, end in addresses)):
            continue
        if mark in _CLOSING:
            opened.append((place, mark))
        elif not opened:
            closed.append((place, mark))
        else:
            start, opening = opened.pop()
            if _CLOSING[opening] != mark:
                if opened and _CLOSING[opened[-1][1]] == mark:  # the inner one was never closed
                    faults.append(unclosed(text, start, "书名号"))
                    opened.pop()
                else:
                    faults.append(PairFault(start, place + 1, f"前后书名号不是一对（“{opening}”和“{mark}”）"))
            elif opened and (opening in "<＜" or opening == opened[-1][1]):
                nested.append((start, place + 1))
    outer = tuple(place for place, _ in opened)
    kept = tuple(each for each in nested if not any(place < each[0] for place in outer))
    return Pairs(tuple(faults), tuple(opened), tuple(closed), kept)


def unclosed(text: str, place: int, name: str) -> PairFault:
    """Return the fault of the opening mark at `place`, which nothing closes; `name` is what such marks are called."""
    return PairFault(place, phrase_end(text, place), f"只有前{name}“{text[place]}”，没有后{name}")


def unopened(text: str, place: int, name: str) -> PairFault:
    """Return the fault of the closing mark at `place`, which nothing opens."""
    return PairFault(phrase_start(text, place), place + 1, f"只有后{name}“{text[place]}”，没有前{name}")
