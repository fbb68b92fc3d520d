"""The first state of a report."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import a_duty, a_report, an_organ

from models.domain.delivery import Delivery
from models.domain.duty import DutyState
from models.domain.report import Part, Report, SectionKey, Topic
from models.domain.standard import Duty, Standard
from models.domain.organ import OrganKind, Post
from models.manuscript.new_report import Reuse, new_report, with_all_parts

STANDARD = Standard(OrganKind.DEPARTMENT, (), (Duty("D-1", "带头学法用法", ("C1",), (Post.HEAD,)),), ())


def carried(reuse: Reuse) -> Report:
    """Return the report on 2026 made from the one on 2025."""
    return new_report(an_organ(), STANDARD, 2026, previous=a_report(duties=2), reuse=reuse)


def test_fixed_elements_come_from_the_profile() -> None:
    report = new_report(an_organ(), STANDARD, 2025)

    assert report.head.issuing_organ_mark == "云峰县交通运输局文件"
    assert report.head.title == "云峰县交通运输局2025年法治政府建设年度报告"
    assert report.head.signatories == ("林致远",)
    assert report.signature.issuing_organ_signature == "云峰县交通运输局"
    assert report.colophon.distributing_organ == "云峰县交通运输局办公室"
    assert [part.key for part in report.parts] == [
        SectionKey.MEASURES, SectionKey.PROBLEMS, SectionKey.FIRST_RESPONSIBLE, SectionKey.PLAN, SectionKey.OTHER]


def test_what_is_not_known_yet_stays_empty() -> None:
    report = new_report(an_organ(head=""), STANDARD, 2025)

    assert report.head.document_number == ""
    assert report.head.signatories == ()
    assert report.signature.date_of_issue == ""
    assert report.duties == ()


def test_the_way_of_delivery_decides_the_recipients() -> None:
    report = new_report(an_organ(), STANDARD, 2025, Delivery.GOVERNMENT)

    assert report.head.main_recipients == ("云峰县人民政府",)


def test_texts_of_last_year_are_taken_over_and_marked() -> None:
    report = carried(Reuse.TEXTS)

    topic = report.parts_of(SectionKey.MEASURES)[0].entries[0]
    assert (topic.title, topic.text, topic.carried) == ("规范行政执法", "全年作出行政处罚决定120件。", True)
    assert topic.id != "t1"
    assert report.previous_id == "report-1"


def test_headings_alone_leave_the_texts_behind() -> None:
    report = carried(Reuse.HEADINGS)

    problem = report.parts_of(SectionKey.PROBLEMS)[0].entries[0]
    assert problem == replace(problem, title="案卷质量不高", text="", cause="", remedy="", carried=True)


@pytest.mark.parametrize("reuse", [Reuse.HEADINGS, Reuse.TEXTS])
def test_the_plan_and_all_evidence_belong_to_their_year(reuse: Reuse) -> None:
    report = carried(reuse)

    assert report.parts_of(SectionKey.PLAN)[0].entries == ()
    assert all(entry.state is DutyState.OPEN and entry.evidence == () for entry in report.duties)


def test_a_duty_that_no_longer_stands_is_not_taken_over() -> None:
    assert [entry.duty_id for entry in carried(Reuse.TEXTS).duties] == ["D-1"]


def test_nothing_is_taken_over_unless_asked() -> None:
    report = carried(Reuse.NOTHING)

    assert all(part.entries == () for part in report.parts)
    assert report.previous_id == "report-1"


def test_measures_spread_over_several_parts_stay_spread() -> None:
    extra = Part("m2", SectionKey.MEASURES, "创新举措", (Topic("t2", "数字执法"),))
    spread = replace(a_report(), parts=(*a_report().parts, extra))

    report = new_report(an_organ(), STANDARD, 2026, previous=spread, reuse=Reuse.TEXTS)

    assert len(report.parts_of(SectionKey.MEASURES)) == 2


def test_a_duty_entry_with_text_is_marked_as_last_years() -> None:
    previous = replace(a_report(), duties=(a_duty(title="带头讲法治课"),))

    entry = new_report(an_organ(), STANDARD, 2026, previous=previous, reuse=Reuse.TEXTS).duties[0]

    assert entry.carried
    assert entry.title == "带头讲法治课"


@pytest.mark.parametrize(("present", "expected"), [
    ("", "measures problems first_responsible plan other"),
    ("measures problems plan", "measures problems first_responsible plan other"),
    ("first_responsible measures measures problems plan", "first_responsible measures measures problems plan other"),
    ("plan problems", "measures first_responsible plan problems other"),
    ("measures problems causes first_responsible plan other", "measures problems causes first_responsible plan other"),
])
def test_missing_blocks_get_an_empty_part_where_they_belong(present: str, expected: str) -> None:
    report = Report(parts=tuple(Part(key=SectionKey(key)) for key in present.split()))

    assert " ".join(part.key for part in with_all_parts(report).parts) == expected
