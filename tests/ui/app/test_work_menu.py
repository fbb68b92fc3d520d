"""The menu of the work window: short enough for a small screen, everything in it, every access key there once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from builders import a_report
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from ui.app.actions import ACTIONS
from work_bench import Bench

ROOM = 574  # logical pixels of a screen of 1366×768 at 125 %, without the bar of the desktop


@pytest.fixture
def menus(qtbot: QtBot) -> Iterator[tuple[QMenu, ...]]:
    """Return the menu and those below it, as long as their window lives."""
    bench = Bench(a_report(), qtbot)
    menu = bench.window.top.menu
    yield (menu, *menu.findChildren(QMenu))
    bench.window.hide()


def test_every_action_is_in_the_menus_once(menus: tuple[QMenu, ...]) -> None:
    names = [action.objectName() for menu in menus for action in menu.actions() if action.objectName()]

    assert sorted(names) == sorted(ACTIONS)


def test_each_line_has_an_access_key_of_its_own(menus: tuple[QMenu, ...]) -> None:
    for menu in menus:
        keys = [action.text().partition("&")[2][:1] for action in menu.actions() if not action.isSeparator()]

        assert all(keys) and len(keys) == len(set(keys)), [action.text() for action in menu.actions()]


def test_no_menu_is_higher_than_a_small_screen(menus: tuple[QMenu, ...]) -> None:
    assert [menu.title() for menu in menus if menu.sizeHint().height() > ROOM] == []
