"""Copies found in one walk, and what makes two paragraphs the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.comparison.copies import Copies, alike
from models.comparison.paragraphs import lines_of, print_of

TEXT = "联合公安、市场监管部门开展非法营运专项整治，检查车辆1206辆次，纠正违法行为83起，约谈企业9家。"
WORDS = st.text(alphabet="执法案卷评查培训宣传审核，。、；", min_size=1, max_size=60)


@pytest.mark.parametrize("copy", [
    TEXT, f"（三）{TEXT}", f"二是{TEXT}", f"2025年，{TEXT}", TEXT.replace("，", ","), TEXT.replace("开展", "开展了"),
    TEXT.replace("纠正", " 纠正"),
])
def test_dress_and_a_slip_do_not_hide_a_copy(copy: str) -> None:
    assert Copies([TEXT]).find(copy) == 0


@pytest.mark.parametrize("other", [
    TEXT.replace("83", "84"), TEXT.replace("9家", "九家"), TEXT[:30], "全年评查案卷40本。", "",
])
def test_another_figure_makes_another_paragraph(other: str) -> None:
    assert Copies([TEXT]).find(other) is None


def test_the_first_of_several_is_named() -> None:
    assert Copies(["甲乙丙丁戊己。", TEXT, TEXT]).find(TEXT) == 1


@given(st.lists(WORDS, max_size=20))
def test_whatever_was_added_is_found(paragraphs: list[str]) -> None:
    copies = Copies(paragraphs)

    assert all(copies.find(each) is not None for each in paragraphs)


@given(WORDS, WORDS)
def test_likeness_goes_both_ways(first: str, second: str) -> None:
    one, other = print_of(first), print_of(second)

    assert alike(one, other, 0.95) == alike(other, one, 0.95)
    assert alike(one, one, 1.0)


@given(st.text(max_size=200))
def test_a_line_stands_where_it_says(text: str) -> None:
    assert all(text[line.start:line.start + len(line.text)] == line.text for line in lines_of(text))


def test_a_paragraph_is_held_against_few_others(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def never(*pair: object) -> bool:
        asked.append(pair)
        return False

    monkeypatch.setattr("models.comparison.copies.alike", never)
    copies = Copies()
    for number in range(500):
        paragraph = f"{TEXT[:-1]}，涉及第{number}标段，另有{TEXT}"
        assert copies.find(paragraph) is None
        copies.add(paragraph)

    assert len(asked) <= 3 * 500
