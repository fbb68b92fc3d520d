"""Our pages against LibreOffice's rendering of our Word file, line by line; the whole corpus by `page_lines.py`."""

from __future__ import annotations

from pathlib import Path

import pytest
from exporters.docx.writer import write_manuscript
from exporters.pages.face_metrics import installed_metrics
from exporters.pages.setter import set_pages
from libreoffice_manner import LibreOffice
from models.domain.organ import OrganKind
from models.domain.report import ExportForm
from models.layout.layout import Layout
from models.layout.loader import load_layout
from models.manuscript.blocks import Manuscript
from models.manuscript.compose import compose
from models.samples import sample_report
from models.standards.loader import load_standard
from rendered import StoodLine, lines_of_pages, lines_of_pdf, render, stand_in_fonts
from word_files import CREATED, a_long_report, a_manuscript

pytestmark = pytest.mark.layout
BEARING = 2.5  # millimetres: ink begins somewhere in the cell of its character


def documents() -> list[tuple[Manuscript, Layout]]:
    """Return a document in each profile: a long one for submission and the sample as it is published."""
    public = compose(sample_report(), load_standard(OrganKind.DEPARTMENT), ExportForm.PUBLIC)
    return [(a_manuscript(a_long_report()), load_layout("常用")), (public, load_layout("33476.2"))]


def test_every_line_has_the_same_characters_on_the_same_page_at_the_same_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts = stand_in_fonts()
    if fonts is None:
        pytest.skip("the stand-in fonts of the layout check are not here")
    monkeypatch.setenv("FONTCONFIG_FILE", str(fonts))
    installed_metrics.cache_clear()
    files = [tmp_path / f"{number}.docx" for number in range(len(documents()))]
    for file, (manuscript, layout) in zip(files, documents(), strict=True):
        write_manuscript(manuscript, layout, file, CREATED)

    for path, (manuscript, layout) in zip(render(files, fonts, tmp_path), documents(), strict=True):
        ours = lines_of_pages(set_pages(manuscript, layout, installed_metrics(layout), LibreOffice()).pages)
        theirs = lines_of_pdf(path)

        assert texts(ours) == texts(theirs)
        for here, there in zip(flat(ours), flat(theirs), strict=True):
            assert here.baseline == pytest.approx(there.baseline, abs=0.1), here.text
            assert here.x == pytest.approx(there.x, abs=BEARING), here.text
    installed_metrics.cache_clear()


def texts(pages: list[list[StoodLine]]) -> list[list[str]]:
    return [[line.text for line in page] for page in pages]


def flat(pages: list[list[StoodLine]]) -> list[StoodLine]:
    return [line for page in pages for line in page]
