"""Causes told from effects."""

from __future__ import annotations

import pytest

from models.text.causes import causal_sentences


@pytest.mark.parametrize("text", [
    "案卷质量不高，主要是法制审核力量不足。", "原因是编制未核定。", "究其原因，年初没有列入计划。", "由于装备陈旧，取证不及时。",
    "产生上述问题的主要原因在于重视不够。", "问题的根源是制度不健全。", "出现这些问题，主要是由于人手少。", "上述问题主要是能力不足。",
    "因财政困难，未能配齐执法记录仪。", "执法力量不足，因编制未到位，一人多岗。", "能力不强，由于新进人员较多，缺乏办案经验。",
    "因为人员流动快，执法骨干少。", "问题的根源 在于制度不健全。",
    "受编制限制，执法人员不足。", "这与培训针对性不强有关。",
])
def test_a_cause_is_found(text: str) -> None:
    assert [span.text for span in causal_sentences(text)] == [text]


@pytest.mark.parametrize("text", [
    "执法力量不足，可能导致办案超期。", "存在的问题主要是执法不规范。", "不足主要是：一是人员少。", "主要是一是培训少，二是装备旧。",
    "一是人员素质需再提升。", "案卷质量不高，影响了公信力。", "",
    "因地制宜不够，普法形式单一。", "个别单位因此出现超期办案，影响了公信力。", "对因素分析不够，研判不深。",
])
def test_effects_and_mere_problems_are_none(text: str) -> None:
    assert causal_sentences(text) == ()


def test_only_the_sentences_that_tell_the_cause_are_returned() -> None:
    found = causal_sentences("4本案卷文书不全。原因是审核人员只有1名。下一步将增配。")

    assert [span.text for span in found] == ["原因是审核人员只有1名。"]
