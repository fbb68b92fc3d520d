"""Every kind of page measured by the specification, and wrong measures caught by the same measuring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import page_documents
import pytest
from exporters.pages.placed import Page, PlacedRule, PlacedText, moved_down
from exporters.pages.setter import set_pages
from measured_pages import Measuring
from models.layout.loader import PROFILES, load_layout
from models.manuscript.blocks import Paragraph
from page_rows import rows_of

DOCUMENTS = page_documents.documents()


def faults(pages: tuple[Page, ...], document: page_documents.PageDocument, profile: str = "常用") -> set[str]:
    """Return the numbers of the points that are wrong on `pages`."""
    measured = Measuring(pages, document.manuscript, profile, document.spacing).all()
    return {point.name.split()[0] for point in measured if not point.good}


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_point_is_within_half_a_millimetre(name: str, profile: str) -> None:
    document = DOCUMENTS[name]
    pages = set_pages(document.manuscript, document.layout(profile)).pages

    measured = Measuring(pages, document.manuscript, profile, document.spacing).all()

    assert [point for point in measured if not point.good] == []
    assert len({point.name.split()[0] for point in measured}) >= (11 if document.manuscript.head is None else 16)


@pytest.mark.parametrize(("changes", "point"), [
    ({"line_pitch_twips": 580}, "O3"), ({"line_pitch_twips": 560}, "O3"),
    ({"mark_top_mm": 30}, "O8"), ({"head_gap_lines": 1}, "O9"), ({"side_indent_characters": 0}, "O10"),
    ({"red_line_gap_mm": 5.4}, "O11"), ({"title_gap_lines": 1}, "O12"), ({"recipients_gap_lines": 0}, "O13"),
    ({"left_margin_twips": 1701}, "O15"), ({"body_indent_characters": 1}, "O15"), ({"top_margin_twips": 2154}, "O3"),
    ({"sealed_date_right_characters": 2}, "O20"), ({"attachment_title_gap_lines": 2}, "O24"),
    ({"colophon_outer_rule_eighths": 4}, "O25"), ({"colophon_pt": 12.0}, "O26"),
    ({"footer_distance_twips": 1587}, "O28"),
    ({"page_number_pt": 10.5}, "O28"),
], ids=lambda value: str(value))
def test_a_wrong_measure_is_caught(changes: dict[str, Any], point: str) -> None:
    document = DOCUMENTS["长报告"]
    layout = load_layout()

    wrong = replace(layout, measures=layout.measures._replace(**changes))

    assert point in faults(set_pages(document.manuscript, wrong).pages, document)


@pytest.mark.parametrize(("changes", "point"), [
    ({"unsealed_right_characters": 4}, "O19"), ({"unsealed_date_offset_characters": 0}, "O19"),
    ({"body_indent_characters": 3}, "O23"),
], ids=lambda value: str(value))
def test_a_wrong_measure_of_an_unsealed_report_is_caught(changes: dict[str, Any], point: str) -> None:
    document = DOCUMENTS["涉密不盖章"]
    layout = load_layout()

    wrong = replace(layout, measures=layout.measures._replace(**changes))

    assert point in faults(set_pages(document.manuscript, wrong).pages, document)


def test_a_hyphen_in_the_page_number_is_caught() -> None:
    document = DOCUMENTS["长报告"]
    layout = load_layout()

    wrong = replace(layout, words=layout.words._replace(page_number_dash="-"))

    assert "O28" in faults(set_pages(document.manuscript, wrong).pages, document)


def test_a_first_page_without_text_is_caught() -> None:
    document = DOCUMENTS["长报告"]
    crowded = replace(document.manuscript, title_lines=tuple(f"第{number}行标题" for number in range(13)))
    document = document._replace(manuscript=crowded)

    assert "O14" in faults(set_pages(crowded, load_layout()).pages, document)


def shorter_red_line(page: Page) -> Page:
    """Return `page` with its red line 150 mm long."""
    return page._replace(items=tuple(
        item._replace(x1=item.x1 + 3, x2=item.x2 - 3) if isinstance(item, PlacedRule) else item for item in page.items))


def higher_colophon(page: Page) -> Page:
    """Return `page` with its 版记 7 mm higher."""
    return page._replace(items=tuple(
        moved_down(item, -7) if isinstance(item, PlacedRule) or _small(item) else item for item in page.items))


def _small(item: object) -> bool:
    return isinstance(item, PlacedText) and item.size_pt == 14 and item.baseline < 262


@pytest.mark.parametrize(("place", "change", "point"), [
    (0, shorter_red_line, "O11"), (-1, higher_colophon, "O25"),
], ids=["red line 150 mm", "版记 at 255 mm"])
def test_a_wrong_page_is_caught(place: int, change: Callable[[Page], Page], point: str) -> None:
    document = DOCUMENTS["样例"]
    pages = list(set_pages(document.manuscript, document.layout("常用")).pages)

    pages[place] = change(pages[place])

    assert point in faults(tuple(pages), document)


@pytest.mark.parametrize(("profile", "spacing", "characters"), [("常用", -5, 28), ("33476.2", -5, 28), ("常用", -4, 27)])
def test_a_page_of_one_character_is_the_grid_of_the_standard(profile: str, spacing: int, characters: int) -> None:
    layout = load_layout(profile)
    layout = replace(layout, measures=layout.measures._replace(body_spacing_twips=spacing))
    text = replace(DOCUMENTS["样例公开版"].manuscript, blocks=(Paragraph("国" * (28 * 22 * 3)),))

    rows = rows_of(set_pages(text, layout).pages[1], 1)[:-1]

    assert [len(row.marks) for row in rows] == [characters] * 22
