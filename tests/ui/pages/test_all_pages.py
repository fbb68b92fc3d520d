"""What holds for every form page, on the built-in sample, three entries a part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton, QAbstractScrollArea, QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from form_desk import Desk, a_desk
from form_input import PATHS, compose, preedit
from models.domain.duty import DutyState
from models.domain.place import ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE, Place, duty_task, part_task
from models.domain.report import Report, SectionKey, Topic
from models.samples import sample_report
from models.standards.loader import load_standard
from ui.pages.factory import page_for
from ui.widgets.field import Field, LineField, TextField
from ui.widgets.line_input import LineInput
from ui.widgets.tab_order import is_stop, reading_order
from ui.widgets.text_input import TextInput

WHOLE = sample_report()
SAMPLE = replace(WHOLE, parts=tuple(replace(part, entries=part.entries[:3]) for part in WHOLE.parts))
FIXED = {each: each for each in (HEAD, INTRODUCTION, ATTACHMENTS, SIGNATURE)}
PARTS = {part.key.value: part_task(part.id) for part in SAMPLE.parts}
DUTIES = {f"{state.value} duty": duty_task(entry.duty_id, entry.post)
          for state in DutyState for entry in SAMPLE.duties if entry.state is state}
TASKS = {**FIXED, **PARTS, **DUTIES}
every_page = pytest.mark.parametrize("task", TASKS.values(), ids=TASKS)


def settled(desk: Desk, qtbot: QtBot) -> Desk:
    """Return `desk` once all cards of its page are made."""
    lists = getattr(desk.page, "entries", None)
    if lists is not None:
        qtbot.waitUntil(lambda: lists.complete)
    return desk


def text_fields(desk: Desk) -> dict[tuple[str, str], LineField | TextField]:
    """Return the fields of text in sight on the page of `desk`."""
    return {key: field for key, field in desk.page.fields.items()
            if isinstance(field, LineField | TextField) and field.isVisibleTo(desk.page)}


def input_of(field: Field) -> QWidget:
    """Return the widget of `field` into which one types."""
    return field.input


@every_page
def test_making_a_page_opens_no_window(task: str, qtbot: QtBot) -> None:
    before = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    page = page_for(task, SAMPLE, load_standard(SAMPLE.organ.kind))
    qtbot.addWidget(page)

    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == before


@every_page
def test_a_button_that_cannot_be_used_says_why(task: str, qtbot: QtBot) -> None:
    desk = settled(a_desk(qtbot, task, SAMPLE), qtbot)
    closed = [each for each in desk.page.findChildren(QAbstractButton) if each.isVisible() and not each.isEnabled()]

    assert [each.accessibleName() or each.text() for each in closed if not each.toolTip()] == []


@every_page
def test_showing_a_report_hands_nothing_in(task: str, qtbot: QtBot) -> None:
    desk = settled(a_desk(qtbot, task, SAMPLE), qtbot)
    desk.page.show_report(replace(SAMPLE), desk.standard)

    assert desk.labels == []


@every_page
def test_what_is_typed_into_any_field_is_in_the_report(task: str, qtbot: QtBot) -> None:
    desk = settled(a_desk(qtbot, task, SAMPLE), qtbot)
    for field in text_fields(desk).values():
        compose(input_of(field), "新")
    written = {key: field.text for key, field in text_fields(desk).items()}
    again = settled(a_desk(qtbot, task, desk.report), qtbot)

    assert all("新" in text for text in written.values())
    assert {key: field.text for key, field in text_fields(again).items()} == written
    assert len(set(desk.bursts)) == len(desk.bursts), "fields share a burst"


@every_page
def test_a_step_taken_back_is_taken_back_on_screen(task: str, qtbot: QtBot) -> None:
    desk = settled(a_desk(qtbot, task, SAMPLE), qtbot)
    before = {key: field.text for key, field in text_fields(desk).items()}
    for field in text_fields(desk).values():
        compose(input_of(field), "新")
    desk.page.show_report(SAMPLE, desk.standard)

    assert {key: field.text for key, field in text_fields(desk).items()} == before


@every_page
def test_a_composition_is_committed_before_the_page_is_left(task: str, qtbot: QtBot) -> None:
    desk = settled(a_desk(qtbot, task, SAMPLE), qtbot)
    for field in text_fields(desk).values():
        preedit(input_of(field), "zheng")
        told = len(desk.labels)
        desk.page.commit_input()

        assert len(desk.labels) == told + 1
        assert "zheng" in field.text


KINDS = {
    "head line": (HEAD, ("", "title")),
    "introduction": (INTRODUCTION, ("", "introduction")),
    "problem": (PARTS["problems"], (SAMPLE.parts_of(SectionKey.PROBLEMS)[0].entries[1].id, "cause")),
    "plan line": (PARTS["plan"], (SAMPLE.parts_of(SectionKey.PLAN)[0].entries[0].id, "office")),
    "duty": (DUTIES["fulfilled duty"], ("", "text")),
    "attachment": (ATTACHMENTS, (SAMPLE.attachments[0].id, "text")),
}


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
@pytest.mark.parametrize(("task", "key"), KINDS.values(), ids=KINDS)
def test_every_way_in_reaches_the_report(
    task: str, key: tuple[str, str], path: Callable[[QWidget, str], None], qtbot: QtBot
) -> None:
    desk = a_desk(qtbot, task, SAMPLE)
    desk.page.field_at(Place(task, *key))
    field = desk.page.fields[key]
    assert isinstance(field, LineField | TextField)
    field.select(0, 0)
    path(input_of(field), "林致远")
    again = a_desk(qtbot, task, desk.report)
    again.page.field_at(Place(task, *key))
    shown = again.page.fields[key]
    assert isinstance(shown, LineField | TextField)

    assert "林致远" in field.text
    assert shown.text == field.text


# Logical widths of the centre: the least; 1920×1080 at 200 % and 150 %; 1366×768 at 100 % and, folded, at 125 %.
WIDTHS = (560, 704, 724, 810)


@every_page
def test_nothing_is_cut_off_at_any_width(task: str, qtbot: QtBot) -> None:
    desk = settled(a_desk(qtbot, task, WHOLE, WIDTHS[0]), qtbot)
    for width in (*WIDTHS, WIDTHS[0]):
        desk.area.resize(width, 600)
        qtbot.waitUntil(lambda: not cut_off(desk))

        assert desk.area.width() == width
        assert desk.area.horizontalScrollBar().maximum() == 0


def cut_off(desk: Desk) -> list[str]:
    """Return what does not fit on the page of `desk`."""
    found = []
    for widget in shown(desk):
        area = widget.rect().translated(widget.mapTo(desk.page, widget.rect().topLeft()))
        if not desk.page.rect().contains(area) and not isinstance(widget.parentWidget(), QAbstractScrollArea):
            found.append(f"{type(widget).__name__} {widget.accessibleName()} sticks out")
        if isinstance(widget, QLabel) and not label_fits(widget):
            found.append(f"label {widget.text()!r}")
        if isinstance(widget, QAbstractButton) and not (
            widget.sizeHint().width() <= widget.width() and widget.sizeHint().height() <= widget.height()
        ):
            found.append(f"button {widget.text()!r}")
    return found


def label_fits(label: QLabel) -> bool:
    """Return whether the whole text of `label` is in sight."""
    if label.wordWrap():
        return label.heightForWidth(label.width()) <= label.height()
    return label.sizeHint().width() <= label.width() and label.sizeHint().height() <= label.height()


def shown(desk: Desk) -> list[QWidget]:
    """Return the widgets in sight on the page of `desk` that are ours, not the insides of Qt's."""
    return [each for each in desk.page.findChildren(QWidget)
            if each.isVisibleTo(desk.page) and not each.objectName().startswith("qt_")]


