"""Joint issue, letters, red-head paper and 签名章 on our own pages: where the Word file has them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from builders import a_report
from exporters.measures.signature import seal_rows
from exporters.pages.placed import RED, PlacedRule, PlacedText
from exporters.pages.setter import set_pages
from models.domain.report import Report
from models.layout.letter import letter_page
from models.layout.loader import load_layout
from word_files import a_manuscript

LAYOUT = load_layout()
THREE = ("云峰县交通运输局", "云峰县公安局", "云峰县自然资源和规划局")
CHARACTER = 15.75 * 25.4 / 72


def with_head(**changes: Any) -> Report:
    report = a_report()
    return replace(report, head=replace(report.head, **changes))


def signed(**changes: Any) -> Report:
    report = a_report()
    return replace(report, signature=replace(report.signature, **changes))


def texts(report: Report, page: int = 0) -> list[PlacedText]:
    return [item for item in set_pages(a_manuscript(report), LAYOUT).pages[page].items if isinstance(item, PlacedText)]


def rules(report: Report, page: int = 0) -> list[PlacedRule]:
    return [item for item in set_pages(a_manuscript(report), LAYOUT).pages[page].items if isinstance(item, PlacedRule)]


def test_names_of_a_joint_mark_are_equally_wide_and_file_stands_in_their_middle() -> None:
    names = [item for item in texts(with_head(joint_organs=THREE)) if item.colour == RED]
    first, second, third, word = names

    assert [item.text for item in names] == [*THREE, "文件"]
    assert {round(item.x, 2) for item in (first, second, third)} == {round(first.x, 2)}
    assert [item.width for item in (first, second)] == pytest.approx([third.width] * 2, abs=0.1)
    assert word.baseline == pytest.approx(second.baseline, abs=0.05)
    assert (first.x + word.x + word.width) / 2 == pytest.approx(106, abs=0.2)


def test_red_paper_shows_neither_mark_nor_line_and_moves_nothing() -> None:
    plain, bare = texts(with_head()), texts(with_head(preprinted=True))

    assert not [item for item in (*bare, *rules(with_head(preprinted=True))) if item.colour == RED]
    assert bare == [item for item in plain if item.colour != RED]


def test_a_letter_stands_on_its_sheet_as_in_the_word_file() -> None:
    report = with_head(letter=True, secrecy="机密★1年")
    page = letter_page("云峰县交通运输局", LAYOUT.measures)
    lines = [rule for rule in rules(report) if rule.colour == RED]
    number = next(item for item in texts(report) if item.text == "云交〔2026〕4号")

    tops = [rule.y1 - rule.weight / 2 for rule in lines]
    assert tops == pytest.approx([rule.top_mm for rule in page.rules], abs=0.02)
    assert {(round(rule.x1, 1), round(rule.x2, 1)) for rule in lines} == {(20.0, 190.0)}
    assert number.x + number.width == pytest.approx(184, abs=0.1)
    assert set_pages(a_manuscript(report), LAYOUT).pages[0].number is None
    assert not [rule for rule in rules(report, -1) if rule.colour != RED]


def test_names_of_several_seals_stand_over_each_other_and_over_the_date() -> None:
    found = [item for item in texts(signed(issuing_organ_signature="、".join(THREE)), -1)
             if item.place.field == "issuing_organ_signature"]
    (upper, lower) = seal_rows(THREE, "2026年2月20日", LAYOUT.measures)

    middles = [(item.x + item.width / 2 - 28.01) * 56.6929 for item in found]
    assert middles == pytest.approx([*upper.centres, *lower.centres], abs=3)
    assert found[0].baseline == found[1].baseline < found[2].baseline


def test_a_post_leaves_room_for_its_stamp() -> None:
    post = next(item for item in texts(signed(stamp_posts=("局长",)), -1) if item.place.field == "stamp_posts")

    assert post.x + post.width == pytest.approx(184 - 12 * CHARACTER, abs=0.05)
