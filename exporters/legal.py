"""Text that every file format can hold."""

from __future__ import annotations

# A table, not a pattern over all of Unicode: that alone would cost 9 ms at every start.
_ILLEGAL = (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
DROPPED: dict[int, str | None] = dict.fromkeys(_ILLEGAL)


def legal(text: str) -> str:
    """Return `text` without the characters XML cannot hold: controls, lone surrogates."""
    return text.translate(DROPPED)
