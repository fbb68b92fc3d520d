"""The forms real reports take beside the usual one: other orders, other numbers, web pages, letters around them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from foreign_files import a_package, a_paragraph
from monstrous_texts import monstrous_texts

from models.domain.report import PlanTask, Problem, SectionKey
from models.domain.source_document import ImportedReport
from models.importers import read_report

Account = Callable[[ImportedReport], None]

TOWN = """\
当前位置：首页 > 政府信息公开 > 法治政府建设
柳塘镇2024年法治政府建设工作报告
发布时间：2025-01-17 10:20 来源：柳塘镇 字体：[ 大 中 小 ]
柳塘镇2024年法治政府建设工作报告
2024年，柳塘镇扎实推进法治政府建设。现将有关情况报告如下：
一、党政主要负责人履行推进法治建设第一责任人职责情况
镇党委书记、镇长切实履行第一责任人职责，全年召开党委会研究法治工作3次。
（一）带头学法。镇党委书记主持理论学习中心组学法4次。
二、2024年法治政府建设主要举措及成效
（一）规范执法
1.持证上岗。全镇执法人员12人。
2.案卷评查。
评查案卷20本。
（1）一般案件15本；
（2）简易案件5本。
（二）普法宣传
开展活动10场。
三、存在的主要问题及原因
（一）存在的问题
一是执法力量不足。二是普法形式单一。
（二）原因分析
一是人员编制少。二是经费不足。
四、2025年工作计划
下一步，重点做好以下工作：
1.加强队伍建设。招录2人。
2.加强普法。开展12场。
特此报告。
柳塘镇人民政府
2025年1月15日
（联系人：王某，联系电话：0000-0000000）
扫一扫在手机打开当前页
上一篇：关于某某的通知
主办单位：柳塘镇人民政府 ICP备案号：00000号
"""
SOUTHERN = """\
东江市交通运输局关于2024年度法治政府建设情况的报告

市委、市政府：
　　2024年，局主要负责人认真履行推进法治建设第一责任人职责。现将情况报告如下。
　　一、坚持党的领导，提高政治站位。局党组专题研究法治工作5次。局党组书记、局长李明主持专题会议1次。
　　二、优化营商环境，转变政府职能
　　压减审批时限。
　　三、健全依法决策机制，补齐工作短板
　　聘请法律顾问2名，审查合同35份。
　　四、存在的问题和下一步工作打算
　　仍有差距，主要表现在：一是法治意识有待提升；二是监督机制不够健全。主要原因是日常培训不够系统。
　　下一步，我局将重点做好两项工作。

