"""Headings torn into two lines come together; headings and what stands below them do not."""

from __future__ import annotations

import pytest

from models.domain.report import SectionKey
from models.importers import read_report
from models.importers.opening import Pasted
from models.importers.raw_line import RawLine, RawText
from models.importers.torn_headings import with_whole_headings

TEXT = "全年研究法治工作6次，制定年度工作要点，把38项任务分解到9个股室，每季度通报一次进展，年底逐项考核。"


@pytest.mark.parametrize("first,rest", [
    ("二、2024年度推进法治政府建设的主要举措和", "成效"),
    ("二、2024年度推进法治政府建设的主要举措", "及成效"),
    ("一、党政主要负责人履行推进法治建设第一责任", "人职责情况"),
    ("三、推进法治政府建设中存在的不", "足"),
    ("　　三、2024年度法治政府建设存在的主要问题", "和产生的原因"),
    ("第二部分　2024年度推进法治政府建设的", "主要举措"),
    ("（二）贯彻落实《法治政府建设实施纲要（2021—2025年）", "》情况"),
    ("（三）规范行政执法，全面落实行政执法公示、", "全过程记录制度"),
])
def test_a_torn_heading_comes_together(first: str, rest: str) -> None:
    raw = with_whole_headings(RawText((RawLine(first), RawLine(rest), RawLine(TEXT))))

    assert [line.text for line in raw.lines] == [first + rest, TEXT]
    assert raw.notes


@pytest.mark.parametrize("first,after", [
    ("一、2024年度推进法治政府建设的主要举措", "推进依法行政"),
    ("二、推进法治政府建设存在的不足", "没有。"),
    ("二、推进法治政府建设存在的不足", "（一）执法力量不足"),
    ("四、其他需要报告的情况", "无"),
    ("三、2025年度法治政府建设主要安排", "云峰县水务局"),
    ("三、2025年度法治政府建设主要安排", "2025年1月20日"),
    ("（一）加强组织领导，压实工作责任", "和谐稳定局面不断巩固"),
    ("（一）加强组织领导，压实工作责任", TEXT),
    ("（一）加强组织领导，压实工作责任。", "与上年持平"),
    ("一、2024年度推进法治政府建设的主要举措", ""),
])
def test_what_stands_below_a_heading_stays_there(first: str, after: str) -> None:
    raw = RawText((RawLine(first), RawLine(after), RawLine(TEXT)))

    assert with_whole_headings(raw) is raw


def test_a_part_with_a_torn_heading_is_found() -> None:
    lines = ("云峰县水务局2024年度法治政府建设年度报告", "一、2024年度推进法治政府建设的主要举措和", "成效", TEXT,
             "二、推进法治政府建设中存在的主要不", "足", TEXT)
    imported = read_report(Pasted("\n".join(lines)))

    assert imported.sections[SectionKey.PROBLEMS].heading == "二、推进法治政府建设中存在的主要不足"
    assert imported.sections[SectionKey.MEASURES].heading == "一、2024年度推进法治政府建设的主要举措和成效"
    assert any("断成两行的标题" in note for note in imported.source.cleaned)


@pytest.mark.parametrize("first,second,title", [
    ("东江市水利局关于2024年度", "法治政府建设情况的报告", "东江市水利局关于2024年度法治政府建设情况的报告"),
    ("东江市水利局关于", "法治政府建设情况的报告", "东江市水利局关于法治政府建设情况的报告"),
    ("东江市水利局政务公开", "法治政府建设情况的报告", "法治政府建设情况的报告"),
])
def test_a_title_broken_in_its_middle_is_one_title(first: str, second: str, title: str) -> None:
    lines = (first, second, "市委、市政府：", "2024年，我局依法行政。现将情况报告如下：", "一、主要做法", TEXT)

    assert read_report(Pasted("\n".join(lines))).report.head.title == title
