"""Blanks around figures and marks hide nothing from the checks, and what is found is shown with them."""

from __future__ import annotations

from datetime import date

import pytest

from builders import a_report
from models.checks.finding import Finding
from models.checks.fixing import fixed
from models.checks.runner import draft_of_import, draft_of_report, run_checks
from models.domain.field_text import text_at
from models.domain.report import ExportForm
from models.importers import read_report
from models.importers.opening import Pasted
from models.standards.loader import load_standard

BEFORE = "云峰县水务局2024年度法治政府建设年度报告\n一、主要举措\n　　"
TODAY = date(2025, 2, 1)


def found_in_file(text: str, slug: str) -> list[Finding]:
    """Return the findings of `slug` on a file with the paragraph `text`, each shown as it stands."""
    imported = read_report(Pasted(f"{BEFORE}{text}\n二、存在的不足"))
    lines = {paragraph.index: paragraph for paragraph in imported.source.paragraphs}
    standard = load_standard(imported.report.organ.kind)
    findings = run_checks(draft_of_import(imported, standard, ExportForm.SUBMISSION, TODAY))
    for finding in findings:
        if finding.place.line >= 0 and finding.place.end >= 0:
            assert lines[finding.place.line].text[finding.place.start:finding.place.end] == finding.excerpt
    return [finding for finding in findings if finding.slug == slug]


@pytest.mark.parametrize("slug,text,excerpt", [
    ("sum-mismatch", "全年共办结案件 186 件 ，其中 许可类 62 件、处罚类 57 件、复议类 60 件。", "186 件"),
    ("sum-mismatch", "全年共办结案件\xa0186\xa0件，其中许可类\xa062\xa0件、处罚类\xa057\xa0件、复议类\xa060\xa0件。", "186 件"),
    ("number-style", "自 24 年 5 月起推行新的裁量基准。", "24 年"),
    ("percent-impossible", "案件评查合格率 120 %，没有被纠错。", "120 %"),
    ("yoy-mismatch", "办理案件 110 件，比上年的 100 件增长 20 %。", "20 %"),
    ("typo", "对 3 个水库布署了 5 项任务。", "布署"),
])
def test_what_is_wrong_is_found_through_blanks(slug: str, text: str, excerpt: str) -> None:
    found = found_in_file(text, slug)

    assert [excerpt in (finding.excerpt or "") for finding in found] == [True]


def test_a_repair_keeps_the_blanks_around_it() -> None:
    report = a_report(introduction="全年 12 次布署工作， 共 3 项。", year=2024)
    standard = load_standard(report.organ.kind)
    finding = next(each for each in run_checks(draft_of_report(report, standard, ExportForm.SUBMISSION, TODAY))
                   if each.excerpt == "布署")
    assert finding.fix is not None
    after = fixed(report, [finding.fix], report)

    assert text_at(report, finding.place) is not None
    assert after is not None and after.introduction == "全年 12 次部署工作， 共 3 项。"


def test_a_right_sum_with_blanks_is_clean() -> None:
    text = "全年共办结案件 179 件 ，其中 许可类 62 件、处罚类 57 件、复议类 60 件。"

    assert not found_in_file(text, "sum-mismatch")
