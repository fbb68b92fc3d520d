"""One figure over the years, read from what the reports say."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from builders import a_report
from models.comparison.figure_series import Series, change_words, figure_series
from models.domain.field_text import text_at
from models.domain.report import Attachment, Report
from models.text.quantities import find_figures


def a_year(year: int, text: str, **changes: Any) -> Report:
    """Return the report on `year` whose introduction says `text` and whose parts say nothing."""
    return replace(a_report(id=f"r{year}", year=year, parts=(), duties=0), introduction=text, **changes)


def series_of(name: str, *reports: Report) -> Series:
    return next(each for each in figure_series(reports) if each.name == name)


def test_a_figure_is_followed_over_the_years_with_its_change() -> None:
    texts = {2021: "全年作出行政处罚决定112件。", 2023: "作出行政处罚决定120件。", 2022: "全年共作出行政处罚决定100件。",
             2025: "作出行政处罚决定150件。"}
    found = series_of("作出行政处罚", *(a_year(year, text) for year, text in texts.items()))

    assert [(point.year, point.words) for point in found.points] == [
        (2021, "112件"), (2022, "100件"), (2023, "120件"), (2025, "150件")]
    assert [found.change(at) for at in range(4)] == ["", "减少 12件（10.7%）", "增加 20件（20%）", "上一年没有这个数"]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("100", "100件", "持平"),
        ("0", "7件", "增加 7件"),
        ("3", "1件", "减少 2件（66.7%）"),
        ("622000", "70.5万元", "增加 8.3万元（13.3%）"),
        ("8", "9件", "增加 1件（12.5%）"),
        ("5", "0件", "减少 5件（100%）"),
    ],
)
def test_changes_are_told_with_their_share(before: str, after: str, words: str) -> None:
    assert change_words(Decimal(before), find_figures(after)[0]) == words


def test_the_place_leads_to_the_figure() -> None:
    report = a_report()
    found = series_of("作出行政处罚", report)
    place = found.points[0].place
    text = text_at(report, place)

    assert text is not None and text[place.start:place.end] == "120件"


def test_a_row_of_a_table_is_a_figure_too() -> None:
    table = (("项目", "数量"), ("作出行政处罚决定（件）", "120"))
    found = series_of("作出行政处罚", a_year(2025, "", attachments=(Attachment("a", "统计表", "", table),)),
                      a_year(2024, "作出行政处罚决定100件。"))

    assert [point.words for point in found.points] == ["100件", "120件"]
    assert (found.points[1].place.entry, found.points[1].place.field) == ("a", "table:1:1")


def test_a_report_that_contradicts_itself_is_not_compared() -> None:
    found = series_of("作出行政处罚", a_year(2024, "作出行政处罚决定100件。"),
                      a_year(2025, "作出行政处罚决定120件。\n作出行政处罚决定121件，作出行政处罚决定120件。"))

    assert found.points[1].words == "120件、121件"
    assert found.change(1) == "同一份报告里有几个数，不比较"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2023年作出行政处罚决定90件。", id="of another year"),
        pytest.param("作出行政处罚决定约90件。", id="rough"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_figure_of_the_year_is_left_out(text: str) -> None:
    assert figure_series([a_year(2025, text)]) == ()


def test_plans_are_no_figures() -> None:
    report = a_report()
    plan = next(part for part in report.parts if part.id == "plan")
    entry = replace(plan.entries[0], text="全年办理行政复议案件30件。")

    assert "行政复议" not in str([each.name for each in figure_series([report.with_part(
        replace(plan, entries=(entry,)))])])


def test_figures_of_most_years_come_first() -> None:
    reports = [a_year(2024, "作出行政处罚决定100件。"), a_year(2025, "办理行政许可9件，作出行政处罚决定120件。")]

    assert [each.name for each in figure_series(reports)] == ["作出行政处罚", "行政许可"]