@every_page
def test_targets_are_large_enough_for_a_hand(task: str, qtbot: QtBot) -> None:
    desk = settled(a_desk(qtbot, task, SAMPLE), qtbot)
    small = [f"{type(each).__name__} {each.accessibleName()} {each.height()}" for each in shown(desk)
             if isinstance(each, QAbstractButton | QLineEdit | QComboBox | QPlainTextEdit)
             and min(each.height(), each.width()) < 28 and not in_table(each)]

    assert small == []


def in_table(widget: QWidget) -> bool:
    """Return whether `widget` is part of a table."""
    parent = widget.parentWidget()
    return parent is not None and (isinstance(parent, QTableView) or in_table(parent))


@every_page
def test_everything_that_takes_the_focus_has_a_name(task: str, qtbot: QtBot) -> None:
    desk = settled(a_desk(qtbot, task, SAMPLE), qtbot)
    nameless = [repr(each) for each in shown(desk)
                if is_stop(each) and not each.accessibleName() and not getattr(each, "text", str)()]

    assert nameless == []


@every_page
def test_access_keys_are_unique(task: str, qtbot: QtBot) -> None:
    desk = settled(a_desk(qtbot, task, SAMPLE), qtbot)
    keys = [QKeySequence.mnemonic(each.text()).toString() for each in shown(desk)
            if isinstance(each, QAbstractButton) or isinstance(each, QLabel) and each.buddy() is not None]
    keys = [key for key in keys if key]

    assert keys == sorted(set(keys), key=keys.index)


