"""The names of laws: the list itself, and what is taken for a slip of one of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.checks.law_titles import meant
from models.resources import read_yaml

LAWS = read_yaml("wording", "law_titles.yaml")["titles"].split()


def test_no_law_is_listed_twice_and_each_is_a_law() -> None:
    assert len(LAWS) == len(set(LAWS)) > 250
    assert all(law.endswith("法") for law in LAWS if law != "民法典")


@given(st.sampled_from(LAWS))
def test_a_law_is_no_slip_of_another(law: str) -> None:
    assert meant(law) == ""


@given(st.sampled_from([law for law in LAWS if len(law) > 7]), st.data())
def test_a_long_name_with_a_character_left_out_is_known(law: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(law) - 2))
    slip = law[:at] + law[at + 1:]

    assert meant(slip) in (law, "") and (slip in LAWS or meant(slip) == law)


@pytest.mark.parametrize("name", ["执法办法", "工作方法", "行政法", "合同法", "社会救助法", "云川市养犬管理办法"])
def test_what_is_no_law_or_was_one_is_left_alone(name: str) -> None:
    assert meant(name) == ""
