"""The first letters of the sounds of Chinese characters, as clerks type them to find something quickly."""

from __future__ import annotations

from bisect import bisect_right

# GB/T 2312-1980 orders its 3,755 characters of level 1 by sound: the first character of each initial.
_FIRSTS = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_LETTERS = "abcdefghjklmnopqrstwxyz"
_STARTS = [first.encode("gb2312") for first in _FIRSTS]
_END = "座".encode("gb2312")  # the last one of level 1


def initials(text: str) -> str:
    """Return the initials of the characters of `text` in small letters.

    Characters that are not of level 1 of GB/T 2312 stand for themselves; of several sounds the one of that standard
    counts.
    """
    return "".join(map(_initial, text)).casefold()


def _initial(character: str) -> str:
    try:
        code = character.encode("gb2312")
    except UnicodeEncodeError:
        return character
    at = bisect_right(_STARTS, code) - 1
    return _LETTERS[at] if len(code) == 2 and at >= 0 and code <= _END else character
