"""Clauses, and rates as they are printed."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.text.clauses import clause_begin, clause_end, clause_of, prints_as, quotient
from models.text.quantities import find_figures


@pytest.mark.parametrize(("text", "clause"), [
    ("一是强化监管，全年检查30次，成效明显。", "全年检查30次"), ("检查1,250次,整改完毕", "检查1,250次"), ("（其中检查30次）", "其中检查30次"),
    ("检查30次", "检查30次"),
])
def test_a_clause_ends_at_its_marks_but_not_inside_a_figure(text: str, clause: str) -> None:
    amount = find_figures(text)[0]

    assert clause_of(text, amount, 0, len(text)) == clause
    assert text[clause_begin(text, amount.start):clause_end(text, amount.end)] == clause


@given(some.integers(1, 5000), some.integers(1, 5000), some.integers(0, 2))
def test_a_rate_prints_rounded_or_cut_off(part: int, more: int, digits: int) -> None:
    one, other = find_figures(f"办结{part}件，受理{part + more}件")
    exact = Decimal(part) * 100 / (part + more)
    step = Decimal(1).scaleb(-digits)

    for rounding in (ROUND_HALF_UP, ROUND_DOWN):
        assert prints_as(quotient(one, other), f"{exact.quantize(step, rounding):f}")
    assert not prints_as(quotient(one, other), f"{exact.quantize(step, ROUND_DOWN) + 2 * step:f}")


def test_a_rounded_amount_leaves_room() -> None:
    one, other = find_figures("罚款1.2亿元，上年1亿元")

    assert prints_as(quotient(one, other), "118")
    assert not prints_as(quotient(one, other), "260")
