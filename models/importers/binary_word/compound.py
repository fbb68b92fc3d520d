"""The container of old office files: a small file system of sectors and chains (OLE compound file)."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator

_NO_SECTOR = 0xFFFFFFFA  # this and above are no sectors but marks
_HEADER = 512
_ENTRY = 128
_STREAM = 2
_NOBODY = 0xFFFFFFFF


class Damaged(ValueError):
    """The bytes are not what they should be."""


class CompoundFile:
    """The streams at the top of the compound file `data`; Damaged when it is none."""

    def __init__(self, data: bytes) -> None:
        """Read allocation and directory of `data`."""
        if len(data) < _HEADER:
            raise Damaged("no header")
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise Damaged("sector sizes")
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        self._count = max(0, len(data) - 1) // self._size  # sectors behind the header, the last one may be short
        directory, = struct.unpack_from("<I", data, 48)
        self._cutoff, mini_fat, _, extra_fat = struct.unpack_from("<IIII", data, 56)
        self._fat = self._read_fat(extra_fat)
        entries = self._chained(directory)
        self._mini_fat = _numbers(self._chained(mini_fat)) if mini_fat < _NO_SECTOR else array("I")
        self._entries = {name: place for name, place in _top_entries(entries)}
        root_start, root_size = struct.unpack_from("<II", entries, 116)
        self._mini_stream = self._chained(root_start)[:root_size] if root_start < _NO_SECTOR else b""

    def has(self, name: str) -> bool:
        """Return whether there is a stream `name`."""
        return name in self._entries

    def stream(self, name: str) -> bytes:
        """Return the whole stream `name`; Damaged when it is not there, or shorter than it says."""
        if name not in self._entries:
            raise Damaged(f"no stream {name}")
        start, size = self._entries[name]
        if size == 0:
            return b""
        found = self._mini_chained(start) if size < self._cutoff else self._chained(start)
        if len(found) < size:
            raise Damaged(f"short stream {name}")
        return found[:size]

    def _read_fat(self, extra: int) -> array[int]:
        """Return the allocation table: which sector follows each; `extra` begins the list of its further sectors."""
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        seen: set[int] = set()
        while extra < _NO_SECTOR:
            if extra in seen:
                raise Damaged("loop")
            seen.add(extra)
            *more, extra = _numbers(self._sector(extra))
            sectors += more
        fat = array("I")
        for sector in sectors:
            if sector < _NO_SECTOR and len(fat) < self._count:
                fat += _numbers(self._sector(sector))
        return fat

    def _sector(self, number: int) -> bytes:
        """Return the sector `number`."""
        if number >= self._count:
            raise Damaged("sector beyond the end")
        begin = (number + 1) * self._size
        return self._data[begin:begin + self._size]

    def _chained(self, start: int) -> bytes:
        """Return the sectors of the chain that begins with `start`."""
        return b"".join(map(self._sector, _chain(start, self._fat)))

    def _mini_chained(self, start: int) -> bytes:
        """Return the small sectors of the chain that begins with `start`."""
        size = self._mini_size
        return b"".join(self._mini_stream[each * size:(each + 1) * size] for each in _chain(start, self._mini_fat))


def _chain(start: int, follows: array[int]) -> Iterator[int]:
    """Yield the numbers of a chain; Damaged when it runs in a circle."""
    steps = 0
    while start < _NO_SECTOR:
        if start >= len(follows) or steps > len(follows):
            raise Damaged("broken chain")
        yield start
        steps += 1
        start = follows[start]


def _numbers(data: bytes) -> array[int]:
    """Return `data` as unsigned numbers of four bytes."""
    return array("I", struct.unpack(f"<{len(data) // 4}I", data[:len(data) // 4 * 4]))


def _top_entries(entries: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield name, first sector and size of the streams at the top of the directory `entries`."""
    if len(entries) < _ENTRY:
        raise Damaged("no directory")
    count = len(entries) // _ENTRY
    waiting = [struct.unpack_from("<I", entries, 76)[0]]
    seen: set[int] = set()
    while waiting:
        number = waiting.pop()
        if number == _NOBODY or number >= count or number in seen:
            continue
        seen.add(number)
        entry = entries[number * _ENTRY:(number + 1) * _ENTRY]
        length, kind = struct.unpack_from("<HB", entry, 64)
        waiting += struct.unpack_from("<II", entry, 68)
        if kind == _STREAM:
            name = entry[:max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            start, size = struct.unpack_from("<II", entry, 116)
            yield name, (start, size)
