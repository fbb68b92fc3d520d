"""The dialogs of versions: they fit the smallest screens, and every button has a key of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QSplitterHandle, QWidget
from pytestqt.qtbot import QtBot

from builders import a_report, fixed_clock
from models.standards.loader import load_standard
from models.storage.summary import RevisionSummary
from ui.app.open_report import OpenReport
from ui.dialogs.compare_dialog import NO_CHANGE, CompareDialog
from ui.dialogs.versions_dialog import VersionsDialog

SMALLEST = (900, 500)
AT = datetime(2026, 1, 20, 14, 32)


def versions() -> VersionsDialog:
    made = VersionsDialog()
    made.show_versions(tuple(RevisionSummary(each, AT, "每日", "", "", 10) for each in range(12)), ())
    return made


def comparison() -> CompareDialog:
    report = a_report()
    opened = OpenReport(replace(report, closing="另一个结语"), load_standard(report.organ.kind), clock=fixed_clock)
    return CompareDialog(opened, report, "送审稿一")


MAKERS: list[Callable[[], QDialog]] = [versions, comparison]
every_dialog = pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)


@every_dialog
def test_it_fits_the_smallest_screen(qtbot: QtBot, make: Callable[[], QDialog]) -> None:
    dialog = make()
    qtbot.addWidget(dialog)

    assert dialog.minimumSizeHint().width() <= SMALLEST[0]
    assert dialog.minimumSizeHint().height() <= SMALLEST[1]


def test_compared_texts_are_parted_by_a_hairline_only(qtbot: QtBot) -> None:
    dialog = comparison()
    qtbot.addWidget(dialog)
    dialog.show()
    handle = dialog.findChildren(QSplitterHandle)[-1]

    shown = handle.grab().toImage()
    row = [shown.pixelColor(x, shown.height() // 2).name() for x in range(shown.width())]

    assert handle.width() >= 8  # enough for a mouse
    assert sum(1 for each in row if each != row[0]) in (1, 2)


@every_dialog
def test_every_button_has_an_access_key_of_its_own(qtbot: QtBot, make: Callable[[], QDialog]) -> None:
    dialog = make()
    qtbot.addWidget(dialog)
    buttons: list[QAbstractButton] = dialog.findChildren(QAbstractButton)
    keys = [key for button in buttons for key in re.findall("&(.)", button.text())]

    assert len(keys) == len(set(keys)) >= 4


@every_dialog
def test_every_field_has_a_name_to_be_read_out(qtbot: QtBot, make: Callable[[], QDialog]) -> None:
    dialog = make()
    qtbot.addWidget(dialog)
    stops: list[QWidget] = [each for each in dialog.findChildren(QWidget)
                            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and type(each).__module__.startswith("ui.")]

    assert stops and all(each.accessibleName() for each in stops)


def test_versions_that_are_the_same_are_said_to_be(qtbot: QtBot) -> None:
    report = a_report()
    dialog = CompareDialog(OpenReport(report, load_standard(report.organ.kind)), report, "送审稿一")
    qtbot.addWidget(dialog)

    assert dialog.counted.text() == NO_CHANGE
    assert not any(each.isEnabled() for each in (dialog.take, dialog.take_all, dialog.next, dialog.previous))
    assert dialog.left.toPlainText() == dialog.right.toPlainText() == ""


def test_what_differs_is_marked_by_signs_besides_colour(qtbot: QtBot) -> None:
    dialog = comparison()
    qtbot.addWidget(dialog)

    assert "[－" in dialog.left.toPlainText() and "[＋" not in dialog.left.toPlainText()
    assert "[＋" in dialog.right.toPlainText() and "[－" not in dialog.right.toPlainText()


def test_a_button_that_cannot_be_used_says_why(qtbot: QtBot) -> None:
    dialog = versions()
    qtbot.addWidget(dialog)
    dialog.versions.clearSelection()

    for button in (dialog.keep, dialog.rename, dialog.compare_now, dialog.compare_two, dialog.open_folder):
        assert not button.isEnabled() and button.toolTip().startswith(("先在", "按住"))

    dialog.versions.selectRow(0)
    dialog.name.setText("送审稿一")
    for button in (dialog.keep, dialog.rename, dialog.compare_now):
        assert button.isEnabled() and not button.toolTip().startswith("先在")


def test_both_sides_of_a_comparison_scroll_together(qtbot: QtBot) -> None:
    report = a_report()
    long = "\n".join(f"第{number}段：依法办理行政许可。" for number in range(60))
    opened = OpenReport(replace(report, closing=long), load_standard(report.organ.kind), clock=fixed_clock)
    dialog = CompareDialog(opened, replace(report, closing=f"{long}\n{long}"), "送审稿一")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    left, right = dialog.left.verticalScrollBar(), dialog.right.verticalScrollBar()
    assert 0 < right.maximum() < left.maximum()

    left.setValue(left.maximum())
    assert right.value() == right.maximum()
    right.setValue(right.maximum() // 2)
    assert abs(left.value() / left.maximum() - 0.5) < 0.02
