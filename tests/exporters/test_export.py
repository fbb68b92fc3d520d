"""Report -> Word file in its three forms, what is missing named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from builders import fixed_clock
from exporters.export import GAPS, ExportOutcome, export_report
from models.checks.registry import registered
from models.checks.dismissing import dismissal_of
from models.domain.duty import DutyState
from models.domain.head import Colophon, DocumentHead, Signature
from models.domain.report import ExportForm, Report, SecrecyReview, SectionKey
from models.errors import UserError
from models.layout.layout import Layout
from models.layout.loader import load_layout
from models.samples import sample_report
from models.standards.loader import load_standard
from word_files import WordFile, attribute, opened, text_of

REVIEWED = SecrecyReview("周文", "2026年3月10日")


def export(
    report: Report, folder: Path, form: ExportForm = ExportForm.SUBMISSION, layout: Layout | None = None
) -> tuple[ExportOutcome, WordFile]:
    path = folder / "报告.docx"
    standard = load_standard(report.organ.kind)
    outcome = export_report(report, standard, form, path, layout or load_layout(), fixed_clock)
    return outcome, opened(path.read_bytes())


def without_duty(report: Report) -> Report:
    core = {duty.id for duty in load_standard(report.organ.kind).duties if duty.core}
    return replace(report, duties=tuple(
        replace(entry, state=DutyState.OPEN, text="", reason="", evidence=(), reference=None)
        if entry.duty_id in core else entry for entry in report.duties
    ))


def without_section(report: Report, key: SectionKey) -> Report:
    return replace(report, parts=tuple(part for part in report.parts if part.key is not key))


def test_the_complete_sample_is_final(tmp_path: Path) -> None:
    outcome, file = export(sample_report(), tmp_path)

    assert outcome == ExportOutcome(tmp_path / "报告.docx", ())
    assert "word/header1.xml" not in file.parts


@pytest.mark.parametrize(("broken", "slug"), [
    (lambda report: replace(report, head=replace(report.head, document_number="")), "document-number-missing"),
    (lambda report: replace(report, head=replace(report.head, signatories=())), "signatory-missing"),
    (lambda report: replace(report, head=replace(report.head, main_recipients=())), "recipients-missing"),
    (lambda report: replace(report, signature=replace(report.signature, date_of_issue="")), "date-missing"),
    (lambda report: without_section(report, SectionKey.PLAN), "missing-section"),
    (lambda report: replace(report, parts=tuple(
        replace(part, entries=()) if part.key is SectionKey.PLAN else part for part in report.parts)), "empty-section"),
    (without_duty, "duty-missing"),
], ids=["number", "signatory", "recipients", "date", "section", "empty section", "duty"])
def test_what_is_missing_is_named_and_makes_a_draft(tmp_path: Path, broken: object, slug: str) -> None:
    assert callable(broken)

    outcome, file = export(broken(sample_report()), tmp_path)

    assert slug in {gap.slug for gap in outcome.gaps}
    assert all(gap.message for gap in outcome.gaps)
    assert text_of(file.xml("word/header1.xml")) == "草稿"


def test_what_was_set_aside_is_told_but_makes_no_draft(tmp_path: Path) -> None:
    wrong = replace(sample_report(), introduction="现将情况报告如下：____")
    [gap] = export(wrong, tmp_path)[0].gaps
    aside = replace(wrong, dismissals=(dismissal_of(gap, wrong, "留给领导签字", fixed_clock().date()),))

    outcome, file = export(aside, tmp_path)

    assert outcome.gaps == ()
    assert [(each.finding, each.dismissal.reason) for each in outcome.dismissed] == [(gap, "留给领导签字")]
    assert "word/header1.xml" not in file.parts


def test_an_empty_report_is_written_as_a_draft(tmp_path: Path) -> None:
    sample = sample_report()
    empty = Report(year=2025, organ=sample.organ, head=DocumentHead(), signature=Signature(), colophon=Colophon())

    outcome, file = export(empty, tmp_path)

    assert {"missing-section", "duty-missing", "document-number-missing"} <= {gap.slug for gap in outcome.gaps}
    assert text_of(file.xml("word/header1.xml")) == "草稿"


@pytest.mark.parametrize("review", [None, SecrecyReview("", "2026年3月10日"), SecrecyReview("周文", " ")],
                         ids=["none", "no name", "no date"])
def test_the_public_form_waits_for_the_secrecy_review(tmp_path: Path, review: SecrecyReview | None) -> None:
    with pytest.raises(UserError, match="公开版还没有确认保密审查") as told:
        export(replace(sample_report(), secrecy_review=review), tmp_path, ExportForm.PUBLIC)

    assert "保密审查" in told.value.advice
    assert not list(tmp_path.iterdir())


def test_the_public_form_shows_neither_head_nor_signatory_nor_colophon(tmp_path: Path) -> None:
    report = replace(sample_report(), secrecy_review=REVIEWED)

    outcome, file = export(report, tmp_path, ExportForm.PUBLIC)

    text = file.parts["word/document.xml"].decode()
    assert not any(word in text for word in ("签发人", "抄送：", "txbxContent", "FF0000", "<v:line"))
    assert not file.paragraphs("OrganMark") + file.paragraphs("DocumentNumber") + file.paragraphs("Recipients")
    assert [text_of(each) for each in file.paragraphs("Signature")] == [report.signature.issuing_organ_signature]
    assert outcome.gaps == ()


def test_a_report_for_review_bears_its_mark_and_wide_lines(tmp_path: Path) -> None:
    _, file = export(sample_report(), tmp_path, ExportForm.REVIEW, load_layout("常用", "方正", 2.0))

    body, = file.find("//w:style[@w:styleId='Body']", "word/styles.xml")
    assert text_of(file.xml("word/header1.xml")) == "送审稿"
    assert attribute(body, "w:pPr/w:spacing", "line") == str(2 * 579)


def test_wide_lines_are_for_the_review_only(tmp_path: Path) -> None:
    _, file = export(sample_report(), tmp_path, ExportForm.SUBMISSION, load_layout("常用", "方正", 2.0))

    body, = file.find("//w:style[@w:styleId='Body']", "word/styles.xml")
    assert attribute(body, "w:pPr/w:spacing", "line") == "579"


def test_every_gap_is_the_slug_of_a_check() -> None:
    assert GAPS <= {check.slug for check in registered().values()}
