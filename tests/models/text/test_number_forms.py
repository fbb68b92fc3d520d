"""Numbers written otherwise than GB/T 15835 wants, and what they should be."""

from __future__ import annotations

import pytest

from models.text.number_forms import thousands, wrong_numbers


@pytest.mark.parametrize(("text", "right"), [
    ("全年办结１２件", "12"),
    ("二○二五年办结12件", "2025年"),
    ("二零二五年办结12件", "2025年"),
    ("25年底前完成", "2025年底"),
    ("截至25年", "2025年"),
    ("于2025.3.12召开", "2025年3月12日"),
    ("于2025年03月05日召开", "2025年3月5日"),
    ("于03月召开", "3月"),
    ("3月12号召开", "3月12日"),
    ("发放3千余份", "3000"),
    ("发放1千5百份", "1500"),
    ("投入1万2千元", "1.2万"),
    ("达到百分之95", "95%"),
    ("组织5、6次检查", "五六"),
    ("需要七、八十件", "七八"),
    ("占比15-30%", "15%～30%"),
    ("占比15至30%", "15%至30%"),
    ("罚款3—5万元", "3万～5万"),
    ("2021-2025年", "2021—2025年"),
    ("1-11月办结", "1—11月"),
    ("需要3-5天", "3～5天"),
    ("开展12.4国家宪法日活动", "“12·4”"),
    ("提高.5个百分点", "0.5"),
])
def test_what_should_stand_is_known(text: str, right: str) -> None:
    assert [wrong.right for wrong in wrong_numbers(text, 2025)] == [right]


@pytest.mark.parametrize("text", [
    "近20年底数清", "版本2025.13.45", "GB/T 9704-2012", "《纲要（2021-2025年）》", "“3-5天”", "12-3月", "第5、6项", "5-3万元",
    "18年度假区", "有期徒刑15年", "https://a.cn/2025.3.12", "",
])
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert wrong_numbers(text, 2025) == ()


def test_a_short_year_is_none_when_the_reporting_year_is_not_known() -> None:
    assert wrong_numbers("25年底前完成", 0) == ()


def test_numbers_parted_in_thousands_are_told_from_those_that_are_not() -> None:
    assert thousands("受理23,098件，办结45678件") == (((2, 8),), ((12, 17),))
