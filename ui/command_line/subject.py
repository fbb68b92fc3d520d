"""What a command works on: a file read in, or a report of a library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.checks.finding import Draft
from models.domain.report import ExportForm, Report
from models.domain.source_document import ImportedReport
from models.domain.standard import Standard
from models.errors import UserError


@dataclass(frozen=True, slots=True)
class Subject:
    """A report with the requirements it is held against. `imported` is None for a report of a library."""

    report: Report
    standard: Standard
    imported: ImportedReport | None = None

    def draft(self, form: ExportForm, today: date) -> Draft:
        """Return what the checks look at for the form `form`."""
        from models.checks.runner import draft_of_import, draft_of_report

        if self.imported is None:
            return draft_of_report(self.report, self.standard, form, today)
        return draft_of_import(self.imported, self.standard, form, today)


def read_subject(name: str, overlays: Sequence[Path] = (), repair: bool = False) -> Subject:
    """Return the report `name` means, a file or LIBRARY#id; `repair` applies the 标点规范 to a file."""
    from models.standards.loader import load_standard

    library, mark, report_id = name.rpartition("#")
    if mark and not Path(name).exists():
        stored = load_stored(Path(library), report_id)
        return Subject(stored, load_standard(stored.organ.kind, overlays))
    from models.importers.reading import read_report

    imported = read_report(Path(name), repair)
    return Subject(imported.report, load_standard(imported.report.organ.kind, overlays), imported)


def load_stored(library: Path, report_id: str) -> Report:
    """Return the report `report_id` of `library`; UserError when there is no such library or report."""
    if not library.is_file():
        raise UserError(f"找不到库文件“{library}”。", "请检查路径；库里的报告写作“库文件#编号”。")
    from models.storage.store import ReportStore

    with ReportStore.open_to_read(library) as store:
        return store.load(report_id)


def local_overlays(local: str | None) -> tuple[Path, ...]:
    """Return the overlays that the word `local` names; None means none."""
    return () if local is None else (Path(local),)
