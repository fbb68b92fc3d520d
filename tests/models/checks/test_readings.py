"""How the blocks of a stored report stand."""

from __future__ import annotations

from dataclasses import replace

from builders import a_duty, a_report

from models.checks.readings import read_sections
from models.domain.duty import PassageReference
from models.domain.report import Part, Problem, SectionKey
from models.domain.standard import Standard

FIRST = SectionKey.FIRST_RESPONSIBLE


def test_a_block_is_read_with_the_heading_it_prints(standard: Standard) -> None:
    reading = read_sections(a_report(), standard)[SectionKey.MEASURES]

    assert reading.present and reading.standalone
    assert reading.heading == standard.heading(SectionKey.MEASURES, 2025)
    assert reading.text == "规范行政执法\n全年作出行政处罚决定120件。"


def test_several_parts_of_one_key_are_one_block(standard: Standard) -> None:
    report = a_report()
    more = Part("more", SectionKey.PROBLEMS, "其他不足", (Problem("p2", "", "培训不够。"),))
    reading = read_sections(replace(report, parts=(*report.parts, more)), standard)[SectionKey.PROBLEMS]

    assert (reading.text or "").endswith("增配审核人员。\n培训不够。")


def test_causes_stand_in_the_problems(standard: Standard) -> None:
    reading = read_sections(a_report(), standard)[SectionKey.CAUSES]

    assert reading.present and not reading.standalone
    assert reading.text == "主要是法制审核力量不足。"


def test_a_part_of_causes_stands_alone(standard: Standard) -> None:
    report = a_report()
    causes = Part("causes", SectionKey.CAUSES, "原因分析", (Problem("c1", "", "编制少。"),))
    reading = read_sections(replace(report, parts=(*report.parts, causes)), standard)[SectionKey.CAUSES]

    assert reading.present and reading.standalone


def test_duties_with_text_are_the_block_of_the_first_responsible(standard: Standard) -> None:
    report = replace(a_report(duties=0), duties=(a_duty("Z01", title="带头学法", text="局长领学2次。"),))
    reading = read_sections(report, standard)[FIRST]

    assert reading.present and reading.standalone
    assert reading.text == "带头学法\n局长领学2次。"


def test_duties_that_only_refer_elsewhere_leave_it_nested(standard: Standard) -> None:
    duty = a_duty("Z01", text="", evidence=(), reference=PassageReference("t1", "全年"))
    reading = read_sections(replace(a_report(duties=0), duties=(duty,)), standard)[FIRST]

    assert reading.present and not reading.standalone
    assert reading.heading == "规范行政执法"


def test_an_empty_part_is_a_heading_only(standard: Standard) -> None:
    reading = read_sections(a_report(duties=0), standard)[FIRST]

    assert not reading.present
    assert reading.heading == standard.heading(FIRST, 2025)


def test_a_block_without_part_is_absent(standard: Standard) -> None:
    assert read_sections(a_report(), standard)[SectionKey.OTHER].heading is None
