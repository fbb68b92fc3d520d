"""One matter counted twice in other words."""

from __future__ import annotations

import pytest

from models.text.acts import taken_apart
from models.text.tellings import find_tellings


@pytest.mark.parametrize(("before", "after", "read"), [
    ("区复议机构受理行政复议申请", "", ("区复议机构", "受理", "复议")),
    ("立案查处文化市场案件", "", ("", "查处", "文化市场")),
    ("文化市场案件立案查处", "", ("", "查处", "文化市场")),
    ("对", "重大行政执法决定进行法制审核", ("", "审查", "重大执法")),
    ("对免罚事项", "实行自动提示", ("", "", "免罚")),
    ("立案查处违法案件", "", ("", "查处", "违法")),
])
def test_words_around_a_count_say_what_was_done_to_what(before: str, after: str, read: tuple[str, str, str]) -> None:
    assert next(iter(taken_apart(before, after))) == read


@pytest.mark.parametrize("text", [
    "其中水路运输案件217件。", "上半年查处违法案件1246件。", "3月底查处违法案件124件。", "（查处违法案件124件）", "检查企业约1200家。",
    "计划检查企业1300家。", "有执法人员123人参加了考试。",
])
def test_parts_other_times_and_those_who_did_something_tell_nothing(text: str) -> None:
    assert find_tellings(text) == ()


@pytest.mark.parametrize(("one", "other"), [
    ("全年查处各类交通运输违法案件2318件。", "督导检查，全年查处违法案件2138件。"),
    ("评查执法案卷186卷。", "督促开展案卷评查，共评查案卷168卷。"),
    ("全年查处违法建设案件128件。", "查处违法建设案件132件。"),
])
def test_one_matter_with_two_figures_contradicts(one: str, other: str) -> None:
    first, = find_tellings(one)[:1]
    second, = find_tellings(other)[:1]
    first, second = first._replace(section="measures"), second._replace(section="first_responsible")

    assert first.contradicts(second, 2025) or first.slips_from(second, 2025)
    assert second.contradicts(first, 2025) or second.slips_from(first, 2025)


@pytest.mark.parametrize(("one", "other"), [
    ("全年查处违法案件2318件。", "全年办结违法案件2138件。"),
    ("全市查处违法案件2318件。", "城区中队查处违法案件2138件。"),
    ("2024年查处违法案件2318件。", "2025年查处违法案件2138件。"),
    ("查处违法案件2318件。", "通过网站查处违法案件2138件。"),
    ("查处违法建设案件128件。", "查处违法案件132件。"),
])
def test_other_acts_owners_and_years_do_not(one: str, other: str) -> None:
    first, second = find_tellings(one)[0], find_tellings(other)[0]

    assert not first.contradicts(second, 2025) and not first.slips_from(second, 2025)
