"""What must not be published: found by what it is, not by how it looks."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.checks.privacy import private_matters

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def person_number(area: int, day: str, order: int) -> str:
    """Return an ID number of nobody in particular, its check digit right."""
    body = f"{area:06}{day}{order:03}"
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11]


NUMBERS = st.builds(
    person_number, st.integers(110000, 659999),
    st.dates(date(1900, 1, 1), date(2020, 12, 31)).map(lambda day: day.strftime("%Y%m%d")), st.integers(0, 999),
)


@given(NUMBERS)
def test_an_id_number_is_found_anywhere(number: str) -> None:
    text = f"对经营者（{number}）立案。"

    assert [text[each.start:each.end] for each in private_matters(text)] == [number]


@given(NUMBERS)
def test_a_wrong_check_digit_makes_another_number(number: str) -> None:
    wrong = number[:-1] + ("1" if number[-1] != "1" else "2")

    assert all(each.what != "身份证号" for each in private_matters(f"流水号{wrong}。"))
    assert any(each.what == "身份证号" for each in private_matters(f"身份证号：{wrong}。"))


@pytest.mark.parametrize(("text", "what"), [
    ("来电13912345678反映", "手机号码"), ("来电139-1234-5678反映", "手机号码"), ("电话：0731-84512345", "电话号码"),
    ("王建国诉云峰县交通运输局一案", "案件当事人"), ("机密★1年", "密级或内部标志"), ("查扣湘A12345货车", "车牌号"),
])
def test_each_kind_is_named(text: str, what: str) -> None:
    assert [each.what for each in private_matters(text)] == [what]


@given(st.text(alphabet="0123456789-（）X某诉人王当事电话密机★\n，。", max_size=80))
def test_ranges_stand_in_the_text_in_order(text: str) -> None:
    found = private_matters(text)

    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert list(found) == sorted(found)
