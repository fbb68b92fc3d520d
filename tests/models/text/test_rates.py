"""Rates and shares beside their numerator and denominator."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from models.text.numerals import chinese_numeral
from models.text.quotients import find_quotients
from models.text.rates import bounded, find_rates
from models.text.shares import find_shares

WORDINGS = (
    "全年受理投诉{whole}件，办结{part}件，办结率{rate}%。",
    "办结{whole}件中的{part}件，办结率达{rate}%。",
    "应出庭{whole}件，实际出庭{part}件，负责人出庭应诉率为{rate}%。",
    "抽查案卷{whole}份，合格{part}份，合格率{rate}%，较好。",
    "全年办理案件{whole}件，其中网上办理{part}件，占比{rate}%。",
)


def rate_of(part: int, whole: int) -> Decimal:
    """Return the rate as it is printed with one decimal."""
    return (Decimal(part) * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


@given(some.sampled_from(WORDINGS), some.integers(2, 5000), some.data())
def test_a_right_rate_is_right_in_any_wording(wording: str, whole: int, data: some.DataObject) -> None:
    part = data.draw(some.integers(1, whole))
    text = wording.format(whole=whole, part=part, rate=rate_of(part, whole))

    assert all(each.right for each in find_quotients(text))


@given(some.sampled_from(WORDINGS), some.integers(20, 5000), some.data())
def test_a_wrong_rate_is_told_with_its_three_figures(wording: str, whole: int, data: some.DataObject) -> None:
    part = data.draw(some.integers(1, whole))
    wrong = data.draw(some.integers(1, 999)) / Decimal(10)
    assume(abs(wrong - rate_of(part, whole)) > Decimal("0.2"))
    found = [each for each in find_quotients(wording.format(whole=whole, part=part, rate=wrong)) if not each.right]

    told = [(each.part.number, each.whole.number, each.figure.value) for each in found]
    assert told == [(str(part), str(whole), wrong)]


@given(some.integers(2, 90), some.integers(1, 90))
def test_chinese_numerals_full_width_and_separators_change_nothing(part: int, more: int) -> None:
    whole = (part + more) * 20
    plain = f"受理{whole}件，办结{part}件，办结率97%。"
    spelled = f"受理{chinese_numeral(whole)}件，办结{chinese_numeral(part)}件，办结率百分之九十七。"
    wide = plain.translate(str.maketrans("0123456789%", "０１２３４５６７８９％"))
    parted = f"受理{whole:,}件，办结{part}件，办结率97%。"

    judged = [[each.right for each in find_quotients(text)] for text in (plain, spelled, wide, parted)]
    assume(part > 9)
    assert judged == [judged[0]] * 4


@pytest.mark.parametrize(("text", "names"), [
    ("按期办结率98%，群众满意度达99.5%。", ["按期办结率", "群众满意度"]),
    ("办结率：98%。", ["办结率"]),
    ("同比增长12%。", []),
    ("办结率较上年提高3个百分点。", []),
])
def test_rates_are_named_by_the_words_before_them(text: str, names: list[str]) -> None:
    assert [each.name for each in find_rates(text)] == names


@pytest.mark.parametrize(("name", "expected"), [("结案率", True), ("满意度", True), ("同比增长率", False), ("计划完成率", False)])
def test_only_some_rates_are_bounded(name: str, expected: bool) -> None:
    assert bounded(name) is expected


@given(some.lists(some.integers(1, 40), min_size=2, max_size=5))
def test_shares_that_make_the_whole_are_possible(shares: list[int]) -> None:
    total = sum(shares)
    assume(total < 100)
    names = ("客运", "货运", "水运", "路政", "机务")
    listed = "、".join(f"{name}占{share}%" for name, share in zip(names, shares, strict=False))

    assert not any(each.impossible for each in find_shares(f"其中{listed}、其他占{100 - total}%。"))
    assert any(each.impossible for each in find_shares(f"其中{listed}、其他占{100 - total + 9}%。"))


@given(some.text(alphabet="0123456789.%，、。；：占比率办结件其中分别为百之总数的", max_size=100))
def test_any_text_gives_quotients_inside_it(text: str) -> None:
    for each in find_quotients(text):
        assert 0 <= each.start < each.end <= len(text)
    find_shares(text)
