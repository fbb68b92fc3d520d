"""联合行文 and the other choices of the head, from the report to what stands on paper."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from builders import a_report
from models.domain.report import ExportForm, Report
from models.manuscript.blocks import Manuscript, ManuscriptHead
from models.manuscript.joint_issue import gapped_title, organs_in
from models.manuscript.title_lines import break_title
from word_files import a_manuscript

THREE = ("云峰县交通运输局", "云峰县公安局", "云峰县水利局")


def with_head(**changes: Any) -> Report:
    report = a_report()
    return replace(report, head=replace(report.head, **changes))


def head_of(report: Report) -> ManuscriptHead:
    head = a_manuscript(report).head
    assert head is not None
    return head


@pytest.mark.parametrize(("text", "names"), [
    ("云峰县交通运输局、云峰县公安局", ("云峰县交通运输局", "云峰县公安局")),
    ("云峰县交通运输局　云峰县公安局", ("云峰县交通运输局", "云峰县公安局")),
    ("云峰县交通运输局\n云峰县公安局\n", ("云峰县交通运输局", "云峰县公安局")),
    ("云峰县交通运输局", ("云峰县交通运输局",)),
    ("云 峰 县 人 民 政 府", ("云 峰 县 人 民 政 府",)),
    ("云峰县\n交通运输局", ("云峰县交通运输局",)),
    ("", ()),
])
def test_the_organs_of_a_signature_are_told_apart(text: str, names: tuple[str, ...]) -> None:
    assert organs_in(text) == names


def test_names_of_a_title_that_follow_each_other_keep_a_gap() -> None:
    assert gapped_title("云峰县交通运输局云峰县公安局关于情况的报告", THREE) == "云峰县交通运输局　云峰县公安局关于情况的报告"
    assert gapped_title("云峰县交通运输局 云峰县公安局关于情况的报告", ()) == "云峰县交通运输局　云峰县公安局关于情况的报告"
    assert gapped_title("云峰县交通运输局2025年报告", THREE) == "云峰县交通运输局2025年报告"


def test_a_title_is_cut_at_the_gap_and_no_line_begins_with_it() -> None:
    title = "云峰县交通运输局　云峰县公安局　云峰县水利局关于2025年度法治政府建设情况的报告"

    assert "".join(break_title(title)[0]) == title
    assert not any(line.startswith("\u3000") for lines in break_title(title) for line in lines)
    assert not any("　" in (line[0], line[-1]) for line in a_manuscript(with_head(title=title)).title_lines)


def test_the_names_stand_in_order_with_the_word_beside_them() -> None:
    head = head_of(with_head(joint_organs=THREE))

    assert (head.mark_names, head.mark_word) == (THREE, "文件")
    assert head_of(with_head(joint_organs=THREE, issuing_organ_mark="云峰县交通运输局")).mark_word == ""
    assert head_of(with_head(joint_organs=THREE[:1])).mark_names == ("云峰县交通运输局文件",)


def test_a_letter_bears_the_name_of_the_first_organ_and_no_signatory() -> None:
    assert head_of(with_head(letter=True)).issuing_organ_mark == "云峰县交通运输局"
    joint = head_of(with_head(letter=True, joint_organs=THREE))

    assert (joint.mark_names, joint.mark_word, joint.signatories) == (("云峰县交通运输局",), "", ())


def test_the_signature_of_several_organs_keeps_them_apart() -> None:
    report = a_report()
    joint = replace(report, signature=replace(report.signature, issuing_organ_signature="、".join(THREE)))

    assert a_manuscript(joint).signatures == THREE
    assert a_manuscript(joint).signature == "　".join(THREE)


def test_a_signature_stamp_takes_the_place_of_the_name_but_not_in_public() -> None:
    report = a_report()
    stamped = replace(report, signature=replace(report.signature, stamp_posts=("局长", " ")))

    assert (a_manuscript(stamped).signature, a_manuscript(stamped).stamp_posts) == ("", ("局长",))
    assert a_manuscript(stamped, ExportForm.PUBLIC).signature == "云峰县交通运输局"


def test_the_clerk_may_move_the_recipients_to_the_colophon() -> None:
    moved = a_manuscript(with_head(recipients_in_colophon=True))

    assert moved.main_recipients == ""
    assert moved.colophon is not None and moved.colophon.main_recipients == "中共云峰县委、云峰县人民政府"


@pytest.mark.parametrize("form", [ExportForm.SUBMISSION, ExportForm.PUBLIC])
def test_the_colophon_goes_to_an_even_page_only_where_there_is_one(form: ExportForm) -> None:
    report = a_report()
    asked = replace(report, colophon=replace(report.colophon, colophon_on_even_page=True))
    manuscript: Manuscript = a_manuscript(asked, form)

    assert manuscript.colophon_on_even_page is (manuscript.colophon is not None)
