"""Turned pages for wide tables, and the 版记 on an even page, in the Word file (7.4, 7.5, 8)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import a_report
from exporters.pages.placed import PlacedText
from exporters.pages.setter import foot_pages, set_pages
from models.domain.report import Attachment, ExportForm, Report
from models.layout.loader import load_layout
from models.manuscript.compose import Manuscript
from word_files import WordFile, a_manuscript, attribute, text_of, written

WIDE = Attachment("w", "宽表", "", (("甲", "乙"), ("1", "2")), landscape=True)
TALL = Attachment("t", "说明", "一段话。")


def sections(file: WordFile) -> list[str]:
    """Return upright or turned for each section, in order."""
    return ["turned" if attribute(each, "w:pgSz", "orient") == "landscape" else "upright"
            for each in file.find("//w:sectPr")]


def of_lines(count: int, even: bool = True) -> Manuscript:
    """Return a report of `count` lines and more, its 版记 asked for on an `even` page."""
    report = a_report(introduction="\n".join("年度工作。" for _ in range(count)))
    return a_manuscript(replace(report, colophon=replace(report.colophon, colophon_on_even_page=even)))


def breaks_before_colophon(file: WordFile) -> bool:
    """Return whether the 版记 begins a page by force."""
    anchor = file.find("//w:body/w:p[.//wp:docPr/@name='版记']")[0]
    return bool(anchor.findall("w:pPr/w:pageBreakBefore", anchor.nsmap))


def with_attachments(*attachments: Attachment) -> Report:
    return a_report(attachments=attachments)


@pytest.mark.parametrize(("attachments", "kinds"), [
    ((TALL,), ["upright"]),
    ((WIDE,), ["upright", "turned", "upright"]),
    ((TALL, WIDE, replace(WIDE, id="x"), replace(TALL, id="y")), ["upright", "turned", "upright"]),
], ids=["none", "last", "between"])
def test_a_wide_attachment_has_pages_of_its_own(attachments: tuple[Attachment, ...], kinds: list[str]) -> None:
    file = written(a_manuscript(with_attachments(*attachments)))

    assert sections(file) == kinds
    feet = [name for name in file.parts if name.startswith("word/footer")]
    assert len(feet) == (4 if WIDE in attachments else 2)


def test_a_turned_page_has_the_margins_of_the_sheet_that_was_turned() -> None:
    _, section, _ = written(a_manuscript(with_attachments(WIDE))).find("//w:sectPr")

    size = [attribute(section, "w:pgSz", name) for name in ("w", "h")]
    margins = [attribute(section, "w:pgMar", name) for name in ("top", "right", "bottom", "left")]
    assert (size, margins) == (["16838", "11906"], ["1588", "2098", "1474", "1984"])


def test_the_table_of_a_turned_page_fills_its_width() -> None:
    table = written(a_manuscript(with_attachments(WIDE))).find("//w:body/w:tbl")[-1]

    assert attribute(table, "w:tblPr/w:tblW", "w") == str(16838 - 1984 - 2098)


def test_the_number_of_a_turned_page_stands_where_it_does_on_others() -> None:
    file = written(a_manuscript(with_attachments(WIDE)))
    odd, even = (f"word/footer{number}.xml" for number in (3, 4))

    for name in (odd, even):
        x, y = (int(each.text or "") / 36000 for each in file.find("//wp:posOffset", name))
        assert (x, y) == pytest.approx((1428 / 56.693, 28), abs=0.05)
        assert file.find("//wps:bodyPr", name)[0].get("vert") == "vert"
        assert "PAGE" in "".join(file.xml(name).itertext())
    sides = [attribute(file.find("//w:p[w:pPr/w:pStyle/@w:val='PageNumber']", name)[0], "w:pPr/w:jc", "val")
             for name in (odd, even)]
    assert sides == ["right", "left"]


@pytest.mark.parametrize("pages", [0, 1, 2])
def test_the_colophon_is_moved_to_an_even_page(pages: int) -> None:
    layout = load_layout()
    manuscript = next(each for each in map(of_lines, range(40)) if foot_pages(each, layout) == pages)
    file = written(manuscript, layout)

    assert breaks_before_colophon(file) is (pages > 0)
    assert len(file.find("//w:sectPr")) == (2 if pages == 2 else 1)


@pytest.mark.parametrize("pages", [0, 1])
def test_the_colophon_that_would_meet_the_text_begins_a_page(pages: int) -> None:
    layout = load_layout()
    manuscript = next(each for n in range(40) if foot_pages(each := of_lines(n, even=False), layout) == pages)

    assert breaks_before_colophon(written(manuscript, layout)) is (pages > 0)


def test_behind_a_turned_page_the_colophon_begins_a_page_without_force() -> None:
    """Its section does so already."""
    rows = tuple((str(number), "件") for number in range(60))
    report = with_attachments(replace(WIDE, table=rows))

    assert not breaks_before_colophon(written(a_manuscript(report)))


def test_a_blank_page_and_the_colophon_behind_it_bear_no_number() -> None:
    layout = load_layout()
    manuscript = next(each for each in map(of_lines, range(40)) if foot_pages(each, layout) == 2)
    file = written(manuscript, layout)

    assert [text_of(file.xml(f"word/footer{number}.xml")) for number in (3, 4)] == ["", ""]
    references = file.find("//w:body/w:sectPr/w:footerReference")
    assert [each.get(f"{{{each.nsmap['w']}}}type") for each in references] == ["default", "even"]


def test_the_first_page_of_a_letter_alone_is_without_a_number() -> None:
    report = with_attachments(WIDE)
    file = written(a_manuscript(replace(report, head=replace(report.head, letter=True))))

    assert [bool(each.findall("w:titlePg", each.nsmap)) for each in file.find("//w:sectPr")] == [True, False, False]


@pytest.mark.parametrize("report", [
    a_report(), a_report(attachments=(TALL,)), replace(a_report(), parts=(), introduction="", closing="")],
    ids=["text", "attachment", "hardly anything"])
def test_nothing_follows_the_text_of_a_file_without_colophon(report: Report) -> None:
    """An empty paragraph would make a blank page behind a last page that is full."""
    public = a_manuscript(report, ExportForm.PUBLIC)
    assert public.colophon is None

    last = written(public).find("//w:body/w:p")[-1]

    assert text_of(last)


def test_a_file_that_ends_in_a_table_has_a_paragraph_behind_it() -> None:
    public = a_manuscript(a_report(attachments=(replace(WIDE, landscape=False),)), ExportForm.PUBLIC)

    *_, last, section = written(public).find("//w:body/*")

    assert (last.tag.rpartition("}")[2], text_of(last)) == ("p", "")
    assert section.tag.endswith("sectPr")


@pytest.mark.parametrize("attachments", [(WIDE,), (TALL, WIDE, TALL)], ids=["last", "between"])
def test_our_pages_turn_where_those_of_the_word_file_do(attachments: tuple[Attachment, ...]) -> None:
    named = tuple(replace(each, id=str(number)) for number, each in enumerate(attachments))
    pages = set_pages(a_manuscript(with_attachments(*named)), load_layout()).pages

    lying = [page for page in pages if page.width > page.height]
    assert [(round(page.width), round(page.height)) for page in lying] == [(297, 210)]
    number = [item for item in lying[0].items if isinstance(item, PlacedText) and item.turned]
    assert "".join(item.text for item in number) == f"— {lying[0].number} —"
    assert all(item.x < 35 for item in number)
    assert pages[-1].height > pages[-1].width