　　　　　　　　　　　　　　　　东江市交通运输局
　　　　　　　　　　　　　　　　　2025年2月10日
"""
LETTER = """\
关于呈送2024年度法治政府建设报告的函
县委依法治县办：
现呈送我局2024年度法治政府建设年度报告，请审阅。
南华县水务局
2025年1月20日
南华县水务局2024年度法治政府建设年度报告
2024年，我局法治政府建设情况如下。
（一）主要工作开展情况
1、加强组织领导。成立领导小组，局长任组长。
（二）存在的不足
执法人员不足，主要是编制较少。
（三）下步工作打算
加强培训。
"""
BARE = """\
2024年法治政府建设工作总结
今年以来，我局认真落实各项工作。
主要做法
组织学习10次。
存在的不足
力量薄弱。
下一步工作
加强队伍。
附件：1.行政执法统计表
2.法治工作大事记
云峰县统计局
二〇二五年一月二十日
附件1
行政执法统计表
处罚5件。
附件2
法治工作大事记
1月召开会议。
抄送：县司法局。
云峰县统计局办公室　　　2025年1月21日印发
"""


def read(folder: Path, text: str, repair: bool = False) -> ImportedReport:
    """Return what is read of a file with `text`."""
    path = folder / "报告.txt"
    path.write_text(text, encoding="utf-8")
    return read_report(path, repair)


@pytest.mark.parametrize("repair", [False, True], ids=["as it stands", "repaired"])
@pytest.mark.parametrize("text", [TOWN, SOUTHERN, LETTER, BARE], ids=["town", "southern", "letter", "bare"])
def test_no_word_is_lost_or_invented(text: str, repair: bool, tmp_path: Path, account: Account) -> None:
    account(read(tmp_path, text, repair))


def test_blocks_may_come_in_any_order(tmp_path: Path) -> None:
    imported = read(tmp_path, TOWN)

    assert [part.key for part in imported.report.parts] == [
        SectionKey.FIRST_RESPONSIBLE, SectionKey.MEASURES, SectionKey.PROBLEMS, SectionKey.PLAN]
    assert imported.sections[SectionKey.CAUSES].heading == "（二）原因分析"
    assert imported.sections[SectionKey.CAUSES].text == "一是人员编制少。二是经费不足。"


def test_levels_follow_the_printed_numbers(tmp_path: Path) -> None:
    (part,) = read(tmp_path, TOWN).report.parts_of(SectionKey.MEASURES)

    assert [(entry.level, entry.title, entry.text) for entry in part.entries] == [
        (2, "规范执法", ""), (3, "持证上岗", "全镇执法人员12人。"), (3, "案卷评查", "评查案卷20本。"),
        (4, "", "一般案件15本；"), (4, "", "简易案件5本。"), (2, "普法宣传", "开展活动10场。")]


def test_a_lower_heading_of_causes_holds_the_causes(tmp_path: Path) -> None:
    (part,) = read(tmp_path, TOWN).report.parts_of(SectionKey.PROBLEMS)

    assert [(entry.title, entry.text, entry.cause) for entry in part.entries if isinstance(entry, Problem)] == [
        ("存在的问题", "一是执法力量不足。二是普法形式单一。", ""), ("原因分析", "", "一是人员编制少。二是经费不足。")]


def test_a_web_page_around_the_report_is_left_out(tmp_path: Path) -> None:
    imported = read(tmp_path, TOWN)

    assert len([each for each in imported.source.left_out if each.reason == "网页杂项"]) == 5
    assert [each.text for each in imported.source.left_out if each.reason == "重复的标题"] == [
        "柳塘镇2024年法治政府建设工作报告"]
    assert imported.report.closing == "特此报告。"
    assert imported.report.signature.remark == "联系人：王某，联系电话：0000-0000000"
    assert imported.report.signature.issuing_organ_signature == "柳塘镇人民政府"


def test_measures_may_be_spread_over_several_parts(tmp_path: Path) -> None:
    imported = read(tmp_path, SOUTHERN)
    measures = imported.report.parts_of(SectionKey.MEASURES)

    assert [part.heading for part in measures] == [
        "坚持党的领导，提高政治站位", "优化营商环境，转变政府职能", "健全依法决策机制，补齐工作短板"]
    assert (imported.sections[SectionKey.MEASURES].text or "").count("\n") == 2
    assert imported.report.head.main_recipients == ("市委", "市政府")
    assert imported.report.signature.issuing_organ_signature == "东江市交通运输局"


def test_first_responsible_in_a_sentence_is_present_but_asked_about(tmp_path: Path) -> None:
    imported = read(tmp_path, SOUTHERN)
    reading = imported.sections[SectionKey.FIRST_RESPONSIBLE]

    assert (reading.present, reading.standalone, reading.heading) == (True, False, None)
    assert reading.text == "2024年，局主要负责人认真履行推进法治建设第一责任人职责。"
    assert "“第一责任人履职”没有单列，只在别处的句子里看到，请确认。" in imported.unsure
    assert [entry.reference.quote for entry in imported.report.duties if entry.reference] == [
        "局党组书记、局长李明主持专题会议1次。"]


def test_problems_and_plan_under_one_heading_become_two_parts(tmp_path: Path) -> None:
    imported = read(tmp_path, SOUTHERN)
    (plan,) = imported.report.parts_of(SectionKey.PLAN)
    (problems,) = imported.report.parts_of(SectionKey.PROBLEMS)

    assert (plan.heading, [entry.text for entry in plan.entries]) == ("", ["下一步，我局将重点做好两项工作。"])
    assert [entry.cause for entry in problems.entries if isinstance(entry, Problem)] == ["", "主要原因是日常培训不够系统。"]
    reading = imported.sections[SectionKey.PLAN]
    assert (reading.present, reading.standalone) == (True, False)
    assert reading.text == "下一步，我局将重点做好两项工作。"


def test_headings_of_the_second_level_serve_where_there_is_no_first(tmp_path: Path) -> None:
    imported = read(tmp_path, LETTER)

    assert [(part.key, part.heading) for part in imported.report.parts] == [
        (SectionKey.MEASURES, "主要工作开展情况"), (SectionKey.PROBLEMS, "存在的不足"), (SectionKey.PLAN, "下步工作打算")]
    assert imported.sections[SectionKey.CAUSES].text == "执法人员不足，主要是编制较少。"


def test_the_words_of_a_covering_letter_are_left_out(tmp_path: Path) -> None:
    imported = read(tmp_path, LETTER)

    assert imported.report.head.title == "南华县水务局2024年度法治政府建设年度报告"
    assert [each.text[:6] for each in imported.source.left_out if each.reason == "标题之前的文字"] == ["关于呈送20", "现呈送我局2"]
    assert any("请审阅" in line for line in imported.unsure)


def test_what_only_the_covering_letter_says_is_taken_and_asked_about(tmp_path: Path) -> None:
    imported = read(tmp_path, LETTER)

    assert imported.report.head.main_recipients == ("县委依法治县办",)
    assert imported.report.signature.date_of_issue == "2025年1月20日"
    assert imported.report.signature.issuing_organ_signature == "南华县水务局"
    assert "成文日期取自报告前面的呈送函：“2025年1月20日”，请确认。" in imported.unsure


def test_what_the_report_says_itself_counts_more_than_its_letter(tmp_path: Path, account: Account) -> None:
    imported = read(tmp_path, f"{LETTER}南华县水务局\n2025年2月1日\n")

    account(imported)
    assert imported.report.signature.date_of_issue == "2025年2月1日"


def test_headings_without_numbers_and_attachments(tmp_path: Path) -> None:
    imported = read(tmp_path, BARE)
    report = imported.report

    assert [(part.key, part.heading) for part in report.parts] == [
        (SectionKey.MEASURES, "主要做法"), (SectionKey.PROBLEMS, "存在的不足"), (SectionKey.PLAN, "下一步工作")]
    assert [(each.title, each.text) for each in report.attachments] == [
        ("行政执法统计表", "处罚5件。"), ("法治工作大事记", "1月召开会议。")]
    assert report.signature.date_of_issue == "二〇二五年一月二十日"
    assert report.colophon.copy_recipients == ("县司法局",)
    assert (report.colophon.distributing_organ, report.colophon.distribution_date) == ("云峰县统计局办公室", "2025年1月21日")
    assert any("拿不准" in line for line in imported.unsure)


def test_a_text_without_any_heading_stays_in_the_introduction(tmp_path: Path) -> None:
    imported = read(tmp_path, "云峰县水利局2024年度法治政府建设年度报告\n全年办案5起。\n有力保障。\n云峰县水利局\n2025年1月2日\n")

    assert imported.report.parts == ()
    assert imported.report.introduction == "全年办案5起。\n有力保障。"
    assert imported.report.signature.date_of_issue == "2025年1月2日"
    assert imported.unsure[0] == "没有认出一级标题，正文全部放在引言里，请分到各部分。"


def test_what_nobody_wrote_stays_empty(tmp_path: Path) -> None:
    report = read(tmp_path, "一、主要举措\n全年办案5起。\n").report

    assert (report.year, report.organ.full_name, report.head.title, report.head.document_number) == (0, "", "", "")
    assert (report.head.signatories, report.head.main_recipients, report.closing) == ((), (), "")
    assert (report.organ.head, report.organ.secretary) == ("", "")


def test_office_and_deadline_in_brackets_are_taken_from_a_task(tmp_path: Path) -> None:
    (part,) = read(tmp_path, "一、下一步工作打算\n（一）加强培训。全年4期（责任科室：法规股；时限：2025年6月底前）。\n").report.parts

    assert isinstance(part.entries[0], PlanTask)
    assert (part.entries[0].text, part.entries[0].office, part.entries[0].deadline) == ("全年4期。", "法规股", "2025年6月底前")


def test_an_automatic_number_is_a_number_like_any_other(tmp_path: Path) -> None:
    numbering = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '</w:numbering>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = a_paragraph("主要举措", listed) + a_paragraph("办案5起。") + a_paragraph("存在的不足", listed) + a_paragraph("力量薄弱。")
    path = tmp_path / "报告.docx"
    path.write_bytes(a_package(body, {"word/numbering.xml": numbering}))

    assert [(part.key, part.heading) for part in read_report(path).report.parts] == [
        (SectionKey.MEASURES, "主要举措"), (SectionKey.PROBLEMS, "存在的不足")]


def test_a_table_of_contents_is_no_heading(tmp_path: Path) -> None:
    text = "云峰县水利局2024年度法治政府建设年度报告\n目录\n一、主要举措\t1\n二、存在的不足……3\n一、主要举措\n办案5起。\n二、存在的不足\n力量薄弱。\n"
    imported = read(tmp_path, text)

    assert [part.heading for part in imported.report.parts] == ["主要举措", "存在的不足"]
    assert [each.text for each in imported.source.left_out] == ["目录", "一、主要举措\t1", "二、存在的不足……3"]


def test_recipients_in_the_colophon_are_recipients(tmp_path: Path) -> None:
    text = "一、主要举措\n办案5起。\n云峰县水利局\n2025年1月2日\n主送：县委、县政府。\n抄送：市水利局。\n"

    assert read(tmp_path, text).report.head.main_recipients == ("县委", "县政府")


@pytest.mark.parametrize("repair", [False, True], ids=["as it stands", "repaired"])
@pytest.mark.parametrize("name", monstrous_texts(0))
def test_monstrous_text_is_read_without_loss(name: str, repair: bool, tmp_path: Path, account: Account) -> None:
    account(read(tmp_path, monstrous_texts(10_000)[name], repair))
