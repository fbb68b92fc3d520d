"""The columns of a table."""

from __future__ import annotations

import pytest
from models.layout.columns import column_widths, squared, table_form
from models.layout.loader import load_layout

MEASURES = load_layout().measures


def test_a_column_is_as_wide_as_its_words_and_the_widest_give_way() -> None:
    short, long = column_widths((("项目", "内容"), ("工程质量安全", "很长的说明" * 20)), 8844)

    assert short >= 6 * 280 + 120
    assert short + long == 8844


@pytest.mark.parametrize("rows", [(), ((),), (("甲",), ("乙", "丙", "丁"))], ids=["none", "empty", "ragged"])
def test_any_rows_make_a_table(rows: tuple[tuple[str, ...], ...]) -> None:
    table = squared(rows)

    assert len({len(row) for row in table}) == 1
    assert sum(column_widths(table, 8844)) == 8844


def test_short_words_and_numbers_are_centred_and_long_words_are_not() -> None:
    form = table_form((("序号", "事项", "占比"), ("1", "行政处罚案卷评查", "12.5%"), ("2", "检查", "—")), MEASURES)

    assert form.centred == (True, False, True)


def test_the_unit_of_a_head_stands_on_a_line_of_its_own_where_one_line_is_too_narrow() -> None:
    wide = table_form((("罚没款（万元）", "件数"), ("1", "2")), MEASURES)
    narrow = table_form((("罚没款（万元）", *("很长的一个栏目名称" * 4,) * 9), ("1",)), MEASURES)

    assert (wide.head[0], narrow.head[0]) == (("罚没款（万元）",), ("罚没款", "（万元）"))


def test_a_line_break_in_a_cell_begins_a_paragraph() -> None:
    assert table_form((("内容",), ("甲\n 乙",)), MEASURES).rows == ((("甲", "乙"),),)
