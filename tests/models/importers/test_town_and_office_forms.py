"""Forms of real reports that once were read wrongly: where causes, persons, headings and head elements stand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date as Day
from pathlib import Path

import pytest

from models.checks.runner import draft_of_import, run_checks
from models.domain.organ import OrganKind
from models.domain.report import ExportForm, Problem, SectionKey
from models.domain.source_document import ImportedReport
from models.importers import read_report
from models.importers.elements import read_number_line
from models.importers.passages import Passage, named_problem
from models.standards.loader import load_standard

Account = Callable[[ImportedReport], None]

OFFICE = """\
黄龙县审计局2025年法治政府建设工作报告-黄龙县人民政府
日期：2026-01-20 08:12 信息来源：县审计局
【字体：大 中 小】
黄龙县审计局2025年法治政府建设工作报告
县委全面依法治县委员会办公室：
2025年，县审计局依法审计。现将有关情况报告如下：
一、履行推进法治建设第一责任人职责情况
局党组书记、局长何伟切实履行推进法治建设第一责任人职责。3月2日主持召开党组会审议年度工作计划；分管副局长协助落实。
（一）带头述法。1月8日带头在全县述法会上述法。
二、2025年工作成效
组织领导方面
局党组全年听取法治工作汇报4次，各股室按职责分工抓好落实。
行政执法方面
全年完成审计项目23个，提出建议56条，全部按期整改到位。
三、存在的主要问题
（一）审计质量有待提升。
（二）信息化水平不高，由于资金投入不足，系统老化。
四、2026年工作安排
（一）强化质量控制。修订审计质量办法。
（二）推进信息化建设。
黄龙县审计局
2026年1月19日
扫一扫在手机打开当前页
附件：
分享到：微信
"""
STREET = """\
西城区永安街道2025年法治政府建设情况报告
2025年，永安街道推动法治政府建设取得实效，主要做法如下：
一、突出“关键少数”。街道主要负责人带头学法8次。
二、突出“规范执法”。共立案236件。
虽然取得了一定成绩，但仍存在一些不足，如执法人员素养参差不齐。主要原因是人员流动性大。下一步，我们将加强培训。
"""
HALF_WIDTH = """\
城关镇关于2023年度法治政府建设情况的报告
一.主要举措
(一)加强领导.镇党委书记、镇长为法治建设第一责任人,每季度研究1次.
(二)规范执法.检测合格率99.5%.全年办理案件16件.
二.存在问题
1.执法力量不足.原因是编制不够.
2.程序不规范.
"""
CHAPTERS = """\
云岭市城市管理局2021年度法治政府建设报告
第一部分 主要举措和成效
一、党政主要负责人履行第一责任人职责
（一）统筹推进。3月5日主持召开党组会审议年度工作计划。
二、规范执法
立案410件。
第二部分 存在的问题和原因
一、执法力量不足。原因是编制少。
二、普法不够。原因是形式单一。
第三部分 2022年工作安排
一、加强培训。全年4期。
二、加强普法。全年8场。
"""
MARKDOWN = """\
云峰县林业局2024年法治政府建设年度报告
# 一、存在的不足和原因
- 基层执法力量不足，护林人员减少。
  * 群众法治意识不强，由于山区信息闭塞，宣传不到位。
