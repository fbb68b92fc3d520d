"""The order in which a layout reads, found without a wrapper of its items left behind."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QLayoutItem, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow_layout import FlowLayout
from ui.widgets.tab_order import reading_order


def buttons_of(widget: QWidget) -> list[str]:
    """Return the words on the buttons of `widget` in reading order."""
    return [each.text() for each in reading_order(widget) if isinstance(each, QPushButton)]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Return a grid with a row, a box and a flow in it, its buttons made in another order."""
    made = QWidget()
    qtbot.addWidget(made)
    grid, row, box, flow = QGridLayout(made), QHBoxLayout(), QWidget(), QWidget()
    buttons = {name: QPushButton(name) for name in "庚己戊丁丙乙甲"}
    grid.addWidget(buttons["甲"], 0, 0)
    grid.addLayout(row, 1, 0)
    grid.addWidget(box, 2, 0)
    grid.addWidget(flow, 3, 0)
    for name, layout in (("乙", row), ("丙", row), ("丁", QVBoxLayout(box)), ("戊", box.layout()),
                         ("己", FlowLayout(8, flow)), ("庚", flow.layout())):
        assert isinstance(layout, QLayout)
        layout.addWidget(buttons[name])
    return made


def test_order_is_that_of_the_layouts(window: QWidget) -> None:
    assert buttons_of(window) == list("甲乙丙丁戊己庚")


def test_no_wrapper_of_an_item_stays_behind(window: QWidget) -> None:
    """Qt deletes an item with its widget and tells no one; an event at its address would then be taken for it."""
    before = wrapped_items()
    buttons_of(window)

    assert wrapped_items() == before


def wrapped_items() -> int:
    """Return how many items of layouts Python holds."""
    return sum(isinstance(each, QLayoutItem) and not isinstance(each, QLayout)
               for each in shiboken6.getAllValidWrappers())
