"""The pages on paper: the same painter as in the PDF file, on the printer the clerk chooses."""

from __future__ import annotations

from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from exporters.pages.placed import Page, PagedDocument
from models.layout.layout import Layout
from ui.preview.faces import DrawnFaces
from ui.preview.pdf import MM_PER_INCH, paint_pages, sheet_of

PROGRAM = "法治年报助手"


def ready_printer(document: PagedDocument) -> QPrinter:
    """Return the usual printer, set for `document`: A4 up to the edge, both sides, turned over the long edge."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(document.title)
    printer.setCreator(PROGRAM)
    printer.setFullPage(True)
    printer.setPageLayout(sheet_of(document.pages[0]))
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    printer.setColorMode(QPrinter.ColorMode.Color)  # the red of the 版头
    return printer


def ask_printer(document: PagedDocument, page: int, parent: QWidget) -> QPrinter | None:
    """Ask for printer, pages and copies; return None when the clerk left. `page` is the index of the one looked at."""
    printer = ready_printer(document)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("打印")
    dialog.setMinMax(1, len(document.pages))
    dialog.setFromTo(1, len(document.pages))
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage, True)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintSelection, False)
    if not dialog.exec():
        return None
    if printer.printRange() is QPrinter.PrintRange.CurrentPage:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(page + 1, page + 1)
    return printer


def print_pages(document: PagedDocument, layout: Layout, printer: QPrinter) -> int:
    """Print the pages of `document` that `printer` is set to and return how many sides that were."""
    pages = chosen_pages(document.pages, printer)
    paint_pages(pages, printer, DrawnFaces(layout.faces), printer.resolution() / MM_PER_INCH)
    return len(pages)


def chosen_pages(pages: tuple[Page, ...], printer: QPrinter) -> tuple[Page, ...]:
    """Return those of `pages` that `printer` is set to print, as often as it cannot copy them by itself."""
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.toPage():
        pages = pages[max(printer.fromPage(), 1) - 1:printer.toPage()]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages = pages[::-1]
    return pages if printer.supportsMultipleCopies() else pages * printer.copyCount()
