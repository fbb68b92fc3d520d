"""Paragraphs that stand twice: what order, numbers and marks do not change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.checks.consistency import heading_length, is_heading
from models.checks.finding import Draft
from models.checks.runner import run_checks

PARAGRAPHS = (
    "全年组织执法人员集中培训4期，邀请法律顾问讲授行政处罚程序，覆盖一线执法人员268人次。",
    "对照权责清单逐项核对审批事项，取消证明材料12份，压缩办理时限三成以上，群众办事更方便。",
    "修订案件集体讨论规则，明确三类案件必须上会，全年讨论案件17件，形成会议纪要17份。",
    "联合公安、市场监管部门开展非法营运专项整治，检查车辆1206辆次，纠正违法行为83起，约谈企业9家。",
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(order=st.permutations(PARAGRAPHS), twice=st.sampled_from(PARAGRAPHS), comma=st.booleans())
def test_one_copy_is_found_wherever_it_stands(
    draft_of: Callable[[Any], Draft], order: list[str], twice: str, comma: bool
) -> None:
    copy = twice.replace("，", ",") if comma else twice
    clean, copied = draft_of("\n".join(order)), draft_of("\n".join([*order, copy]))

    assert "X001" not in {each.code for each in run_checks(clean)}
    assert [each.excerpt for each in run_checks(copied) if each.code == "X001"] == [copy]


@pytest.mark.parametrize(("text", "expected"), [
    ("（一）加强组织领导", True), ("（一）加强组织领导。", True), ("加强组织领导，全年研究3次。", False), ("（一）规范执法。评查案卷40本。", False),
])
def test_headings_are_known(text: str, expected: bool) -> None:
    assert is_heading(text) is expected


def test_a_heading_run_into_its_paragraph_is_measured() -> None:
    heading = "（一）规范执法。"

    assert heading_length(heading + PARAGRAPHS[0]) == len(heading)
    assert heading_length(heading + "评查案卷。") == 0
    assert heading_length(PARAGRAPHS[0]) == 0
