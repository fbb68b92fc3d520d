"""What stands where in a PDF file, in millimetres from the upper left corner, for tests."""

from __future__ import annotations

from ctypes import c_double
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as raw

POINT = 25.4 / 72


class Letter(NamedTuple):
    """A character, where its advance begins (`origin`), and the box of its ink, which depends on the face."""

    text: str
    origin: float
    left: float
    top: float
    right: float
    baseline: float


class Filled(NamedTuple):
    """The box of a filled shape."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """How high the shape is."""
        return self.bottom - self.top


def characters(path: Path, page: int) -> list[Letter]:
    """Return the characters of the `page` of the file at `path`."""
    document = pypdfium2.PdfDocument(path)
    sheet = document[page]
    height = sheet.get_height()
    text = sheet.get_textpage()
    found = []
    for index in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(index)
        character = text.get_text_range(index, 1)
        box = left * POINT, (height - top) * POINT, right * POINT, (height - bottom) * POINT
        found.append(Letter(character, _origin(text, index), *box))
    document.close()
    return found


def _origin(text: pypdfium2.PdfTextPage, index: int) -> float:
    """Return where the advance of the character at `index` begins."""
    across, down = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(text, index, across, down)
    return across.value * POINT


def filled(path: Path, page: int) -> list[Filled]:
    """Return the filled shapes of the `page` of the file at `path`."""
    document = pypdfium2.PdfDocument(path)
    sheet = document[page]
    height = sheet.get_height()
    shapes = []
    for each in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = each.get_bounds()
        shapes.append(Filled(left * POINT, (height - top) * POINT, right * POINT, (height - bottom) * POINT))
    document.close()
    return shapes
