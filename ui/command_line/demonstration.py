"""`demo`: the whole main job on the built-in sample, without a hand on it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from exporters.export import export_report
from models.checks.runner import draft_of_report, run_checks
from models.clock import Clock, system_clock
from models.domain.report import ExportForm, Report, SecrecyReview
from models.domain.standard import Standard
from models.layout.loader import load_layout
from models.samples import sample_report
from models.settings import ready_folder
from models.standards.loader import load_standard
from models.storage.store import ReportStore
from models.text.dates import format_date
from ui.command_line.exporting import FORM_NAMES, report_gaps
from ui.command_line.listing import counts_line
from ui.command_line.outcome import status_of

FOLDER = "results"
LIBRARY = "演示.db"


def demonstrate(name: str | None, clock: Clock = system_clock) -> int:
    """Do the main job in the folder `name` (None: results) and say each step; return the worst exit status."""
    folder = ready_folder(Path(name or FOLDER))
    report, standard = keep_sample(folder / LIBRARY, clock)
    findings = run_checks(draft_of_report(report, standard, ExportForm.SUBMISSION, clock().date()))
    print(f"2. 检查：{counts_line(findings)}")
    for finding in findings:
        print(f"  - {finding.message}")
    statuses = [export_form(report, standard, form, folder, clock) for form in ExportForm]
    print(f"结果都在：{folder.absolute()}")
    return max(*statuses, status_of(findings))


def keep_sample(library: Path, clock: Clock) -> tuple[Report, Standard]:
    """Keep the sample in a fresh `library`, an older one of the demonstration giving way; return it as loaded again."""
    for older in library.parent.glob(f"{library.name}*"):
        older.unlink()
    sample = sample_report()
    with ReportStore.open(library, clock) as store:
        store.save_organ(sample.organ)
        saved = store.save(sample)
        report = store.load(sample.id)
    print(f"1. 样例已入库（{saved.at:%H:%M:%S}）：{report.head.title}")
    return report, load_standard(report.organ.kind)


def export_form(report: Report, standard: Standard, form: ExportForm, folder: Path, clock: Clock) -> int:
    """Export `report` in `form` into `folder` and return the exit status."""
    if form is ExportForm.PUBLIC and report.secrecy_review is None:
        review = SecrecyReview(report.organ.head, format_date(clock().date()))
        report = replace(report, secrecy_review=review)
    path = folder / f"{FORM_NAMES[form]}.docx"
    outcome = export_report(report, standard, form, path, load_layout(), clock)
    print(f"{3 + tuple(ExportForm).index(form)}. 已导出{FORM_NAMES[form]}：{outcome.path.name}")
    return report_gaps(form, outcome.gaps)
