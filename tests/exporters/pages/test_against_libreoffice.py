"""Our pages against LibreOffice's rendering of our Word file, line by line; the whole corpus by `page_lines.py`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from exporters.docx.writer import write_manuscript
from exporters.pages.face_metrics import installed_metrics
from exporters.pages.setter import foot_pages, set_pages
from libreoffice_manner import LibreOffice
from models.domain.organ import OrganKind
from models.domain.report import ExportForm
from models.layout.layout import Layout
from models.layout.loader import load_layout
from models.manuscript.blocks import Manuscript, ManuscriptColophon, Paragraph
from models.manuscript.compose import compose
from models.samples import sample_report
from models.standards.loader import load_standard
from page_documents import COPIES
from rendered import StoodLine, lines_of_pages, lines_of_pdf, render, stand_in_fonts
from word_files import CREATED, a_long_report, a_manuscript

pytestmark = pytest.mark.layout
BEARING = 2.5  # millimetres: ink begins somewhere in the cell of its character


def documents() -> list[tuple[Manuscript, Layout]]:
    """Return a document in each profile: a long one for submission and the sample as it is published."""
    public = compose(sample_report(), load_standard(OrganKind.DEPARTMENT), ExportForm.PUBLIC)
    return [(a_manuscript(a_long_report()), load_layout("常用")), (public, load_layout("33476.2"))]


@pytest.fixture
def fonts(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the stand-in fonts of the layout check to this process and to LibreOffice."""
    found = stand_in_fonts()
    if found is None:
        pytest.skip("the stand-in fonts of the layout check are not here")
    monkeypatch.setenv("FONTCONFIG_FILE", str(found))
    installed_metrics.cache_clear()
    yield found
    installed_metrics.cache_clear()


def test_every_line_has_the_same_characters_on_the_same_page_at_the_same_place(fonts: Path, tmp_path: Path) -> None:
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


def test_a_colophon_that_would_meet_the_signature_leaves_it_where_it_is(fonts: Path, tmp_path: Path) -> None:
    layout = load_layout("33476.2")
    copies = ManuscriptColophon(copy_recipients="，".join(COPIES), distributing_organ="云峰县交通运输局办公室")
    manuscript = next(each for n in range(12, 40) if foot_pages(each := of_lines(n, copies), layout) == 1)
    file = tmp_path / "full.docx"
    write_manuscript(manuscript, layout, file, CREATED)

    ours, theirs = set_pages(manuscript, layout).pages, lines_of_pdf(*render([file], fonts, tmp_path))

    assert [page[0].text for page in theirs] == [page[0].text for page in lines_of_pages(ours)]
    assert theirs[-1][0].text.startswith("抄送：")


def of_lines(count: int, colophon: ManuscriptColophon) -> Manuscript:
    """Return a document of `count` lines without a digit, signed, with `colophon`."""
    text = tuple(Paragraph("年度工作。") for _ in range(count))
    return replace(a_manuscript(), blocks=text, colophon=colophon)


def texts(pages: list[list[StoodLine]]) -> list[list[str]]:
    return [[line.text for line in page] for page in pages]


def flat(pages: list[list[StoodLine]]) -> list[StoodLine]:
    return [line for page in pages for line in page]
