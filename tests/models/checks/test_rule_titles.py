"""The titles of regulations: the list itself, and what is taken for a slip of one of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.checks.rule_titles import meant_rule
from models.resources import read_yaml

DATA = read_yaml("wording", "rule_titles.yaml")
RULES = f"{DATA['regulations']} {DATA['rules']}".split()


def test_no_regulation_is_listed_twice_and_each_ends_as_one() -> None:
    assert len(RULES) == len(set(RULES)) > 300
    assert [rule for rule in RULES if not rule.endswith((*DATA["endings"], "通则"))] == []


@pytest.mark.parametrize("rule", RULES)
def test_a_regulation_is_no_slip_of_another(rule: str) -> None:
    assert meant_rule(rule) == meant_rule(rule, national=True) == ""


@given(st.sampled_from([rule for rule in RULES if len(rule) > 9 and not rule.endswith("通则")]), st.data())
def test_a_title_with_two_characters_exchanged_is_known(rule: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(2, len(rule) - 4))
    slip = rule[:at] + rule[at + 1] + rule[at] + rule[at + 2:]

    assert slip in RULES or meant_rule(slip) == rule


@pytest.mark.parametrize("name", ["云川市养犬管理条例", "城市供热条例", "优化营商环境办法", "行政执法过错责任追究办法", "重大行政决策程序规定"])
def test_what_may_be_a_local_rule_is_left_alone(name: str) -> None:
    assert meant_rule(name) == ""
