"""After an interruption the clerk finds the way back to what was written last."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from builders import a_report
from models.domain.report import Topic
from pytestqt.qtbot import QtBot
from ui.app.recent_edits import MOST, NOTHING, RecentEdits
from ui.pages.part_page import PartPage
from work_bench import Bench

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    """Return a window on a report with three topics."""
    report = a_report()
    topics = (Topic("a", "甲", "甲事。"), Topic("b", "乙", "乙事。"), Topic("c", "丙", "丙事。"))
    return Bench(report.with_part(replace(report.part("measures"), entries=topics)), qtbot)


def recent(bench: Bench) -> RecentEdits:
    """Return what follows the edits."""
    return bench.window.findChild(RecentEdits)


def write(bench: Bench, entry_id: str) -> None:
    """Write a letter into the text of a topic, as a clerk does."""
    bench.window.go_to_task("part:measures")
    page = bench.window.pages.page("part:measures")
    assert isinstance(page, PartPage)
    card = page.entries.card(entry_id)
    assert card is not None
    card.go_to("text")
    bench.qtbot.keyClicks(card.fields["text"].input, "x")


def words(bench: Bench) -> list[str]:
    """Return the words of the places, the latest first."""
    return [each.words for each in recent(bench).edits]


def focused_entry(bench: Bench) -> str:
    """Return the id of the entry in whose card the focus is, empty for none."""
    page, focus = bench.window.pages.page(bench.window.task), QApplication.focusWidget()
    if not isinstance(page, PartPage) or focus is None:
        return ""
    return next((card.entry.id for card in page.entries.cards if card.isAncestorOf(focus)), "")


def test_each_place_is_listed_once_the_latest_first(bench: Bench) -> None:
    for entry in ("a", "b", "a"):
        write(bench, entry)
    bench.qtbot.keyClicks(bench.text(), "y")

    assert words(bench)[1:] == ["甲", "乙"]
    assert [each.place.task for each in recent(bench).edits] == ["introduction", "part:measures", "part:measures"]


def test_the_key_leads_back_to_the_last_place_and_then_further(bench: Bench) -> None:
    for entry in ("a", "b", "c"):
        write(bench, entry)
    bench.window.go_to_task("head")
    seen = []
    for _ in range(4):
        bench.key(Qt.Key.Key_F5, SHIFT)
        seen.append(focused_entry(bench))

    assert seen == ["c", "b", "a", "c"]
    assert "改动处（1/3）" in bench.window.status.notice.text()


def test_who_is_at_the_last_place_is_led_to_the_one_before(bench: Bench) -> None:
    for entry in ("a", "b"):
        write(bench, entry)
    bench.key(Qt.Key.Key_F5, SHIFT)

    assert focused_entry(bench) == "a"


def test_an_entry_that_is_gone_is_no_place_any_more(bench: Bench) -> None:
    for entry in ("a", "b"):
        write(bench, entry)
    page = bench.window.pages.page("part:measures")
    assert isinstance(page, PartPage)
    page.entries.removed.emit(0)

    assert "甲" not in words(bench)


def test_the_menu_leads_to_the_place_chosen(bench: Bench) -> None:
    for entry in ("a", "b"):
        write(bench, entry)
    menu: QMenu = recent(bench).menu()
    assert [each.text().split("　")[2:] for each in menu.actions()] == [["一、主要举措和成效", "乙"], ["一、主要举措和成效", "甲"]]
    bench.window.go_to_task("head")

    menu.actions()[1].trigger()

    assert focused_entry(bench) == "a"


def test_before_the_first_edit_there_is_nothing_to_go_back_to(bench: Bench) -> None:
    for name in ("last_edit", "recent"):
        bench.window.status.show_notice("")
        bench.actions[name].trigger()
        assert bench.window.status.notice.text() == NOTHING


def test_marking_a_task_done_is_no_edit(bench: Bench) -> None:
    bench.window.go_to_task("part:measures")
    bench.window.mark_done()

    assert recent(bench).edits == ()


def test_only_the_latest_places_are_kept(qtbot: QtBot) -> None:
    report = a_report()
    topics = tuple(Topic(str(number), f"题{number}") for number in range(MOST + 5))
    bench = Bench(report.with_part(replace(report.part("measures"), entries=topics)), qtbot)
    part = bench.opened.report.part("measures")
    bench.opened.edit(bench.opened.report.with_part(
        replace(part, entries=tuple(replace(each, text="写") for each in part.entries))), "改")

    assert len(recent(bench).edits) == MOST
