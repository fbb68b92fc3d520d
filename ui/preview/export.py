"""Report -> PDF file or paper, in one of its forms: the same pages as in the preview."""

from __future__ import annotations

from pathlib import Path

from exporters.export import ExportOutcome, Prepared, prepare
from exporters.pages.face_metrics import installed_metrics
from exporters.pages.placed import PagedDocument
from exporters.pages.setter import set_pages
from models.clock import Clock, system_clock
from models.domain.report import ExportForm, Report
from models.domain.standard import Standard
from models.layout.layout import Layout
from ui.preview.pdf import write_pdf


def export_pdf(
    report: Report, standard: Standard, form: ExportForm, path: Path, layout: Layout, clock: Clock = system_clock
) -> ExportOutcome:
    """Write `report` in `form` to the PDF file `path` and return what it still lacks; raises like `export_report`."""
    now = clock()
    prepared = prepare(report, standard, form, layout, now.date())
    write_pdf(pages_of(prepared), prepared.layout, path, now)
    return ExportOutcome(path, prepared.gaps, prepared.dismissed)


def pages_of(prepared: Prepared) -> PagedDocument:
    """Return the pages of `prepared`, set in the faces of this PC."""
    return set_pages(prepared.manuscript, prepared.layout, installed_metrics(prepared.layout))
