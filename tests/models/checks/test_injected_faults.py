"""One fault put into a report read in from a file is found, where it stands and by its name."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import TODAY

from models.checks.finding import Finding
from models.checks.runner import draft_of_import, run_checks
from models.domain.report import ExportForm
from models.importers import read_report
from models.standards.loader import load_standard

REPORTS = Path(__file__).parents[2] / "resources" / "reports"
ENDING = "青屏土家族自治州水利局\n\n2025年2月20日\n"
NESTED = (REPORTS / "nested_responsible.txt").read_text(encoding="utf-8").rstrip() + f"\n\n{ENDING}"


def findings_on(text: str, folder: Path) -> tuple[Finding, ...]:
    """Return the findings on a file with `text`."""
    path = folder / "稿.txt"
    path.write_text(text, encoding="utf-8")
    imported = read_report(path)
    standard = load_standard(imported.report.organ.kind)
    return run_checks(draft_of_import(imported, standard, ExportForm.SUBMISSION, TODAY))


@pytest.mark.parametrize(("old", "new", "slug", "excerpt"), [
    ("青水〔2025〕6号", "青水[2025]6号", "docnumber-brackets", "青水[2025]6号"),
    ("青水〔2025〕6号", "青水〔2025〕第6号", "docnumber-form", "青水〔2025〕第6号"),
    ("青水〔2025〕6号", "青水〔2025〕06号", "docnumber-form", "青水〔2025〕06号"),
    ("青水〔2025〕6号", "青水〔2024〕6号", "year-mismatch", "青水〔2024〕6号"),
    ("2024年度法治政府建设年度报告", "法治政府建设年度报告", "title-missing-year", None),
    ("2025年2月20日", "2025年02月20日", "date-format", "2025年02月20日"),
    ("2025年2月20日", "二〇二五年二月二十日", "date-format", "二〇二五年二月二十日"),
    ("2025年2月20日", "2025年2月30日", "date-format", "2025年2月30日"),
    ("2025年2月20日", "2025年3月20日", "late-date", "2025年3月20日"),
    ("签发人：陆远舟\n", "", "signatory-missing", None),
    ("中共青屏州委、州人民政府：\n", "", "recipients-missing", None),
    ("### 三、2025年推进", "### 三、2024年推进", "year-mismatch", "三、2024年推进法治政府建设工作安排"),
    ("## 一、2024 年法治", "## 一、2023 年法治", "year-mismatch", "一、2023 年法治政府建设主要举措"),
    ("现将我局 2024 年法治", "现将我局 2023 年法治", "year-mismatch", "2023 年法治政府建设情况报告如下"),
    ("全年查处非法采砂、侵占河道案件 74 件", "全年查处非法采砂、侵占河道案件××件", "placeholder-left", "××"),
    ("早年小水库", "……待补充。早年小水库", "placeholder-left", "……待补充"),
    ("把习近平法治思想列入", "【此处填写学习次数】把习近平法治思想列入", "placeholder-left", "【此处填写学习次数】"),
    ("9 月底前完成首批", "恳请州政府拨付专项经费 20 万元。9 月底前完成首批", "request-in-report", "恳请州政府拨付"),
    ("办理行政许可 1247 件", "办理行政许可 1274 件", "sum-mismatch", "1274 件，其中取水许可 318 件、水土保持方案审批 702 件、河道管理范围内建设项目审批 227 件"),
    ("**（三）严格执法监督", "**（二）严格执法监督", "numbering-duplicate", "（二）严格执法监督"),
    ("**（三）严格执法监督", "**（五）严格执法监督", "numbering-gap", "（五）严格执法监督"),
    ("## 二、存在问题", "## 三、存在问题", "numbering-gap", "三、存在问题及不足"),
    ("党组会会前学法不少于 6 次", "2024年6月底前完成会前学法 6 次", "year-mismatch", "2024年6月底前"),
])
def test_a_fault_in_a_file_is_found_by_its_name(
    old: str, new: str, slug: str, excerpt: str | None, tmp_path: Path
) -> None:
    assert old in NESTED
    before = {(each.slug, each.excerpt) for each in findings_on(NESTED, tmp_path)}
    text = NESTED.replace(old, new)
    added = [each for each in findings_on(text, tmp_path) if (each.slug, each.excerpt) not in before]

    assert slug in {each.slug for each in added}
    found = [each.excerpt or "" for each in added if each.slug == slug]
    assert all(each in text for each in found)
    if excerpt is not None:
        assert excerpt in found


def test_a_right_ending_takes_the_missing_elements_away(tmp_path: Path) -> None:
    assert not {each.slug for each in findings_on(NESTED, tmp_path)} & {"date-missing", "organ-missing", "late-date"}


@pytest.mark.parametrize("heading", ["## 二、存在问题及不足", "### 三、2025年推进法治政府建设工作安排"])
def test_a_part_that_was_left_out_is_missing(heading: str, tmp_path: Path) -> None:
    start = NESTED.index(heading)
    following = [where for mark in ("\n## ", "\n### ", f"\n{ENDING}") if (where := NESTED.find(mark, start + 5)) > 0]
    slugs = {each.slug for each in findings_on(NESTED[:start] + NESTED[min(following):], tmp_path)}

    assert "missing-section" in slugs


def test_a_heading_without_text_is_empty(tmp_path: Path) -> None:
    start = NESTED.index("**(一) 持续学习")
    text = NESTED[:start] + ENDING

    assert "empty-section" in {each.slug for each in findings_on(text, tmp_path)}
