"""The frame of the dialogs: everything by the keyboard, nothing cut off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from builders import a_report, an_organ
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from models.comparison.figure_series import figure_series
from models.domain.place import INTRODUCTION, Place
from models.domain.report import Report
from models.importers import read_report
from models.standards.loader import load_standard
from models.storage.summary import ReportSummary
from ui.app.replacing import Swap
from ui.dialogs.export_dialog import ExportDialog
from ui.dialogs.form_dialog import FormDialog, asked
from ui.dialogs.mapping_dialog import MappingDialog
from ui.dialogs.new_report_dialog import NewReportDialog
from ui.dialogs.organ_dialog import OrganDialog
from ui.dialogs.replace_dialog import ReplaceDialog
from ui.dialogs.series_dialog import SeriesDialog

FILE = Path(__file__).resolve().parents[2] / "resources" / "reports" / "misnumbered.txt"
CANARY = '<img src="canary"><b>&amp;%1{}'


def organ_dialog() -> FormDialog:
    """Return the profile of an organ with a name that looks like markup."""
    return OrganDialog(an_organ(full_name=CANARY))


def new_report_dialog() -> FormDialog:
    """Return the steps of a new report."""
    earlier = ReportSummary("r", 1, 2024, "云峰县交通运输局", CANARY, datetime(2025, 2, 1), False)
    return NewReportDialog([an_organ(main_recipients=(CANARY,))], [earlier], 2025)


def mapping_dialog() -> FormDialog:
    """Return the mapping of a report of our own."""
    plain, repaired = read_report(FILE), read_report(FILE, repair=True)
    plain = replace(plain, unsure=(CANARY,))
    return MappingDialog(plain, repaired, load_standard(plain.report.organ.kind))


def export_dialog() -> FormDialog:
    """Return the export of a report."""
    report: Report = a_report()
    return ExportDialog(report, Path("D:/报告"), lambda form: (), lambda fonts: (CANARY,))


def series_dialog() -> FormDialog:
    """Return figures of an organ with a name that looks like markup."""
    return SeriesDialog(CANARY, [2025], figure_series([a_report()]), [CANARY])


def replace_dialog() -> FormDialog:
    """Return many places where words can be replaced."""
    place = Place(INTRODUCTION, "", "introduction", 0, 2)
    return ReplaceDialog([Swap(place, "前文" * 7, CANARY, "后文" * 7, True)] * 40, "", {INTRODUCTION: CANARY})


MAKERS: list[Callable[[], FormDialog]] = [
    organ_dialog, new_report_dialog, mapping_dialog, export_dialog, replace_dialog, series_dialog,
]


@pytest.fixture(params=MAKERS, ids=lambda make: make.__name__)
def dialog(request: pytest.FixtureRequest, qtbot: QtBot) -> FormDialog:
    """Return each dialog in turn, shown at the smallest size that has to do."""
    made: FormDialog = request.param()
    qtbot.addWidget(made)
    made.resize(900, 452)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_tab_key_goes_once_round_and_ends_at_the_buttons(dialog: FormDialog, qtbot: QtBot) -> None:
    dialog.show_problem("")
    dialog.activateWindow()
    first = dialog.focusWidget()
    seen = []
    while dialog.focusWidget() not in seen:
        seen.append(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)

    assert seen[0] is first
    assert seen[-2:] == [dialog.dismiss, dialog.primary]
    tops = [each.mapTo(dialog.content, each.rect().topLeft()).y() for each in seen[:-2]]
    assert tops == sorted(tops)


def test_every_stop_has_a_name(dialog: FormDialog) -> None:
    stops = [each for each in dialog.content.findChildren(QLineEdit) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert all(each.accessibleName() for each in stops)
    assert all(each.text() for each in dialog.findChildren(QAbstractButton) if each.isVisible() and each.width() > 40)


def test_nothing_is_wider_than_the_dialog(dialog: FormDialog) -> None:
    scroll = dialog.findChild(QScrollArea)

    assert scroll is not None
    assert dialog.content.width() <= scroll.viewport().width()
    assert not scroll.horizontalScrollBar().isVisible()


def test_no_line_of_a_label_is_cut_off(dialog: FormDialog) -> None:
    cut = [
        label.text() for label in dialog.findChildren(QLabel)
        if label.isVisible() and label.height() < label.heightForWidth(label.width()) - 1
    ]

    assert cut == []


def test_text_that_looks_like_markup_is_shown_letter_by_letter(dialog: FormDialog) -> None:
    free = [label for label in dialog.findChildren(QLabel) if label.text() and label.buddy() is None]

    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in free)


def test_escape_leaves_without_a_word(dialog: FormDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.rejected, timeout=1000):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert dialog.result() == QDialog.DialogCode.Rejected
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("accepted", [True, False])
def test_a_dialog_that_was_asked_is_gone_with_all_it_refers_to(
    accepted: bool, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(FormDialog, "exec", lambda dialog: int(accepted))

    assert asked(FormDialog("标题", "好", window)) == accepted
    qtbot.waitUntil(lambda: window.findChild(FormDialog) is None)
