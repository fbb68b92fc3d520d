"""The head of a Word 97 to 2003 file: where everything else lies (File Information Block)."""

from __future__ import annotations

import struct
from array import array
from typing import NamedTuple

from models.importers.binary_word.compound import CompoundFile, Damaged

STYLES, FOOTNOTES, CHARACTER_RUNS, PARAGRAPH_RUNS = 1, 2, 12, 13  # which pair of place and length
PIECES, SHAPES, BOXES, LISTS, LIST_USES = 33, 40, 56, 73, 74
_MAGIC = 0xA5EC
_WORD_97 = 0xC1
_OLDER = range(0x65, 0x6A)  # Word 6 and 95
_ENCRYPTED, _OTHER_TABLE = 0x0100, 0x0200
_PAIRS = 0x9A
_LENGTHS = 0x4C


class TooOld(Exception):
    """The file was written by a Word before Word 97."""


class Locked(Exception):
    """The file cannot be opened without its password."""


class WordStreams(NamedTuple):
    """The two streams of a file, and how many characters each of its texts has, one after the other.

    `lengths` are those of main text, footnotes, headers, comments, endnotes, text boxes and boxes in headers.
    """

    document: bytes
    table: bytes
    lengths: tuple[int, ...]

    def part(self, pair: int) -> bytes:
        """Return the part of the table stream that the `pair` of place and length names; empty when there is none."""
        begin, length = self.place(pair)
        return self.table[begin:begin + length]

    def place(self, pair: int) -> tuple[int, int]:
        """Return place and length of the part `pair` in the table stream."""
        at = _PAIRS + 8 * pair
        if at + 8 > len(self.document):
            return 0, 0
        begin, length = struct.unpack_from("<II", self.document, at)
        return begin, length


def open_streams(data: bytes) -> WordStreams:
    """Return the streams of the file `data`; Damaged, TooOld or Locked when it cannot be read."""
    container = CompoundFile(data)
    document = container.stream("WordDocument")
    if len(document) < _PAIRS:
        raise Damaged("no head")
    magic, version = struct.unpack_from("<HH", document)
    flags, = struct.unpack_from("<H", document, 10)
    if version in _OLDER:
        raise TooOld
    if magic != _MAGIC or version < _WORD_97:
        raise Damaged("magic")
    if flags & _ENCRYPTED:
        raise Locked
    table = container.stream("1Table" if flags & _OTHER_TABLE else "0Table")
    text, footnotes, headers, _, comments, endnotes, boxes, header_boxes = struct.unpack_from(
        "<8i", document, _LENGTHS)
    lengths = (text, footnotes, headers, comments, endnotes, boxes, header_boxes)
    if min(lengths) < 0:
        raise Damaged("lengths")
    return WordStreams(document, table, lengths)


def split_table(part: bytes, size: int) -> tuple[array[int], list[bytes]]:
    """Return the positions and the records of `size` bytes that the table `part` holds (a PLC)."""
    count = max(0, (len(part) - 4) // (4 + size))
    if not count:
        return array("I"), []
    positions = array("I", struct.unpack_from(f"<{count + 1}I", part))
    begin = 4 * (count + 1)
    return positions, [part[begin + size * each:begin + size * (each + 1)] for each in range(count)]
