"""What goes to a printer: the pages of the PDF file at the same places, those chosen, on both sides."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication

from exporters.pages.placed import PagedDocument
from models.layout.loader import load_layout
from pdf_reading import characters, filled
from placed_pages import a_document, a_page, a_text
from ui.preview.pdf import write_pdf
from ui.preview.printing import chosen_pages, print_pages, ready_printer


def virtual_printer(document: PagedDocument, path: Path) -> QPrinter:
    """Return a printer that prints into the file at `path`."""
    printer = ready_printer(document)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_paper_and_pdf_file_are_alike(tmp_path: Path, qapp: QApplication) -> None:
    document = a_document(3)
    write_pdf(document, load_layout(), tmp_path / "file.pdf", datetime(2026, 1, 19))

    assert print_pages(document, load_layout(), virtual_printer(document, tmp_path / "paper.pdf")) == 3
    for page in range(3):
        paper, file = characters(tmp_path / "paper.pdf", page), characters(tmp_path / "file.pdf", page)
        assert len(paper) == len(file) > 20
        for one, other in zip(paper, file, strict=True):
            assert one[1:] == pytest.approx(other[1:], abs=0.05)
        assert [pytest.approx(each, abs=0.05) for each in filled(tmp_path / "file.pdf", page)] == filled(
            tmp_path / "paper.pdf", page)


def test_paper_is_used_to_its_edge_under_the_title_of_the_report(qapp: QApplication) -> None:
    printer = ready_printer(a_document())

    assert printer.fullPage()
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.A4
    assert printer.docName() == "2025年法治政府建设年度报告"


def test_both_sides_are_printed_and_turned_over_the_long_edge(qapp: QApplication) -> None:
    if not QPrinterInfo.availablePrinterNames():
        pytest.skip("no printer here; one that only writes files has no sides")

    assert ready_printer(a_document()).duplex() is QPrinter.DuplexMode.DuplexLongSide


@pytest.mark.parametrize(("first", "last", "pages"), [(0, 0, 5), (2, 3, 2), (5, 5, 1), (4, 9, 2)])
def test_only_the_pages_asked_for_are_printed(qapp: QApplication, first: int, last: int, pages: int) -> None:
    printer = ready_printer(a_document(5))
    if last:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(first, last)

    found = chosen_pages(a_document(5).pages, printer)

    assert len(found) == pages
    assert found[0].number == max(first, 1)


def test_a_landscape_page_turns_the_paper(tmp_path: Path, qapp: QApplication) -> None:
    document = PagedDocument((a_page(a_text("上")), a_page(a_text("横"), width=297, height=210)), ())
    print_pages(document, load_layout(), virtual_printer(document, tmp_path / "paper.pdf"))

    assert [each.text for each in characters(tmp_path / "paper.pdf", 1) if each.text.strip()][0] == "横"
    assert max(each.right for each in characters(tmp_path / "paper.pdf", 1)) < 297
