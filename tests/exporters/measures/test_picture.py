from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.measures.picture import picture_form
from models.layout.layout import TWIPS_PER_MM, Layout
from models.layout.loader import load_layout
from models.layout.turned import turned
from models.manuscript.blocks import Heading, Paragraph, PrintedPicture

LAYOUTS = [load_layout("常用"), load_layout("33476.2"), load_layout("常用", "方正", 2.0), turned(load_layout("33476.2"))]
PICTURE = PrintedPicture(b"", "办件地图", 3, pixel_width=800, pixel_height=500)


@pytest.mark.parametrize(("picture", "width_mm", "height_mm"), [
    (PICTURE, 156, 97.5),
    (replace(PICTURE, width=80), 80, 50),
    (replace(PICTURE, width=400), 156, 97.5),
    (replace(PICTURE, pixel_width=0, pixel_height=0), 156, 117),
], ids=["fitted", "as wide as it asks", "not wider than the text", "unknown pixels"])
def test_a_picture_is_as_wide_as_it_asks_and_the_page_lets_it(
    picture: PrintedPicture, width_mm: float, height_mm: float
) -> None:
    form = picture_form((picture,), 0, load_layout())

    assert form.width / TWIPS_PER_MM == pytest.approx(width_mm, abs=0.2)
    assert form.height / TWIPS_PER_MM == pytest.approx(height_mm, abs=0.2)
    assert form.caption == "图3　办件地图"


def test_the_number_comes_with_words_only() -> None:
    assert picture_form((replace(PICTURE, number=0, caption=""),), 0, load_layout()).caption == ""


@given(
    width=st.integers(1, 5000), height=st.integers(1, 5000), asked=st.integers(0, 500), layout=st.sampled_from(LAYOUTS),
    caption=st.text("办件地图，", max_size=120), headings=st.integers(0, 2), above=st.integers(0, 4000))
def test_picture_words_and_what_keeps_to_them_fit_on_a_page(
    width: int, height: int, asked: int, layout: Layout, caption: str, headings: int, above: int
) -> None:
    picture = PrintedPicture(b"", caption, int(bool(caption)), "", asked, width, height)
    blocks = (*(Heading(1, "一、", "小标题") for _ in range(headings)), picture)
    form = picture_form(blocks, headings, layout, above)
    pitch, measures = layout.body_pitch_twips, layout.measures
    words = -(-len(form.caption) // 28) * pitch

    assert form.width <= measures.text_width_twips
    assert form.height + measures.picture_gap_twips <= form.line or form.height == 1
    assert form.line % pitch == 0
    assert form.line + words + headings * pitch + above <= measures.text_height_twips


def test_a_picture_under_text_may_take_the_page() -> None:
    tall = replace(PICTURE, pixel_height=9000)

    under_text = picture_form((Paragraph("文字。"), tall), 1, load_layout(), above=4000)
    at_the_top = picture_form((tall,), 0, load_layout(), above=4000)

    assert under_text.height > at_the_top.height + 3000
