"""Where a line may end: between which two characters, by the Chinese rules (避头尾) and, in Latin words, UAX #14.

`NOT_FIRST` and `NOT_LAST` are the sets that Word and LibreOffice use for Chinese when a file names none of its own.
"""

from __future__ import annotations

import unicodedata

NOT_FIRST = frozenset("!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠")
NOT_LAST = frozenset("$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥")
HANGING = frozenset("、。，．：；！？")
SPACES = frozenset(" \t\r\n\u3000")
GLUE = frozenset("\u00a0\u2007\u202f\u2060\ufeff")
JOINTS = frozenset("-/–")  # never first in a line; a hyphen or a dash may end it
_FIRST_CJK = "\u2e80"
_LETTERS = frozenset(("Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Mn", "Mc", "Me"))
_latin: dict[str, bool] = {}


def may_break(text: str, index: int) -> bool:
    """Return whether a line of `text` may end before the character at `index`; never at the ends of `text`."""
    if not 0 < index < len(text):
        return False
    before, after = text[index - 1], text[index]
    if after in SPACES:
        return False
    if before in SPACES:
        return True
    if after in NOT_FIRST or before in NOT_LAST or before in GLUE or after in GLUE or unicodedata.combining(after):
        return False
    if after in JOINTS:
        return False
    if is_latin(before) and is_latin(after):
        return _between_latin(before, after)
    return not before == after == "—"


def is_latin(character: str) -> bool:
    """Return whether `character` is part of a Latin word or number, or a mark of ASCII."""
    if character >= _FIRST_CJK:
        return False
    known = _latin.get(character)
    if known is None:
        known = character < "\x80" or character == "–" or unicodedata.category(character) in _LETTERS
        _latin[character] = known
    return known


def _between_latin(before: str, after: str) -> bool:
    """Return whether a line may end between two characters of which none is Chinese: after a hyphen or a bar."""
    return before in "-–|" and after != before
