"""Garbage is collected when nobody types, and what the program is made of is not looked at."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.app.collecting import SELDOM, begin_collecting, collect_after_report


class Circle:
    """Holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collecting(qapp: QApplication) -> Iterator[None]:
    """Begin to collect, and leave things afterwards as other tests want them."""
    threshold = gc.get_threshold()
    begin_collecting(qapp)
    yield
    qapp.applicationStateChanged.disconnect()
    gc.set_threshold(*threshold)
    gc.unfreeze()


@pytest.mark.usefixtures("collecting")
def test_all_there_is_is_looked_at_seldom_and_what_the_start_made_not_at_all() -> None:
    assert gc.isenabled()
    assert gc.get_threshold()[2] == SELDOM
    assert gc.get_freeze_count() > 0


@pytest.mark.usefixtures("collecting")
@pytest.mark.parametrize(("state", "collected"), [
    (Qt.ApplicationState.ApplicationInactive, True), (Qt.ApplicationState.ApplicationActive, False)])
def test_garbage_is_collected_when_the_clerk_turns_to_another_program(
    qapp: QApplication, state: Qt.ApplicationState, collected: bool
) -> None:
    gc.collect()
    gone = weakref.ref(Circle())
    qapp.applicationStateChanged.emit(state)

    assert (gone() is None) is collected


@pytest.mark.usefixtures("collecting")
def test_what_is_left_after_a_report_stays_and_is_not_looked_at_again() -> None:
    gone, left = weakref.ref(Circle()), Circle()
    before = gc.get_freeze_count()
    collect_after_report()

    assert gone() is None
    assert left.itself is left
    assert gc.get_freeze_count() > before
