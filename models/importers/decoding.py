"""Bytes of a text file to text, never by guessing a character that is not there."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from models.errors import UserError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TOLERATED = 0.005  # share of broken characters in a text that is otherwise whole
_CONTROL_SHARE = 0.05
_READABLE = 0.9
_ADVICE = "请用记事本或 WPS 打开，另存为 UTF-8 编码的文本或 .docx 后再读入。"


class Decoded(NamedTuple):
    """The text of a file; bytes that are part of no character stand in it as lone surrogates."""

    text: str
    encoding: str


def decode(data: bytes, name: str = "文件") -> Decoded:
    """Return the text of `data`: by its BOM, as UTF-16 told by its zero bytes, as UTF-8, as GB18030.

    UserError, which calls the file `name`, when it is none of these, or no text at all.
    """
    decoded = _by_mark(data) or _by_trial(data)
    if decoded is None:
        raise UserError(f"认不出“{name}”的文字编码，它可能不是文本文件。", _ADVICE)
    if _looks_binary(decoded.text):
        raise UserError(f"“{name}”的内容不是文字。", _ADVICE)
    return decoded


def _by_mark(data: bytes) -> Decoded | None:
    """Return the text of `data` by the byte order mark it begins with; None when it has none."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _lenient(data[len(mark):], encoding)
    return None


def _by_trial(data: bytes) -> Decoded | None:
    """Return the text of `data`, which has no mark, in the first encoding that fits; None when none does."""
    strict = _strict(data, "utf-8")
    zeros = data.count(0)
    if zeros * 5 >= len(data) or strict is None and zeros * 400 >= len(data):
        wide = max((_wide(data, encoding) for encoding in ("utf-16-le", "utf-16-be")), key=_readable_share)
        if _readable_share(wide) >= _READABLE:
            return wide
    return strict or _lenient(data, "utf-8") or _strict(data, "gb18030") or _lenient(data, "gb18030")


def _strict(data: bytes, encoding: str) -> Decoded | None:
    """Return `data` decoded without any fault; None when there is one."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _lenient(data: bytes, encoding: str) -> Decoded | None:
    """Return `data` decoded with broken bytes as lone surrogates; None when they are more than a few."""
    if encoding not in ("utf-8", "gb18030"):
        return _wide(data, encoding)
    text = data.decode(encoding, "surrogateescape")
    broken = sum("\ud800" <= character <= "\udfff" for character in text)
    return Decoded(text, encoding) if broken <= max(3, len(text) * _TOLERATED) and broken * 8 < len(text) else None


def _wide(data: bytes, encoding: str) -> Decoded:
    """Return `data` decoded in a UTF-16 or UTF-32 `encoding`; a character cut off at the end is a lone surrogate."""
    odd = len(data) % (4 if "32" in encoding else 2)
    text = data[:len(data) - odd].decode(encoding, "surrogatepass" if "16" in encoding else "replace")
    return Decoded(text.replace("\ufffd", "\udc80") + ("\udc80" if odd else ""), encoding)


def _readable_share(decoded: Decoded) -> float:
    """Return which share of the first characters of `decoded` are such as Chinese reports are written in."""
    sample = decoded.text[:20_000]
    readable = sum(
        "\u4e00" <= character <= "\u9fff" or " " <= character <= "~" or character in "\t\n\r"
        or "\u3000" <= character <= "\u303f" or "\uff00" <= character <= "\uffef" or "\u2010" <= character <= "\u2030"
        for character in sample
    )
    return readable / len(sample) if sample else 0.0


def _looks_binary(text: str) -> bool:
    """Return whether so much of `text` is control characters that it is no text, though some letters remain."""
    sample = text[:200_000]
    controls = sum(character < " " and character not in "\t\n\r\x0b\x0c" for character in sample)
    return controls > len(sample) * _CONTROL_SHARE and controls < len(sample.strip("\n\r\t "))
