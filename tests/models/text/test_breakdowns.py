"""Totals and their parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.text.breakdowns import Form, find_breakdowns

SEGMENTS = (
    "共处罚617起,罚款金额144.2158万元,其中:客运处罚167起,处罚金额62.2万元;货运处罚49起,处罚金额26.7万元;"
    "超限超载车辆处罚393辆,处罚金额79.0413万元。"
)


def read(text: str) -> list[tuple[str, str, list[str]]]:
    """Return form, total and parts of every breakdown in `text`, as printed."""
    found = find_breakdowns(text)
    return [(each.form, each.total.printed, [part.amount.printed for part in each.parts]) for each in found]


def test_counts_and_money_of_one_list_are_two_breakdowns() -> None:
    assert read(SEGMENTS) == [
        (Form.AMONG, "617起", ["167起", "49起", "393辆"]),
        (Form.AMONG, "144.2158万元", ["62.2万元", "26.7万元", "79.0413万元"]),
    ]


@pytest.mark.parametrize(("text", "form", "total", "parts"), [
    ("处罚120件，其中罚款100件、警告20件，办结118件。", Form.AMONG, "120件", ["100件", "20件"]),
    ("处罚120件。其中，简易程序30件，普通程序90件。", Form.AMONG, "120件", ["30件", "90件"]),
    ("处罚120件（其中简易程序30件，普通程序90件），办结118件。", Form.AMONG, "120件", ["30件", "90件"]),
    ("处罚120件，其中简易程序（含非现场10件）30件和普通程序90件。", Form.AMONG, "120件", ["30件", "90件"]),
    ("罚款88.9万元，其中客运3起、62.2万元，货运2起、26.7万元。", Form.AMONG, "88.9万元", ["62.2万元", "26.7万元"]),
    ("处罚120件（简易程序30件、普通程序90件）。", Form.LIST, "120件", ["30件", "90件"]),
    ("处罚120件：简易程序30件，普通程序90件。", Form.LIST, "120件", ["30件", "90件"]),
    ("处罚120件，简易、普通程序分别为30件、90件。", Form.RESPECTIVELY, "120件", ["30件", "90件"]),
    ("召开党组会3次、局务会5次，共8次。", Form.SUM, "8次", ["3次", "5次"]),
    ("罚款3万元、没收2万元，合计5万元。", Form.SUM, "5万元", ["3万元", "2万元"]),
])
def test_every_form_is_read(text: str, form: Form, total: str, parts: list[str]) -> None:
    assert read(text) == [(form, total, parts)]
    assert find_breakdowns(text)[0].adds_up


@pytest.mark.parametrize("text", [
    "全年检查1200家次，发现隐患30处，整改28处。",
    "办件23098件，其中网办1200件。",
    "培训300余人次，其中新进20人次、轮岗35人次。",
    "处罚120件，其中约100件为罚款、20件为警告。",
    "召开会议5次，其中专题会3个月一次。",
    "共3个部门，其中甲1家、乙2家。",
])
def test_what_is_no_list_of_parts_is_left_alone(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(("text", "right"), [
    ("罚没款144.22万元，其中客运62.2万元、货运26.7万元、超限55.3158万元。", True),
    ("罚没款144.22万元，其中客运62.2万元、货运26.7万元、超限54.3158万元。", False),
    ("罚款3万元，其中甲28000元、乙1000元。", False),
    ("罚款3万元，其中甲29000元、乙1000元。", True),
    ("罚款10.0万元，其中甲3.3万元、乙3.3万元、丙3.3万元。", False),
    ("资料1.2万份，其中手册7000份、单页5000份。", True),
])
def test_rounding_counts_only_between_different_places(text: str, right: bool) -> None:
    assert find_breakdowns(text)[0].adds_up is right


def test_offsets_count_in_the_whole_text() -> None:
    text = "全年召开会议5次。处罚120件，其中罚款100件、警告10件。"
    found = find_breakdowns(text)[0]

    assert text[found.start:found.end] == "120件，其中罚款100件、警告10件"
    assert [part.label for part in found.parts] == ["罚款", "警告"]
    assert found.label == "处罚"


@given(some.text(alphabet="0123456789，、。；：（）其中分别共合计万元起件罚款警告和\n", max_size=120))
def test_any_text_gives_breakdowns_in_order_inside_it(text: str) -> None:
    for each in find_breakdowns(text):
        assert 0 <= each.start < each.end <= len(text)
        assert len(each.parts) > 1
