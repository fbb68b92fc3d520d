"""Pictures on the pages that are seen and printed: where they are, what lies under the mouse, their colours."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
from exporters.pages.placed import PagedDocument, PlacedPicture
from exporters.pages.setter import set_pages
from models.domain.place import Place, picture_field
from models.layout.loader import load_layout
from pictured import a_pictured_report
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot
from ui.preview.page_text import PageText
from ui.preview.pdf import write_pdf
from word_files import CREATED, a_manuscript


def a_document() -> PagedDocument:
    return set_pages(a_manuscript(a_pictured_report()), load_layout())


def shown(document: PagedDocument) -> list[tuple[int, PlacedPicture]]:
    return [(number, each) for number, page in enumerate(document.pages) for each in page.items
            if isinstance(each, PlacedPicture)]


def test_a_click_on_a_picture_leads_to_its_words() -> None:
    document = a_document()
    text = PageText(document)
    for page, each in shown(document):
        middle = QPointF(each.x + each.width / 2, each.y + each.height / 2)

        assert text.place_at(page, middle) == each.place


def test_a_picture_without_words_is_found_by_its_place() -> None:
    document = a_document()
    page, bare = next((page, each) for page, each in shown(document) if each.place.entry == "t-wide"
                      and each.place.field == picture_field(1))
    place = Place(bare.place.task, "t-wide", picture_field(1))
    text = PageText(document)

    spot = text.spot_of(place)
    assert spot is not None and spot.page == page
    assert [each.page for each in text.spots_of(place)] == [page]


def test_the_pdf_holds_every_picture(tmp_path: Path, qtbot: QtBot) -> None:
    write_pdf(a_document(), load_layout(), tmp_path / "图.pdf", CREATED)

    document = pypdfium2.PdfDocument(tmp_path / "图.pdf")
    images = [each for page in document for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])]
    assert len(images) == 20
    document.close()
