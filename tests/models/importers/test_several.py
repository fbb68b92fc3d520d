"""Several reports in one file are refused with a word; what only looks like a second one is read."""

from __future__ import annotations

import pytest

from models.errors import UserError
from models.importers.raw_line import RawLine, RawText
from models.importers.reading import interpret

FIRST = """云峰县水利局2024年度法治政府建设年度报告
2024年，全局依法履职。现将有关情况报告如下：
一、主要举措和成效
全年办案5起。
二、存在的不足和原因
人手少，主要是编制少。
三、2025年主要安排
下一步加强培训。
云峰县水利局
2025年1月20日"""
SECOND = """南华县水务局2024年度法治政府建设年度报告
2024年，我局扎实工作。现将有关情况报告如下：
一、工作开展情况
开展检查8次。
二、存在的问题
经费不足。
三、下一步打算
争取经费。
南华县水务局
2025年2月3日"""


def read(text: str) -> object:
    """Return what is read of a file with `text`."""
    return interpret(RawText(tuple(RawLine(line) for line in text.split("\n"))), "报告.txt", False)


@pytest.mark.parametrize("second", [SECOND, SECOND.partition("\n")[2], FIRST], ids=["titled", "untitled", "the same"])
def test_two_reports_in_one_file_are_refused(second: str) -> None:
    with pytest.raises(UserError) as refused:
        read(f"{FIRST}\n{second}")

    assert "2 份报告：“云峰县水利局2024年度法治政府建设年度报告”" in refused.value.message
    assert "单独存成一个文件" in refused.value.advice


@pytest.mark.parametrize("text", [
    f"{FIRST.splitlines()[0]}\n发布时间：2025-01-21\n{FIRST}\n上一篇：{SECOND.splitlines()[0]}",
    f"{FIRST.splitlines()[0]}\n目录\n一、主要举措和成效\n二、存在的不足和原因\n三、2025年主要安排\n{FIRST}",
    f"{FIRST}\n附件\n云峰县水利局2024年行政执法工作情况报告\n一、执法情况\n办案5起。\n二、存在问题\n人少。\n三、下一步打算\n招人。",
    f"关于呈送报告的函\n县委依法治县办：\n现呈送{FIRST.splitlines()[0]}，请审阅。\n云峰县水利局\n2025年1月20日\n{FIRST}",
    f"{FIRST}\n{FIRST.splitlines()[0]}\n扫一扫在手机打开当前页",
], ids=["repeated title", "contents", "attachment", "letter", "title at the end"])
def test_what_only_looks_like_a_second_report_is_read(text: str) -> None:
    assert read(text)
