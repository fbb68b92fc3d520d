"""专注写作: only the page is left, nothing is lost, and one key brings the rest back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from builders import a_report
from models.domain.place import Place
from pytestqt.qtbot import QtBot
from ui.widgets.work_body import ALONE
from work_bench import HERE, Bench


def around(bench: Bench) -> list[bool]:
    """Return whether task list, right side, top bar and foot are to be seen."""
    window = bench.window
    return [each.isVisible() for each in (window.tasks, window.side, window.top, window.footer)]


def test_a_key_leaves_only_the_page_with_its_caret_and_what_is_saved(bench: Bench) -> None:
    field = bench.text()
    bench.qtbot.keyClick(field, Qt.Key.Key_F11)

    assert around(bench) == [False] * 4
    assert field.hasFocus() and bench.window.status.isVisible()
    middle = bench.window.body.centre.geometry().center().x()
    assert abs(middle - bench.window.width() // 2) <= 1 and bench.window.body.centre.width() <= ALONE


@pytest.mark.parametrize("key", [Qt.Key.Key_F11, Qt.Key.Key_Escape])
def test_the_same_key_or_escape_brings_everything_back(key: Qt.Key, bench: Bench) -> None:
    field, before = bench.text(), around(bench)
    bench.qtbot.keyClick(field, Qt.Key.Key_F11)
    bench.qtbot.keyClick(field, key)

    assert around(bench) == before == [True] * 4
    assert field.hasFocus()


def test_a_side_that_was_folded_stays_folded_afterwards(bench: Bench) -> None:
    bench.window.body.show_side(False)
    for _ in range(2):
        bench.actions["focus"].trigger()

    assert not bench.window.side.isVisible() and bench.window.body.strip.isVisible()


def test_going_on_to_another_task_stays_with_the_page_alone(bench: Bench) -> None:
    bench.text()
    bench.actions["focus"].trigger()
    bench.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert bench.window.task != "introduction" and around(bench) == [False] * 4


@pytest.mark.parametrize("name", ["review", "preview"])
def test_what_needs_room_beside_the_page_brings_it_back(name: str, bench: Bench) -> None:
    bench.text()
    bench.actions["focus"].trigger()
    bench.actions[name].trigger()

    assert not bench.window.body.alone and bench.window.top.isVisible()


def test_an_open_preview_makes_room(bench: Bench) -> None:
    bench.text()
    bench.actions["preview"].trigger()
    bench.actions["focus"].trigger()

    assert not bench.window.previewing.shown and bench.window.body.alone


def test_findings_are_still_gone_to(bench: Bench) -> None:
    bench.opened.show_findings((HERE,))
    bench.text()
    bench.actions["focus"].trigger()
    bench.window.go_to(Place("part:plan"))
    bench.actions["next_problem"].trigger()

    assert bench.window.task == "introduction" and bench.window.body.alone


def test_a_narrow_window_fits(qtbot: QtBot) -> None:
    bench = Bench(a_report(), qtbot, (900, 500))
    bench.text()
    bench.actions["focus"].trigger()

    assert bench.window.body.centre.width() <= 900 and around(bench) == [False] * 4
