"""What the program wrote it reads back: the same words in the same places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import docx
import pytest

from exporters.docx.writer import write_manuscript
from models.domain.report import ExportForm, PlanTask, Problem, Report, SectionKey
from models.domain.source_document import ImportedReport
from models.importers import read_report
from models.layout.loader import load_layout
from models.manuscript.compose import compose
from models.samples import sample_report
from models.standards.loader import load_standard


@pytest.fixture(scope="module")
def sample() -> Report:
    """Return the built-in sample."""
    return sample_report()


@pytest.fixture(scope="module")
def imported(sample: Report, tmp_path_factory: pytest.TempPathFactory) -> ImportedReport:
    """Return the sample, exported as 报送版 and read in again."""
    path = tmp_path_factory.mktemp("own") / "报送版.docx"
    manuscript = compose(sample, load_standard(sample.organ.kind), ExportForm.SUBMISSION)
    write_manuscript(manuscript, load_layout(), path, datetime(2026, 2, 20))
    return read_report(path)


def test_no_word_is_lost_or_invented(imported: ImportedReport, account: Callable[[ImportedReport], None]) -> None:
    account(imported)


def test_head_signature_and_colophon_come_back(sample: Report, imported: ImportedReport) -> None:
    report = imported.report

    assert report.head == replace(sample.head, title_lines=())
    assert report.signature == sample.signature
    assert report.colophon == sample.colophon
    assert (report.year, report.organ.full_name) == (sample.year, sample.organ.full_name)
    assert report.organ.organ_code == sample.organ.organ_code


def test_parts_and_entries_come_back(sample: Report, imported: ImportedReport) -> None:
    standard = load_standard(sample.organ.kind)
    for part in sample.parts:
        if part.key is SectionKey.FIRST_RESPONSIBLE:
            continue
        (read,) = imported.report.parts_of(part.key)
        assert read.heading == (part.heading or standard.heading(part.key, sample.year))
        assert [(entry.title, entry.text) for entry in read.entries] == [
            (entry.title, entry.text) for entry in part.entries]


def test_causes_remedies_offices_and_deadlines_come_back(sample: Report, imported: ImportedReport) -> None:
    def details(report: Report) -> list[tuple[str, str]]:
        entries = [entry for part in report.parts for entry in part.entries]
        return [
            (entry.cause, entry.remedy) if isinstance(entry, Problem) else (entry.office, entry.deadline)
            for entry in entries if isinstance(entry, Problem | PlanTask)
        ]

    assert details(imported.report) == details(sample)


def test_every_duty_with_a_text_becomes_a_topic(sample: Report, imported: ImportedReport) -> None:
    (part,) = imported.report.parts_of(SectionKey.FIRST_RESPONSIBLE)

    assert {duty.text for duty in sample.duties if duty.text} <= {entry.text for entry in part.entries}


def test_attachments_come_back_with_their_tables(sample: Report, imported: ImportedReport) -> None:
    assert [(each.title, each.table) for each in imported.report.attachments] == [
        (each.title, each.table) for each in sample.attachments]


@pytest.mark.parametrize("name", ["nested_responsible", "misnumbered"])
def test_a_report_put_into_word_by_a_library_reads_the_same(name: str, tmp_path: Path) -> None:
    text = Path(__file__).parents[2].joinpath("resources", "reports", f"{name}.txt")
    document = docx.Document()
    for line in text.read_text(encoding="utf-8").split("\n"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "报告.docx"))

    assert read_report(tmp_path / "报告.docx").sections == read_report(text).sections
