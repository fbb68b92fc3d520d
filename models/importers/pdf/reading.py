"""A PDF file to lines: paragraphs put together again, page furniture left out, pictures and locks told.

PDFium is native code and knows no limits, so it runs in a process of its own, which has them; where reading already
happens in such a process (the window does so with every file), it runs right there.
"""

from __future__ import annotations

from collections.abc import Sequence

from models.domain.source_document import LeftOut
from models.errors import UserError
from models.importers.apart import Limits, is_apart, run_apart
from models.importers.pdf.furniture import without_furniture
from models.importers.pdf.pages import Page, read_pages
from models.importers.pdf.paragraphs import lines_of
from models.importers.pdf.radicals import with_characters
from models.importers.pdf.rows import rows_of
from models.importers.raw_line import RawLine, RawText

LIMITS = Limits(seconds=12.0, work=4)
_FEW = 8  # characters a page of a scanned file may have: a number, a stamp
_GARBLED = 0.2
_RECOGNISE = "请先用 WPS 的“PDF 转 Word”或文字识别（OCR）转成文字，核对无误后再读入。"


def read_pdf(data: bytes, name: str) -> RawText:
    """Return the text of the PDF file `data` called `name`; UserError when it has none or cannot be read."""
    if is_apart():
        return _read((data, name))
    return run_apart(_read, (data, name), name, LIMITS)


def _read(given: tuple[bytes, str]) -> RawText:
    """Return the text of the PDF file `given` by its bytes and its name."""
    data, name = given
    pages = read_pages(data, name)
    _check_text(pages, name)
    rows, left_out = without_furniture(pages, [rows_of(page) for page in pages])
    lines, radicals = _with_characters(lines_of(rows))
    slanted = "\n".join(page.slanted for page in pages if page.slanted.strip())
    if slanted:
        left_out.append(LeftOut(slanted, "斜着排的文字，多半是水印"))
    return RawText(tuple(lines), tuple(left_out), tuple(_notes(pages, radicals)), rejoined=True)


def _check_text(pages: Sequence[Page], name: str) -> None:
    """Raise UserError when `pages` are pictures, or their text is not to be told."""
    known = sum(glyph.text.isalnum() for page in pages for glyph in page.glyphs)
    unknown = sum(page.unknown for page in pages)
    if unknown > max(_FEW, (known + unknown) * _GARBLED):
        raise UserError(f"“{name}”里的字体没有带文字编码，读出来是乱码，没有读入。", _RECOGNISE)
    if known <= _FEW * len(pages):
        if any(page.pictures for page in pages):
            raise UserError(f"“{name}”是扫描件或图片，里面没有可读的文字。", _RECOGNISE)
        raise UserError(f"“{name}”里没有文字。", "请检查是否选对了文件。")


def _with_characters(lines: Sequence[RawLine]) -> tuple[list[RawLine], int]:
    """Return `lines` with characters in place of radicals, and how many there were."""
    changed, count = [], 0
    for line in lines:
        text, found = with_characters(line.text)
        changed.append(line._replace(text=text, cells=tuple(with_characters(cell)[0] for cell in line.cells)))
        count += found
    return changed, count


def _notes(pages: Sequence[Page], radicals: int) -> list[str]:
    """Return in Chinese what a clerk should know of the reading of `pages`."""
    notes = ["PDF 里没有段落，程序按缩进和行宽把各行接成了段落，请对照原文看一遍"]
    pictures = [str(page.number) for page in pages if page.pictures and not page.glyphs]
    if pictures:
        notes.append(f"第 {'、'.join(pictures)} 页是图片，没有读入")
    if radicals:
        notes.append(f"把 {radicals} 个写成部首的字换成了汉字")
    if unknown := sum(page.unknown for page in pages):
        notes.append(f"有 {unknown} 个字认不出，没有读入")
    return notes
