"""Pages made and taken down in slices: nothing that a clerk does meanwhile is lost."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import shiboken6
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from builders import a_report, fixed_clock
from form_input import type_keys
from models.domain.place import HEAD, Place
from models.domain.report import Report, Topic
from models.standards.loader import load_standard
from ui.app.collecting import keep
from ui.app.open_report import OpenReport
from ui.app.pages_ahead import PagesAhead
from ui.app.taking_down import TakingDown
from ui.pages.factory import page_for
from ui.pages.part_page import PartPage
from ui.widgets.tab_order import is_stop, reading_order
from ui.widgets.text_input import TextInput
from ui.work_window import WorkWindow
from work_bench import Bench

MEASURES = "part:measures"
COUNT = 12


def a_great_report() -> Report:
    """Return a report with more topics than are made at once."""
    report = a_report()
    topics = tuple(Topic(f"t{number}", f"举措{number}", f"第{number}件事。") for number in range(COUNT))
    return report.with_part(replace(report.part("measures"), entries=topics))


def a_great_bench(qtbot: QtBot) -> tuple[Bench, PartPage]:
    """Return a work window at the page of the measures, whose cards are not all made."""
    bench = Bench(a_great_report(), qtbot)
    bench.window.activateWindow()
    qtbot.waitUntil(bench.window.isActiveWindow)
    bench.window.go_to_task(MEASURES)
    page = bench.window.pages.page(MEASURES)
    assert isinstance(page, PartPage)
    assert not page.entries.complete
    return bench, page


def stops_by_tab(page: QWidget) -> list[QWidget]:
    """Return the fields and buttons of `page` in the order of the tab key."""
    first = next(each for each in reading_order(page) if is_stop(each))
    found, now = [first], first.nextInFocusChain()
    while now is not None and now is not first:
        if page.isAncestorOf(now) and is_stop(now):
            found.append(now)
        now = now.nextInFocusChain()
    return found


def test_cards_made_later_stand_in_the_tab_order(qtbot: QtBot) -> None:
    _, page = a_great_bench(qtbot)
    qtbot.waitUntil(lambda: page.entries.complete)

    in_order = [each for each in reading_order(page) if is_stop(each)]
    by_tab = stops_by_tab(page)
    assert [in_order.index(each) for each in by_tab if each in in_order] == list(range(len(in_order)))


def test_keys_pressed_while_cards_are_made_stay_and_the_focus_too(qtbot: QtBot) -> None:
    bench, page = a_great_bench(qtbot)
    page.show_place(Place(MEASURES, "t0", "text", 0, 0))
    field = page.fields[("t0", "text")].input
    for key in "先写":
        type_keys(field, key)
    qtbot.waitUntil(lambda: page.entries.complete)
    type_keys(field, "好")

    entry = bench.opened.report.entry("t0")
    assert isinstance(entry, Topic)
    assert entry.text == "先写好第0件事。"
    assert bench.window.focusWidget() is field


def test_a_page_left_in_the_middle_goes_on_when_it_is_seen_again(qtbot: QtBot) -> None:
    bench, page = a_great_bench(qtbot)
    bench.window.go_to_task(HEAD)
    QApplication.processEvents()
    left_at = len(page.entries.cards)
    bench.window.go_to_task(MEASURES)
    qtbot.waitUntil(lambda: page.entries.complete)

    assert left_at < COUNT
    assert [card.entry.id for card in page.entries.cards] == [f"t{number}" for number in range(COUNT)]


def test_a_place_whose_card_is_not_made_yet_is_gone_to(qtbot: QtBot) -> None:
    bench, page = a_great_bench(qtbot)
    bench.window.go_to(Place(MEASURES, f"t{COUNT - 1}", "text", 0, 1))

    field = page.fields[(f"t{COUNT - 1}", "text")].input
    assert isinstance(field, QPlainTextEdit)
    assert bench.window.focusWidget() is field
    assert field.textCursor().selectedText() == "第"


def test_an_entry_removed_while_its_card_is_made_has_none(qtbot: QtBot) -> None:
    bench, page = a_great_bench(qtbot)
    shown = len(page.entries.cards)
    QApplication.processEvents()  # the next card is made or shown, not all are
    part = bench.opened.report.part("measures")
    left = tuple(each for each in part.entries if each.id != f"t{shown}")
    bench.opened.edit(bench.opened.report.with_part(replace(part, entries=left)), "删除举措")
    qtbot.waitUntil(lambda: page.entries.complete)

    assert [card.entry.id for card in page.entries.cards] == [each.id for each in left]


def test_an_entry_put_in_while_cards_are_made_stands_in_its_place(qtbot: QtBot) -> None:
    bench, page = a_great_bench(qtbot)
    card = page.entries.card("t1")
    assert card is not None
    card.insert.click()
    qtbot.waitUntil(lambda: page.entries.complete)

    titles = [getattr(card.entry, "title", None) for card in page.entries.cards]
    assert titles == ["举措0", "", *(f"举措{number}" for number in range(1, COUNT))]
    layout = page.entries.layout()
    assert layout is not None
    assert [layout.indexOf(card) for card in page.entries.cards] == list(range(COUNT + 1))


def test_a_window_taken_down_in_the_middle_is_gone_without_a_word(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    report = a_great_report()
    opened = OpenReport(report, load_standard(report.organ.kind), clock=fixed_clock)
    work = WorkWindow(opened, page_for, owner)
    PagesAhead(work, quiet=0, between=0)
    owner.show()
    work.go_to_task(MEASURES)
    page = work.pages.page(MEASURES)
    assert isinstance(page, PartPage) and not page.entries.complete
    work.hide()
    work.take_down()
    qtbot.waitUntil(lambda: not shiboken6.isValid(work))

    assert not shiboken6.isValid(page)


def test_pages_are_made_ahead_those_that_follow_first_and_the_shown_one_stays(qtbot: QtBot) -> None:
    bench = Bench(a_great_report(), qtbot)
    tasks = bench.window.tasks.model.tasks
    bench.window.go_to_task(tasks[1])
    made: list[str] = []
    make = bench.window.pages.make
    bench.window.pages.make = lambda task: (made.append(task), make(task))[1]  # type: ignore[method-assign]
    ahead = PagesAhead(bench.window, quiet=0, between=0)
    qtbot.waitUntil(lambda: not ahead.waiting)

    assert all(bench.window.pages.has(task) for task in tasks)
    assert made[0] == tasks[2]
    assert bench.window.task == tasks[1]


def test_no_page_is_made_ahead_while_a_worker_is_busy(qtbot: QtBot) -> None:
    bench = Bench(a_great_report(), qtbot)
    busy, asked = [True], []

    def is_busy() -> bool:
        asked.append(bench.window.pages.count())
        return busy[0]

    ahead = PagesAhead(bench.window, is_busy, quiet=0, between=0)
    qtbot.waitUntil(lambda: len(asked) > 2)
    assert set(asked) == {1}
    busy.clear()
    busy.append(False)
    qtbot.waitUntil(lambda: not ahead.waiting)

    assert bench.window.pages.count() == len(bench.window.tasks.model.tasks)


def test_a_page_made_ahead_shows_the_report_as_it_is_when_gone_to(qtbot: QtBot) -> None:
    bench = Bench(a_great_report(), qtbot)
    bench.window.pages.make(MEASURES)
    changed = replace(bench.opened.report.part("measures"), heading="改过的标题")
    bench.opened.edit(bench.opened.report.with_part(changed), "改标题")
    bench.window.go_to_task(MEASURES)

    page = bench.window.pages.page(MEASURES)
    assert isinstance(page, PartPage)
    assert page.heading.text == "改过的标题"


def test_the_tab_key_reaches_a_table_added_to_a_card_that_is_shown(qtbot: QtBot) -> None:
    _, page = a_great_bench(qtbot)
    qtbot.waitUntil(lambda: page.entries.complete)
    card = page.entries.card("t3")
    assert card is not None
    card.add_table.click()  # type: ignore[attr-defined]

    stops = stops_by_tab(page)
    table = card.fields["table"].input
    here = [number for number, each in enumerate(stops) if card.isAncestorOf(each)]
    assert any(stops[number] is table or table.isAncestorOf(stops[number]) for number in here)
    assert here == list(range(here[0], here[-1] + 1))


def test_what_went_in_circles_with_a_closed_report_is_let_go(qtbot: QtBot) -> None:
    stack = QWidget()
    qtbot.addWidget(stack)
    gone = weakref.ref(Circle())
    TakingDown(QWidget(stack))

    qtbot.waitUntil(lambda: gone() is None)


def test_what_deleted_widgets_held_goes_with_them_though_collections_do_not_look_at_it(qtbot: QtBot) -> None:
    stack = QWidget()
    qtbot.addWidget(stack)
    shown = QWidget(stack)
    inner = Holder(shown)
    gone = weakref.ref(inner.held)
    del inner
    gc.collect()
    keep()
    TakingDown(shown)

    qtbot.waitUntil(lambda: gone() is None)


class Circle:
    """Holds itself, as widgets and what they call do."""

    def __init__(self) -> None:
        self.itself = self


class Holder(QWidget):
    """A widget in a circle with what it holds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.held = Circle()
        self.held.itself = self  # type: ignore[assignment]


def test_no_text_is_cut_off_while_the_cards_of_a_page_follow(qtbot: QtBot) -> None:
    bench = Bench(with_long_texts(a_great_report()), qtbot)
    bench.window.go_to_task(MEASURES)
    page = bench.window.pages.page(MEASURES)
    assert isinstance(page, PartPage)

    cut = [cut_off(page)]
    while not page.entries.complete:
        QApplication.processEvents()
        cut.append(cut_off(page))

    assert cut == [[]] * len(cut) and len(cut) > COUNT - 2


def with_long_texts(report: Report) -> Report:
    """Return `report` with topics of more lines than an empty field has."""
    part = report.part("measures")
    topics = tuple(replace(topic, text="这一年的事一件一件写清楚。\n" * 12) for topic in part.entries)
    return report.with_part(replace(part, entries=topics))


def cut_off(page: PartPage) -> list[str]:
    """Return the texts of `page` that are seen in part only."""
    return [each.toPlainText() for each in page.findChildren(TextInput) if each.cut_off]
