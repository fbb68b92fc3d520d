"""PDF for the command line. Qt is loaded when a PDF file is asked for, not before."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from models.clock import Clock, system_clock

if TYPE_CHECKING:
    from exporters.export import ExportOutcome
    from models.domain.report import ExportForm, Report
    from models.domain.standard import Standard
    from models.layout.layout import Layout


def export_pdf(
    report: Report, standard: Standard, form: ExportForm, path: Path, layout: Layout, clock: Clock = system_clock
) -> ExportOutcome:
    """Write `report` in `form` to the PDF file `path` without a window and return what it still lacks."""
    if sys.platform != "win32":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # no screen is needed to draw on paper
    os.environ.setdefault("QT_LOGGING_RULES", "qt.*=false")  # a command speaks for itself
    from PySide6.QtGui import QGuiApplication

    from ui.preview import export

    application = QGuiApplication.instance() or QGuiApplication([])
    try:
        return export.export_pdf(report, standard, form, path, layout, clock)
    finally:
        del application
