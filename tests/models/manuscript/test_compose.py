"""Report -> Manuscript."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from builders import a_duty, a_report, an_organ
from models.domain.duty import DutyState, PassageReference
from models.domain.head import Colophon
from models.domain.organ import Post
from models.domain.report import Attachment, Entry, ExportForm, Part, PlanTask, Problem, Report, SectionKey, Topic
from models.manuscript.blocks import Block, Heading, Paragraph, Table
from models.manuscript.compose import compose
from word_files import a_long_report, a_standard

FIRST = Part("first", SectionKey.FIRST_RESPONSIBLE)


def printed(report: Report) -> list[str]:
    """Return the text of `report` line by line, headings marked by their level."""
    return [shown(block) for block in compose(report, a_standard(), ExportForm.SUBMISSION).blocks]


def shown(block: Block) -> str:
    assert isinstance(block, Heading | Paragraph)
    mark = "#" * block.level + " " if isinstance(block, Heading) else ""
    return mark + block.number + block.text


def with_entries(*entries: Entry, key: SectionKey = SectionKey.MEASURES) -> Report:
    return a_report(0, introduction="", closing="", parts=(Part("part", key, "工作", entries),))


def with_duties(*duties: Any, **changes: Any) -> Report:
    return replace(a_report(introduction="", closing="", parts=(FIRST,), **changes), duties=duties)


def test_the_whole_report_stands_in_order() -> None:
    assert printed(a_report(2)) == [
        "现将2025年度法治政府建设情况报告如下：",
        "# 一、2025年度推进法治政府建设的主要举措和成效",
        "## （一）规范行政执法",
        "全年作出行政处罚决定120件。",
        "# 二、存在的不足和原因",
        "## （一）案卷质量不高",
        "抽查的30本案卷中有4本文书不全。",
        "主要是法制审核力量不足。",
        "增配审核人员。",
        "# 三、党政主要负责人履行推进法治建设第一责任人职责情况",
        "## （一）带头学法用法",
        "局长林致远于2025年3月12日主持党组会专题研究法治建设。",
        "## （二）述法",
        "局长林致远于2025年3月12日主持党组会专题研究法治建设。",
        "# 四、2026年度主要安排",
        "## （一）提升案卷质量",
        "每季度评查一次（责任科室：法规股；时限：2026年11月底前）。",
        "特此报告。",
    ]


def test_topics_go_down_four_levels_and_never_skip_one() -> None:
    report = with_entries(
        Topic(title="甲", level=2), Topic(title="乙", level=4), Topic(title="丙", level=4), Topic(title="丁", level=2),
    )

    assert printed(report) == ["# 一、工作", "## （一）甲", "### 1.乙", "#### （1）丙", "## （二）丁"]


def test_a_topic_without_title_is_a_numbered_paragraph_led_by_its_first_sentence() -> None:
    blocks = compose(
        with_entries(Topic(text="健全制度。全年修订制度4项。\n第二段。", level=2)), a_standard(), ExportForm.SUBMISSION
    ).blocks

    assert isinstance(blocks[1], Paragraph)
    assert (blocks[1].level, blocks[1].number, blocks[1].text[:blocks[1].lead]) == (2, "（一）", "健全制度。")
    assert blocks[2] == Paragraph("第二段。", place=blocks[2].place)


def test_an_unnumbered_topic_is_plain_text_and_does_not_count() -> None:
    report = with_entries(Topic(text="总的情况。", numbered=False), Topic(title="甲", text="内容。"))

    assert printed(report) == ["# 一、工作", "总的情况。", "## （一）甲", "内容。"]


def test_a_heading_of_its_own_line_bears_no_end_mark() -> None:
    assert printed(with_entries(Topic(title="提高政治站位。"))) == ["# 一、工作", "## （一）提高政治站位"]


def test_a_problem_without_title_keeps_its_words() -> None:
    report = with_entries(Problem(text="一是案卷不规范。", cause="原因是培训少。"), key=SectionKey.PROBLEMS)

    assert printed(report) == ["# 一、工作", "一是案卷不规范。", "原因是培训少。"]


@pytest.mark.parametrize(("task", "lines"), [
    (PlanTask(title="评查", text="每季一次。", office="法规股"), ["## （一）评查", "每季一次（责任科室：法规股）。"]),
    (PlanTask(title="评查", deadline="6月底前"), ["## （一）评查（时限：6月底前）"]),
    (PlanTask(text="评查案卷。", office="法规股", deadline="6月"), ["（一）评查案卷（责任科室：法规股；时限：6月）。"]),
    (PlanTask(title="评查", text="每季一次"), ["## （一）评查", "每季一次"]),
], ids=["office", "title only", "no title", "nothing added"])
def test_a_plan_row_names_office_and_deadline(task: PlanTask, lines: list[str]) -> None:
    assert printed(with_entries(task, key=SectionKey.PLAN)) == ["# 一、工作", *lines]


def test_an_empty_other_part_is_left_out_and_an_empty_plan_is_not() -> None:
    report = a_report(0, introduction="", closing="", parts=(Part("p", SectionKey.PLAN), Part("o", SectionKey.OTHER)))

    assert printed(report) == ["# 一、2026年度主要安排"]


def test_several_parts_may_carry_one_key() -> None:
    report = a_report(0, introduction="", closing="", parts=(
        Part("a", SectionKey.MEASURES, "加强领导", (Topic(text="甲。", numbered=False),)),
        Part("b", SectionKey.MEASURES, "规范执法", (Topic(text="乙。", numbered=False),)),
    ))

    assert printed(report) == ["# 一、加强领导", "甲。", "# 二、规范执法", "乙。"]


def test_topics_of_the_first_responsible_stand_before_its_duties_and_number_on() -> None:
    part = replace(FIRST, entries=(Topic(title="总体情况", text="已述法。"),))

    report = replace(with_duties(a_duty("D-2"), a_duty("D-1")), parts=(part,))

    assert [line for line in printed(report) if line.startswith("##")] == [
        "## （一）总体情况", "## （二）带头学法用法", "## （三）述法"]


@pytest.mark.parametrize(("changes", "lines"), [
    ({"title": "带头学法"}, ["## （一）带头学法", "局长林致远于2025年3月12日主持党组会专题研究法治建设。"]),
    ({"state": DutyState.NOT_CARRIED_OUT, "reason": "没有应诉案件。"},
     ["## （一）带头学法用法", "本年度未开展此项工作，原因是没有应诉案件。"]),
    ({"state": DutyState.NOT_CARRIED_OUT, "reason": "因机构改革职责划转"},
     ["## （一）带头学法用法", "本年度未开展此项工作，因机构改革职责划转。"]),
    ({"state": DutyState.NOT_CARRIED_OUT}, ["## （一）带头学法用法", "本年度未开展此项工作。"]),
    ({"state": DutyState.NOT_APPLICABLE, "reason": "不承担此项职责"}, []),
    ({"state": DutyState.OPEN}, []),
    ({"text": ""}, []),
], ids=["own title", "not done", "not done since", "no reason", "not applicable", "open", "empty"])
def test_a_duty_prints_by_its_state(changes: dict[str, Any], lines: list[str]) -> None:
    assert printed(with_duties(a_duty("D-1", **changes)))[1:] == lines


def test_duties_told_elsewhere_leave_no_empty_part() -> None:
    told = a_duty("D-1", text="", reference=PassageReference("t1", "主持党组会"))
    report = replace(a_report(), duties=(told,))

    assert not [line for line in printed(report) if "第一责任人" in line]


def test_duties_without_a_part_of_their_own_get_one_before_the_plan() -> None:
    report = a_report(1)
    report = replace(report, parts=tuple(part for part in report.parts if part.key is not SectionKey.FIRST_RESPONSIBLE))

    lines = printed(report)

    assert "# 三、党政主要负责人履行推进法治建设第一责任人职责情况" in lines
    assert lines.index("## （一）带头学法用法") < lines.index("# 四、2026年度主要安排")


def test_duties_of_two_persons_stand_person_by_person() -> None:
    organ = an_organ(same_person=False, secretary="周文", head="林致远")
    report = with_duties(a_duty("D-1", post=Post.HEAD), a_duty("D-1", post=Post.SECRETARY), organ=organ)

    assert [line for line in printed(report) if line.startswith("##")] == [
        "## （一）党组书记带头学法用法", "## （二）局长带头学法用法"]


def test_a_duty_the_standard_no_longer_knows_is_not_lost() -> None:
    assert "旧要求的内容。" in printed(with_duties(a_duty("old", title="旧要求", text="旧要求的内容。")))


def test_several_attachments_are_numbered_in_note_and_label() -> None:
    report = a_report(attachments=(Attachment(title="统计表"), Attachment(title="清单")))

    manuscript = compose(report, a_standard(), ExportForm.SUBMISSION)

    assert manuscript.attachment_notes == ("1.统计表", "2.清单")
    assert [each.label for each in manuscript.attachments] == ["附件1", "附件2"]


def test_a_single_attachment_bears_no_number() -> None:
    manuscript = compose(a_report(attachments=(Attachment(title="统计表"),)), a_standard(), ExportForm.SUBMISSION)

    assert manuscript.attachment_notes == ("统计表",)
    assert manuscript.attachments[0].label == "附件"


def test_attachment_titles_equal_the_note() -> None:
    manuscript = compose(a_long_report(), a_standard(), ExportForm.SUBMISSION)

    assert [note.split(".", 1)[1] for note in manuscript.attachment_notes] == [
        each.title for each in manuscript.attachments]


def test_the_public_form_has_neither_head_nor_colophon_nor_signatory() -> None:
    report = a_report()
    report = replace(report, signature=replace(report.signature, remark="联系人：周明，电话：0743-8000000"))

    manuscript = compose(report, a_standard(), ExportForm.PUBLIC)

    assert manuscript.head is None and manuscript.colophon is None
    assert manuscript.main_recipients == manuscript.remark == ""
    assert not manuscript.sealed
    assert manuscript.signature == "云峰县交通运输局"


def test_the_public_form_keeps_a_remark_on_publication() -> None:
    report = a_report()
    report = replace(report, signature=replace(report.signature, remark="（此件公开发布）"))

    assert compose(report, a_standard(), ExportForm.PUBLIC).remark == "此件公开发布"


@pytest.mark.parametrize(("form", "asked", "mark"), [
    (ExportForm.SUBMISSION, "", ""), (ExportForm.SUBMISSION, "草稿", "草稿"), (ExportForm.REVIEW, "", "送审稿"),
    (ExportForm.PUBLIC, "", ""),
])
def test_only_a_draft_bears_a_mark(form: ExportForm, asked: str, mark: str) -> None:
    assert compose(a_report(), a_standard(), form, asked).draft_mark == mark


def test_the_clerks_own_title_lines_stand_while_they_are_the_title() -> None:
    report = a_report()
    own = ("云峰县交通运输局2025年度", "法治政府建设年度报告")
    chosen = replace(report, head=replace(report.head, title_lines=own))
    outdated = replace(report, head=replace(report.head, title_lines=("旧的标题", "年度报告")))

    assert compose(chosen, a_standard(), ExportForm.SUBMISSION).title_lines == own
    assert compose(outdated, a_standard(), ExportForm.SUBMISSION).title_lines == (
        "云峰县交通运输局", "2025年度法治政府建设年度报告")


def test_every_block_tells_where_its_words_stand() -> None:
    report = a_report(introduction="  第一段。\n\n第二段。")

    blocks = compose(report, a_standard(), ExportForm.SUBMISSION).blocks[:2]

    for block in blocks:
        assert isinstance(block, Paragraph)
        assert report.introduction[block.place.start:block.place.end] == block.text


def test_a_report_with_nothing_in_it_is_composed_too() -> None:
    manuscript = compose(Report(), a_standard(), ExportForm.SUBMISSION)

    assert manuscript.blocks == ()
    assert manuscript.title_lines == ("",)
    assert manuscript.colophon is None


def test_too_many_main_recipients_move_to_the_colophon() -> None:
    report = a_report()
    names = tuple(f"云峰县第{number}街道办事处和各有关单位" for number in range(1, 21))
    crowded = replace(report, head=replace(report.head, main_recipients=names), colophon=Colophon())

    manuscript = compose(crowded, a_standard(), ExportForm.SUBMISSION)

    assert manuscript.main_recipients == ""
    assert manuscript.colophon is not None
    assert manuscript.colophon.main_recipients == "、".join(names)
    assert compose(report, a_standard(), ExportForm.SUBMISSION).main_recipients == "中共云峰县委、云峰县人民政府"


def test_the_table_of_a_topic_stands_under_its_text() -> None:
    rows = (("类别", "件数"), ("行政处罚", "120"))
    blocks = compose(with_entries(Topic("t", "规范执法", "见下表。", table=rows)), a_standard(), ExportForm.SUBMISSION).blocks
    at = next(index for index, block in enumerate(blocks) if isinstance(block, Table))
    table = blocks[at]

    assert shown(blocks[at - 1]).endswith("见下表。")
    assert isinstance(table, Table) and (table.rows, table.place.entry, table.place.field) == (rows, "t", "table")
