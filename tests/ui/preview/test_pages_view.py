"""The view of the pages: arrangement, zoom, keys, what is under the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exporters.pages.placed import PagedDocument
from models.domain.place import INTRODUCTION, Place
from models.layout.loader import load_layout
from placed_pages import a_document, a_page, a_text
from ui.preview.arrangement import MARGIN, PIXELS_PER_MM, Arrangement, Fit, next_zoom
from ui.preview.faces import DrawnFaces
from ui.preview.page_text import PageText
from ui.preview.pages_view import PagesView

NO_KEY, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qtbot: QtBot) -> PagesView:
    """Return a view of five pages, 700 by 600 pixels."""
    made = PagesView()
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    qtbot.waitExposed(made)
    document = a_document(5)
    made.show_document(document, PageText(document), DrawnFaces(load_layout().faces))
    return made


def test_pages_stand_under_each_other_in_the_middle() -> None:
    arrangement = Arrangement(a_document(2).pages, QSizeF(1000, 600), Fit.FREE, 0.5)
    first, second = arrangement.boxes

    assert first.width() == pytest.approx(210 * PIXELS_PER_MM / 2)
    assert first.center().x() == pytest.approx(500)
    assert second.top() == pytest.approx(first.bottom() + MARGIN)


def test_two_pages_stand_beside_each_other_and_an_odd_one_on_the_left() -> None:
    arrangement = Arrangement(a_document(3).pages, QSizeF(1000, 600), Fit.TWO)
    first, second, third = arrangement.boxes

    assert (first.top(), third.left()) == (second.top(), first.left())
    assert second.right() < 1000 and first.bottom() < 600


@pytest.mark.parametrize("fit", [Fit.WIDTH, Fit.PAGE, Fit.TWO])
@pytest.mark.parametrize("size", [(300, 200), (440, 430), (1270, 600)])
def test_what_is_to_fit_fits(fit: Fit, size: tuple[int, int]) -> None:
    arrangement = Arrangement(a_document(3).pages, QSizeF(*size), fit)

    assert arrangement.width <= size[0] + 0.001
    assert fit is Fit.WIDTH or arrangement.boxes[0].height() <= size[1]


def test_only_pages_in_sight_are_visible() -> None:
    arrangement = Arrangement(a_document(100).pages, QSizeF(700, 600), Fit.WIDTH)
    top = arrangement.boxes[50].top()

    assert list(arrangement.visible(top + 1, top + 300)) == [50]
    assert list(arrangement.visible(top - 100, top + 10)) == [49, 50]
    assert list(Arrangement((), QSizeF(700, 600)).visible(0, 600)) == []


@pytest.mark.parametrize(("zoom", "by", "then"), [(1.0, 1, 1.1), (0.87, 1, 0.9), (0.87, -1, 0.75), (4.0, 1, 4.0)])
def test_steps_of_the_zoom(zoom: float, by: int, then: float) -> None:
    assert next_zoom(zoom, by) == then


def test_keys_scroll_and_turn_pages(view: PagesView, qtbot: QtBot) -> None:
    seen = []
    view.page_changed.connect(seen.append)
    qtbot.keyClick(view, Qt.Key.Key_PageDown, CONTROL)
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    before = view.verticalScrollBar().value()
    qtbot.keyClick(view, Qt.Key.Key_Down)

    assert seen[0] == 1 and max(seen) == 4 and seen[-1] == 0
    assert view.verticalScrollBar().value() > before


def test_keys_zoom(view: PagesView, qtbot: QtBot) -> None:
    wide = view.zoom
    qtbot.keyClick(view, Qt.Key.Key_Plus, CONTROL)
    assert view.zoom > wide

    qtbot.keyClick(view, Qt.Key.Key_0, CONTROL)
    assert (view.zoom, view.fit) == (wide, Fit.WIDTH)


def test_the_wheel_zooms_round_the_mouse(view: PagesView) -> None:
    view.set_zoom(1.0)
    view.show_page(2)
    point = QPointF(350, 300)
    before = view.arrangement.on_page(2, point + QPointF(0, view.verticalScrollBar().value()))
    event = QWheelEvent(point, point, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CONTROL,
                        Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(view.viewport(), event)
    offset = QPointF(view.horizontalScrollBar().value(), view.verticalScrollBar().value())
    after = view.arrangement.on_page(2, point + offset)

    assert view.zoom == pytest.approx(1.1)
    assert after.y() == pytest.approx(before.y(), abs=0.5)


def test_resizing_keeps_the_page_one_looks_at(view: PagesView) -> None:
    view.show_page(3)
    view.resize(500, 500)

    assert view.page == 3


def test_a_click_beside_a_line_belongs_to_it_and_far_from_all_to_none() -> None:
    text = PageText(a_document(1))
    start = len("第1部分一、规范执法")
    fourth = start + 3

    assert text.place_at(0, QPointF(20, 54)) == Place(INTRODUCTION, "", "introduction", start, start)
    assert text.place_at(0, QPointF(28 + 5.5 * 2.9, 54)) == Place(INTRODUCTION, "", "introduction", fourth, fourth)
    assert text.place_at(0, QPointF(100, 200)) is None


def test_the_line_of_a_place_is_the_last_that_begins_before_it() -> None:
    text = PageText(a_document(2))
    second_page = len("第1部分一、规范执法" + "全年办结案件1件，依法行政Abc。") + 3
    spot = text.spot_of(Place(INTRODUCTION, "", "introduction", second_page, second_page))

    assert spot is not None and spot.page == 1
    assert len(text.spots_of(Place(INTRODUCTION, "", "introduction"))) == 4
    assert text.spot_of(Place("signature", "", "closing")) is None


def test_a_hit_over_a_line_end_has_two_boxes() -> None:
    page = a_page(a_text("行政处"), a_text("罚案件", baseline=55, start=3))
    hits = PageText(PagedDocument((page,), ())).find("处罚")

    assert [[(round(spot.box.left(), 1), round(spot.box.width(), 1)) for spot in hit] for hit in hits] == [
        [(39.0, 5.5), (28.0, 5.5)]]


def test_search_disregards_case_and_finds_page_numbers_too() -> None:
    text = PageText(a_document(3))

    assert len(text.find("ABC")) == 3
    assert [hit[0].page for hit in text.find("— 2 —")] == [1]
    assert text.find("没有的词") == []
    assert text.find("") == []


def test_an_empty_document_is_a_calm_grey(qtbot: QtBot) -> None:
    view = PagesView()
    qtbot.addWidget(view)
    view.show()
    view.grab()

    assert view.zoom == 1.0


def test_every_scale_paints_the_same_shapes(view: PagesView) -> None:
    view.set_fit(Fit.PAGE)
    for zoom in (0.25, 0.5, 1.0, 2.0, 4.0):
        view.set_zoom(zoom)
        image = view.viewport().grab().toImage()
        assert image.width() > 0
