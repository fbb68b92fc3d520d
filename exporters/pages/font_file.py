"""The widths in a font file: just the four tables that tell them, read in a millisecond.

A whole font library would be loaded for the widths of a hundred characters; these tables (head, hhea, hmtx, cmap of
OpenType) have not changed since 1991.
"""

from __future__ import annotations

import struct
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

COLLECTION = b"ttcf"
UNICODE_TABLES = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))  # richest first
SMALL_CODES = 0xFFFF


def advances_in(path: Path, number: int, characters: str) -> dict[str, float]:
    """Return the advance of each of `characters` that font `number` of the file has, in shares of its em.

    A file that cannot be read or is no font has none.
    """
    try:
        with path.open("rb") as stream:
            return _Font(stream, number).advances(characters)
    except (OSError, struct.error, KeyError, ValueError, ZeroDivisionError, OverflowError):
        return {}


class _Font:
    """One font of an open file."""

    def __init__(self, stream: BinaryIO, number: int) -> None:
        self.stream = stream
        start = 0
        if self.read(0, 4) == COLLECTION:
            start, = struct.unpack(">I", self.read(12 + 4 * number, 4))
        count, = struct.unpack(">H", self.read(start + 4, 2))
        entries = struct.iter_unpack(">4sIII", self.read(start + 12, 16 * count))
        self.tables = {tag: offset for tag, _, offset, _ in entries}

    def read(self, offset: int, size: int) -> bytes:
        """Return `size` bytes at `offset`, fewer at the end of the file."""
        self.stream.seek(offset)
        return self.stream.read(size)

    def advances(self, characters: str) -> dict[str, float]:
        """Return the advances of `characters` in shares of the em."""
        em, = struct.unpack(">H", self.read(self.tables[b"head"] + 18, 2))
        count, = struct.unpack(">H", self.read(self.tables[b"hhea"] + 34, 2))
        wanted = self._glyphs(characters)
        first = self.tables[b"hmtx"]
        found = {}
        for character, glyph in wanted.items():
            advance, = struct.unpack(">H", self.read(first + 4 * min(glyph, count - 1), 2))
            found[character] = advance / em
        return found

    def _glyphs(self, characters: str) -> Mapping[str, int]:
        """Return the glyphs of `characters`, without those the font lacks."""
        start = self.tables[b"cmap"]
        count, = struct.unpack(">H", self.read(start + 2, 2))
        records = struct.iter_unpack(">HHI", self.read(start + 4, 8 * count))
        offsets = {(platform, encoding): start + offset for platform, encoding, offset in records}
        kind = next((kind for kind in UNICODE_TABLES if kind in offsets), None)
        if kind is None:
            return {}
        table = offsets[kind]
        form, = struct.unpack(">H", self.read(table, 2))
        find = {4: self._segments, 12: self._groups}[form](table)
        return {each: glyph for each in characters if (glyph := find(ord(each)))}

    def _segments(self, table: int) -> Callable[[int], int]:
        """Return what finds a glyph in a `table` of segments (format 4); 0 means there is none."""
        double, = struct.unpack(">H", self.read(table + 6, 2))
        ends, starts, deltas, ranges = (table + 14, table + 16 + double, table + 16 + 2 * double,
                                        table + 16 + 3 * double)
        arrays: list[tuple[int, ...]] = [
            struct.unpack(f">{double // 2}H", self.read(each, double)) for each in (ends, starts, deltas, ranges)]

        def find(code: int) -> int:
            at = bisect_left(arrays[0], code)
            if code > SMALL_CODES or at == len(arrays[0]) or arrays[1][at] > code:
                return 0
            delta, offset = arrays[2][at], arrays[3][at]
            if not offset:
                return (code + delta) % (SMALL_CODES + 1)
            glyph = int.from_bytes(self.read(ranges + 2 * at + offset + 2 * (code - arrays[1][at]), 2))
            return (glyph + delta) % (SMALL_CODES + 1) if glyph else 0

        return find

    def _groups(self, table: int) -> Callable[[int], int]:
        """Return what finds a glyph in a `table` of groups (format 12); 0 means there is none."""
        count, = struct.unpack(">I", self.read(table + 12, 4))
        groups: list[tuple[int, int, int]] = list(struct.iter_unpack(">III", self.read(table + 16, 12 * count)))
        firsts = [first for first, _, _ in groups]

        def find(code: int) -> int:
            at = bisect_right(firsts, code) - 1
            if at < 0 or code > groups[at][1]:
                return 0
            return groups[at][2] + code - groups[at][0]

        return find
