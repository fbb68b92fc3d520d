"""The pages of a PDF file as placed characters and rules, so that they can be measured as our own pages are."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from exporters.pages.placed import BLACK, Page, Placed, PlacedRule, PlacedText

MM_PER_PT = 25.4 / 72
LONG, THIN = 30.0, 2.0  # millimetres: what is taken for a rule


def pages_of_pdf(path: Path) -> tuple[Page, ...]:
    """Return the pages of the PDF file `path`; every character is a run of its own, no page has a number."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        return tuple(_page(document[index]) for index in range(len(document)))
    finally:
        document.close()


def _page(page: Any) -> Page:
    width, height = page.get_size()
    items: tuple[Placed, ...] = (*_characters(page, height), *_rules(page, height))
    return Page(items, None, width * MM_PER_PT, height * MM_PER_PT)


def _characters(page: Any, height: float) -> Iterator[PlacedText]:
    text = page.get_textpage()
    box, matrix, x, y = pdfium.FS_RECTF(), pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
        if character.isspace() or not pdfium.FPDFText_GetLooseCharBox(text.raw, index, box):
            continue
        pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
        pdfium.FPDFText_GetMatrix(text.raw, index, matrix)
        size = pdfium.FPDFText_GetFontSize(text.raw, index) * abs(matrix.d)
        colour = _colour(pdfium.FPDFText_GetFillColor, text.raw, index)
        yield PlacedText(
            x.value * MM_PER_PT, (height - y.value) * MM_PER_PT, character, "",
            round(size, 2), ((box.right - x.value) * MM_PER_PT,), colour)
    text.close()


def _rules(page: Any, height: float) -> Iterator[PlacedRule]:
    sides = [ctypes.c_float() for _ in range(4)]
    for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        pdfium.FPDFPageObj_GetBounds(each.raw, *sides)
        left, bottom, right, top = (side.value * MM_PER_PT for side in sides)
        if right - left < LONG or top - bottom > THIN:
            continue
        y = height * MM_PER_PT - (bottom + top) / 2
        weight = _stroke(each)
        edge = weight / 2  # PDFium's bounds hold half the weight on every side
        ask = pdfium.FPDFPageObj_GetStrokeColor if weight else pdfium.FPDFPageObj_GetFillColor
        yield PlacedRule(left + edge, y, right - edge, y, weight or top - bottom, _colour(ask, each.raw))


def _stroke(path: Any) -> float:
    """Return how thick `path` is drawn, in millimetres; 0 when it is filled."""
    matrix, width, filled, stroked = pdfium.FS_MATRIX(), ctypes.c_float(), ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path.raw, filled, stroked)
    if not stroked.value:
        return 0.0
    pdfium.FPDFPageObj_GetMatrix(path.raw, matrix)
    pdfium.FPDFPageObj_GetStrokeWidth(path.raw, width)
    return float(width.value * abs(matrix.a) * MM_PER_PT)


def _colour(ask: Any, *subject: Any) -> str:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not ask(*subject, *parts):
        return BLACK
    return "".join(f"{part.value:02X}" for part in parts[:3])
