"""Brackets and 书名号 that do not pair."""

from __future__ import annotations

import pytest

from models.text.brackets import read_brackets, read_titles


@pytest.mark.parametrize(("text", "faults", "opened", "closed"), [
    ("（甲）", 0, 0, 0),
    ("（甲（乙）丙）", 0, 0, 0),
    ("（甲)", 1, 0, 0),
    ("（甲〕", 1, 0, 0),
    ("（甲", 0, 1, 0),
    ("甲）", 0, 0, 1),
    ("：1）甲；2）乙", 0, 0, 0),
    ("a)甲；b)乙", 0, 0, 0),
    ("云交〔2025)7号", 0, 0, 0),
])
def test_brackets_have_a_partner(text: str, faults: int, opened: int, closed: int) -> None:
    reading = read_brackets(text)

    assert (len(reading.faults), len(reading.opened), len(reading.closed)) == (faults, opened, closed)


@pytest.mark.parametrize(("text", "faults", "opened", "closed", "nested"), [
    ("《甲》", 0, 0, 0, 0),
    ("《甲〈乙〉丙》", 0, 0, 0, 0),
    ("《甲《乙》丙》", 0, 0, 0, 1),
    ("《甲<乙>丙》", 0, 0, 0, 1),
    ("《甲《乙》", 0, 1, 0, 0),
    ("甲》", 0, 0, 1, 0),
    ("《甲〉", 1, 0, 0, 0),
    ("《甲〈乙》", 1, 0, 0, 0),
    ("合格率>95%，《甲》", 0, 0, 0, 0),
])
def test_title_marks_have_a_partner(text: str, faults: int, opened: int, closed: int, nested: int) -> None:
    reading = read_titles(text)

    assert (len(reading.faults), len(reading.opened), len(reading.closed)) == (faults, opened, closed)
    assert len(reading.nested) == nested
