"""The web page of a manuscript: everything is there, in order, in tags that an editor keeps, and reads back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from builders import fixed_clock
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from word_files import a_long_report, a_manuscript

from exporters.web.html import html_bytes, html_fragment, write_html
from exporters.web.lines import Grid, pieces_of
from exporters.web.plain_text import plain_text
from models.domain.report import Attachment, ExportForm, Report
from models.importers import read_report
from models.layout.loader import load_layout, load_words
from models.manuscript.blocks import Heading, Manuscript, Paragraph, Table
from models.manuscript.compose import compose
from models.samples import sample_report
from models.standards.loader import load_standard

ANY = st.text(max_size=40)
KEPT_TAGS = {"html", "head", "body", "meta", "title", "article", "section", "h1", "h2", "h3", "h4", "h5", "p",
             "table", "thead", "tbody", "tr", "th", "td", "br"}


def page_of(manuscript: Manuscript) -> html.HtmlElement:
    return html.document_fromstring(html_bytes(manuscript, load_words()).decode("utf-8"))


def read_back(report: Report, form: ExportForm, folder: Path) -> tuple[Manuscript, Manuscript]:
    """Return the manuscript of `report` in `form`, and that of its web page read in."""
    standard = load_standard(report.organ.kind)
    manuscript = compose(report, standard, form)
    write_html(manuscript, load_layout(), folder / "报告.html", fixed_clock())
    return manuscript, compose(read_report(folder / "报告.html").report, standard, form)


@pytest.mark.parametrize("form", list(ExportForm))
def test_everything_printed_is_there_in_order(form: ExportForm) -> None:
    for report in (sample_report(), a_long_report()):
        manuscript = a_manuscript(report, form, "草稿")
        text = page_of(manuscript).text_content()
        at = 0
        for piece in pieces_of(manuscript, load_words()):
            for words in [cell for row in piece.rows for cell in row] if isinstance(piece, Grid) else [piece.text]:
                at = text.index(words, at) + len(words)


def test_the_headings_tell_the_structure() -> None:
    manuscript = a_manuscript(sample_report(), ExportForm.PUBLIC)
    page = page_of(manuscript)

    assert [each.text for each in page.iter("h1")] == [sample_report().head.title]
    headings = [each for each in manuscript.blocks if isinstance(each, Heading)]
    titles = [each.title for each in manuscript.attachments]
    printed = [(each.tag, each.text) for each in page.iter("h2", "h3", "h4", "h5")]
    assert printed == [(f"h{each.level + 1}", each.number + each.text) for each in headings] + [
        ("h2", title) for title in titles]
    assert len(list(page.iter("section"))) == len(titles)
    assert [cell.text for cell in page.iter("th")] == list(sample_report().attachments[0].table[0])


def test_nothing_in_it_is_lost_in_an_editor() -> None:
    page = page_of(a_manuscript(sample_report(), ExportForm.PUBLIC))

    assert {each.tag for each in page.iter()} <= KEPT_TAGS
    assert {name for each in page.iter() for name in each.attrib} <= {"style", "lang", "charset", "name", "content"}
    assert page.get("lang") == "zh-CN"
    assert not list(page.iterlinks())


@pytest.mark.parametrize("form", list(ExportForm))
def test_it_reads_back_as_it_was(form: ExportForm, tmp_path: Path) -> None:
    manuscript, again = read_back(sample_report(), form, tmp_path)

    assert plain_text(again, load_words()) == plain_text(manuscript, load_words())


def test_a_report_with_an_attachment_longer_than_itself_reads_back(tmp_path: Path) -> None:
    long = "\n".join(f"{month}月5日，组织第{month}次法治培训，参加人员30人，考试合格率100%。" for month in range(1, 13)) * 40
    report = replace(sample_report(), attachments=(Attachment("a", "培训记录", long),))

    manuscript, again = read_back(report, ExportForm.PUBLIC, tmp_path)

    assert plain_text(again, load_words()) == plain_text(manuscript, load_words())


def test_the_fragment_for_the_clipboard_is_what_stands_in_the_page() -> None:
    manuscript = a_manuscript(sample_report(), ExportForm.PUBLIC)
    fragment = html_fragment(manuscript, load_words())

    assert fragment.startswith("<h1") and "<html" not in fragment
    assert fragment in html_bytes(manuscript, load_words()).decode("utf-8")


@given(st.lists(st.tuples(ANY, st.integers(0, 4)), max_size=6), ANY, st.lists(st.lists(ANY, min_size=1, max_size=3)))
@settings(max_examples=settings.default.max_examples // 2)
def test_any_text_makes_a_sound_page(pieces: list[tuple[str, int]], name: str, cells: list[list[str]]) -> None:
    blocks = tuple(
        Heading(level, "一、", text) if level else Paragraph(text, 2, "（一）", len(text) // 2) for text, level in pieces)
    table = Table(tuple(tuple(row) for row in cells))
    manuscript = replace(
        a_manuscript(), blocks=(*blocks, table), signature=name, organ=name, plain_title=name, title_lines=(name,))

    article = page_of(manuscript).find(".//article")

    assert article is not None
    printed = "".join("".join(each.itertext()) for each in article.iter("p", "h1", "h2", "h3", "h4", "h5"))
    assert _visible(printed) == _visible("".join(
        piece.text for piece in pieces_of(manuscript, load_words()) if not isinstance(piece, Grid)))
    assert len(list(article.iter("th", "td"))) >= sum(map(len, cells))


def _visible(text: str) -> str:
    return "".join(text.split())
