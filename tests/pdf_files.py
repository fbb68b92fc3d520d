"""Makers of PDF files for tests of reading: text set letter by letter, without any font inside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 595, 842


class Set(NamedTuple):
    """A piece of text set at `x`, `y` (points from the lower left corner) in the size `size`."""

    x: float
    y: float
    text: str
    size: float = 16


def a_pdf(pages: Sequence[Sequence[Set]], more: str = "", rotation: int = 0) -> bytes:
    """Return a PDF of `pages`; `more` is drawn on each, `rotation` turns them."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>",
    ]
    for number, texts in enumerate(pages):
        content = more + "".join(
            f"BT /F {each.size} Tf {each.x} {each.y} Td <{each.text.encode('utf-16-be').hex()}> Tj ET\n"
            for each in texts)
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Rotate {rotation}"
            f"/Resources<</Font<</F 3 0 R>>>>/Contents {6 + 2 * number} 0 R>>",
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
        ]
    return from_objects(objects)


def from_objects(objects: Sequence[str], trailer: str = "") -> bytes:
    """Return a PDF of `objects`, the first of them its catalogue."""
    data = b"%PDF-1.7\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{each}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return data + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<</Root 1 0 R/Size {len(objects) + 1}{trailer}>>"
        f"\nstartxref\n{len(data)}\n%%EOF\n").encode("latin-1")


def set_paragraph(text: str, top: float, width: int = 28, left: float = 80, indent: int = 2) -> list[Set]:
    """Return the lines of `text`, the first one indented, each `width` characters, from `top` downwards."""
    first = width - indent
    lines = [text[:first], *(text[start:start + width] for start in range(first, len(text), width))]
    return [
        Set(left + (16 * indent if number == 0 else 0), top - 28 * number, line) for number, line in enumerate(lines)
    ]
