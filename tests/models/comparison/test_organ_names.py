"""Names of organs: one in full and in short, or two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.comparison.organ_names import OrganName, cut, is_former, same_organ

NAMES = st.sampled_from((
    "云峰县交通运输局", "云峰县交通局", "云岭县交通运输局", "青屏土家族自治州水利局", "青屏州水利局", "云津市澄河区市场监督管理局", "澄河区市场监管局",
    "青石镇", "青石镇人民政府", "白水乡人民政府", "云峰县住建局", "云峰县住房和城乡建设局",
))


@pytest.mark.parametrize(("name", "region", "office"), [
    ("云峰县交通运输局", "云峰县", "交通运输局"), ("云津市澄河区市场监督管理局", "云津市澄河区", "市场监督管理局"),
    ("云峰县住房和城乡建设局", "云峰县", "住房和城乡建设局"), ("云山市城市管理局", "云山市", "城市管理局"), ("乡村振兴局", "", "乡村振兴局"),
    ("青屏土家族自治州水利局", "青屏土家族自治州", "水利局"), ("云峰县交通运输局文件", "云峰县", "交通运输局"), ("中共青石镇委员会", "青石镇", "委员会"),
    ("东门街道办事处", "东门街道", "办事处"), ("云峰产业园区管理委员会", "", "云峰产业园区管理委员会"), ("", "", ""),
])
def test_a_name_is_cut_behind_its_region(name: str, region: str, office: str) -> None:
    assert cut(name) == OrganName(region, office)


@pytest.mark.parametrize(("first", "second", "same"), [
    ("澄河区市场监管局", "云津市澄河区市场监督管理局", True), ("青屏州水利局", "青屏土家族自治州水利局", True),
    ("云峰县住建局", "云峰县住房和城乡建设局", True), ("青石镇", "青石镇人民政府", True), ("中共青石镇委员会", "青石镇人民政府", True),
    ("云峰县交通局", "云峰县交通运输局", False), ("云峰县交通运输局", "云岭县交通运输局", False), ("云峰县水利局", "云峰县林业局", False),
])
def test_full_and_short_names_are_told_from_other_organs(first: str, second: str, same: bool) -> None:
    assert same_organ(first, second) is same


def test_a_former_name_is_known() -> None:
    assert is_former("交通局", "交通运输局")
    assert not is_former("交通运输局", "交通局")


@given(NAMES, NAMES)
def test_sameness_goes_both_ways(first: str, second: str) -> None:
    assert same_organ(first, first)
    assert same_organ(first, second) == same_organ(second, first)


@given(st.text(max_size=40))
def test_no_name_breaks_the_cut(name: str) -> None:
    region, office = cut(name)

    assert len(region) + len(office) <= len(name)
