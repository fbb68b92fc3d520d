"""One paragraph broken into lines."""

from __future__ import annotations

import pytest
from exporters.pages.face_metrics import FaceMetrics
from exporters.pages.lines import Line, Look, break_lines
from hypothesis import given
from hypothesis import strategies as st
from models.layout.layout import TWIPS_PER_MM

METRICS = FaceMetrics()
BODY = Look("仿宋_GB2312", 16, -5)
ROOM = 8844  # 28 characters of 315 twips, and 24 twips


def lines_of(text: str, characters: float = 28, align: str = "both", first: float | None = None) -> list[str]:
    """Return the texts of the lines of `text`, so many `characters` to a line."""
    return [text_of(line) for line in set_lines(text, characters, align, first)]


def set_lines(text: str, characters: float = 28, align: str = "both", first: float | None = None) -> tuple[Line, ...]:
    room = characters * 315 + 24
    return break_lines(((text, BODY),), room if first is None else first * 315 + 24, room, align, METRICS)


def text_of(line: Line) -> str:
    return "".join(run.text for run in line.runs)


def width_of(line: Line) -> float:
    return sum(run.width for run in line.runs) * TWIPS_PER_MM


def test_a_line_takes_28_characters_and_the_first_two_fewer() -> None:
    assert [len(line) for line in lines_of("法" * 80, first=26)] == [26, 28, 26]


def test_the_narrowed_spacing_makes_room_for_the_28th_character() -> None:
    loose = break_lines((("法" * 60, BODY._replace(spacing=-4)),), ROOM, ROOM, "both", METRICS)

    assert len(text_of(loose[0])) == 27


@pytest.mark.parametrize(("text", "wanted"), [
    ("一二三四五六七八九十，甲乙", ["一二三四五六七八九十，", "甲乙"]),
    ("一二三四五六七八九十。", ["一二三四五六七八九十。"]),
    ("一二三四五六七八九十”甲乙", ["一二三四五六七八九", "十”甲乙"]),
    ("一二三四五六七八九十。”甲", ["一二三四五六七八九", "十。”甲"]),
    ("一二三四五六七八九》，甲乙", ["一二三四五六七八九》，", "甲乙"]),
    ("一二三四五六七八九（甲乙）", ["一二三四五六七八九", "（甲乙）"]),
    ("一二三四五六七八九——甲乙", ["一二三四五六七八九", "——甲乙"]),
    ("一二三四五六七八九……甲乙", ["一二三四五六七八", "九……甲乙"]),
], ids=["hangs", "hangs at the end", "no quote hangs", "two marks do not hang", "one of two hangs", "opening mark",
        "dash stays whole", "dots stay whole"])
def test_marks_at_the_end_of_a_line(text: str, wanted: list[str]) -> None:
    assert lines_of(text, 10) == wanted


@pytest.mark.parametrize("word", ["12.5%", "2026", "1,200", "www.moj.gov.cn", "GB/T"])
def test_a_number_or_a_latin_word_is_not_broken(word: str) -> None:
    assert lines_of("一二三四五六七八九" + word + "甲", 10) == ["一二三四五六七八九", word + "甲"]


def test_a_word_longer_than_a_line_is_broken_where_it_must() -> None:
    assert lines_of("x" * 50, 10) == ["x" * 20, "x" * 20, "x" * 10]


def test_spaces_that_do_not_fit_stay_at_the_end_of_their_line() -> None:
    assert lines_of("一二三四五六七八九十  甲乙", 10) == ["一二三四五六七八九十  ", "甲乙"]


def test_a_justified_line_fills_the_room_and_the_last_does_not() -> None:
    first, last = set_lines("一二三四五六七八九（甲乙）", 10)

    assert width_of(first) == pytest.approx(10 * 315 + 24)
    assert width_of(last) == pytest.approx(4 * 315)


def test_a_hanging_mark_stands_outside_the_room() -> None:
    first, _ = set_lines("一二三四五六七八九十，甲乙", 10)

    assert width_of(first) == pytest.approx(11 * 315 + 24)
    assert first.runs[0].advances[-1] * TWIPS_PER_MM == pytest.approx(315)


def test_the_letters_of_a_number_are_not_drawn_apart() -> None:
    first, _ = set_lines("一二三四五六2026七（甲乙）", 10)

    digits = first.runs[0].advances[6:9]
    assert digits == pytest.approx([155 / TWIPS_PER_MM] * 3)


@pytest.mark.parametrize(("align", "x"), [("left", 0.0), ("center", 1587.0), ("right", 3174.0)])
def test_a_line_stands_where_it_is_aligned(align: str, x: float) -> None:
    line, = set_lines("法" * 18, 28, align)

    assert line.x == pytest.approx(x)


def test_runs_begin_where_their_piece_was_left() -> None:
    hei = BODY._replace(face="黑体")
    lines = break_lines((("一、", hei), ("推进依法行政工作情况", BODY)), 5 * 315, 5 * 315, "both", METRICS)

    assert [[(run.piece, run.start, run.text) for run in line.runs] for line in lines] == [
        [(0, 0, "一、"), (1, 0, "推进依")], [(1, 3, "法行政工作")], [(1, 8, "情况")]]


def test_no_text_makes_one_empty_line() -> None:
    assert lines_of("") == [""]


@given(st.text(st.sampled_from("法治，。”（《12.% aB—…\u00a0\t"), max_size=120), st.integers(1, 12))
def test_nothing_is_lost_and_no_line_is_empty(text: str, characters: int) -> None:
    lines = lines_of(text, characters)

    assert "".join(lines) == text
    assert all(lines) or not text
