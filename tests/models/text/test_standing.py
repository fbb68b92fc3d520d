"""Figures every report gives are known by any of their names, and are held against one another."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.resources import read_yaml
from models.text.exchanged import exchanged, find_exchanged
from models.text.indicators import find_indicators
from models.text.standing import Kind, Standing, find_standing


def standing(text: str, section: str = "measures") -> list[Standing]:
    """Return the standing figures that `text` tells."""
    return list(find_standing(find_indicators(text), section))


@pytest.mark.parametrize(("text", "name", "number"), [
    ("全年收到依申请公开38件。", "政府信息公开申请", "38"),
    ("全年办理政府信息公开申请36件。", "政府信息公开申请", "36"),
    ("全年主动公开政府信息2316条。", "主动公开政府信息", "2316"),
    ("我局持有行政执法证的人员共123人。", "持证执法人员", "123"),
    ("全局聘请的4名法律顾问参与重大决策论证。", "法律顾问", "4"),
    ("行政许可事项由236项精简为204项。", "行政许可事项", "204"),
    ("清理行政规范性文件64件，废止11件。", "废止规范性文件", "11"),
    ("人大代表建议和政协委员提案共办理27件。", "建议提案", "27"),
    ("落实法治建设专项经费168万元。", "法治建设经费", "168"),
])
def test_a_figure_is_known_by_any_of_its_names(text: str, name: str, number: str) -> None:
    assert (name, number) in [(each.figure.name, each.amount.number) for each in standing(text)]


@pytest.mark.parametrize("text", [
    "办理涉企行政处罚案件68件。", "新建规范化司法所6个。", "公开财政预决算信息62条。", "注销排污许可证12张。",
    "行政许可事项增加9项。", "约收到依申请公开40件。", "上半年收到依申请公开20件。",
])
def test_a_word_more_makes_it_another_figure(text: str) -> None:
    assert not standing(text)


def test_what_one_person_led_may_be_a_part_of_it() -> None:
    every, led = *standing("组织旁听庭审5次。"), *standing("带队旁听庭审4次。")

    assert every.figure.kind is Kind.SEVERAL
    assert led.led and not every.contradicts(led)


def test_what_was_urged_for_the_whole_region_is_all_there_is() -> None:
    every, urged = *standing("全年聘任法治副校长172名。"), *standing("局长督促全县配齐167名法治副校长。")

    assert urged.led and every.contradicts(urged) and urged.contradicts(every)


def test_what_is_done_several_times_a_year_is_compared_where_both_tell_of_the_year() -> None:
    once, other = *standing("开展普法宣传活动46场。"), *standing("组织法治宣传活动23场。")

    assert not once.contradicts(other)
    assert once._replace(whole=True).contradicts(other._replace(whole=True))


def test_no_two_figures_are_told_by_the_same_words() -> None:
    entries = read_yaml("wording", "standing.yaml")

    assert standing("全年清理规范性文件3件。")  # loading it is what checks it: ValueError otherwise
    assert len({each["name"] for each in entries}) == len(entries)


def test_two_neighbouring_digits_exchanged_are_a_slip_and_nothing_else_is() -> None:
    assert exchanged("876", "867") and exchanged("2.36", "2.63")
    assert not exchanged("876", "678") and not exchanged("876", "877") and not exchanged("876", "8760")


@given(st.integers(100, 99_999), st.integers(0, 4))
def test_exchanging_digits_is_seen_both_ways(number: int, at: int) -> None:
    one = str(number)
    at %= len(one) - 1
    other = one[:at] + one[at + 1] + one[at] + one[at + 2:]

    assert exchanged(one, other) is exchanged(other, one) is (Decimal(one) != Decimal(other))


def test_slips_are_looked_for_where_the_same_words_stand() -> None:
    one, other = *find_exchanged("组织行政执法资格考试2次，368人通过。"), *find_exchanged("386人通过行政执法资格考试。")
    apart = next(find_exchanged("夜间巡查查处违法行为386人。"))

    assert one.slips_from(other) and other.slips_from(one)
    assert not one.slips_from(apart)
