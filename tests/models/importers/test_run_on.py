"""Headings in mid-paragraph are found, and a report run together into one paragraph comes apart again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.domain.report import SectionKey
from models.domain.source_document import ImportedReport
from models.importers.raw_line import RawLine, RawText
from models.importers.reading import interpret

WHOLE = (
    "柳塘镇2024年法治政府建设情况报告区政府：根据要求，柳塘镇切实抓好法治政府建设各项工作。现将2024年度主要情况报告如下："
    "一、基本情况2024年，柳塘镇在区委、区政府的坚强领导下，为各项目标任务的完成提供了有力的保障。"
    "二、主要做法（一）加强政务公开。设立受理点。（二）主要负责人履行推进法治建设第一责任人职责情况。镇长主持会议3次。"
    "三、存在问题一是意识不强，原因是培训少。二是力量不足。四、下一步工作打算（一）加强学习。提高意识。（二）规范执法。"
)


def read(*lines: str) -> ImportedReport:
    """Return what is read of a file with `lines`."""
    return interpret(RawText(tuple(RawLine(line) for line in lines)), "报告.txt", False)


def test_a_report_run_together_comes_apart(account: Callable[[ImportedReport], None]) -> None:
    imported = read(WHOLE)

    account(imported)
    assert [(part.key, part.heading) for part in imported.report.parts] == [
        (SectionKey.MEASURES, "基本情况"), (SectionKey.MEASURES, "主要做法"), (SectionKey.PROBLEMS, "存在问题"),
        (SectionKey.PLAN, "下一步工作打算")]
    assert imported.sections[SectionKey.FIRST_RESPONSIBLE].text == "镇长主持会议3次。"
    assert imported.sections[SectionKey.CAUSES].text == "三、存在问题一是意识不强，原因是培训少。"[6:]


@pytest.mark.parametrize("text", [
    "全年办案5起。二、存在的不足。人手少。三、下一步打算。招人。", "全年办案5起。二、存在的不足",
], ids=["with text", "at the end"])
def test_headings_after_a_sentence_open_parts(text: str) -> None:
    assert read("一、主要举措", text).sections[SectionKey.PROBLEMS].standalone


@pytest.mark.parametrize("text", [
    "一是学习。二、三产业融合发展。", "主要有：一、加强学习；二、规范执法；三、强化监督。", "按照一、二、三级分类。二、三级单位落实。",
])
def test_figures_and_lists_within_a_sentence_are_no_headings(text: str) -> None:
    assert len(read("一、主要举措", text, "二、下一步打算", "招人。").report.parts) == 2


def test_many_headings_in_one_paragraph_cost_little() -> None:
    assert read("一、主要举措", "办案。二、存在的不足。" * 5_000).report.parts


def test_page_numbers_between_the_paragraphs_are_left_out(account: Callable[[ImportedReport], None]) -> None:
    imported = read("一、主要举措", "办案5起。", "— 3 —", "二、存在的不足", "人手少。", "第4页 共9页")

    account(imported)
    assert imported.sections[SectionKey.MEASURES].text == "办案5起。"
    assert [each.text for each in imported.source.left_out] == ["— 3 —", "第4页 共9页"]


def test_a_number_that_its_chapter_does_not_count_opens_a_part() -> None:
    imported = read("第一部分 主要举措和成效", "办案5起。", "第二部分 履行第一责任人职责情况", "1. 述法。局长述法1次。六、存在的问题",
                    "一是人手少。", "第三部分 下一年安排", "招人。")

    assert imported.sections[SectionKey.PROBLEMS].text == "一是人手少。"


@pytest.mark.parametrize("lines", [
    ["一、存在的问题整改情况", "整改3个。"], ["一、学习。", "二、存在的问题", "人手少。"], ["一、决策。", "学习6次。二、存在的问题", "人手少。"],
], ids=["the first of its chapter", "the next one", "the next one, run on"])
def test_numbers_that_a_chapter_counts_open_no_part(lines: list[str]) -> None:
    imported = read("第一部分 主要举措和成效", *lines, "第二部分 下一年安排", "招人。")

    assert [part.heading for part in imported.report.parts] == ["主要举措和成效", "下一年安排"]
