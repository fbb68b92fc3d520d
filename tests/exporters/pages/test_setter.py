"""Whole documents set on pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import pytest
from exporters.legal import legal
from exporters.pages import lines
from exporters.pages.body import body
from exporters.pages.flow import FlowLine
from exporters.pages.placed import Page, PagedDocument, PlacedText
from exporters.pages.setter import first_pages, set_pages, setting_for
from hypothesis import given, settings
from hypothesis import strategies as st
from models.layout.layout import TWIPS_PER_MM
from models.layout.loader import PROFILES, load_layout
from models.manuscript.blocks import Block, Heading, Manuscript, Paragraph, Table
from models.samples import sample_report
from word_files import a_long_report, a_manuscript

LAYOUT = load_layout()
MEASURES = LAYOUT.measures
TEXT = st.text(st.sampled_from("法治政府，。、”“（）—…12.%aB \t\n\x0b") | st.characters(), max_size=90)


def texts(items: Iterable[object]) -> str:
    """Return the texts of `items` without their white space."""
    return "".join("".join(item.text.split()) for item in items if isinstance(item, PlacedText))


def texts_of(pages: Iterable[Page]) -> str:
    return "".join(texts(page.items) for page in pages)


def words(blocks: Iterable[Block]) -> str:
    """Return the texts of `blocks` as they are printed, without their white space."""
    pieces = []
    for block in blocks:
        if isinstance(block, Table):
            pieces += [cell for row in block.rows for cell in row]
        else:
            pieces.append(block.number + block.text)
    return "".join(legal("".join(pieces)).split())


def body_items(page: Page) -> list[PlacedText]:
    """Return the runs of text that stand in the 版心 of `page`."""
    foot = (MEASURES.page_height_twips - MEASURES.bottom_margin_twips) / TWIPS_PER_MM
    return [item for item in page.items if isinstance(item, PlacedText) and item.baseline < foot]


@pytest.mark.parametrize("profile", PROFILES)
def test_a_page_of_text_is_22_lines_of_28_characters(profile: str) -> None:
    manuscript = replace(a_manuscript(), head=None, title_lines=(), main_recipients="", signature="", date_of_issue="",
                         remark="", attachments=(), attachment_notes=(), colophon=None,
                         blocks=(Paragraph("甲"), Paragraph("法" * 26 + "治" * 28 * 60)))

    second = body_items(set_pages(manuscript, load_layout(profile)).pages[1])

    assert [len(item.text) for item in second] == [28] * 22


def test_body_lines_stand_where_the_standard_wants_them() -> None:
    page = set_pages(a_manuscript(a_long_report()), LAYOUT).pages[1]
    runs = body_items(page)

    assert {round(item.x, 1) for item in runs if item.face == LAYOUT.faces.body} >= {28.0, 39.1}
    pitch = MEASURES.line_pitch_twips / TWIPS_PER_MM
    first = 37 + 0.8 * pitch
    for item in runs:
        assert ((item.baseline - first) / pitch) == pytest.approx(round((item.baseline - first) / pitch), abs=0.01)


def test_every_heading_is_in_the_outline_in_order_on_its_page() -> None:
    manuscript = a_manuscript(a_long_report())
    document = set_pages(manuscript, LAYOUT)

    headings = [(block.level, block.number + block.text) for block in manuscript.blocks if isinstance(block, Heading)]
    assert [(entry.level, entry.text) for entry in document.outline][:len(headings)] == headings
    for entry in document.outline[:len(headings)]:
        found = [item for item in document.pages[entry.page].items
                 if isinstance(item, PlacedText) and entry.y < item.baseline < entry.y + 10.3]
        assert entry.text.startswith("".join(item.text for item in found[:2])[:20])


def test_the_first_page_is_set_without_those_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    manuscript = a_manuscript(a_long_report())
    whole = set_pages(manuscript, LAYOUT)
    lines.break_lines.cache_clear()
    fresh = replace(manuscript, blocks=tuple(
        replace(block, text=f"{block.text}。") if isinstance(block, Paragraph) else block
        for block in manuscript.blocks))

    first, = first_pages(fresh, LAYOUT, 1)

    assert len(whole.pages) > 10
    assert lines.break_lines.cache_info().misses < 25
    assert first.number == 1


def test_a_key_sets_one_paragraph_anew() -> None:
    manuscript = a_manuscript(a_long_report())
    set_pages(manuscript, LAYOUT)
    at = next(index for index, block in enumerate(manuscript.blocks) if isinstance(block, Paragraph))
    block = manuscript.blocks[at]
    assert isinstance(block, Paragraph)
    typed = (*manuscript.blocks[:at], replace(block, text=block.text + "改"), *manuscript.blocks[at + 1:])
    before = lines.break_lines.cache_info().misses

    set_pages(replace(manuscript, blocks=typed), LAYOUT)

    assert lines.break_lines.cache_info().misses <= before + 2  # the 版记 may be set anew too


def test_runs_know_where_their_characters_stand_in_the_report() -> None:
    manuscript = a_manuscript(a_long_report())
    paragraphs = {block.place: block.text for block in manuscript.blocks if isinstance(block, Paragraph)}
    by_field = {(place.task, place.entry, place.field, place.end): (place, text) for place, text in paragraphs.items()}

    seen = 0
    for page in set_pages(manuscript, LAYOUT).pages:
        for item in body_items(page):
            found = by_field.get((item.place.task, item.place.entry, item.place.field, item.place.end))
            if found is None:
                continue
            place, text = found
            start = item.place.start - place.start
            assert text[start:start + len(item.text)] == item.text
            seen += 1
    assert seen > 200


@pytest.mark.parametrize("make", [sample_report, a_long_report], ids=["sample", "long"])
@pytest.mark.parametrize("profile", PROFILES)
def test_every_block_of_whole_reports_stands_on_the_pages_in_order(make: object, profile: str) -> None:
    assert callable(make)
    manuscript = a_manuscript(make())
    text = "".join(texts(body_items(page)) for page in set_pages(manuscript, load_layout(profile)).pages)

    at = 0
    for block in (*manuscript.blocks, *(each for part in manuscript.attachments for each in part.blocks)):
        if isinstance(block, Table):
            continue
        for piece in (block.number, block.text[:20], block.text[-8:]):
            at = text.index("".join(piece.split()), at)


BLOCKS = st.lists(st.one_of(
    st.builds(Heading, st.integers(1, 4), st.just("一、"), TEXT),
    st.builds(Paragraph, TEXT, st.integers(0, 4), st.sampled_from(("", "（一）")), st.integers(0, 30)),
    st.builds(Table, st.lists(st.lists(TEXT, min_size=1, max_size=4).map(tuple), max_size=4).map(tuple)),
), max_size=12).map(tuple)


@given(BLOCKS)
@settings(max_examples=settings.default.max_examples // 2)
def test_no_character_of_any_text_is_lost_or_doubled(blocks: tuple[Block, ...]) -> None:
    flow: list[FlowLine] = list(body(blocks, setting_for(LAYOUT)))

    set_texts = Counter("".join(texts(line.items) for line in flow))
    assert set_texts == Counter(words(blocks))
    plain = tuple(block for block in blocks if not isinstance(block, Table))
    assert "".join(texts(line.items) for line in body(plain, setting_for(LAYOUT))) == words(plain)


@given(BLOCKS)
@settings(max_examples=settings.default.max_examples // 4)
def test_any_blocks_make_pages_that_hold_them(blocks: tuple[Block, ...]) -> None:
    manuscript: Manuscript = replace(a_manuscript(), blocks=blocks)
    document: PagedDocument = set_pages(manuscript, LAYOUT)

    lacking = Counter(words(blocks)) - Counter(texts_of(document.pages))
    assert not lacking


def test_a_cell_higher_than_a_page_goes_on_on_the_next() -> None:
    table = Table((("项目", "内容"), ("一", "法治" * 2000)))
    manuscript = replace(a_manuscript(), blocks=(table,), attachments=(), attachment_notes=())

    pages = set_pages(manuscript, LAYOUT).pages

    assert texts_of(pages).count("法治") >= 1990
    edge = (MEASURES.page_height_twips - MEASURES.bottom_margin_twips) / TWIPS_PER_MM
    for page in pages:
        assert all(item.baseline < edge for item in page.items if isinstance(item, PlacedText) and "法治" in item.text)
