"""Blanks around figures and marks are closed up, and every place is found again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.closing_up import closed_up


@pytest.mark.parametrize("text,closed", [
    ("自 24 年 5 月起，共 120 件 ，其中 3 件", "自24年5月起，共120件，其中3件"),
    ("增长 12.5 %，达到　95％", "增长12.5%，达到95％"),
    ("共\xa0120\xa0件", "共120件"),
    ("（ 2024 年 ）、 《 条例 》", "（2024年）、《条例》"),
    ("　　全年 6 次", "　　全年6次"),
])
def test_blanks_around_figures_and_marks_are_closed_up(text: str, closed: str) -> None:
    found = closed_up(text)

    assert found is not None and found.text == closed


@pytest.mark.parametrize("text", [
    "全年6次，审议议题9个。", "　　全年6次", "中共中央办公厅 国务院办公厅", "项目  2023  2024", "Windows 11", "第一部分　切实履行",
    "（一） 加强领导", "12 345 67", "2023\t120件",
])
def test_other_blanks_stay(text: str) -> None:
    assert closed_up(text) is None


@given(st.text("全年6次，。（）《》 　\xa0%5a", max_size=60))
def test_every_character_is_found_where_it_stood(text: str) -> None:
    closed = closed_up(text)
    if closed is None:
        return
    assert all(text[closed.start(place)] == letter for place, letter in enumerate(closed.text))
    for start in range(len(closed.text)):
        for end in range(start + 1, len(closed.text) + 1):
            words = text[closed.start(start):closed.end(end)]
            assert words.strip() == words or closed.text[start:end].strip() != closed.text[start:end]
            assert [letter for letter in words if not letter.isspace()] == [
                letter for letter in closed.text[start:end] if not letter.isspace()]