@every_page
def test_the_tab_key_goes_in_reading_order(task: str, qtbot: QtBot) -> None:
    desk = settled(a_desk(qtbot, task, SAMPLE), qtbot)
    expected = [each for each in reading_order(desk.page) if is_stop(each) and each.isVisibleTo(desk.page)]
    chain = []
    widget = desk.page.nextInFocusChain()
    while widget is not desk.page:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    walked = [each for each in chain if each in expected]

    assert [name(each) for each in walked] == [name(each) for each in expected]


def name(widget: QWidget) -> str:
    """Return how `widget` is called in a failure."""
    return widget.accessibleName() or str(getattr(widget, "text", str)())


CANARY = '<img src="canary.png"><a href="x">&amp;</a> %1 {} &'


@every_page
def test_marks_of_other_languages_are_shown_as_they_stand(task: str, qtbot: QtBot) -> None:
    desk = settled(a_desk(qtbot, task, with_canary(SAMPLE)), qtbot)
    labels = [each for each in desk.page.findChildren(QLabel) if not each.objectName().startswith("qt_")]

    assert {each.textFormat() for each in labels} == {Qt.TextFormat.PlainText}
    assert not any("<img" in each.toolTip() for each in desk.page.findChildren(QWidget))


def with_canary(report: Report) -> Report:
    """Return `report` with marks in every title."""
    parts = tuple(
        replace(part, heading=CANARY, entries=tuple(replace(entry, title=CANARY) for entry in part.entries))
        for part in report.parts
    )
    return replace(
        report, parts=parts, head=replace(report.head, title=CANARY, title_lines=()),
        organ=replace(report.organ, short_name=CANARY, secretary_title=CANARY, same_person=False),
        attachments=tuple(replace(each, title=CANARY) for each in report.attachments),
        duties=tuple(replace(each, title=CANARY) for each in report.duties),
    )


@every_page
def test_a_place_gets_the_focus(task: str, qtbot: QtBot) -> None:
    desk = settled(a_desk(qtbot, task, SAMPLE), qtbot)
    desk.area.activateWindow()
    qtbot.waitUntil(desk.area.isActiveWindow)
    for (entry, attribute), field in text_fields(desk).items():
        desk.page.show_place(Place(task, entry, attribute, 0, min(1, len(field.text))))

        widget = input_of(field)
        assert widget.hasFocus()
        assert isinstance(widget, LineInput | TextInput)


def test_a_long_part_is_whole_once_the_window_is_quiet(qtbot: QtBot) -> None:
    part = replace(SAMPLE.parts[0], entries=tuple(Topic(f"t{n}", f"标题{n}", "内容。") for n in range(25)))
    desk = settled(a_desk(qtbot, part_task(part.id), SAMPLE.with_part(part)), qtbot)

    cards = desk.page.entries.cards  # type: ignore[attr-defined]
    assert [card.title.text for card in cards] == [f"标题{n}" for n in range(25)]
