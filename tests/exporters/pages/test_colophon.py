"""版记, page numbers and the mark of a draft on the page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from exporters.pages.colophon import bears_number, foot_page
from exporters.pages.placed import Page, PlacedRule, PlacedText
from exporters.pages.setter import set_pages
from models.layout.loader import load_layout
from models.manuscript.blocks import Manuscript, ManuscriptColophon, Paragraph
from page_documents import COPIES
from word_files import a_manuscript

LAYOUT = load_layout()


def texts(page: Page) -> list[PlacedText]:
    return [item for item in page.items if isinstance(item, PlacedText)]


def rules(page: Page) -> list[PlacedRule]:
    return [item for item in page.items if isinstance(item, PlacedRule) and item.colour == "000000"]


def of_lines(count: int, even: bool = False) -> Manuscript:
    """Return a document without head, title lines, signature: `count` lines and a 版记, asked for on an `even` page."""
    manuscript = replace(a_manuscript(), head=None, main_recipients="", signature="", date_of_issue="", remark="")
    lines = tuple(Paragraph("年度工作。") for _ in range(count))
    return replace(manuscript, blocks=lines, colophon_on_even_page=even)


@pytest.mark.parametrize(("pages", "fits", "even", "page", "numbered"), [
    (3, True, False, 3, True), (3, False, False, 4, True), (4, True, True, 4, True),
    (3, True, True, 4, True), (3, False, True, 4, True), (4, False, True, 6, False),
])
def test_the_page_of_the_colophon(pages: int, fits: bool, even: bool, page: int, numbered: bool) -> None:
    assert foot_page(pages, fits, even) == page
    assert bears_number(page, pages, page) is numbered
    assert bears_number(pages, pages, page)


def test_rules_are_of_their_weights_and_the_last_ends_at_the_foot_of_the_page() -> None:
    first, middle, last = rules(set_pages(a_manuscript(), load_layout()).pages[-1])

    assert [round(rule.weight, 2) for rule in (first, middle, last)] == [0.35, 0.26, 0.35]
    assert last.y1 + last.weight / 2 == pytest.approx(262, abs=0.05)
    assert {round(rule.x2 - rule.x1, 1) for rule in (first, middle, last)} == {156.0}


def test_many_recipients_wrap_under_the_first() -> None:
    colophon = ManuscriptColophon("中共云峰县委", "，".join(COPIES * 2), "云峰县交通运输局办公室", "2026年2月20日")
    page = set_pages(replace(a_manuscript(), colophon=colophon), load_layout()).pages[-1]

    lines = [item for item in texts(page) if item.size_pt == 14 and item.face == "仿宋_GB2312"]
    starts = sorted({round(line.x, 1) for line in lines if line.baseline < 255})
    assert [line.text for line in lines if line.baseline < 255][:2] == ["主送：", "中共云峰县委。"]
    assert starts == pytest.approx([32.9, 47.8], abs=0.1)
    hanging = 14 * 25.4 / 72  # a mark at the end of a line may stand outside
    assert max(line.x + line.width for line in lines) <= 184 - 4.9 + 0.1 + hanging


def test_a_colophon_without_copies_is_one_row() -> None:
    colophon = ManuscriptColophon(distributing_organ="云峰县交通运输局办公室", distribution_date="2026年2月20日")

    assert len(rules(set_pages(replace(a_manuscript(), colophon=colophon), load_layout()).pages[-1])) == 2


@pytest.mark.parametrize("lines", range(8, 24))
@pytest.mark.parametrize("even", [False, True], ids=["any page", "even page"])
def test_text_and_colophon_never_meet(lines: int, even: bool) -> None:
    pages = set_pages(of_lines(lines, even), LAYOUT).pages

    first = rules(pages[-1])[0]
    running = [item for item in texts(pages[-1]) if item.size_pt == 16]
    assert all(item.baseline + 0.14 * 5.64 < first.y1 for item in running)
    assert not any(rules(page) for page in pages[:-1])
    assert not even or len(pages) % 2 == 0


def test_a_blank_page_and_the_colophon_behind_it_bear_no_number() -> None:
    lines = next(count for count in range(20, 60) if len(set_pages(of_lines(count, True), LAYOUT).pages) == 4)

    pages = set_pages(of_lines(lines, True), LAYOUT).pages
    assert [page.number for page in pages] == [1, 2, None, None]
    assert not pages[2].items
    assert not any("—" in item.text for item in texts(pages[3]))
    assert rules(pages[3])


def test_odd_pages_are_numbered_on_the_right_and_even_ones_on_the_left() -> None:
    pages = set_pages(of_lines(60), load_layout()).pages

    feet = [texts(page)[-1] for page in pages]
    assert [foot.text for foot in feet] == [f"— {number} —" for number in range(1, len(pages) + 1)]
    assert {(foot.face, foot.size_pt) for foot in feet} == {("宋体", 14)}
    assert feet[0].x + feet[0].width == pytest.approx(184 - 4.94, abs=0.05)
    assert feet[1].x == pytest.approx(28 + 4.94, abs=0.05)


def test_a_draft_says_so_on_every_page_above_the_text() -> None:
    pages = set_pages(replace(of_lines(60), draft_mark="草稿"), load_layout()).pages

    marks = [texts(page)[0] for page in pages]
    assert {(mark.text, mark.face) for mark in marks} == {("草稿", "黑体")}
    assert all(mark.baseline < 37 and mark.x + mark.width / 2 == pytest.approx(106, abs=0.05) for mark in marks)
