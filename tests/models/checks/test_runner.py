"""Running all checks, on stored reports and on files read in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import TODAY, a_report

from models.checks.finding import Finding, Severity
from models.checks.runner import draft_of_import, draft_of_report, run_checks
from models.domain.report import ExportForm, Report
from models.domain.standard import Standard
from models.importers import read_report
from models.samples import sample_report
from models.standards.loader import load_standard
from models.text.counting import count_words

REPORTS = Path(__file__).parents[2] / "resources" / "reports"
SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


def findings_on(path: Path) -> tuple[Finding, ...]:
    """Return the findings on the file `path` as the command line has them."""
    imported = read_report(path)
    standard = load_standard(imported.report.organ.kind)
    return run_checks(draft_of_import(imported, standard, ExportForm.SUBMISSION, date(2026, 1, 20)))


def seed(number: str) -> Path:
    """Return the real report `number`; skip where the shared folder is not beside the project."""
    found = list(SEEDS.glob(f"{number}_*.txt"))
    if not found:
        pytest.skip("../shared/seeds is not there")
    return found[0]


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """Return severity and slug of each finding, sorted."""
    return sorted((finding.severity.value, finding.slug) for finding in findings)


NESTED = [
    ("error", "date-missing"), ("error", "missing-causes"), ("error", "organ-missing"), ("hint", "duty-not-standalone"),
    ("warning", "duty-missing"), ("warning", "numbering-style-mix"), ("warning", "typo"),
]
MISNUMBERED = [
    ("error", "document-number-missing"), ("error", "numbering-gap"), ("error", "organ-missing"),
    ("error", "recipients-missing"), ("error", "signatory-missing"), ("error", "sum-mismatch"),
    ("error", "sum-mismatch"), ("warning", "duty-impersonal"), ("warning", "duty-missing"),
    ("warning", "halfwidth-punctuation"), ("warning", "level-skip"), ("warning", "missing-causes"),
    ("warning", "numbering-style-mix"), ("warning", "quote-mismatch"), ("warning", "typo"), ("warning", "typo"),
]


def test_all_faults_of_a_report_with_a_nested_first_responsible_are_found_and_nothing_else() -> None:
    unanswered = ("warning", "problem-without-plan")  # 普法的针对性

    assert told(findings_on(REPORTS / "nested_responsible.txt")) == sorted([*NESTED, unanswered])


def test_all_faults_of_a_misnumbered_report_are_found_and_nothing_else() -> None:
    assert told(findings_on(REPORTS / "misnumbered.txt")) == MISNUMBERED


def test_all_faults_of_the_first_real_report_are_found_and_nothing_else() -> None:
    assert told(findings_on(seed("000"))) == NESTED


def test_all_faults_of_the_second_real_report_are_found_and_nothing_else() -> None:
    findings = findings_on(seed("002"))

    assert told(findings) == sorted([*MISNUMBERED, ("hint", "empty-talk")])
    assert [each.excerpt for each in findings if each.slug == "numbering-gap"] == ["六、存在的问题"]
    messages = "".join(each.message for each in findings if each.slug == "sum-mismatch")
    assert "167+49+393" in messages
    assert "62.2+26.7+79.0413" in messages
    assert "“起”和“辆”混用" in messages
    assert [each.excerpt for each in findings if each.slug == "typo"] == ["法制建设", "考核老代"]


@pytest.mark.parametrize("path", sorted(REPORTS.glob("*.txt")), ids=lambda path: path.stem)
def test_every_excerpt_stands_in_the_file_letter_by_letter(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert [each.excerpt for each in findings_on(path) if each.excerpt and each.excerpt not in text] == []


def test_the_published_form_needs_no_head() -> None:
    imported = read_report(REPORTS / "misnumbered.txt")
    standard = load_standard(imported.report.organ.kind)
    findings = run_checks(draft_of_import(imported, standard, ExportForm.PUBLIC, TODAY))

    assert not {each.slug for each in findings} & {
        "recipients-missing", "signatory-missing", "document-number-missing", "organ-missing", "date-missing",
    }


def test_the_sample_has_no_error_and_few_hints() -> None:
    report = sample_report()
    draft = draft_of_report(report, load_standard(report.organ.kind), ExportForm.SUBMISSION, TODAY)
    findings = run_checks(draft)

    assert [each.message for each in findings if each.severity is not Severity.HINT] == []
    assert len(findings) <= 2 * sum(count_words(passage.text) for passage in draft.passages) / 1000


def test_errors_come_first_then_the_order_of_the_document(standard: Standard, clean_report: Report) -> None:
    report = replace(
        clean_report,
        introduction="现将【单位名称】2025年度法治政府建设情况报告如下：",
        closing="以上报告妥否，请批示。",
        signature=replace(clean_report.signature, date_of_issue="2026年3月9日"),
    )
    findings = run_checks(draft_of_report(report, standard, ExportForm.SUBMISSION, TODAY))

    assert [each.slug for each in findings] == ["placeholder-left", "request-in-report", "late-date"]


def test_a_report_just_begun_lacks_its_blocks_and_core_duties(standard: Standard) -> None:
    report = replace(a_report(duties=0), parts=(), duties=())
    slugs = {each.slug for each in run_checks(draft_of_report(report, standard, ExportForm.SUBMISSION, TODAY))}

    assert slugs == {"missing-section", "duty-missing"}
