"""Totals and parts: right ones in any wording are clean, one changed figure is found, other writing changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.checks.totals import meant_to_add_up
from models.text.breakdowns import find_breakdowns
from models.text.numerals import chinese_numeral

NAMES = ("客运处罚", "货运处罚", "超限处罚", "路政处罚")
WORDINGS = (
    "全年共处罚{total}起，其中{list、}。",
    "全年共处罚{total}起，其中：{list；}。",
    "全年共处罚{total}起。其中，{list，}。",
    "全年共处罚{total}起（{list、}）。",
    "全年共处罚{total}起：{list，}，均已结案。",
    "全年共处罚{total}起。{list，}。",
    "{list、}，合计{total}起。",
    "{list，}，全年共处罚{total}起。",
    "全年共处罚{total}起，按类型分，{list、}。",
)
some_parts = some.lists(some.integers(10, 400), min_size=2, max_size=4)


def written(wording: str, parts: list[int], total: int) -> str:
    """Return `wording` with its figures put in."""
    items = [f"{name}{part}起" for name, part in zip(NAMES, parts, strict=False)]
    text = wording.replace("{total}", str(total))
    for mark in "、；，":
        text = text.replace(f"{{list{mark}}}", mark.join(items))
    return text


def wrong_in(text: str) -> list[tuple[str, list[str]]]:
    """Return the wrong totals of `text` with their parts, as figures."""
    return [
        (each.total.number, [part.amount.number for part in each.parts])
        for each in find_breakdowns(text) if not each.adds_up and meant_to_add_up(each, text)
    ]


@given(some.sampled_from(WORDINGS), some_parts)
def test_right_sums_are_clean(wording: str, parts: list[int]) -> None:
    assert wrong_in(written(wording, parts, sum(parts))) == []


@given(some.sampled_from(WORDINGS), some_parts, some.sampled_from([-9, -7, -3, -1, 1, 2, 6, 9]))
def test_one_changed_figure_is_exactly_one_finding(wording: str, parts: list[int], slip: int) -> None:
    found = wrong_in(written(wording, parts, sum(parts) + slip))

    assert found == [(str(sum(parts) + slip), [str(part) for part in parts])]


@given(some.sampled_from(WORDINGS), some_parts, some.sampled_from([0, 8]))
def test_other_writing_of_the_same_figures_changes_nothing(wording: str, parts: list[int], slip: int) -> None:
    total = sum(parts) + slip
    plain = written(wording, parts, total)
    wide = plain.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    spelled = plain
    for figure in sorted({total, *parts}, reverse=True):
        spelled = spelled.replace(str(figure), chinese_numeral(figure))
    turned = written(wording, parts[::-1], total)

    found = [bool(wrong_in(text)) for text in (plain, wide, spelled, turned)]
    assert found == [slip != 0] * 4


@given(some.lists(some.integers(1000, 90_000), min_size=2, max_size=3), some.sampled_from([0, 300]))
def test_money_in_two_units_is_one_sum(parts: list[int], slip: int) -> None:
    items = [f"罚款{parts[0]}元", *(f"没收{part / 10_000:.4f}万元" for part in parts[1:])]
    text = f"罚没款共计{(sum(parts) + slip) / 10_000:.4f}万元，其中{'、'.join(items)}。"

    assert bool(wrong_in(text)) is bool(slip)


@pytest.mark.parametrize("text", [
    "清理规范性文件45件，保留30件、修改8件、废止6件。",
    "全年审结行政复议案件45件。维持30件，撤销5件，终止8件。",
    "受理投诉120件，办结100件、在办15件。",
    "上半年办理60件，下半年办理70件，全年办理120件。",
])
def test_classes_of_one_classification_need_no_among(text: str) -> None:
    assert len(wrong_in(text)) == 1


@pytest.mark.parametrize("text", [
    "全市行政复议收案1286件，审结1194件，调解和解结案392件。",
    "新收行政复议案件40件，上年结转5件，审结42件、未审结3件。",
    "收到复议申请1087件，受理1002件。其中省直部门收到207件，受理165件。",
    "审结行政复议案件45件，维持30件、撤销5件。",
])
def test_stages_of_one_procedure_are_no_parts(text: str) -> None:
    assert wrong_in(text) == []
