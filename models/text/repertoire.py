"""Which Chinese characters a font with a given repertoire holds.

The faces that official documents are usually set in hold the 6763 characters of GB 2312—1980 and nothing else; the
names of people and places need more. Marks and letters are left out: every program finds those by itself.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

KEPT = 4096  # texts: who types changes one of hundreds
EXTENSION_A = ("\u3400", "\u4db5")
_IDEOGRAPHS = (("\u3400", "\u4dbf"), ("\u4e00", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))
ROUND_ZERO = "〇"  # a figure of dates in Chinese numerals, which GB 2312 does not hold
_ALSO = f"々〆{ROUND_ZERO}"
_NONE: frozenset[str] = frozenset()


class Repertoire(StrEnum):
    """What a font holds: the standard of characters it was made by, or the ideographs beyond the first plane."""

    GB2312 = "GB2312"
    GB18030_2000 = "GB18030-2000"  # GBK and extension A
    BEYOND = "扩展区"  # extension B and what was added after it


def is_ideograph(character: str) -> bool:
    """Return whether `character` is a Chinese character, 〇 among them."""
    return character in _ALSO or any(first <= character <= last for first, last in _IDEOGRAPHS)


def holds(repertoire: Repertoire, character: str) -> bool:
    """Return whether a font of `repertoire` has the ideograph `character`."""
    if repertoire is Repertoire.BEYOND:
        return character >= "\U00020000"
    if repertoire is Repertoire.GB18030_2000 and EXTENSION_A[0] <= character <= EXTENSION_A[1]:
        return True
    try:
        character.encode("gb2312" if repertoire is Repertoire.GB2312 else "gbk")
    except UnicodeEncodeError:
        return False
    return True


class _BeyondBasic(dict[str, bool]):
    """Whether a character is an ideograph outside GB 2312, by character."""

    def __missing__(self, character: str) -> bool:
        found = self[character] = is_ideograph(character) and not holds(Repertoire.GB2312, character)
        return found


_BEYOND_BASIC = _BeyondBasic()


@lru_cache(maxsize=KEPT)
def beyond_basic(text: str) -> frozenset[str]:
    """Return the Chinese characters of `text` that GB 2312 does not hold."""
    try:
        text.replace("—", "").replace("·", "").encode("gb2312")  # these two marks have other codes in that table
    except UnicodeEncodeError:
        return frozenset(filter(_BEYOND_BASIC.__getitem__, set(text)))
    return _NONE
