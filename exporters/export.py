"""Report -> file in one of its forms and kinds, with everything mandatory that is still missing named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple, TypeAlias

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

Writer: TypeAlias = Callable[[Manuscript, Layout, Path, datetime], None]
ENDINGS = (".docx", ".pdf", ".html", ".txt")
ENDINGS_ADVICE = "文件名要以 .docx（Word 文件）、.pdf（PDF 文件）、.html（网页）或 .txt（纯文本）结尾。"
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
    """Write `report` in `form` to `path`, whose ending says what kind of file, and return what it still lacks.

    Raises UserError when a 公开版 is asked for before its 保密审查 is confirmed, or the file cannot be written.
    """
    write = writer_of(path.suffix.lower())
    now = clock()
    prepared = prepare(report, standard, form, layout, now.date())
    write(prepared.manuscript, prepared.layout, path, now)
    return ExportOutcome(path, prepared.gaps, prepared.dismissed)


def writer_of(suffix: str) -> Writer:
    """Return what writes files with the ending `suffix`: Word file, web page or text, a PDF file is painted by `ui`.

    Raises UserError for other endings. Each writer is loaded when it is asked for: their libraries are large.
    """
    if suffix == ".html":
        from exporters.web.html import write_html

        return write_html
    if suffix == ".txt":
        from exporters.web.plain_text import write_plain_text

        return write_plain_text
    if suffix != ".docx":
        raise UserError(f"不能导出成“{suffix}”文件。", ENDINGS_ADVICE)
    from exporters.docx.writer import write_manuscript

    return write_manuscript


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
