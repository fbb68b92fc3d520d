"""Stated growth against the two figures it is between."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from models.text.growth import find_growth

WORDINGS = (
    "2025年办理投诉{after}件，2024年{before}件，同比{verb}{rate}%。",
    "2024年办理投诉{before}件，2025年办理投诉{after}件，同比{verb}{rate}%。",
    "全年立案{after}件，比上年的{before}件{verb}{rate}%。",
    "全年立案{after}件，与上年的{before}件相比，{verb}{rate}%。",
    "立案数由{before}件变为{after}件，{verb}{rate}%。",
    "全年立案{after}件，上年同期{before}件，同比{verb}{rate}%。",
    "全年立案{after}件，同比{verb}{rate}%（上年{before}件）。",
    "全年立案{after}件（其中一般程序3件），较2024年的{before}件{verb}{rate}%。",
    "全年立案{after}件，同比{verb}{gap}件，{verb}{rate}%。",
)


def words(wording: str, before: int, after: int, rate: Decimal) -> str:
    """Return `wording` with the figures put in."""
    verb = "增长" if after > before else "下降"
    return wording.format(before=before, after=after, gap=abs(after - before), verb=verb, rate=rate)


def rate_of(before: int, after: int) -> Decimal:
    """Return the growth as it is printed with one decimal."""
    return (Decimal(abs(after - before)) * 100 / before).quantize(Decimal("0.1"), ROUND_HALF_UP)


@given(some.sampled_from(WORDINGS), some.integers(10, 5000), some.integers(10, 5000))
def test_right_growth_is_right_in_any_wording(wording: str, before: int, after: int) -> None:
    assume(before != after)
    found = find_growth(words(wording, before, after, rate_of(before, after)))

    assert found
    assert all(each.right for each in found)


@given(some.sampled_from(WORDINGS), some.integers(10, 5000), some.integers(10, 5000), some.integers(1, 900))
def test_wrong_growth_is_told(wording: str, before: int, after: int, wrong: int) -> None:
    rate = Decimal(wrong) / 10
    assume(before != after and abs(rate - rate_of(before, after)) > Decimal("0.2"))
    found = [each for each in find_growth(words(wording, before, after, rate)) if not each.right]

    assert [(each.before.number, each.after.number) for each in found] == [(str(before), str(after))]


@pytest.mark.parametrize(("text", "right"), [
    ("满意率98%，比上年的95%提高3个百分点。", True),
    ("满意率98%，比上年的95%提高4个百分点。", False),
    ("满意率由95%提高到98%，提高3个百分点。", True),
    ("立案数由100件增加到250件，增长1.5倍。", True),
    ("立案数由100件增加到250件，增长2.5倍。", False),
    ("立案数由100件增至210件，翻了一番。", True),
    ("立案数由100件增至150件，翻了一番。", False),
    ("罚没款1.2亿元，比上年的1亿元增长18%。", True),
    ("立案120件，比上年的100件下降20%。", False),
    ("立案120件，比上年的100件增加20件。", True),
])
def test_points_multiples_and_rounded_figures(text: str, right: bool) -> None:
    assert [each.right for each in find_growth(text)] == [right]


@pytest.mark.parametrize("text", [
    "办理投诉120件，同比增长20%，罚款12万元，同比下降5%。", "2024年办理100件，2025年1—10月办理98件，同比增长20%。",
    "行政许可120件、行政处罚100件，同比分别增长20%、10%。", "全年立案约120件，比上年的100件增长25%。", "全年立案120件，同比增长20%；上年结转5件。",
])
def test_what_is_not_certain_is_left_alone(text: str) -> None:
    assert find_growth(text) == ()


@given(some.text(alphabet="0123456789.%，、。；（）由上年比同增长减少到至件个百分点倍翻一番的年", max_size=100))
def test_any_text_gives_growth_inside_it(text: str) -> None:
    for each in find_growth(text):
        assert 0 <= each.start < each.end <= len(text)
        assert each.right in (True, False)
