"""Widths read from font files."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from exporters.pages.font_file import advances_in

EM = 1000


def a_font(widths: dict[str, int], form: int = 4, start: int = 0) -> bytes:
    """Return an OpenType font that has the characters of `widths` and nothing but what tells their widths."""
    codes = sorted(map(ord, widths))
    tables = {
        b"cmap": struct.pack(">HHHHI", 0, 1, 3, 10 if form == 12 else 1, 12) + _map(codes, form),
        b"head": struct.pack(">18xH34x", EM),
        b"hhea": struct.pack(">34xH", len(codes) + 1),
        b"hmtx": struct.pack(">Hh", 0, 0) + b"".join(struct.pack(">Hh", widths[chr(code)], 0) for code in codes),
    }
    offset = start + 12 + 16 * len(tables)
    entries, bodies = b"", b""
    for tag, body in tables.items():
        entries += struct.pack(">4sIII", tag, 0, offset + len(bodies), len(body))
        bodies += body
    return struct.pack(">IHHHH", 0x00010000, len(tables), 0, 0, 0) + entries + bodies


def _map(codes: list[int], form: int) -> bytes:
    """Return a cmap subtable that gives `codes` the glyphs 1, 2, 3 …"""
    if form == 12:
        groups = b"".join(struct.pack(">III", code, code, number) for number, code in enumerate(codes, 1))
        return struct.pack(">HHIII", 12, 0, 16 + len(groups), 0, len(codes)) + groups
    segments = [*((code, code, (number - code) % 65536) for number, code in enumerate(codes, 1)), (65535, 65535, 1)]
    ends, starts, deltas = (struct.pack(f">{len(segments)}H", *(each[at] for each in segments)) for at in (1, 0, 2))
    body = struct.pack(">HHHH", 2 * len(segments), 0, 0, 0) + ends + b"\0\0" + starts + deltas
    body += bytes(2 * len(segments))
    return struct.pack(">HHH", 4, 6 + len(body), 0) + body


@pytest.mark.parametrize("form", [4, 12])
def test_each_character_of_the_font_has_its_width_in_shares_of_the_em(form: int, tmp_path: Path) -> None:
    path = tmp_path / "face.ttf"
    path.write_bytes(a_font({"国": 1000, "2": 500, "%": 833}, form))

    assert advances_in(path, 0, "国2%A") == {"国": 1.0, "2": 0.5, "%": 0.833}


def test_a_collection_holds_several_fonts(tmp_path: Path) -> None:
    path = tmp_path / "faces.ttc"
    head = struct.pack(">4sIIII", b"ttcf", 0x00010000, 2, 20, 0)
    first = a_font({"国": 1000}, start=20)
    second = a_font({"国": 900}, start=20 + len(first))
    path.write_bytes(head[:16] + struct.pack(">I", 20 + len(first)) + first + second)

    assert advances_in(path, 0, "国") == {"国": 1.0}
    assert advances_in(path, 1, "国") == {"国": 0.9}


def test_what_is_no_font_tells_nothing(tmp_path: Path) -> None:
    path = tmp_path / "face.ttf"
    assert advances_in(path, 0, "国") == {}
    for data in (b"", b"ttcf", b"not a font at all", a_font({"国": 1000})[:90], bytes(200), b"\xff" * 300):
        path.write_bytes(data)
        assert advances_in(path, 0, "国") == {}
