"""The year reported on: of the title, unless the report itself agrees on another."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import TODAY

from models.checks.reporting_year import reporting_year, years_in
from models.checks.runner import draft_of_import, run_checks
from models.domain.report import ExportForm
from models.importers import read_report
from models.standards.loader import load_standard

REPORT = Path(__file__).parents[2] / "resources" / "reports" / "nested_responsible.txt"
TITLE = "2024年度法治政府建设年度报告"


@pytest.mark.parametrize("wrong", ["2022年度法治政府建设年度报告", "2025年度法治政府建设年度报告"])
def test_a_wrong_year_in_the_title_is_one_finding_there(wrong: str, tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(REPORT.read_text(encoding="utf-8").replace(TITLE, wrong), encoding="utf-8")
    imported = read_report(path)
    draft = draft_of_import(imported, load_standard(imported.report.organ.kind), ExportForm.SUBMISSION, TODAY)

    assert reporting_year(draft) == 2024
    assert [each.code for each in run_checks(draft) if each.slug == "year-mismatch"] == ["D001"]


@pytest.mark.parametrize(("text", "years"), [
    ("2024年度工作和2025年安排", (2024, 2025)),
    ("《纲要（2021—2025年）》", ()),
    ("2021—2025年", ()),
    ("12024年", ()),
])
def test_years_are_those_named_outside_titles_and_ranges(text: str, years: tuple[int, ...]) -> None:
    assert years_in(text) == years
