"""What a command works on: a file read in, or a report of a library."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from models.checks.finding import Draft
from models.domain.report import ExportForm, Report
from models.domain.source_document import ImportedReport
from models.domain.standard import Standard
from models.errors import UserError


class Subject(NamedTuple):
    """A report with the requirements it is held against.

    `imported` is None for a report of a library; `previous` is last year's that the library names, None without one.
    """

    report: Report
    standard: Standard
    imported: ImportedReport | None = None
    previous: Report | None = None

    def draft(self, form: ExportForm, today: date, previous: Report | None = None) -> Draft:
        """Return what the checks look at for the form `form`; `previous` comes before what the library names."""
        from models.checks.runner import draft_of_import, draft_of_report

        previous = previous or self.previous
        if self.imported is None:
            return draft_of_report(self.report, self.standard, form, today, previous)
        return draft_of_import(self.imported, self.standard, form, today, previous)


def read_subject(name: str, overlays: Sequence[Path] = (), repair: bool = False) -> Subject:
    """Return the report `name` means: a file, an exchange file or LIBRARY#id.

    `repair` applies the 标点规范 to a file that is read in.
    """
    from models.standards.loader import load_standard

    library, mark, report_id = name.rpartition("#")
    if mark and not os.path.exists(name):
        stored, previous = load_stored(Path(library), report_id)
        return Subject(stored, load_standard(stored.organ.kind, overlays), previous=previous)
    if name.lower().endswith(".fzbg"):
        from models.exchange.reading import read_exchange

        handed = read_exchange(Path(name)).report
        return Subject(handed, load_standard(handed.organ.kind, overlays))
    from models.importers.reading import read_report

    imported = read_report(Path(name), repair, pictures=repair)
    return Subject(imported.report, load_standard(imported.report.organ.kind, overlays), imported)


def read_previous(name: str, year: int) -> Report:
    """Return last year's report `name`, a file or LIBRARY#id; UserError when it is not older than `year`."""
    report = read_subject(name).report
    if year and report.year >= year:
        raise UserError(
            f"“{name}”是{report.year}年度的报告，不能当作{year}年度报告的上一年度报告。", "请用 --previous 指明上一年度的那一份。")
    return report


def load_stored(library: Path, report_id: str) -> tuple[Report, Report | None]:
    """Return the report `report_id` of `library` and last year's, None where it has none or that is gone.

    UserError when there is no such library or report.
    """
    if not os.path.isfile(library):
        raise UserError(f"找不到库文件“{library}”。", "请检查路径；库里的报告写作“库文件#编号”。")
    from models.storage.store import ReportStore

    with ReportStore.open_to_read(library) as store:
        report = store.load(report_id)
        try:
            return report, store.load(report.previous_id) if report.previous_id else None
        except UserError:  # deleted since: the report itself can be checked all the same
            return report, None


def local_overlays(local: str | None) -> tuple[Path, ...]:
    """Return the overlays that the word `local` names; None means none."""
    return () if local is None else (Path(local),)
