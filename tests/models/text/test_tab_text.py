"""Tables from the clipboard."""

from __future__ import annotations

import pytest

from models.errors import UserError
from models.text.tab_text import MOST_CHARACTERS, parse_tab_text, with_cells


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param("项目\t数量\n检查\t12\n", (("项目", "数量"), ("检查", "12")), id="Excel"),
    pytest.param("项目\t数量\r\n检查\t12\r\n", (("项目", "数量"), ("检查", "12")), id="WPS on Windows"),
    pytest.param('"两\n行"\t1', (("两 行", "1"),), id="a cell of two lines"),
    pytest.param("a\tb\tc\nd", (("a", "b", "c"), ("d", "", "")), id="rows of different length"),
    pytest.param("一个词", (("一个词",),), id="no table"),
    pytest.param("", (), id="nothing"),
    pytest.param("a\x00\u200b\tb", (("a", "b"),), id="characters that cannot be stored"),
])
def test_clipboard_text_becomes_rows(text: str, expected: tuple[tuple[str, ...], ...]) -> None:
    assert parse_tab_text(text) == expected


@pytest.mark.parametrize("text", [
    pytest.param("字" * (MOST_CHARACTERS + 1), id="too long"),
    pytest.param("a\n" * 501, id="too many rows"),
    pytest.param("a\t" * 31, id="too many columns"),
    pytest.param('"' + "字" * 140_000, id="a quote never closed"),
])
def test_a_table_too_large_is_refused_in_words(text: str) -> None:
    with pytest.raises(UserError, match="没有粘贴"):
        parse_tab_text(text)


def test_cells_are_written_over_a_table_that_grows() -> None:
    assert with_cells((("a", "b"),), 0, 1, (("x", "y"), ("z", "w"))) == (("a", "x", "y"), ("", "z", "w"))


def test_cells_make_a_table_where_there_is_none() -> None:
    assert with_cells((), 0, 0, (("a", "b"),)) == (("a", "b"),)
