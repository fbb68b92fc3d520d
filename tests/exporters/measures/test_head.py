"""The numbers of the 版头 that Word file and pages share."""

from __future__ import annotations

import pytest
from exporters.measures.head import (
    red_line_top_mm, signatory_columns, signatory_rows, small_lines, space_above_mark,
)
from models.layout.loader import PROFILES, load_layout
from models.layout.mark import mark_form
from models.manuscript.blocks import ManuscriptHead

MEASURES = load_layout().measures


@pytest.mark.parametrize(("head", "lines"), [
    (ManuscriptHead(), []),
    (ManuscriptHead(copy_number="000001", secrecy="机密"), [("000001", False, 0), ("机密", True, 0)]),
    (ManuscriptHead(secrecy="机密", urgency="特急"), [("机密", True, 1), ("特急", True, 0)]),
    (ManuscriptHead(urgency="特急"), [("特急", True, 0)]),
])
def test_small_lines_stand_in_the_order_of_the_standard(
    head: ManuscriptHead, lines: list[tuple[str, bool, int]]
) -> None:
    assert [(each.text, each.black, each.skipped) for each in small_lines(head)] == lines


def test_lines_above_the_mark_are_taken_from_the_space_over_it() -> None:
    form = mark_form(("云峰县交通运输局文件",), "", MEASURES)
    none = space_above_mark(form, (), MEASURES)
    two = space_above_mark(form, small_lines(ManuscriptHead(secrecy="机密")), MEASURES)

    assert none - two == 2 * MEASURES.line_pitch_twips


@pytest.mark.parametrize("profile", PROFILES)
def test_the_red_line_is_four_millimetres_under_the_characters(profile: str) -> None:
    measures = load_layout(profile).measures

    bottom = (measures.line_pitch_twips * 0.8 + 16 * 20 * 0.14) / 56.6929
    assert red_line_top_mm(measures) - bottom == pytest.approx(4, abs=0.001)


@pytest.mark.parametrize(("names", "rows"), [
    ((), ((),)), (("甲",), (("甲",),)), (("甲", "乙", "丙"), (("甲", "乙"), ("丙",))),
])
def test_signatories_stand_two_a_line(names: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    assert signatory_rows(names, MEASURES) == rows


def test_columns_hold_the_widest_name_and_end_one_character_from_the_edge() -> None:
    columns = signatory_columns(("林致远", "周文", "欧阳子健"), "签发人：", MEASURES)

    assert columns.names[0] - columns.label == 4 * 315
    assert columns.names[1] - columns.names[0] == 5 * 315
    assert columns.names[1] + 4 * 315 == 8844 - 315