"""


def read(folder: Path, text: str, repair: bool = False) -> ImportedReport:
    """Return what is read of a file with `text`."""
    path = folder / "报告.txt"
    path.write_text(text, encoding="utf-8")
    return read_report(path, repair)


@pytest.mark.parametrize("repair", [False, True], ids=["as it stands", "repaired"])
@pytest.mark.parametrize(
    "text", [OFFICE, STREET, HALF_WIDTH, MARKDOWN, CHAPTERS], ids=["office", "street", "half", "markdown", "chapters"])
def test_no_word_is_lost_or_invented(text: str, repair: bool, tmp_path: Path, account: Account) -> None:
    account(read(tmp_path, text, repair))


def test_the_web_page_around_is_left_out_without_a_question(tmp_path: Path) -> None:
    imported = read(tmp_path, OFFICE)

    assert [line for line in imported.unsure if "没有收进" in line] == []
    assert [each.text for each in imported.source.left_out if each.reason == "下面没有内容"] == ["附件"]
    assert imported.report.attachments == ()
    assert imported.report.signature.date_of_issue == "2026年1月19日"


def test_a_sentence_without_subject_goes_on_with_what_the_first_responsible_did(tmp_path: Path) -> None:
    quotes = [entry.reference.quote for entry in read(tmp_path, OFFICE).report.duties if entry.reference]

    assert "3月2日主持召开党组会审议年度工作计划；分管副局长协助落实。" in quotes
    assert "1月8日带头在全县述法会上述法。" in quotes


def test_what_a_deputy_did_proves_nothing(tmp_path: Path) -> None:
    text = "一、第一责任人履职情况\n局党组高度重视。分管副局长负总责。带头述法1次。\n"

    assert read(tmp_path, text).report.duties == ()


def test_short_lines_over_text_are_headings_in_a_part_without_numbers(tmp_path: Path) -> None:
    (part,) = read(tmp_path, OFFICE).report.parts_of(SectionKey.MEASURES)

    assert [(entry.title, entry.level) for entry in part.entries] == [("组织领导方面", 2), ("行政执法方面", 2)]


def test_numbered_problems_and_tasks_keep_their_number_as_headings(tmp_path: Path) -> None:
    report = read(tmp_path, OFFICE).report
    (problems,), (plan,) = report.parts_of(SectionKey.PROBLEMS), report.parts_of(SectionKey.PLAN)

    assert [(entry.title, entry.text, entry.cause) for entry in problems.entries if isinstance(entry, Problem)] == [
        ("审计质量有待提升", "", ""), ("信息化水平不高", "", "由于资金投入不足，系统老化。")]
    assert [entry.title for entry in plan.entries] == ["强化质量控制", "推进信息化建设"]


@pytest.mark.parametrize(("text", "title", "rest"), [
    ("程序不规范。", "程序不规范", ""),
    ("执法任务繁重，人少事多矛盾突出。", "执法任务繁重，人少事多矛盾突出", ""),
    ("普法形式单一，主要是研究不深。", "普法形式单一", "主要是研究不深。"),
    ("行政执法监督机制还不够健全，对基层执法单位的日常监督以年终集中检查为主，平时抽查的频次和覆盖面都偏低。",
     "行政执法监督机制还不够健全", "对基层执法单位的日常监督以年终集中检查为主，平时抽查的频次和覆盖面都偏低。"),
    ("在推进综合行政执法改革过程中，部分乡镇承接赋权事项的能力与基层实际需要之间仍有一定距离，需要继续加强指导。",
     "", "在推进综合行政执法改革过程中，部分乡镇承接赋权事项的能力与基层实际需要之间仍有一定距离，需要继续加强指导。"),
    ("力量薄弱。现有执法人员3人。", "力量薄弱", "现有执法人员3人。"),
], ids=range(6))
def test_a_numbered_problem_is_named_by_what_is_amiss(text: str, title: str, rest: str) -> None:
    assert named_problem(Passage(text, "（一）", 2), False) == (title, rest)


def test_problems_and_causes_in_sentences_of_another_part_are_present(tmp_path: Path) -> None:
    sections = read(tmp_path, STREET).sections

    assert sections[SectionKey.PROBLEMS].text == (
        "虽然取得了一定成绩，但仍存在一些不足，如执法人员素养参差不齐。\n主要原因是人员流动性大。")
    assert sections[SectionKey.CAUSES].text == "主要原因是人员流动性大。"
    assert sections[SectionKey.PLAN].text == "下一步，我们将加强培训。"
    assert sections[SectionKey.FIRST_RESPONSIBLE].text == "街道主要负责人带头学法8次。"


def test_a_full_stop_of_half_width_ends_a_sentence(tmp_path: Path) -> None:
    imported = read(tmp_path, HALF_WIDTH)
    (measures,) = imported.report.parts_of(SectionKey.MEASURES)

    assert [entry.title for entry in measures.entries] == ["加强领导", "规范执法"]
    assert imported.sections[SectionKey.FIRST_RESPONSIBLE].text == "镇党委书记、镇长为法治建设第一责任人,每季度研究1次."
    assert imported.sections[SectionKey.CAUSES].text == "原因是编制不够."


@pytest.mark.parametrize("sentence", ["（一）局主要负责人履行第一责任人职责，每季度研究法治工作。", "（一）局长落实第一责任人职责，主持会议3次。"])
def test_a_sentence_with_a_number_is_no_empty_heading(sentence: str, tmp_path: Path) -> None:
    reading = read(tmp_path, f"一、主要举措\n{sentence}\n（二）规范执法。办案5起。\n").sections[SectionKey.FIRST_RESPONSIBLE]

    assert (reading.present, reading.heading, reading.text) == (True, None, sentence)


def test_chapters_are_the_parts_where_they_are_counted(tmp_path: Path) -> None:
    imported = read(tmp_path, CHAPTERS)
    draft = draft_of_import(imported, load_standard(OrganKind.DEPARTMENT), ExportForm.PUBLIC, Day(2026, 2, 1))

    assert [(part.heading, [(entry.title, getattr(entry, "level", 2)) for entry in part.entries])
            for part in imported.report.parts] == [
        ("主要举措和成效", [("党政主要负责人履行第一责任人职责", 2), ("统筹推进", 3), ("规范执法", 2)]),
        ("存在的问题和原因", [("执法力量不足", 2), ("普法不够", 2)]), ("2022年工作安排", [("加强培训", 2), ("加强普法", 2)])]
    assert [entry.reference.quote for entry in imported.report.duties if entry.reference][:1] == [
        "3月5日主持召开党组会审议年度工作计划。"]
    assert imported.unsure == ()
    assert [finding for finding in run_checks(draft) if finding.code.startswith("H")] == []


def test_bullets_of_markdown_are_no_text(tmp_path: Path) -> None:
    imported = read(tmp_path, MARKDOWN, repair=True)
    (part,) = imported.report.parts

    assert [entry.text for entry in part.entries] == [
        "基层执法力量不足，护林人员减少。", "群众法治意识不强，由于山区信息闭塞，宣传不到位。"]
    assert imported.repairs[0] == "去掉 Markdown 标记 # - *。"


@pytest.mark.parametrize("date", ["2月12日", "26年2月12日", "2026年2月", "二〇二六年二月", "2026年2月12号"])
def test_a_date_with_a_part_missing_is_the_date_all_the_same(date: str, tmp_path: Path, account: Account) -> None:
    imported = read(tmp_path, f"一、主要举措\n办案5起。\n云峰县水利局\n{date}\n")

    account(imported)
    assert imported.report.signature.date_of_issue == date
    assert imported.report.signature.issuing_organ_signature == "云峰县水利局"


def test_a_countersignatory_is_no_signatory() -> None:
    assert read_number_line("签发人：吴 敏  会签人：李明") == ("", ("吴敏",), "会签人：李明")
    assert read_number_line("北环〔2026〕12号  签发人：吴敏、李明") == ("北环〔2026〕12号", ("吴敏", "李明"), "")


def test_a_heading_without_number_stands_where_the_numbers_leave_one_out(tmp_path: Path) -> None:
    text = OFFICE.replace("二、2025年工作成效", "2025年工作成效")
    imported = read(tmp_path, text)

    assert imported.sections[SectionKey.MEASURES].heading == "2025年工作成效"
    assert "组织领导方面" not in [part.heading for part in imported.report.parts]


@pytest.mark.parametrize("line", ["工作开展情况", "推进依法行政，提升执法水平"])
def test_a_line_without_number_opens_no_part_where_the_numbers_go_on(line: str, tmp_path: Path) -> None:
    text = OFFICE.replace("组织领导方面", line)

    assert line not in [part.heading for part in read(tmp_path, text).report.parts]


@pytest.mark.parametrize(("heading", "slug"), [("产生问题的原因", "missing-section"), ("问题形成的主要原因", "missing-section")])
def test_causes_alone_are_no_shortcomings(heading: str, slug: str, tmp_path: Path) -> None:
    text = STREET.split("虽然")[0] + f"三、{heading}\n一是人员流动性大，二是经费保障不够。\n四、2026年工作安排\n加强培训。\n"
    imported = read(tmp_path, text)
    standard = load_standard(imported.report.organ.kind)
    findings = run_checks(draft_of_import(imported, standard, ExportForm.SUBMISSION, Day(2026, 2, 1)))

    assert imported.sections[SectionKey.CAUSES].standalone
    assert not imported.sections[SectionKey.PROBLEMS].present
    assert slug in [finding.slug for finding in findings if finding.section is SectionKey.PROBLEMS]
    assert "missing-causes" not in [finding.slug for finding in findings]
