"""署名 of several organs and 签名章 in the Word file (7.3.5)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from builders import a_report
from exporters.measures.signature import seal_rows
from models.layout.loader import load_layout
from models.manuscript.blocks import Manuscript
from word_files import NAMES, a_manuscript, attribute, text_of, written

THREE = ("云峰县交通运输局", "云峰县公安局", "云峰县自然资源和规划局")
MEASURES = load_layout().measures


def signed(**changes: Any) -> Manuscript:
    report = a_report()
    return a_manuscript(replace(report, signature=replace(report.signature, **changes)))


def test_sealed_names_stand_two_a_row_and_the_last_over_the_date() -> None:
    file = written(signed(issuing_organ_signature="、".join(THREE)))
    first, second = file.paragraphs("Signature")

    assert [text_of(each) for each in (first, second)] == ["\t云峰县交通运输局\t云峰县公安局", "\t云峰县自然资源和规划局"]
    stops = [int(each.get(f"{{{NAMES['w']}}}pos")) for each in first.findall("w:pPr/w:tabs/w:tab", NAMES)]
    assert attribute(second, "w:pPr/w:tabs/w:tab", "pos") == str(stops[1])
    date_middle = MEASURES.text_width_twips - (4 + 6.5 / 2) * MEASURES.character_twips
    assert stops[1] == pytest.approx(date_middle, abs=200)  # 2026年2月20日 is 7.5 字 less half-width digits
    assert attribute(second, "w:pPr/w:spacing", "before") == str(4 * 579)


@pytest.mark.parametrize("names", [THREE, THREE[:2], (THREE[2] * 2, THREE[0]), THREE * 3], ids=len)
def test_seals_neither_touch_nor_leave_the_page(names: tuple[str, ...]) -> None:
    rows = seal_rows(names, "2026年2月20日", MEASURES)

    assert tuple(name for row in rows for name in row.names) == names
    for row in rows:
        assert all(right - left >= 50 * 56 for left, right in zip(row.centres, row.centres[1:], strict=False))
        assert row.centres[0] >= 22 * 56 and row.centres[-1] <= MEASURES.text_width_twips - 22 * 56


def test_unsealed_names_go_downwards_and_the_date_begins_by_the_last() -> None:
    paragraphs = written(signed(issuing_organ_signature="、".join(THREE), sealed=False)).paragraphs("Signature")
    alone, = written(signed(issuing_organ_signature=THREE[2], sealed=False)).paragraphs("DateOfIssue")
    date, = written(signed(issuing_organ_signature="、".join(THREE), sealed=False)).paragraphs("DateOfIssue")

    assert [text_of(each) for each in paragraphs] == list(THREE)
    assert len({attribute(each, "w:pPr/w:ind", "right") for each in paragraphs}) == 1
    assert attribute(date, "w:pPr/w:ind", "left") == attribute(alone, "w:pPr/w:ind", "left")


def test_a_post_stands_two_characters_left_of_the_stamp() -> None:
    file = written(signed(stamp_posts=("县长", "云峰县公安局局长")))
    first, second = file.paragraphs("Signature")
    date, = file.paragraphs("DateOfIssue")

    assert (text_of(first), text_of(second)) == ("县长", "云峰县公安局局长")
    assert attribute(first, "w:pPr/w:ind", "right") == attribute(second, "w:pPr/w:ind", "right") == str(12 * 315)
    assert int(attribute(first, "w:pPr/w:spacing", "before") or 0) == pytest.approx(2.5 * 579, abs=1)
    assert int(attribute(date, "w:pPr/w:spacing", "before") or 0) == pytest.approx(1.5 * 579, abs=1)
    assert attribute(date, "w:pPr/w:ind", "rightChars") == "400"
