"""What a block of text that was pasted as a whole is made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.remap import whole_text
from models.domain.report import PlanTask, Problem, SectionKey, Topic
from models.importers.outlining import entries_in, headed, paragraphs_apart

NUMBERED = "（一）深化“放管服”改革。取消许可事项12项。\n全年办件3万件。\n（二）加强执法监督。开展案卷评查2次。"
COUNTED = "我局采取以下措施：一是加强领导，成立专班；二是强化培训，办班12期；三是严格考核。"


@pytest.mark.parametrize(("key", "kind"), [
    (SectionKey.MEASURES, Topic), (SectionKey.PROBLEMS, Problem), (SectionKey.PLAN, PlanTask)])
def test_numbers_tell_the_entries(key: SectionKey, kind: type) -> None:
    made = entries_in(NUMBERED, key)

    assert [type(each) for each in made] == [kind, kind]
    assert [(each.title, each.text) for each in made] == [
        ("深化“放管服”改革", "取消许可事项12项。\n全年办件3万件。"), ("加强执法监督", "开展案卷评查2次。")]


def test_lines_without_marks_over_text_are_headings() -> None:
    text = "深化简政放权\n全年取消行政许可事项12项，精简材料30份，群众办事更加方便。\n加强执法监督\n全年开展案卷评查2次，抽查案卷60卷，督促整改问题11个。"

    assert [each.title for each in entries_in(text, SectionKey.MEASURES)] == ["深化简政放权", "加强执法监督"]


def test_what_is_counted_makes_entries_where_nothing_is_numbered() -> None:
    first, *others = entries_in(COUNTED, SectionKey.MEASURES)

    assert isinstance(first, Topic) and (first.text, first.numbered) == ("我局采取以下措施：", False)
    assert [each.text for each in others] == ["加强领导，成立专班。", "强化培训，办班12期。", "严格考核。"]


@pytest.mark.parametrize("text", ["", "全年检查12次。", "全年检查12次。\n整改问题3个。", "一是加强领导。", "这是否合适，那是一定的。"])
def test_what_is_one_piece_is_left_alone(text: str) -> None:
    assert entries_in(text, SectionKey.MEASURES) == ()


def test_each_paragraph_can_be_an_entry_of_its_own() -> None:
    made = paragraphs_apart("第一段。\n\n  第二段。", SectionKey.PROBLEMS)

    assert [type(each) for each in made] == [Problem, Problem]
    assert [each.text for each in made] == ["第一段。", "第二段。"]
    assert paragraphs_apart("只有一段。\n", SectionKey.PROBLEMS) == ()


@pytest.mark.parametrize(("text", "expected"), [
    ("（二）加强监督。开展评查。", ("加强监督", "开展评查。")),
    ("（二）加强监督\n开展评查。", ("加强监督", "开展评查。")),
    ("加强执法监督\n全年评查2次。", ("加强执法监督", "全年评查2次。")),
    ("全年评查2次。\n再查。", ("", "全年评查2次。\n再查。")),
    ("加强执法监督", ("", "加强执法监督")),
    ("", ("", "")),
])
def test_the_heading_of_a_text_is_its_first_line_where_it_looks_like_one(text: str, expected: tuple[str, str]) -> None:
    assert headed(text) == expected


@given(st.text("甲乙丙（一）二三1.、是；。：\n 12", max_size=60))
def test_no_word_is_lost(text: str) -> None:
    """Numbers, 一是 and end marks may go; every other character stays, in its order."""
    made = entries_in(text, SectionKey.MEASURES)
    kept = "".join(each.title + whole_text(each) for each in made)

    assert not made or [each for each in kept if each in "甲乙丙"] == [each for each in text if each in "甲乙丙"]
