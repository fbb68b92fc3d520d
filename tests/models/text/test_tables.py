"""Totals in tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.text.tables import cells_of, wrong_totals


@pytest.mark.parametrize(("line", "cells"), [
    ("客运\t30\t12.5", ("客运", "30", "12.5")), ("| 客运 | 30 |", ("客运", "30")), ("客运 | 30 |", ("客运", "30")),
    ("全年检查30次。", ()), ("|", ()),
])
def test_a_flattened_row_is_split_at_its_marks(line: str, cells: tuple[str, ...]) -> None:
    assert cells_of(line) == cells


some_rows = some.lists(some.lists(some.integers(0, 900), min_size=2, max_size=2), min_size=2, max_size=6)


@given(some_rows, some.integers(1, 9))
def test_the_row_of_totals_is_checked_column_by_column(figures: list[list[int]], slip: int) -> None:
    sums = [sum(row[column] for row in figures) for column in (0, 1)]
    body = [[f"类{number}", *map(str, row)] for number, row in enumerate(figures)]
    right = [["类别", "件数", "份数"], *body, ["合计", *map(str, sums)]]
    wrong = [*right[:-1], ["合 计", str(sums[0]), str(sums[1] + slip)]]

    assert wrong_totals(right) == ()
    assert [(each.column, each.sum) for each in wrong_totals(wrong)] in ([(2, str(sums[1]))], [])
    assert wrong_totals(wrong) or not sums[0]


def test_subtotals_count_the_rows_since_the_last_one() -> None:
    rows = [["类别", "件数"], ["甲", "3"], ["乙", "4"], ["小计", "7"], ["丙", "5"], ["丁", "6"], ["小计", "11"], ["合计", "18"]]

    assert wrong_totals(rows) == ()
    rows[3][1] = "8"
    assert [(each.label, each.stated, each.sum) for each in wrong_totals(rows)] == [("小计", "8", "7")]


def test_a_statistical_table_of_one_row_has_no_names() -> None:
    assert wrong_totals([["实施数量（宗）"], ["警告", "罚款", "合计（宗）", "罚没金额（万元）"], ["12", "94", "106", "17.8"]]) == ()
    assert len(wrong_totals([["警告", "罚款", "合计（宗）", "罚没金额（万元）"], ["12", "94", "108", "17.8"]])) == 1


@pytest.mark.parametrize("rows", [
    [["类别", "办结率"], ["甲", "90"], ["乙", "80"], ["合计", "85"]],
    [["类别", "件数"], ["甲", "若干"], ["乙", "80"], ["合计", "85"]],
    [["类别", "件数"], ["合计", "85"]],
    [["类别", "件数", "合计"], ["甲", "3", "9"]],
    [],
])
def test_what_is_no_sum_is_left_alone(rows: list[list[str]]) -> None:
    assert wrong_totals(rows) == ()


@given(some.lists(some.lists(some.text(alphabet="0123456789.,合计小件-", max_size=5), max_size=4), max_size=6))
def test_any_table_is_read(rows: list[list[str]]) -> None:
    for each in wrong_totals(rows):
        assert rows[each.row][each.column]
