"""The pages of a PDF file as characters, each with its place.

PDFium (pypdfium2) does the work. Of the free libraries it alone keeps Chinese text whole where a font names no
characters (it brings the maps of Adobe-GB1), tells the box of each character, and reads a report in a twentieth of the
time that pdfminer.six or pypdf take; it comes as one wheel without further packages, for Windows and for Linux on
x86_64 and aarch64, old systems included. It is native code without limits: see `reading` for where it runs.
"""

from __future__ import annotations

import ctypes
import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from models.errors import UserError
from models.importers.gate import check_extent

PAGE_LIMIT = 500
SECONDS = 3.0  # of computing: beyond that it is no report
_UNKNOWN = 0xFFFE
_OBJECT_LIMIT = 5_000
_THIN, _SHORT = 3.0, 6.0  # points: how thick a line may be, and how long it is at least
_SLANTED = 0.1  # radians
_PRINT = "请在 WPS 或浏览器中打开，把正文复制出来，用“粘贴读入”。"


class Glyph(NamedTuple):
    """A character where it stands, in points, y upwards from the foot of the page as it is seen."""

    text: str
    left: float
    right: float
    baseline: float
    height: float


class Rule(NamedTuple):
    """A straight line as it is drawn."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def upright(self) -> bool:
        """Whether it runs up and down."""
        return self.top - self.bottom > self.right - self.left


class Page(NamedTuple):
    """The characters of the page `number` (from 1); `unknown` more have no text, `slanted` ones run across it."""

    number: int
    top: float
    foot: float
    glyphs: tuple[Glyph, ...]
    unknown: int
    slanted: str
    pictures: bool
    rules: tuple[Rule, ...] = ()


def read_pages(data: bytes, name: str) -> list[Page]:
    """Return the pages of the PDF file `data` called `name`; UserError when it is damaged, locked or too long."""
    with _opened(data, name) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if count > PAGE_LIMIT:
            raise UserError(f"“{name}”有 {count} 页，不像一份年度报告。", "请只保留报告正文的页后再读入。")
        began = time.process_time()
        pages: list[Page] = []
        characters = 0
        for index in range(count):
            pages.append(_read_page(document, index))
            characters += len(pages[-1].glyphs)
            check_extent(0, characters)
            if time.process_time() - began > SECONDS:
                raise UserError(f"“{name}”太长或太复杂，不像一份年度报告。", _PRINT)
        return pages


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[Any]:
    """Yield the document in `data`."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise UserError(f"“{name}”加了打开密码。", "请去掉密码，或另存为没有密码的文件后再读入。") from error
        if error.err_code == pdfium.FPDF_ERR_SECURITY:
            raise UserError(f"“{name}”用了读不了的加密方式。", "请另存为没有加密的文件后再读入。") from error
        raise UserError(f"PDF 文件“{name}”已损坏或没有复制完整，读不出内容。", "请重新复制一份再读入。") from error
    try:
        yield document
    finally:
        document.close()


def _read_page(document: Any, index: int) -> Page:
    """Return the page `index` of `document`; an empty one when it is damaged."""
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return Page(index + 1, 0, 0, (), 0, "", False)
    text = pdfium.FPDFText_LoadPage(page)
    try:
        turn = pdfium.FPDFPage_GetRotation(page)
        drawn = pdfium.FPDFPage_CountObjects(page)
        glyphs, unknown, slanted = _glyphs(text, turn) if text else ((), 0, "")
        top, foot = _extent(page, turn)
        rules = _rules(page, min(drawn, _OBJECT_LIMIT), turn)
        return Page(index + 1, top, foot, glyphs, unknown, slanted, drawn > 0, rules)
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def _extent(page: Any, turn: int) -> tuple[float, float]:
    """Return head and foot of the `page` as it is seen after `turn` quarters."""
    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPage_GetCropBox(page, *sides) and not pdfium.FPDFPage_GetMediaBox(page, *sides):
        return pdfium.FPDF_GetPageHeightF(page), 0.0
    left, bottom, right, top = (side.value for side in sides)
    ends = [_turned(x, y, turn)[1] for x, y in ((left, bottom), (right, top))]
    return max(ends), min(ends)


def _rules(page: Any, count: int, turn: int) -> tuple[Rule, ...]:
    """Return the straight lines among the first `count` objects of `page`; of a frame, its four sides."""
    sides = [ctypes.c_float() for _ in range(4)]
    rules: list[Rule] = []
    for index in range(count):
        drawn = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(drawn, *sides):
            continue
        one, other = (_turned(sides[corner].value, sides[corner + 1].value, turn) for corner in (0, 2))
        left, right = sorted((one[0], other[0]))
        bottom, top = sorted((one[1], other[1]))
        if not all(map(math.isfinite, (left, right, bottom, top))) or max(right - left, top - bottom) < _SHORT:
            continue
        if min(right - left, top - bottom) <= _THIN:
            rules.append(Rule(left, bottom, right, top))
        else:
            rules += [Rule(left, top, right, top), Rule(left, bottom, right, bottom), Rule(left, bottom, left, top),
                      Rule(right, bottom, right, top)]
    return tuple(rules)


def _glyphs(text: Any, turn: int) -> tuple[tuple[Glyph, ...], int, str]:
    """Return the upright characters of a page, how many have no text, and those that run across it."""
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    glyphs: list[Glyph] = []
    slanted: list[str] = []
    unknown = half = 0
    for index in range(max(0, pdfium.FPDFText_CountChars(text))):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in (10, 13) or not pdfium.FPDFText_GetLooseCharBox(text, index, box):
            continue  # line ends are PDFium's own guess
        if 0xD800 <= code < 0xDC00:
            half = code
            continue
        if half and 0xDC00 <= code < 0xE000:
            code, half = 0x10000 + (half - 0xD800) * 0x400 + code - 0xDC00, 0
        if code in (0, _UNKNOWN) or code > 0x10FFFF or 0xD800 <= code < 0xE000:
            unknown += 1
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        left, low = _turned(box.left, box.bottom, turn)
        right, high = _turned(box.right, box.top, turn)
        if not all(map(math.isfinite, (left, right, low, high, x.value, y.value))):
            continue
        if left == right:
            continue  # a blank that PDFium has put in
        if _is_slanted(pdfium.FPDFText_GetCharAngle(text, index), turn):
            slanted.append(chr(code))
            continue
        glyphs.append(Glyph(
            chr(code), min(left, right), max(left, right), _turned(x.value, y.value, turn)[1], abs(high - low)))
    return tuple(glyphs), unknown, "".join(slanted)


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """Return where the point lies once the page is turned clockwise by `turn` quarters."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn % 4]


def _is_slanted(angle: float, turn: int) -> bool:
    """Return whether a character set at `angle` (radians, -1 for unknown) is not upright on the turned page."""
    if angle < 0:
        return False
    off = (angle + turn * math.pi / 2) % math.pi
    upright = (angle - turn * math.pi / 2) % math.pi
    return min(off, math.pi - off, upright, math.pi - upright) > _SLANTED
