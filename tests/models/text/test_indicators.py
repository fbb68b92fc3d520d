"""Indicators and rates of nothing."""

from __future__ import annotations

import pytest

from models.text.indicators import find_indicators
from models.text.nothing import find_empty_rates


@pytest.mark.parametrize(("text", "name"), [
    ("全年共办理行政许可事项1247件。", "行政许可"), ("2025年，我局办理行政许可1247件，", "行政许可"), ("一是作出行政处罚决定128件。", "作出行政处罚"),
    ("现有行政执法人员58人。", "行政执法人员"), ("办理1247件行政许可。", "行政许可"), ("查处违法建设案件37件中有11件延期。", "查处违法建设"),
])
def test_one_indicator_has_one_name(text: str, name: str) -> None:
    assert [each.name for each in find_indicators(text)] == [name]


@pytest.mark.parametrize("text", [
    "其中行政许可318件。", "截至10月，办理行政许可1100件。", "上年办理行政许可1100件。", "办理行政许可约1200件。", "计划办理行政许可1300件。",
    "各县办理行政许可1300件。", "（行政许可1300件）", "检查30次、培训20次。", "专项行动中，办理行政许可30件。", "检查12次。",
])
def test_parts_other_times_and_short_names_are_none(text: str) -> None:
    assert find_indicators(text) == ()


def test_names_with_a_general_subject_are_the_same() -> None:
    one, other = (find_indicators(f"全年{who}办结行政复议案件65件。")[0] for who in ("全省各级行政复议机关", ""))
    local = find_indicators("全年市本级办结行政复议案件65件。")[0]

    assert one.names_the_same(other)
    assert not one.names_the_same(local)


@pytest.mark.parametrize(("text", "rates"), [
    ("全年无行政复议、行政诉讼案件，负责人出庭应诉率100%，行政复议按期办结率100%。", 2),
    ("全年未发生行政诉讼案件。败诉率为零。", 1),
    ("行政诉讼零发生，出庭率１００％。", 1),
    ("全年无行政诉讼败诉案件，败诉率为0。", 0),
    ("全年无行政复议案件，办理行政许可120件，办结率100%。", 0),
    ("全年没有行政诉讼案件，执法人员持证率100%。", 0),
])
def test_rates_of_nothing_are_found(text: str, rates: int) -> None:
    found = find_empty_rates(text)

    assert len(found) == rates
    assert all(text[each.start:each.end] for each in found)
