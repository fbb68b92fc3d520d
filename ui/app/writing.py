"""Writing a report into a file, with what it takes to write the same file again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from exporters.export import ExportOutcome, export_report
from models.domain.report import ExportForm, Report
from models.domain.standard import Standard
from models.layout.loader import load_layout
from models.storage.summary import Exported


def description(
    path: Path, form: ExportForm, profile: str, fonts: str, line_spacing: float | None, at: datetime
) -> Exported:
    """Return what is to be known of a file that is to be written `at` that time; its digest is not known yet."""
    return Exported(str(path), "", form, profile, fonts, line_spacing or 0.0, at)


def write_report(report: Report, standard: Standard, path: Path, file: Exported) -> tuple[ExportOutcome, Exported]:
    """Write `report` to `path` as `file` says, at its time, and return the outcome and `file` with place and digest.

    UserError when it cannot be written.
    """
    layout = load_layout(file.profile, file.fonts, file.line_spacing or None)
    if path.suffix.lower() == ".pdf":
        from ui.preview.export import export_pdf

        outcome = export_pdf(report, standard, file.form, path, layout, lambda: file.at)
    else:
        outcome = export_report(report, standard, file.form, path, layout, lambda: file.at)
    return outcome, replace(file, path=str(path), sha256=digest_of_file(path))


def digest_of_file(path: Path) -> str:
    """Return the SHA-256 of the file at `path` as hexadecimal text; empty when it cannot be read."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
