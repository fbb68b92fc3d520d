"""The work window on a report: reading only, keys, names and what is shown letter by letter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from builders import a_report, fixed_clock
from models.domain.place import INTRODUCTION
from ui.app.saved_state import Phase, SavedState
from work_bench import HERE, THERE, Bench


def test_read_only_report_can_be_read_and_copied_only(qtbot: QtBot) -> None:
    bench = Bench(a_report(), qtbot)
    bench.window.go_to_task(INTRODUCTION)
    bench.opened.make_read_only()
    bench.window.show_banner("资料库已在别处打开，这里只能查看。")

    for task in bench.window.tasks.model.tasks:
        bench.window.go_to_task(task)
        page = bench.window.pages.page(task)
        fields: list[QWidget] = page.findChildren(QWidget)
        assert all(field.isReadOnly() for field in fields if isinstance(field, QLineEdit | QPlainTextEdit)), task
    assert not bench.window.footer.done.isEnabled()
    assert not bench.actions["save"].isEnabled()
    assert bench.window.status.saved.text() == "○ 只读"
    assert bench.window.banner.isVisible()
    text = bench.text()
    qtbot.keyClicks(text, "abc")
    assert bench.opened.report == a_report()


def test_saved_state_is_told_in_words(bench: Bench) -> None:
    bench.opened.show_saved_state(SavedState(Phase.FAILED, None, "磁盘满了。"))
    assert bench.window.status.saved.text() == "● 保存失败（点此处理）"

    bench.window.status.saved.click()
    assert bench.outside.called == ["settle"]

    bench.opened.confirm_saved(bench.opened.report, fixed_clock())
    assert bench.window.status.saved.text() == "● 已保存 14:32:05"


@pytest.mark.parametrize(
    ("key", "modifier", "called"),
    [
        (Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier, "save"),
        (Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier, "export"),
    ],
)
def test_keys_work_from_inside_a_text(
    bench: Bench, key: Qt.Key, modifier: Qt.KeyboardModifier, called: str
) -> None:
    bench.qtbot.keyClick(bench.text(), key, modifier)

    assert bench.outside.called == [called]


def test_no_key_of_an_input_method_is_taken(bench: Bench) -> None:
    taken = {key.toString() for action in (*bench.actions.values(), *bench.outside.actions_by_name.values())
             for key in action.shortcuts()}

    assert not taken & {"Ctrl+Space", "Ctrl+.", "Ctrl+;", "Shift+Space"}
    assert len(taken) == sum(len(action.shortcuts()) for action in
                             (*bench.actions.values(), *bench.outside.actions_by_name.values()))


def test_f6_goes_round_the_columns(bench: Bench) -> None:
    window = bench.window
    window.tasks.view.setFocus()

    bench.key(Qt.Key.Key_F6)
    assert window.pages.isAncestorOf(window.focusWidget())
    bench.key(Qt.Key.Key_F6)
    assert window.side.isAncestorOf(window.focusWidget())
    bench.key(Qt.Key.Key_F6)
    assert window.focusWidget() is window.tasks.view


def test_tab_goes_as_one_reads(bench: Bench) -> None:
    window = bench.window
    for task in ("part:plan", INTRODUCTION, "signature", "part:plan"):  # pages made late, seen again
        window.go_to_task(task)
        stops: list[QWidget] = []
        widget = window.tasks.view
        for _ in range(1000):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                stops.append(widget)
            widget = widget.nextInFocusChain()
            if widget is window.tasks.view:
                break
        areas = [next(name for name, area in (
            ("tasks", window.tasks), ("page", window.pages), ("footer", window.footer), ("side", window.side),
            ("top", window.top), ("rest", window),
        ) if area.isAncestorOf(stop)) for stop in stops]

        assert list(dict.fromkeys(areas)) == ["tasks", "page", "footer", "side", "top"], task
        assert areas == sorted(areas, key=["tasks", "page", "footer", "side", "top"].index), task


def test_everything_that_takes_the_focus_has_a_name(bench: Bench) -> None:
    for task in bench.window.tasks.model.tasks:
        bench.window.go_to_task(task)
    nameless = []
    widgets: list[QWidget] = bench.window.findChildren(QWidget)
    for widget in widgets:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None and widget.isEnabled():
            named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
            internal = widget.window() is not bench.window  # lists of combo boxes are windows of their own
            if not named and not internal:
                nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")

    assert nameless == []


CANARY = '<img src="file:///canary"><a href="x">点</a>&amp;%1{}'


def test_text_of_the_clerk_is_shown_letter_by_letter(qtbot: QtBot) -> None:
    report = a_report(introduction=CANARY, closing=CANARY)
    report = replace(
        report, organ=replace(report.organ, full_name=CANARY), head=replace(report.head, title=CANARY),
        parts=tuple(replace(part, heading=CANARY) for part in (*report.parts, report.parts[0])),
    )
    bench = Bench(replace(report, year=0), qtbot)
    bench.opened.show_findings((replace(HERE, message=CANARY), replace(THERE, message=CANARY)))
    for task in bench.window.tasks.model.tasks:
        bench.window.go_to_task(task)
    bench.window.findings.go_to(bench.opened.findings[0])

    labels: list[QLabel] = bench.window.findChildren(QLabel)
    rich = [label.text() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText and label.text()]
    assert rich == []
    assert bench.window.top.title.text() == CANARY
    assert bench.window.status.notice.text() == CANARY
    tips: list[QWidget] = bench.window.findChildren(QWidget)
    assert not [tip.toolTip() for tip in tips if "<img" in tip.toolTip()]
