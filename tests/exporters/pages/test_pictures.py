from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from exporters.docx.writer import write_manuscript
from exporters.pages.face_metrics import installed_metrics
from exporters.pages.placed import Page, PlacedPicture, PlacedText
from exporters.pages.setter import set_pages
from libreoffice_manner import LibreOffice
from models.domain.report import ExportForm
from models.layout.layout import TWIPS_PER_MM
from models.layout.loader import load_layout
from models.manuscript.compose import compose
from pictured import a_pictured_report
from rendered import lines_of_pages, lines_of_pdf, render, stand_in_fonts
from word_files import CREATED, a_manuscript, a_standard

FORMS = [("常用", ExportForm.SUBMISSION, 1.0), ("33476.2", ExportForm.PUBLIC, 1.0), ("常用", ExportForm.REVIEW, 1.5)]


@pytest.fixture(scope="module")
def pages() -> tuple[Page, ...]:
    """Return the pages of a report with pictures of all shapes."""
    return set_pages(a_manuscript(a_pictured_report()), load_layout()).pages


def pictures(page: Page) -> list[PlacedPicture]:
    return [each for each in page.items if isinstance(each, PlacedPicture)]


def test_every_picture_stands_inside_the_text_area_in_its_own_shape(pages: tuple[Page, ...]) -> None:
    shown = [(page, each) for page in pages for each in pictures(page)]

    assert len(shown) == 20
    for page, each in shown:
        left, top, right, bottom = (28, 37, 26, 35) if page.width < page.height else (35, 28, 37, 26)
        assert each.x >= left - 0.1 and each.x + each.width <= page.width - right + 0.1
        assert each.y >= top - 0.1 and each.y + each.height <= page.height - bottom + 0.1


def test_no_picture_lies_on_words_or_on_another(pages: tuple[Page, ...]) -> None:
    for page in pages:
        shown = sorted(pictures(page), key=lambda each: each.y)
        assert all(above.y + above.height <= below.y for above, below in pairwise(shown))
        for each in shown:
            inside = [item.text for item in page.items if isinstance(item, PlacedText)
                      and each.y < item.baseline < each.y + each.height and not item.turned and item.x > 26]
            assert not inside


def test_words_stand_right_under_their_picture_on_its_page(pages: tuple[Page, ...]) -> None:
    pitch = load_layout().measures.line_pitch_twips / TWIPS_PER_MM
    told = 0
    for page in pages:
        for each in (item for item in page.items if isinstance(item, PlacedText)):
            if each.text.startswith("图") and each.place.start == each.place.end and each.text[1:2].isdigit():
                told += 1
                above = max((shown.y + shown.height for shown in pictures(page) if shown.y < each.baseline), default=0)
                assert 0 < each.baseline - above < pitch

    assert told == 18


def test_a_picture_points_to_its_place_in_the_report(pages: tuple[Page, ...]) -> None:
    places = {(each.place.entry, each.place.field) for page in pages for each in pictures(page)}

    assert {("t-wide", "picture:0"), ("t-wide", "picture:1"), ("pr", "picture:0"), ("x1", "picture:3")} <= places


@pytest.mark.layout
def test_lines_stand_where_libreoffice_sets_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fonts = stand_in_fonts()
    if fonts is None:
        pytest.skip("the stand-in fonts of the layout check are not here")
    monkeypatch.setenv("FONTCONFIG_FILE", str(fonts))
    installed_metrics.cache_clear()
    documents = [(compose(a_pictured_report(), a_standard(), form), load_layout(profile, "方正", spacing))
                 for profile, form, spacing in FORMS]
    files = [tmp_path / f"{number}.docx" for number in range(len(documents))]
    for file, (manuscript, layout) in zip(files, documents, strict=True):
        write_manuscript(manuscript, layout, file, CREATED)

    for path, (manuscript, layout) in zip(render(files, fonts, tmp_path), documents, strict=True):
        made = set_pages(manuscript, layout, installed_metrics(layout), LibreOffice()).pages
        ours, theirs = lines_of_pages(made), lines_of_pdf(path)
        assert len(ours) == len(theirs)
        for page, here, there in zip(made, ours, theirs, strict=True):
            if page.width > page.height:  # the page number of a turned page is no line of its text
                here = [line for line in here if not line.text.startswith("—")]
            assert [line.text for line in here] == [line.text for line in there]
            for mine, its in zip(here, there, strict=True):
                assert mine.baseline == pytest.approx(its.baseline, abs=0.1), mine.text
    installed_metrics.cache_clear()
