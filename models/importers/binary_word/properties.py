"""The properties of paragraphs and characters that bear on the text: list, level, table, deleted, hidden, bold."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.importers.binary_word.pieces import Pieces
from models.importers.binary_word.structure import CHARACTER_RUNS, PARAGRAPH_RUNS, WordStreams, split_table

DELETED, HIDDEN, BOLD, SPECIAL = 1, 2, 4, 8
_PAGE = 512
_PAGE_LIMIT = 4_000
_RANGE_LIMIT = 500_000
_OPERANDS = (1, 1, 2, 4, 2, 2, 0, 3)  # bytes, by the kind of a property
_TABLE_DEFINITION, _TABS = 0xD608, 0xC615  # properties that state their length in their own way
_FLAGS = {0x0800: DELETED, 0x083C: HIDDEN, 0x0835: BOLD, 0x0855: SPECIAL}
_ON = (1, 0x81)


@dataclass(frozen=True, slots=True)
class ParagraphProperties:
    """What a paragraph or its style says; None means it does not say. `outline` 0 is the first level, 9 is text."""

    style: int = 0
    list_use: int | None = None
    list_level: int | None = None
    outline: int | None = None
    row_end: bool = False
    in_table: bool = False


def with_properties(properties: ParagraphProperties, modifiers: bytes) -> ParagraphProperties:
    """Return `properties` changed by the list of `modifiers`."""
    for code, operand in _modifiers(modifiers):
        value = int.from_bytes(operand, "little")
        if code == 0x460B:
            properties = replace(properties, list_use=value)
        elif code == 0x260A:
            properties = replace(properties, list_level=value)
        elif code == 0x2640:
            properties = replace(properties, outline=value)
        elif code == 0x2416:
            properties = replace(properties, in_table=bool(value))
        elif code == 0x2417:
            properties = replace(properties, row_end=bool(value))
        elif code == 0x4600:
            properties = replace(properties, style=value)
    return properties


class ParagraphRuns:
    """What the paragraphs of a file say of themselves."""

    def __init__(self, streams: WordStreams) -> None:
        """Read the properties of `streams`, as far as they are whole."""
        self._known: dict[bytes, ParagraphProperties] = {}
        runs = sorted(_runs(streams, PARAGRAPH_RUNS))
        self._begins = [begin for begin, _, _ in runs]
        self._runs = runs

    def at(self, place: int) -> ParagraphProperties:
        """Return the properties of the paragraph whose mark lies at `place` in the stream."""
        index = bisect_right(self._begins, place) - 1
        if index < 0 or place >= self._runs[index][1]:
            return ParagraphProperties()
        modifiers = self._runs[index][2]
        if modifiers not in self._known:
            style = int.from_bytes(modifiers[:2], "little")
            self._known[modifiers] = with_properties(ParagraphProperties(style), modifiers[2:])
        return self._known[modifiers]


def character_flags(streams: WordStreams, pieces: Pieces) -> bytearray:
    """Return for each character of the text whether it is deleted, hidden, bold or special."""
    flags = bytearray(len(pieces.text))
    budget = _RANGE_LIMIT  # only a made-up file has more
    for begin, end, modifiers in _runs(streams, CHARACTER_RUNS):
        value = 0
        for code, operand in _modifiers(modifiers):
            if code in _FLAGS and operand and operand[0] in _ON:
                value |= _FLAGS[code]
        ranges = pieces.positions(begin, end) if value else []
        budget -= sum(1 + (last - first) // 100 for first, last in ranges)
        if budget < 0:
            break
        for first, last in ranges:
            flags[first:last] = bytes([value]) * (last - first)
    return flags


def _runs(streams: WordStreams, pair: int) -> Iterator[tuple[int, int, bytes]]:
    """Yield begin, end and modifiers of the runs that the pages listed under `pair` describe."""
    _, records = split_table(streams.part(pair), 4)
    numbers = dict.fromkeys(int.from_bytes(record, "little") & 0x3FFFFF for record in records[:_PAGE_LIMIT])
    for number in numbers:
        page = streams.document[number * _PAGE:(number + 1) * _PAGE]
        if len(page) == _PAGE:
            yield from _runs_of_page(page, pair == PARAGRAPH_RUNS)


def _runs_of_page(page: bytes, paragraphs: bool) -> Iterator[tuple[int, int, bytes]]:
    """Yield the runs of `page`."""
    count = page[-1]
    width = 13 if paragraphs else 1
    if 4 * (count + 1) + width * count >= _PAGE:
        return
    places = struct.unpack_from(f"<{count + 1}I", page)
    for index in range(count):
        at = 2 * page[4 * (count + 1) + width * index]
        if at == 0 or places[index] >= places[index + 1]:
            yield places[index], places[index + 1], b""
            continue
        length = page[at]
        if paragraphs:
            at, length = (at + 1, 2 * page[at + 1]) if length == 0 and at + 1 < _PAGE else (at, 2 * length - 1)
        yield places[index], places[index + 1], page[at + 1:at + 1 + length]


def _modifiers(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield code and operand of the modifiers in `data`, as far as they can be told apart."""
    at = 0
    while at + 2 < len(data):
        code = data[at] | data[at + 1] << 8
        at += 2
        length = _OPERANDS[code >> 13]
        if not length:
            if code == _TABLE_DEFINITION:
                length = int.from_bytes(data[at:at + 2], "little") + 1
            elif code == _TABS and data[at] == 255:
                return
            else:
                length = data[at] + 1
        yield code, data[at:at + length]
        at += length
