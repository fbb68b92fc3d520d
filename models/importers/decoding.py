"""Bytes of a text file to text, never by guessing a character that is not there."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

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
_ADVICE = "请用记事本或 WPS 打开，另存为 UTF-8 编码的文本或 .docx 后再读入。"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file; bytes that are part of no character stand in it as lone surrogates."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Return the text of `data`: by its BOM, as strict UTF-8, as UTF-16 told by its zero bytes, as GB18030.

    Raise UserError when it is none of these, or no text at all.
    """
    decoded = _by_mark(data) or _by_trial(data)
    if decoded is None:
        raise UserError("认不出这份文件的文字编码，它可能不是文本文件。", _ADVICE)
    if _looks_binary(decoded.text):
        raise UserError("这份文件的内容不是文字。", _ADVICE)
    return decoded


def _by_mark(data: bytes) -> Decoded | None:
    """Return the text of `data` by the byte order mark it begins with; None when it has none."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _lenient(data[len(mark):], encoding)
    return None


def _by_trial(data: bytes) -> Decoded | None:
    """Return the text of `data`, which has no mark, in the first encoding that fits; None when none does."""
    wide = _wide_encoding(data)
    if wide:
        found = _strict(data, wide)
        if found:
            return found
    return (
        _strict(data, "utf-8") or _lenient(data, "utf-8") or _strict(data, "gb18030") or _lenient(data, "gb18030")
    )


def _strict(data: bytes, encoding: str) -> Decoded | None:
    """Return `data` decoded without any fault; None when there is one."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _lenient(data: bytes, encoding: str) -> Decoded | None:
    """Return `data` decoded with broken bytes as lone surrogates; None when they are more than a few."""
    if not encoding.startswith("utf-8") and encoding != "gb18030":
        width = 4 if "32" in encoding else 2
        data = data[:len(data) - len(data) % width]
        try:
            return Decoded(data.decode(encoding, "surrogatepass"), encoding)
        except UnicodeDecodeError:
            return None
    text = data.decode(encoding, "surrogateescape")
    broken = sum("\ud800" <= character <= "\udfff" for character in text)
    return Decoded(text, encoding) if broken <= max(3, len(text) * _TOLERATED) and broken * 8 < len(text) else None


def _wide_encoding(data: bytes) -> str:
    """Return the UTF-16 byte order that the zero bytes of `data` speak for; empty when they speak for none."""
    sample = data[:65536]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or even + odd < max(1, len(sample) // 400) or min(even, odd) * 20 > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _looks_binary(text: str) -> bool:
    """Return whether so much of `text` is control characters that it is no text, though some letters remain."""
    sample = text[:200_000]
    controls = sum(character < " " and character not in "\t\n\r\x0b\x0c" for character in sample)
    return controls > len(sample) * _CONTROL_SHARE and controls < len(sample.strip("\n\r\t "))
