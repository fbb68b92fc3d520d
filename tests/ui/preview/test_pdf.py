"""The PDF file: pages, text, fonts, bookmarks and properties, as another program reads them."""

from __future__ import annotations

import os
from datetime import datetime
from io import BytesIO
from itertools import accumulate
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from exporters.pages.placed import PagedDocument, PlacedText
from models.errors import UserError
from models.layout.loader import load_layout
from pdf_reading import characters, filled
from placed_pages import a_document, a_page, a_text
from ui.preview.pdf import write_pdf

NOW = datetime(2026, 1, 19, 9, 30)


@pytest.fixture
def written(tmp_path: Path, qapp: QApplication) -> Path:
    """Return the PDF file of a document of three pages."""
    path = tmp_path / "报告.pdf"
    write_pdf(a_document(), load_layout(), path, NOW)
    return path


def test_text_is_found_where_it_was_placed(written: Path) -> None:
    placed = a_document().pages[1].items[1]
    assert isinstance(placed, PlacedText)
    found = [each for each in characters(written, 1) if abs(each.baseline - 55) < 5 and each.text.strip()]

    assert "".join(each.text for each in found) == placed.text
    for letter, at in zip(found, accumulate(placed.advances, initial=placed.x), strict=False):
        assert letter.origin == pytest.approx(at, abs=0.3)


def test_copied_text_is_what_was_written(written: Path) -> None:
    document = pypdfium2.PdfDocument(written)
    text = document[0].get_textpage().get_text_bounded()
    document.close()

    assert "第1部分一、规范执法" in text
    assert "全年办结案件1件，依法行政Abc。" in text


def test_a_radical_of_the_same_shape_does_not_take_the_place_of_a_character(tmp_path: Path, qapp: QApplication) -> None:
    line = "一二人入八工大小山川日月水火金長龙"
    write_pdf(PagedDocument((a_page(a_text(line)),), ()), load_layout(), tmp_path / "a.pdf", NOW)

    assert line in PdfReader(tmp_path / "a.pdf").pages[0].extract_text()


def test_fonts_are_embedded(written: Path) -> None:
    fonts = PdfReader(written).pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    descendants = [font.get_object()["/DescendantFonts"][0].get_object() for font in fonts.values()]

    assert descendants
    assert all("/FontFile2" in each["/FontDescriptor"] for each in descendants)


def test_bookmarks_lead_to_the_headings(written: Path) -> None:
    document = pypdfium2.PdfDocument(written)
    found = [(each.level, each.get_title(), each.get_dest().get_index()) for each in document.get_toc()]
    top = next(document.get_toc()).get_dest().get_view()[1][1]
    document.close()

    assert found == [(0, "第1部分一、规范执法", 0), (1, "第2部分一、规范执法", 1), (0, "第3部分一、规范执法", 2)]
    assert top == pytest.approx((297 - 40) * 72 / 25.4, abs=0.1)


def test_properties_name_title_and_organ_and_no_person(written: Path) -> None:
    data = written.read_bytes()
    properties = PdfReader(BytesIO(data)).metadata

    assert properties is not None
    assert properties.title == "2025年法治政府建设年度报告"
    assert properties.author == "云峰县交通运输局"
    assert properties.creation_date_raw == "D:20260119093000"
    assert (os.environ.get("USER") or "root").encode() not in data
    assert b"/Metadata" not in data


def test_rules_are_filled_where_they_were_placed(written: Path) -> None:
    red = [each for each in filled(written, 0) if each.height < 1]

    assert [pytest.approx((28, 99.825, 184, 100.175), abs=0.05)] == [
        (each.left, each.top, each.right, each.bottom) for each in red]


def test_a_landscape_page_lies_on_its_side(tmp_path: Path, qapp: QApplication) -> None:
    document = PagedDocument((a_page(a_text("上")), a_page(a_text("横"), width=297, height=210)), ())
    write_pdf(document, load_layout(), tmp_path / "a.pdf", NOW)
    sizes = [(round(float(page.mediabox.width)), round(float(page.mediabox.height)))
             for page in PdfReader(tmp_path / "a.pdf").pages]

    assert sizes == [(595, 842), (842, 595)]


def test_narrowed_characters_keep_their_advances(tmp_path: Path, qapp: QApplication) -> None:
    write_pdf(PagedDocument((a_page(a_text("局文件", advance=4.4, scale_percent=80)),), ()), load_layout(),
              tmp_path / "a.pdf", NOW)
    lefts = [each.left for each in characters(tmp_path / "a.pdf", 0) if each.text in set("局文件")]

    assert [left - lefts[0] for left in lefts] == pytest.approx([0, 4.4, 8.8], abs=0.5)


def test_a_character_no_face_has_leaves_the_rest_readable(tmp_path: Path, qapp: QApplication) -> None:
    write_pdf(PagedDocument((a_page(a_text("前\U000f1234后")),), ()), load_layout(), tmp_path / "a.pdf", NOW)
    text = PdfReader(tmp_path / "a.pdf").pages[0].extract_text()

    assert "前" in text and "后" in text


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path, qapp: QApplication) -> None:
    with pytest.raises(UserError, match="不存在"):
        write_pdf(a_document(1), load_layout(), tmp_path / "没有" / "a.pdf", NOW)

    assert list(tmp_path.iterdir()) == []
