"""一、（一）1.（1） made from values."""

from __future__ import annotations

import pytest
from models.manuscript.numbering import Numbering, printed_number


@pytest.mark.parametrize(("level", "number", "printed"), [
    (1, 1, "一、"), (1, 10, "十、"), (1, 11, "十一、"), (1, 20, "二十、"), (1, 21, "二十一、"), (1, 100, "一百、"),
    (1, 101, "一百零一、"), (1, 110, "一百一十、"), (2, 1, "（一）"), (2, 12, "（十二）"), (2, 35, "（三十五）"),
    (3, 1, "1."), (3, 205, "205."), (4, 1, "（1）"), (4, 19, "（19）"),
])
def test_a_number_is_printed_as_its_level_wants(level: int, number: int, printed: str) -> None:
    assert printed_number(level, number) == printed


def test_numbers_never_jump_and_never_repeat() -> None:
    numbering = Numbering()
    asked = [1, 2, 2, 3, 4, 4, 3, 2, 1, 2]

    printed = [numbering.next(level)[1] for level in asked]

    assert printed == ["一、", "（一）", "（二）", "1.", "（1）", "（2）", "2.", "（三）", "二、", "（一）"]


@pytest.mark.parametrize(("asked", "levels"), [
    ([1, 4], [1, 2]), ([3], [1]), ([1, 2, 4, 4, 4], [1, 2, 3, 4, 4]), ([1, 2, 9], [1, 2, 3]), ([1, 0], [1, 1]),
])
def test_a_level_is_at_most_one_below_the_heading_before(asked: list[int], levels: list[int]) -> None:
    numbering = Numbering()

    assert [numbering.next(level)[0] for level in asked] == levels


def test_two_hundred_headings_are_counted_through() -> None:
    numbering = Numbering()

    printed = [numbering.next(1)[1] for _ in range(210)]

    assert len(set(printed)) == 210
    assert printed[199] == "二百、"
    assert printed[209] == "二百一十、"
