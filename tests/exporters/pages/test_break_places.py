"""Between which two characters a line may end."""

from __future__ import annotations

import pytest
from exporters.pages.break_places import may_break


def parted(text: str) -> str:
    """Return `text` with a bar wherever a line may end."""
    return "".join(f"|{each}" if may_break(text, at) else each for at, each in enumerate(text))


@pytest.mark.parametrize("words", [
    "依|法|行|政", "于|2025|年|3|月", "会|诊，|2023|年", "（一）|加|强", "《办|法》|和", "“三|项|制|度”|等", "见|www.moj.gov.cn|网",
    "占|12.5%|左|右", "1,200|件", "0743-|8000000", "2025|—|2030|年", "云|交|〔2026〕|4|号", "该|局|——|对|外", "等……|以|及",
    "A|级", "rule |of |law", "甲/|乙", "约|35℃。", "秘|密|★|1|年", "是：|“否”", "第|3|（甲）",
])
def test_a_line_may_end_where_a_bar_stands(words: str) -> None:
    assert parted(words.replace("|", "")) == words


def test_no_line_ends_at_the_ends_of_the_text() -> None:
    assert not may_break("法治", 0)
    assert not may_break("法治", 2)
    assert not may_break("", 0)


@pytest.mark.parametrize("mark", "，。、；：？！）》〉】〕”’…％")
def test_no_line_begins_with_a_closing_mark(mark: str) -> None:
    assert not may_break(f"法{mark}治", 1)


@pytest.mark.parametrize("mark", "（《〈【〔“‘")
def test_no_line_ends_with_an_opening_mark(mark: str) -> None:
    assert not may_break(f"法{mark}治", 2)


def test_glue_and_combining_marks_hold_what_they_stand_between() -> None:
    assert parted("3\u00a0号") == "3\u00a0号"
    assert parted("甲e\u0301乙") == "甲|e\u0301|乙"
