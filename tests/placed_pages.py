"""Paged documents made by hand, for tests of what shows and prints them."""

from __future__ import annotations

from exporters.pages.placed import BLACK, OutlineEntry, Page, PagedDocument, Placed, PlacedRule, PlacedText
from models.domain.place import INTRODUCTION, Place

RED = "FF0000"
ADVANCE = 5.5  # millimetres


def a_text(
    text: str, x: float = 28.0, baseline: float = 45.0, start: int = 0, face: str = "仿宋_GB2312", pt: float = 16.0,
    advance: float = ADVANCE, colour: str = BLACK, scale_percent: int = 100, task: str = INTRODUCTION,
) -> PlacedText:
    """Return `text` as it stands in the introduction from `start` on."""
    place = Place(task, "", "introduction", start, 10_000) if task else Place()
    advances = tuple(advance / 2 if character.isascii() else advance for character in text)
    return PlacedText(x, baseline, text, face, pt, advances, colour, False, scale_percent, place)


def a_page(*items: Placed, number: int = 1, width: float = 210.0, height: float = 297.0) -> Page:
    """Return a page of `items` with its page number."""
    foot = a_text(f"— {number} —", 150, 275, face="宋体", pt=14, advance=3, task="")
    return Page((*items, foot), number, width, height)


def a_document(pages: int = 3) -> PagedDocument:
    """Return `pages` pages of two lines each, the first with a red line, with a heading each."""
    made, outline, start = [], [], 0
    for number in range(1, pages + 1):
        heading = f"第{number}部分一、规范执法"
        line = f"全年办结案件{number}件，依法行政Abc。"
        items: tuple[Placed, ...] = (
            a_text(heading, start=start, face="黑体"), a_text(line, baseline=55, start=start + len(heading)))
        if number == 1:
            items += (PlacedRule(28, 100, 184, 100, 0.35, RED),)
        start += len(heading) + len(line)
        made.append(a_page(*items, number=number))
        outline.append(OutlineEntry(1 if number % 2 else 2, heading, number - 1, 40.0))
    return PagedDocument(tuple(made), tuple(outline), "2025年法治政府建设年度报告", "云峰县交通运输局")
