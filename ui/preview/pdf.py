"""The pages as a PDF file: text that can be selected and searched, embedded fonts, bookmarks, title and organ."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPagedPaintDevice, QPainter, QPdfWriter

from exporters.files import replacing
from exporters.pages.placed import Page, PagedDocument, PlacedText
from models.errors import UserError
from models.layout.layout import Layout
from ui.preview.faces import Drawn, DrawnFaces
from ui.preview.painter import UNSEEN, PagePainter
from ui.preview.pdf_finish import BehindGlyphs, finished

RESOLUTION = 1200  # dots an inch; glyphs are placed on its grid
MM_PER_INCH = 25.4


def write_pdf(document: PagedDocument, layout: Layout, path: Path, now: datetime) -> None:
    """Write `document` to `path` as made at `now`; UserError when it cannot be written."""
    faces = DrawnFaces(layout.faces)
    behind = BehindGlyphs(corrections(document, faces), drawn_texts(document, faces))
    data = finished(painted_pdf(document, faces), document, behind, now)
    with replacing(path) as beside:
        beside.write_bytes(data)


def painted_pdf(document: PagedDocument, faces: DrawnFaces) -> bytes:
    """Return `document` as Qt writes it: pages and fonts, without bookmarks."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(document.title)
    paint_pages(document.pages, writer, faces, RESOLUTION / MM_PER_INCH)
    buffer.close()
    return bytes(data.data())


def paint_pages(
    pages: tuple[Page, ...], device: QPagedPaintDevice, faces: DrawnFaces, scale: float
) -> None:
    """Paint `pages` on `device`, one sheet side each, at `scale` dots a millimetre; UserError when it refuses."""
    page_painter = PagePainter(faces, scale)
    painter: QPainter | None = None
    for page in pages:
        device.setPageLayout(sheet_of(page))
        if painter is None:
            painter = QPainter()
            if not painter.begin(device):
                raise UserError("打印机或文件没有准备好，没有打印。", "请检查打印机是否开着，再试一次。")
        else:
            device.newPage()
        painter.save()
        page_painter.paint(painter, page)
        painter.restore()
    if painter is not None:
        painter.end()


def sheet_of(page: Page) -> QPageLayout:
    """Return the sheet of `page`: A4 without margins, turned for a landscape page."""
    upright = QPageSize(QSizeF(min(page.width, page.height), max(page.width, page.height)), QPageSize.Unit.Millimeter)
    size = QPageSize(upright.id()) if upright.id() is QPageSize.PageSizeId.A4 else upright
    turned = QPageLayout.Orientation.Landscape if page.width > page.height else QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, turned, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def corrections(document: PagedDocument, faces: DrawnFaces) -> Callable[[str], str]:
    """Return a function from a character to the one of `document` that is drawn by the same glyph."""
    texts = {(item.face, item.bold, character) for page in document.pages for item in page.items
             if isinstance(item, PlacedText) for character in item.text}
    printed = {character for _, _, character in texts}
    by_glyph: dict[tuple[Drawn, int], str] = {}
    for face, bold, character in sorted(texts):
        part = faces.glyphs(face, bold, character)[0]
        by_glyph[part.drawn, part.indexes[0]] = character
    families = {drawn for drawn, _ in by_glyph}

    def corrected(character: str) -> str:
        if character in printed:
            return character
        glyphs = ((drawn, faces.index(drawn, character)) for drawn in families)
        return next((by_glyph[each] for each in glyphs if each[1] and each in by_glyph), character)

    return corrected


def drawn_texts(document: PagedDocument, faces: DrawnFaces) -> tuple[str, ...]:
    """Return for each font of `document` a character for each of its glyphs, in the order in which they are painted."""
    fonts: dict[tuple[str, str], dict[int, str]] = {}
    for item in (each for page in document.pages for each in page.items if isinstance(each, PlacedText)):
        for part in faces.glyphs(item.face, item.bold, item.text):
            glyphs = fonts.setdefault(faces.file_of(part.drawn), {})
            for index, character in zip(part.indexes, item.text[part.start:], strict=False):
                if index and character not in UNSEEN:
                    glyphs.setdefault(index, character)
    return tuple("".join(glyphs.values()) for glyphs in fonts.values())
