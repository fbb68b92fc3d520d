"""Report -> Word file in one of its forms, with everything mandatory that is still missing named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from models.checks.dismissing import Dismissed, split
from models.checks.finding import Finding, Severity
from models.checks.runner import draft_of_report, run_checks
from models.clock import Clock, system_clock
from models.domain.report import ExportForm, Report
from models.domain.standard import Standard
from models.errors import UserError
from models.layout.layout import Layout
from models.manuscript.blocks import Manuscript
from models.manuscript.compose import compose

GAPS = frozenset({
    "missing-section", "empty-section", "missing-causes", "duty-missing", "placeholder-left", "title-missing-year",
    "recipients-missing", "signatory-missing", "document-number-missing", "date-missing", "organ-missing",
})


class ExportOutcome(NamedTuple):
    """The file written, and what it still lacks; a 报送版 with gaps bears 草稿 in its page head.

    `dismissed` are the 必改 that the clerk set aside: they are no gaps, but whoever exports is told of them.
    """

    path: Path
    gaps: tuple[Finding, ...]
    dismissed: tuple[Dismissed, ...] = ()


def export_report(
    report: Report, standard: Standard, form: ExportForm, path: Path, layout: Layout, clock: Clock = system_clock
) -> ExportOutcome:
    """Write `report` in `form` to `path` and return what it still lacks.

    Raises UserError when a 公开版 is asked for before its 保密审查 is confirmed, or the file cannot be written.
    """
    from exporters.docx.writer import write_manuscript  # python-docx is large; PDF and preview do without it

    now = clock()
    prepared = prepare(report, standard, form, layout, now.date())
    write_manuscript(prepared.manuscript, prepared.layout, path, now)
    return ExportOutcome(path, prepared.gaps, prepared.dismissed)


class Prepared(NamedTuple):
    """What is written, painted or printed, with the gaps and the dismissed findings of an `ExportOutcome`."""

    manuscript: Manuscript
    layout: Layout
    gaps: tuple[Finding, ...]
    dismissed: tuple[Dismissed, ...]


def prepare(report: Report, standard: Standard, form: ExportForm, layout: Layout, today: date) -> Prepared:
    """Return `report` in `form` as it leaves the house `today`: a 报送版 with gaps bears 草稿, wide lines are 送审稿 only.

    Raises UserError when a 公开版 is asked for before its 保密审查 is confirmed.
    """
    if form is ExportForm.PUBLIC:
        refuse_unreviewed(report)
    findings, dismissed = split(
        run_checks(draft_of_report(report, standard, form, today)), report, report.dismissals)
    gaps = gaps_of(findings)
    mark = layout.words.draft_mark if gaps and form is ExportForm.SUBMISSION else ""
    wide = layout if form is ExportForm.REVIEW else replace(layout, line_spacing=1.0)
    told = tuple(each for each in dismissed if each.finding.severity is Severity.ERROR)
    return Prepared(compose(report, standard, form, mark), wide, gaps, told)


def gaps_of(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return those of `findings` that say something mandatory is missing."""
    return tuple(each for each in findings if each.severity is Severity.ERROR and each.slug in GAPS)


def refuse_unreviewed(report: Report) -> None:
    """Raise UserError unless someone confirmed the 保密审查 of `report`, with name and date."""
    review = report.secrecy_review
    if review is None or not review.by.strip() or not review.date.strip():
        raise UserError(
            "公开版还没有确认保密审查，不能导出。",
            "请先做保密审查，填上审查人和日期（命令行写在 HEAD.yaml 的 secrecy_review 里）。",
        )
