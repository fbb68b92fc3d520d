"""The characters of a file in order: the pieces it was saved in, put together."""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_right
from itertools import islice
from typing import NamedTuple

from models.importers.binary_word.compound import Damaged
from models.importers.binary_word.structure import PIECES, WordStreams, split_table
from models.importers.gate import check_extent

_NARROW = 0x40000000  # one byte a character, in the Latin code page
_PIECE_LIMIT = 100_000


class Piece(NamedTuple):
    """Characters from `first` to before `last`, which begin at `place` in the stream, `width` bytes each."""

    first: int
    last: int
    place: int
    width: int


class Pieces:
    """The text of a file by character position, and where in the stream each character lies."""

    def __init__(self, streams: WordStreams) -> None:
        """Read the pieces of `streams`; Damaged when they are not all there."""
        check_extent(0, sum(streams.lengths))
        self.pieces = _read_pieces(streams)
        self._firsts = [piece.first for piece in self.pieces]
        self._by_place = sorted((piece.place, piece) for piece in self.pieces)
        self.text = "".join(_characters(piece, streams.document) for piece in self.pieces)
        if len(self.text) < streams.lengths[0]:
            raise Damaged("text missing")

    def place(self, position: int) -> int:
        """Return where in the stream the character at `position` lies."""
        piece = self.pieces[max(0, bisect_right(self._firsts, position) - 1)]
        return piece.place + (position - piece.first) * piece.width

    def positions(self, begin: int, end: int) -> list[tuple[int, int]]:
        """Return which characters lie between `begin` and `end` in the stream, as ranges."""
        found = []
        index = max(0, bisect_right(self._by_place, (begin,)) - 1)
        for place, piece in islice(self._by_place, index, None):
            if place >= end:
                break
            low = max(0, -(-(begin - place) // piece.width))
            high = min(piece.last - piece.first, -(-(end - place) // piece.width))
            if low < high:
                found.append((piece.first + low, piece.first + high))
        return found


def _read_pieces(streams: WordStreams) -> list[Piece]:
    """Return the pieces that the table stream lists."""
    part = streams.part(PIECES)
    at = 0
    while at + 3 <= len(part) and part[at] == 1:  # properties of fast saves
        at += 3 + struct.unpack_from("<H", part, at + 1)[0]
    if at + 5 > len(part) or part[at] != 2:
        raise Damaged("no pieces")
    length, = struct.unpack_from("<I", part, at + 1)
    positions, records = split_table(part[at + 5:at + 5 + length], 8)
    if not records or len(records) > _PIECE_LIMIT:
        raise Damaged("pieces")
    pieces = []
    for first, last, record in zip(positions, positions[1:], records):
        place, = struct.unpack_from("<I", record, 2)
        narrow = bool(place & _NARROW)
        place = (place & 0x3FFFFFFF) // 2 if narrow else place & 0x3FFFFFFF
        width = 1 if narrow else 2
        if last < first or place + (last - first) * width > len(streams.document):
            raise Damaged("piece beyond the end")
        pieces.append(Piece(first, last, place, width))
    if pieces[0].first:
        raise Damaged("no beginning")
    check_extent(0, pieces[-1].last)
    return pieces


def _characters(piece: Piece, document: bytes) -> str:
    """Return the text of `piece`, one character a position: a character of two code units stays two halves."""
    data = document[piece.place:piece.place + (piece.last - piece.first) * piece.width]
    if piece.width == 1:
        return data.decode("cp1252", "replace").replace("\ufffd", "\udc80")
    text = data.decode("utf-16-le", "surrogatepass")
    if len(text) == piece.last - piece.first:
        return text
    return "".join(map(chr, array("H", struct.unpack(f"<{len(data) // 2}H", data))))


def whole(text: str) -> str:
    """Return `text` with the halves of characters put together."""
    if text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
