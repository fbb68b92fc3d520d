"""Cleaning text where it enters: file, paste, input method (characters that no file format takes)."""

from __future__ import annotations

import re
from typing import NamedTuple

_RETURNS = re.compile(r"\r\n?")
_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u202f\u2007]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_NONCHARACTERS = re.compile("[\ufdd0-\ufdef\ufffc\ufffe\uffff" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17)) + "]")
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_STEPS = (
    (_BREAKS, "\n", "把{n}个特殊换行符改成了普通换行"),
    (_SPACES, " ", "把{n}个不间断空格改成了普通空格"),
    (_CONTROLS, "", "去掉了{n}个控制字符"),
    (_SURROGATES, "", "去掉了{n}个残缺字符"),
    (_NONCHARACTERS, "", "去掉了{n}个无效字符"),
    (_INVISIBLE, "", "去掉了{n}个看不见的字符（零宽字符、方向控制符）"),
)


class Cleaned(NamedTuple):
    """Clean text, and in Chinese what was done to it; no notes when nothing a reader would notice changed."""

    text: str
    notes: tuple[str, ...] = ()


def clean(text: str) -> Cleaned:
    """Return `text` without characters that cannot be stored, printed or seen; line ends become line feeds.

    Rare characters of GB 18030 (private use and the supplementary planes) stay: they stand in names.
    """
    if "\r" in text:
        text = _RETURNS.sub("\n", text)
    if _looks_clean(text):
        return Cleaned(text)
    notes = []
    for pattern, replacement, note in _STEPS:
        text, count = pattern.subn(replacement, text)
        if count:
            notes.append(note.format(n=count))
    return Cleaned(text, tuple(notes))


def _looks_clean(text: str) -> bool:
    """Return whether no step can find anything in `text`: all they take is unprintable, but U+FFFC."""
    plain = text.replace("\n", "").replace("\t", "").replace("\u3000", "")
    return plain.isprintable() and "\ufffc" not in plain
