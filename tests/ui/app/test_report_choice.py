"""How a report is told in the list, also one of which little is known."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from models.storage.summary import ReportSummary
from ui.app.report_choice import title_of, words_of


@pytest.mark.parametrize(("organ", "year", "title", "called", "told"), [
    pytest.param("测试县司法局", 2025, "一个标题", "一个标题", "测试县司法局 · 改于", id="titled"),
    pytest.param("测试县司法局", 2025, "", "测试县司法局2025年度报告", "测试县司法局 · 改于", id="no title"),
    pytest.param("测试县司法局", 0, "", "测试县司法局报告", "测试县司法局 · 改于", id="no year"),
    pytest.param("", 2025, "", "2025年度报告", "改于", id="no organ"),
    pytest.param("", 0, "", "没有标题的报告", "改于", id="nothing known"),
])
def test_a_report_is_called_by_what_is_known(organ: str, year: int, title: str, called: str, told: str) -> None:
    report = ReportSummary("r", 1, year, organ, title, datetime(2026, 1, 20, 14, 32), False)

    assert title_of(report) == called
    assert words_of(report, date(2026, 1, 20)) == f"{told} 2026-01-20 14:32 · 编号 1"
