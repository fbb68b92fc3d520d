"""F1 opens the help where one is: on every page, in every part of the window, and beside a dialog that waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

import ui.dialogs
from ui.app.helping import DIALOGS, PARTS, TASKS, page_at, page_of
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.faces_dialog import FacesDialog
from ui.dialogs.help_dialog import HelpDialog, help_pages
from ui.dialogs.side_by_side_dialog import SideBySideDialog
from ui.dialogs.versions_dialog import VersionsDialog

FRAMES = (FormDialog, SideBySideDialog, HelpDialog)


def dialogs() -> Iterator[type[QDialog]]:
    """Yield every kind of dialog the program has."""
    for module in iter_modules(ui.dialogs.__path__, "ui.dialogs."):
        for each in vars(import_module(module.name)).values():
            if isinstance(each, type) and issubclass(each, QDialog) and each.__module__ == module.name:
                yield each


def test_every_dialog_has_a_page_of_the_help() -> None:
    kinds = {each.__name__ for each in dialogs() if each not in FRAMES}

    assert kinds | {QMessageBox.__name__} == set(DIALOGS)
    pages = {*DIALOGS.values(), *PARTS.values(), *TASKS.values(), page_at(None), page_at(None, "head")}
    assert pages <= set(help_pages())


def test_every_part_that_has_a_page_is_there() -> None:
    names: set[str] = set()
    for package in ("pages", "widgets", "preview"):
        found = import_module(f"ui.{package}")
        for module in iter_modules(found.__path__, f"ui.{package}."):
            names |= set(vars(import_module(module.name)))

    assert set(PARTS) <= names


@pytest.mark.parametrize(("task", "page"), [
    ("", "start"), ("head", "filling"), ("part:p1", "filling"), ("duty:study:both", "duties"),
    ("attachments", "pictures"),
])
def test_the_page_fits_the_task(task: str, page: str) -> None:
    assert page_at(None, task) == page


def test_the_page_fits_the_part_of_the_window_the_keyboard_is_in(qtbot: QtBot) -> None:
    class FindingsPanel(QWidget):
        """Stands for the panel of that name."""

    panel = FindingsPanel()
    qtbot.addWidget(panel)

    assert page_at(QWidget(QWidget(panel)), "head") == "checks"


@pytest.mark.parametrize("make", [VersionsDialog, lambda: FacesDialog("方正", (), None)], ids=["versions", "faces"])
def test_f1_is_there_in_a_dialog_that_is_no_form(make: Callable[[], QDialog], qtbot: QtBot) -> None:
    dialog = make()
    qtbot.addWidget(dialog)

    assert "F1" in [each.key().toString() for each in dialog.findChildren(QShortcut)]


def test_f1_in_a_dialog_opens_the_help_that_can_be_used_beside_it(qtbot: QtBot) -> None:
    class ExportDialog(FormDialog):
        """Stands for the dialog of that name."""

    dialog = ExportDialog("导出", "导出")
    qtbot.addWidget(dialog)
    dialog.setModal(True)
    with qtbot.waitActive(dialog):
        dialog.show()
    assert page_of(dialog) == "exporting"

    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    shown = dialog.findChild(HelpDialog)
    assert shown is not None and shown.isVisible() and not shown.isModal()
    assert shown.list.currentItem().text() == "导出"
    qtbot.keyClicks(shown.search, "Word")
    assert shown.search.text() == "Word"

    shown.close()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    assert dialog.findChildren(HelpDialog) == [shown] and shown.isVisible()
