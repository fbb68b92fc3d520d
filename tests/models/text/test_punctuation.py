"""标点规范 puts right what the standard forbids and leaves figures, addresses and Latin text alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.punctuation import repair_lines, repair_punctuation


@pytest.mark.parametrize(("text", "expected"), [
    ("2023年,我局认真履职;成效明显.", "2023年，我局认真履职；成效明显。"),
    ("共处罚617起,罚款144.2158万元,其中:客运167起", "共处罚617起，罚款144.2158万元，其中：客运167起"),
    ("(一)提高站位", "（一）提高站位"),
    ("(一) 提高站位", "（一）提高站位"),
    ("1、加强领导", "1.加强领导"),
    ("12．加强领导", "12.加强领导"),
    ("（1)细目", "（1）细目"),
    ("2. 5起案件均已办结", "2. 5起案件均已办结"),
    ("1、2024年任务", "1.2024年任务"),
    ('全部"零收费",公示', "全部“零收费”，公示"),
    ("开展'双随机'检查", "开展‘双随机’检查"),
    ("2023 年全省 3 个示范县", "2023年全省3个示范县"),
    ("示范县(全省 3 个)", "示范县（全省3个）"),
    ("办公 系统（OA)上线", "办公系统（OA）上线"),
    ("是否合法?", "是否合法？"),
], ids=lambda value: value)
def test_what_the_standard_forbids_is_put_right(text: str, expected: str) -> None:
    assert repair_punctuation(text).text == expected


@pytest.mark.parametrize("text", [
    "详见https://www.example.gov.cn/a,b?c=1:2 页面", "每日8:30至17:00受理", "罚款1,200元，占12.5%", "联系ex.am-ple@gov.cn办理",
    "Word, Excel (2019): yes!", "3.15活动", "采用GB/T 9704-2012标准", "单个\"引号不配对", "it's fine", "",
], ids=lambda value: value or "empty")
def test_figures_addresses_and_latin_text_stay(text: str) -> None:
    repaired = repair_punctuation(text)

    assert repaired.text.replace(" ", "") == text.replace(" ", "")
    assert all("空格" in note for note in repaired.notes)


def test_what_was_done_is_told_with_count_and_example() -> None:
    repaired = repair_lines(["2023年,我局", "(一) 举措", "成效,明显"])

    assert repaired.lines == ("2023年，我局", "（一）举措", "成效，明显")
    assert repaired.notes == (
        "把半角标点改成全角 2 处，如：2023年,我局 → 2023年，我局；成效,明显 → 成效，明显。",
        "统一序号写法 1 处，如：(一) 举措 → （一）举措。",
    )


TEXT = st.text(alphabet="一二三法治政府，。；：“”（）(),;:.?!\"' 0123456789、abAB年\n%", max_size=60)


@given(TEXT)
def test_repairing_twice_changes_nothing_more(text: str) -> None:
    once = repair_punctuation(text).text

    assert repair_punctuation(once).text == once


@given(TEXT)
def test_no_letter_and_no_figure_is_lost_or_added(text: str) -> None:
    def words(value: str) -> str:
        return "".join(character for character in value if character.isalnum())

    assert words(repair_punctuation(text).text) == words(text)
