"""The automatic numbers of a file, as lists that count the way those of .docx do."""

from __future__ import annotations

import struct

from models.importers.binary_word.structure import LIST_USES, LISTS, WordStreams
from models.importers.docx.numbering import ListLevel, Numbering

_FORMATS = {  # of a number, by Word's code for it
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 10: "ideographDigital",
    11: "japaneseCounting", 14: "decimalFullWidth", 18: "decimalEnclosedCircle", 19: "decimalFullWidth",
    28: "decimalEnclosedCircleChinese", 33: "taiwaneseCounting", 35: "taiwaneseCountingThousand",
    37: "chineseCounting", 39: "chineseCountingThousand", 23: "bullet", 255: "none",
}
_LIST, _USE, _LEVEL = 28, 16, 28  # bytes of a record
_LEVELS = 9
_LIMIT = 4_096


def read_lists(streams: WordStreams) -> Numbering:
    """Return the lists of `streams`, as far as they are whole: a list use is a list id, a list its abstract list."""
    numbering = Numbering()
    begin, _ = streams.place(LISTS)
    table = streams.table
    if begin and begin + 2 <= len(table):
        try:
            _read_lists(table, begin, numbering)
        except (struct.error, IndexError):
            pass  # the lists read so far count
    try:
        _read_uses(streams.part(LIST_USES), numbering)
    except (struct.error, IndexError):
        pass
    return numbering


def _read_lists(table: bytes, begin: int, numbering: Numbering) -> None:
    """Read the lists at `begin` of `table`; their levels follow behind the last of them."""
    count = min(struct.unpack_from("<H", table, begin)[0], _LIMIT)
    at = begin + 2 + count * _LIST
    for number in range(count):
        place = begin + 2 + number * _LIST
        name = str(struct.unpack_from("<i", table, place)[0])
        simple = table[place + 26] & 1
        levels = numbering.levels.setdefault(name, {})
        for level in range(1 if simple else _LEVELS):
            levels[level], at = _read_level(table, at)


def _read_level(table: bytes, at: int) -> tuple[ListLevel, int]:
    """Return the level of a list described at `at`, and where the next one is."""
    first, code = struct.unpack_from("<iB", table, at)
    character_bytes, paragraph_bytes = table[at + 24], table[at + 25]
    at += _LEVEL + character_bytes + paragraph_bytes
    length, = struct.unpack_from("<H", table, at)
    if at + 2 + 2 * length > len(table):
        raise IndexError
    text = table[at + 2:at + 2 + 2 * length].decode("utf-16-le", "ignore")
    pattern = "".join(f"%{ord(letter) + 1}" if ord(letter) < _LEVELS else letter for letter in text)
    return ListLevel(_FORMATS.get(code, "decimal"), pattern, first), at + 2 + 2 * length


def _read_uses(part: bytes, numbering: Numbering) -> None:
    """Read which list each use in `part` counts by, and where it begins anew."""
    if len(part) < 4:
        return
    count = min(struct.unpack_from("<I", part)[0], _LIMIT)
    at = 4 + count * _USE
    for number in range(count):
        name, = struct.unpack_from("<i", part, 4 + number * _USE)
        changes = part[4 + number * _USE + 12]
        numbering.lists[str(number + 1)] = str(name)
        at += 4
        for _ in range(changes):
            first, flags = struct.unpack_from("<iI", part, at)
            at += 8
            level = flags & 0xF
            if flags & 0x20:
                described, at = _read_level(part, at)
                if flags & 0x10:
                    numbering.starts[str(number + 1), level] = described.first
            elif flags & 0x10:
                numbering.starts[str(number + 1), level] = first
