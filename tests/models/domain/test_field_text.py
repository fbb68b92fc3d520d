"""The text of a field by its place: what is put in is read out, and nothing else changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_report
from models.checks.passages import passages_of_report
from models.domain.field_text import text_at, with_text_at
from models.domain.organ import OrganKind
from models.domain.place import (
    ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE, Place, cell_field, duty_task, evidence_entry, part_task,
)
from models.domain.report import Attachment, Report
from models.standards.loader import load_standard

REPORT = a_report(
    duties=1, attachments=(Attachment("a", "统计表", "单位：件", (("类别", "件数"), ("处罚", "120"))),),
)
DUTY = duty_task(*REPORT.duties[0].key)
FIELDS = {
    Place(HEAD, "", "title"): "云峰县交通运输局2025年度法治政府建设年度报告",
    Place(HEAD, "", "main_recipients"): "中共云峰县委、云峰县人民政府",
    Place(HEAD, "", "copy_recipients"): "县委全面依法治县委员会办公室",
    Place(INTRODUCTION, "", "introduction"): "现将2025年度法治政府建设情况报告如下：",
    Place(part_task("measures"), "", "heading"): "",
    Place(part_task("measures"), "t1", "text"): "全年作出行政处罚决定120件。",
    Place(part_task("problems"), "p1", "cause"): "主要是法制审核力量不足。",
    Place(part_task("plan"), "k1", "deadline"): "2026年11月底前",
    Place(DUTY, "", "text"): "局长林致远于2025年3月12日主持党组会专题研究法治建设。",
    Place(DUTY, evidence_entry(0), "document_number"): "云交发〔2025〕6号",
    Place(ATTACHMENTS, "a", "title"): "统计表",
    Place(ATTACHMENTS, "a", cell_field(1, 0)): "处罚",
    Place(SIGNATURE, "", "closing"): "特此报告。",
    Place(SIGNATURE, "", "date_of_issue"): "2026年2月20日",
    Place(SIGNATURE, "", "distributing_organ"): "云峰县交通运输局办公室",
}


@pytest.mark.parametrize(("place", "text"), FIELDS.items(), ids=lambda each: getattr(each, "field", ""))
def test_what_is_put_into_a_field_stands_there_and_nowhere_else(place: Place, text: str) -> None:
    changed = with_text_at(REPORT, place, "甲、乙")

    assert text_at(REPORT, place) == text
    assert text_at(changed, place) == "甲、乙"
    assert with_text_at(changed, place, text) == REPORT
    assert [each for each in FIELDS if text_at(changed, each) != FIELDS[each]] == [place]


def test_every_text_that_checks_look_at_can_be_read_by_its_place() -> None:
    standard = load_standard(OrganKind.DEPARTMENT)
    duties = tuple(replace(REPORT.duties[0], duty_id=duty.id) for duty in standard.duties)
    report = replace(REPORT, duties=duties)
    passages = passages_of_report(report, standard)

    assert len(passages) > 20
    assert all(text_at(report, each.place) == each.text for each in passages)


@pytest.mark.parametrize("place", [
    Place(), Place("part:gone", "", "heading"), Place(part_task("measures"), "gone", "text"),
    Place(part_task("measures"), "t1", "cause"), Place(ATTACHMENTS, "a", cell_field(2, 0)),
    Place(ATTACHMENTS, "a", cell_field(0, 2)), Place(ATTACHMENTS, "a", "table"), Place(INTRODUCTION, "", "parts"),
    Place(DUTY, "", "evidence"), Place(part_task("measures"), "t1", "level"),
], ids=lambda place: f"{place.task} {place.entry} {place.field}")
def test_a_place_that_is_no_field_has_no_text(place: Place) -> None:
    assert text_at(REPORT, place) is None
    with pytest.raises(LookupError):
        with_text_at(REPORT, place, "甲")


def test_recipients_that_are_emptied_are_none() -> None:
    place = Place(HEAD, "", "main_recipients")

    assert with_text_at(REPORT, place, "").head.main_recipients == ()


def test_a_title_that_changes_is_broken_into_lines_by_rule_again() -> None:
    report: Report = replace(REPORT, head=replace(REPORT.head, title_lines=("甲", "乙")))

    assert with_text_at(report, Place(HEAD, "", "title"), "丙").head.title_lines == ()
