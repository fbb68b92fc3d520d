"""The listing a clerk reads in a console."""

from __future__ import annotations

from types import MappingProxyType

from builders import TODAY, a_report

from models.checks.finding import Draft, Finding, Severity
from models.domain.organ import OrganKind, Post
from models.domain.place import HEAD, Place, duty_task
from models.domain.report import ExportForm, SectionKey
from models.domain.source_document import SectionReading
from models.domain.standard import Duty, Standard
from ui.command_line.listing import list_findings


def listed(*findings: Finding, errors: tuple[str, ...] = ()) -> list[str]:
    """Return the lines on a report with `findings` and `errors`."""
    sections = MappingProxyType({
        SectionKey.MEASURES: SectionReading(True, True), SectionKey.FIRST_RESPONSIBLE: SectionReading(True, False)})
    standard = Standard(OrganKind.DEPARTMENT, (), (Duty("study", "带头学法用法", (), ()),), ())
    draft = Draft(a_report(), standard, ExportForm.SUBMISSION, TODAY, (), sections)
    return list(list_findings("甲.txt", draft, findings, errors))


def test_the_first_lines_name_the_report_its_parts_and_the_counts() -> None:
    lines = listed(Finding("C001", "missing-section", Severity.ERROR, "缺少一部分。"))

    assert lines[:3] == [
        "甲.txt：云峰县交通运输局2025年度法治政府建设年度报告",
        "各部分：主要举措和成效、存在的不足（缺）、产生原因（缺）、第一责任人履职（在其他部分里）、下一年度安排（缺）",
        "问题：必改 1 处，请核 0 处，提示 0 处",
    ]


def test_grave_findings_come_first_with_place_and_words() -> None:
    hint = Finding("D002", "duty-not-standalone", Severity.HINT, "没有单列。", SectionKey.FIRST_RESPONSIBLE)
    error = Finding(
        "N001", "sum-mismatch", Severity.ERROR, "合计不符。", SectionKey.MEASURES, "617\n起", Place(line=11))

    assert listed(hint, error)[3:] == [
        "[必改] 合计不符。", "       位置：主要举措和成效，文件第 12 段", "       原文：617 起",
        "[提示] 没有单列。", "       位置：第一责任人履职",
    ]


def test_pages_and_duties_are_called_by_their_names() -> None:
    head = Finding("F001", "signatory-missing", Severity.ERROR, "没有签发人。", place=Place(HEAD))
    duty = Finding("C004", "duty-missing", Severity.ERROR, "没有写。", place=Place(duty_task("study", Post.HEAD)))

    assert [line for line in listed(head, duty) if "位置" in line] == [
        "       位置：版头与主送", "       位置：带头学法用法"]


def test_a_long_excerpt_is_cut_and_unsure_places_close_the_list() -> None:
    long = Finding("W001", "placeholder-left", Severity.ERROR, "留有空白。", excerpt="字" * 61)

    lines = listed(long, errors=("年度没有看出来。",))

    assert lines[-2:] == ["       原文：" + "字" * 60 + "……", "[待确认] 年度没有看出来。"]
