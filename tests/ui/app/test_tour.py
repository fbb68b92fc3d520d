"""The tour points at the parts of the work window, one after the other, and stands in nobody's way."""

from __future__ import annotations

import pytest
from builders import a_report
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from pytestqt.qtbot import QtBot
from work_bench import Bench

from ui.app.tour import PLACES, Tour, load_tour, take_tour
from ui.widgets.tour_card import TourCard, place_beside

ROOM = QRect(0, 0, 1366, 728)


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench(a_report(), qtbot)


def card(bench: Bench) -> TourCard:
    return bench.window.findChild(TourCard)


def gone(bench: Bench) -> bool:
    return not bench.window.findChildren(TourCard) and not bench.window.findChildren(Tour)


def test_the_steps_name_their_keys_and_each_place_once() -> None:
    steps = load_tour()

    assert [step.at for step in steps] == list(PLACES)
    assert not [step for step in steps if "{" in step.text]
    assert "F12" in steps[-1].text


def test_five_steps_lead_through_the_window_and_the_last_one_ends_it(bench: Bench) -> None:
    bench.actions["tour"].trigger()
    seen = []
    for _ in range(5):
        shown = card(bench)
        seen.append((shown.count.text(), shown.next.text()))
        assert bench.window.rect().contains(shown.geometry())
        assert shown.ring.isVisible() and shown.next.hasFocus()
        bench.qtbot.mouseClick(shown.next, Qt.MouseButton.LeftButton)
    bench.qtbot.waitUntil(lambda: gone(bench))

    assert [count for count, _ in seen] == ["1 / 5", "2 / 5", "3 / 5", "4 / 5", "5 / 5"]
    assert [words for _, words in seen] == ["下一步"] * 4 + ["知道了"]


def test_the_ring_stands_round_what_is_spoken_of(bench: Bench) -> None:
    take_tour(bench.window)
    tasks = bench.window.tasks

    assert card(bench).ring.geometry() == QRect(tasks.mapTo(bench.window, QPoint()), tasks.size())


def test_the_right_side_is_unfolded_for_its_steps(bench: Bench) -> None:
    bench.window.body.show_side(False)
    take_tour(bench.window)
    shown = card(bench)
    shown.next.click()
    before = bench.window.body.side_shown
    shown.next.click()

    assert (before, bench.window.body.side_shown) == (False, True)


def test_escape_ends_it_and_one_can_go_back(bench: Bench) -> None:
    take_tour(bench.window)
    shown = card(bench)
    first = shown.back.isEnabled()
    shown.next.click()
    shown.back.click()
    count = shown.count.text()
    bench.qtbot.keyClick(shown.next, Qt.Key.Key_Escape)
    bench.qtbot.waitUntil(lambda: gone(bench))

    assert (first, count) == (False, "1 / 5")
    assert bench.window.tasks.view.hasFocus()


def test_a_second_call_begins_anew(bench: Bench) -> None:
    take_tour(bench.window)
    card(bench).next.click()
    take_tour(bench.window)
    bench.qtbot.waitUntil(lambda: len(bench.window.findChildren(TourCard)) == 1)

    assert card(bench).count.text() == "1 / 5"


def test_the_card_follows_a_window_that_changes_its_size(bench: Bench) -> None:
    take_tour(bench.window)
    for _ in range(4):
        card(bench).next.click()
    bench.window.resize(900, 500)
    bench.qtbot.waitUntil(lambda: card(bench).ring.width() == bench.window.top.width())

    assert bench.window.rect().contains(card(bench).geometry())


@pytest.mark.parametrize(("target", "corner"), [
    pytest.param(QRect(0, 48, 256, 650), QPoint(264, 322), id="right of the list"),
    pytest.param(QRect(1066, 48, 300, 650), QPoint(717, 322), id="left of the side"),
    pytest.param(QRect(0, 0, 1366, 48), QPoint(1017, 56), id="below the top"),
    pytest.param(QRect(100, 48, 1200, 650), QPoint(529, 322), id="over what fills the window"),
    pytest.param(QRect(0, 690, 256, 38), QPoint(264, 615), id="never outside"),
])
def test_the_card_stands_where_there_is_room(target: QRect, corner: QPoint) -> None:
    found = place_beside(target, QSize(340, 104), ROOM)

    assert (found - corner).manhattanLength() <= 3
    assert ROOM.contains(QRect(found, QSize(340, 104)))
