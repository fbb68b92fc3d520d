"""Numbers with units."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.text.quantities import Amount, find_amounts, plain


@pytest.mark.parametrize(("text", "found"), [
    ("处罚617起", [("617", "", "起")]),
    ("罚款144.2158万元", [("144.2158", "万", "元")]),
    ("投入1.2亿元，节约3,500元", [("1.2", "亿", "元"), ("3500", "", "元")]),
    ("培训 268 人次、12 场", [("268", "", "人次"), ("12", "", "场")]),
    ("检查企业45家次、车辆393辆", [("45", "", "家次"), ("393", "", "辆")]),
    ("发放资料1.2万份", [("1.2", "万", "份")]),
    ("12件案件", [("12", "", "件")]),
], ids=["count", "money", "scales", "spaces", "long units", "scaled count", "unit before noun"])
def test_numbers_with_their_units_are_found(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(each.number, each.scale, each.unit) for each in find_amounts(text)] == found


@pytest.mark.parametrize("text", [
    "2025年12月31日", "第3次会议", "云交〔2026〕4号", "为期3个月", "5个工作日内", "增长3.5个百分点", "通过率98%", "第二十三条", "GB9704件",
])
def test_dates_ordinals_shares_and_periods_are_no_amounts(text: str) -> None:
    assert find_amounts(text) == ()


@pytest.mark.parametrize("text", ["30余次", "约120件", "近400人", "超过50家", "1200多份", "10至20件", "3次以上", "4.2万余元"])
def test_approximate_numbers_are_marked(text: str) -> None:
    assert [each.approximate for each in find_amounts(text)] == [True]


@pytest.mark.parametrize(("text", "value", "step"), [
    ("62.2万元", "622000", "1000"), ("79.0413万元", "790413", "1"), ("0.5亿元", "50000000", "10000000"), ("393辆", "393", "1"),
])
def test_values_are_exact_and_know_their_last_digit(text: str, value: str, step: str) -> None:
    amount = find_amounts(text)[0]

    assert amount.value == Decimal(value)
    assert amount.step == Decimal(step)


def test_an_amount_stands_where_it_says() -> None:
    text = "共处罚617起，罚款12.5万元。"

    assert [text[each.start:each.end] for each in find_amounts(text)] == ["617起", "12.5万元"]


def test_a_value_reads_in_the_scale_of_another_amount() -> None:
    total = Amount(0, 8, "144.2", "万", "元")

    assert total.in_scale(Decimal(622000)) == "62.2"
    assert total.printed == "144.2万元"


@pytest.mark.parametrize(("value", "text"), [("1E+3", "1000"), ("62.200", "62.2"), ("100", "100"), ("0.00", "0")])
def test_plain_figures_have_no_exponent_and_no_needless_zeros(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text


@given(some.text(alphabet="0123456789.,，万亿元起件家次人余约近（）；其中共 年月", max_size=60))
def test_any_text_gives_amounts_at_their_places(text: str) -> None:
    for amount in find_amounts(text):
        printed = text[amount.start:amount.end].replace(",", "").replace(" ", "")
        assert printed.startswith(amount.number)
        assert amount.value >= 0
