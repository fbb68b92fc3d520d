"""The JSON object of one file has the agreed keys, whatever the file holds."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest
from builders import TODAY, a_report

from models.checks.finding import Draft, Finding, Severity
from models.domain.organ import OrganKind
from models.domain.report import ExportForm, Report, SectionKey
from models.domain.source_document import SectionReading
from models.domain.standard import Standard
from ui.command_line.report_json import read_object, unread_object

KEYS = ["file", "title", "year", "organ", "document_number", "signatory", "recipients", "date", "introduction",
        "closing", "sections", "findings", "errors"]
SECTIONS = ["measures", "problems", "causes", "first_responsible", "plan", "other"]


def a_draft(report: Report, **sections: SectionReading) -> Draft:
    """Return a draft of `report` whose blocks stand as `sections` say."""
    readings = MappingProxyType({SectionKey(key): reading for key, reading in sections.items()})
    standard = Standard(OrganKind.DEPARTMENT, (), (), ())
    return Draft(report, standard, ExportForm.SUBMISSION, TODAY, (), readings)


def test_a_complete_report_fills_every_key() -> None:
    reading = SectionReading(True, True, "主要举措和成效", "全年作出行政处罚决定120件。")

    told = read_object("甲.txt", a_draft(a_report(), measures=reading), (), ())

    assert list(told) == KEYS
    assert told["title"] == "云峰县交通运输局2025年度法治政府建设年度报告"
    assert (told["year"], told["organ"], told["date"]) == (2025, "云峰县交通运输局", "2026-02-20")
    assert (told["document_number"], told["signatory"]) == ("云交〔2026〕4号", "林致远")
    assert told["recipients"] == "中共云峰县委、云峰县人民政府"
    assert (told["introduction"], told["closing"]) == ("现将2025年度法治政府建设情况报告如下：", "特此报告。")
    assert told["sections"]["measures"] == {
        "present": True, "standalone": True, "heading": "主要举措和成效", "text": "全年作出行政处罚决定120件。"}


def test_absent_values_are_null_and_all_six_sections_are_there() -> None:
    told = json.loads(json.dumps(read_object("甲.txt", a_draft(Report()), (), ("年度没有看出来",))))

    assert {key for key, value in told.items() if value is None} == {
        "title", "year", "organ", "document_number", "signatory", "recipients", "date", "introduction", "closing"}
    assert list(told["sections"]) == SECTIONS
    assert told["sections"]["other"] == {"present": False, "standalone": False, "heading": None, "text": None}
    assert told["errors"] == ["年度没有看出来"]


@pytest.mark.parametrize(("printed", "expected"), [
    pytest.param("2026年2月20日", date(2026, 2, 20).isoformat(), id="as printed"),
    pytest.param("2026年2月30日", None, id="impossible day"),
    pytest.param("", None, id="none"),
])
def test_the_date_is_iso_or_null(printed: str, expected: str | None) -> None:
    report = a_report()
    report = replace(report, signature=replace(report.signature, date_of_issue=printed))

    assert read_object("甲.txt", a_draft(report), (), ())["date"] == expected


def test_a_finding_carries_code_slug_severity_section_message_and_excerpt() -> None:
    whole = Finding("C001", "missing-section", Severity.ERROR, "缺少一部分。")
    placed = Finding("N001", "sum-mismatch", Severity.WARNING, "合计不符。", SectionKey.MEASURES, "617起")

    told = read_object("甲.txt", a_draft(a_report()), (whole, placed), ())

    assert told["findings"] == [
        {"code": "C001", "slug": "missing-section", "severity": "error", "section": None, "message": "缺少一部分。",
         "excerpt": None},
        {"code": "N001", "slug": "sum-mismatch", "severity": "warning", "section": "measures", "message": "合计不符。",
         "excerpt": "617起"},
    ]


def test_a_file_that_cannot_be_read_has_the_same_keys() -> None:
    told = unread_object("甲.docx", "文件是空的。")

    assert list(told) == KEYS
    assert list(told["sections"]) == SECTIONS
    assert (told["findings"], told["errors"]) == ([], ["文件是空的。"])
