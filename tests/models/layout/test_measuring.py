"""Estimates of width and lines, and the size of the 发文机关标志."""

from __future__ import annotations

import pytest
from models.layout.layout import TWIPS_PER_MM, TWIPS_PER_PT
from models.layout.loader import load_layout
from models.layout.measuring import count_lines, size_of_mark, width_in_characters


@pytest.mark.parametrize(("text", "width"), [
    ("", 0), ("法治", 2), ("2025年", 3), ("“双随机”", 5), ("——", 2), ("ABC", 1.5), ("12.", 1.5),
])
def test_width_counts_full_width_characters_and_halves(text: str, width: float) -> None:
    assert width_in_characters(text) == width


@pytest.mark.parametrize(("text", "lines"), [
    ("", 1), ("字" * 28, 1), ("字" * 29, 2), ("字" * 28 + "，", 2), ("字" * 56, 2), ("1" * 57, 2),
])
def test_lines_are_counted(text: str, lines: int) -> None:
    assert count_lines(text, 28) == lines


def test_a_closing_mark_takes_a_character_to_the_next_line() -> None:
    assert count_lines("字" * 28 + "。" + "字" * 27, 28) == 3


@pytest.mark.parametrize(("characters", "pt", "scale"), [
    (4, 62, 100), (10, 42.5, 100), (11, 40, 96), (17, 40, 62), (20, 35, 60),
])
def test_the_mark_is_made_narrow_before_it_is_made_small(characters: int, pt: float, scale: int) -> None:
    size = size_of_mark("局" * characters, load_layout().measures)

    assert (size.pt, size.scale_percent) == (pt, scale)


@pytest.mark.parametrize("characters", range(1, 41))
def test_the_mark_stays_within_150_millimetres(characters: int) -> None:
    size = size_of_mark("局" * characters, load_layout().measures)

    width_mm = characters * size.pt * size.scale_percent / 100 * TWIPS_PER_PT / TWIPS_PER_MM
    assert width_mm <= 150.01
    assert size.pt > 22 or characters > 30
