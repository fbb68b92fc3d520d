"""A work window with its keys, for tests."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from builders import fixed_clock
from models.checks.finding import Finding, Severity
from models.domain.organ import OrganKind
from models.domain.place import INTRODUCTION, Place
from models.domain.report import Report, SectionKey
from models.standards.loader import load_standard
from ui.app.actions import make_action
from ui.app.open_report import OpenReport
from ui.app.work_actions import add_actions
from ui.pages.factory import page_for
from ui.work_window import WorkWindow


HERE = Finding("W1", "placeholder-left", Severity.WARNING, "这里有空", excerpt="____",
               place=Place(INTRODUCTION, "", "introduction", 2, 6))
THERE = Finding("C1", "empty-section", Severity.ERROR, "没有写", place=Place("part:plan"))
NOWHERE = Finding("C1", "missing-section", Severity.ERROR, "缺一部分", section=SectionKey.OTHER)


NOWHERE_KEPT = Path(os.devnull) / "nowhere"  # what the window would keep for next time is kept nowhere


class Outside:
    """What the actions need of a main window."""

    def __init__(self, data_folder: Path) -> None:
        self.session: Any = self
        self.data_folder = data_folder
        self.autosave: Any = self
        self.called: list[str] = []
        owner = QWidget()
        self.owner = owner
        self.actions_by_name: dict[str, QAction] = {
            name: make_action(name, owner, lambda: None)
            for name in ("new", "open", "close", "look", "size", "faces", "help", "quit")
        }

    def save_now(self) -> None:
        self.called.append("save")

    def export(self) -> None:
        self.called.append("export")

    def export_pdf(self) -> None:
        self.called.append("pdf")

    def print(self) -> None:
        self.called.append("print")

    def settle_failure(self) -> None:
        self.called.append("settle")

    def show_versions(self) -> None:
        self.called.append("versions")

    def show_check(self, code: str) -> None:
        self.called.append(f"help {code}")


class Bench:
    """A work window with its keys."""

    def __init__(
        self, report: Report, qtbot: QtBot, size: tuple[int, int] = (1366, 728), folder: Path = NOWHERE_KEPT
    ) -> None:
        self.qtbot = qtbot
        self.opened = OpenReport(report, load_standard(OrganKind.DEPARTMENT), clock=fixed_clock)
        self.window = WorkWindow(self.opened, page_for)
        self.outside = Outside(folder)
        self.actions = add_actions(self.window, self.outside)
        qtbot.addWidget(self.window)
        qtbot.addWidget(self.outside.owner)
        self.window.resize(*size)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.window, key, modifier)

    def text(self) -> QPlainTextEdit:
        self.window.go_to_task(INTRODUCTION)
        found: QPlainTextEdit = self.window.pages.page(INTRODUCTION).findChildren(QPlainTextEdit)[0]
        found.setFocus()
        return found
