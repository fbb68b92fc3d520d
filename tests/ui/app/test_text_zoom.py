"""The writing fields show their text larger on wish, and still do next time."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from builders import a_report
from ui.app.text_zoom import FILE, SIZES, USUAL, chosen_text_size
from work_bench import Bench

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Bench:
    return Bench(a_report(), qtbot, folder=tmp_path)


def pixels(field: QPlainTextEdit) -> int:
    return field.fontInfo().pixelSize()


def test_the_keys_make_the_text_larger_smaller_and_usual_again(bench: Bench, tmp_path: Path) -> None:
    field = bench.text()
    height, seen = field.height(), [pixels(field)]
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0):
        bench.qtbot.keyClick(field, key, CONTROL)
        seen.append(pixels(field))
        if key == Qt.Key.Key_Equal:
            assert field.height() > height

    assert seen == [USUAL, 16, 18, 16, USUAL]
    assert chosen_text_size(tmp_path) == USUAL and not bench.opened.can_undo


def test_the_ends_are_kept_to(bench: Bench) -> None:
    field = bench.text()
    for _ in range(len(SIZES) + 2):
        bench.actions["larger_text"].trigger()
    assert pixels(field) == SIZES[-1]
    for _ in range(len(SIZES) + 2):
        bench.actions["smaller_text"].trigger()
    assert pixels(field) == USUAL


def test_the_size_is_there_on_other_pages_and_next_time(bench: Bench, tmp_path: Path, qtbot: QtBot) -> None:
    bench.text()
    bench.actions["larger_text"].trigger()
    bench.window.steps.step(1)
    page = bench.window.pages.page(bench.window.task)
    assert {pixels(each) for each in page.findChildren(QPlainTextEdit) if each.isVisible()} <= {16}

    assert pixels(Bench(a_report(), qtbot, folder=tmp_path).text()) == 16
    assert (tmp_path / FILE).read_text(encoding="utf-8") == "16"


@pytest.mark.parametrize("kept", [b"", b"15", b"large", b"\xff\xfe"])
def test_what_is_of_no_use_means_the_usual_size(tmp_path: Path, kept: bytes) -> None:
    (tmp_path / FILE).write_bytes(kept)

    assert chosen_text_size(tmp_path) == USUAL


def turn(widget: QWidget, by: int, keys: Qt.KeyboardModifier) -> None:
    """Turn the wheel over `widget` by eighths of a degree while `keys` are held."""
    window = widget.window()
    place = QPointF(widget.mapTo(window, widget.rect().center()))
    QTest.wheelEvent(window.windowHandle(), place, QPoint(0, by), QPoint(), keys)
    QApplication.processEvents()


@pytest.mark.parametrize("over", ["text", "page"])
def test_the_wheel_with_control_makes_the_text_larger_and_smaller(over: str, bench: Bench) -> None:
    field = bench.text()
    widget = field.viewport() if over == "text" else bench.window.pages.page(bench.window.task)
    seen = []
    for by in (120, 60, 60, -120):
        turn(widget, by, CONTROL)
        seen.append(pixels(field))

    assert seen == [16, 16, 18, 16]


def test_the_wheel_alone_leaves_the_size(bench: Bench) -> None:
    field = bench.text()
    turn(field.viewport(), 120, Qt.KeyboardModifier.NoModifier)

    assert pixels(field) == USUAL
