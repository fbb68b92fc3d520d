"""A main window on a library of its own, for tests: what it stores, and what happens when it cannot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from builders import fixed_clock
from models.domain.report import Report
from models.storage.store import ReportStore
from models.storage.summary import SavedMark
from ui.app.library import Library
from ui.app.session import Session
from ui.dialogs import messages
from ui.main_window import MainWindow


class SickStore:
    """The store of `path`, which fails to save while it is told to."""

    def __init__(self, path: Path) -> None:
        self._store = ReportStore.open(path, fixed_clock)
        self.trouble: Exception | None = None

    def save(self, report: Report) -> SavedMark:
        if self.trouble is not None:
            raise self.trouble
        return self._store.save(report)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


class Office:
    """A main window on a library in a folder of its own."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.path = folder / "法治年报.db"
        self.folder = folder
        self.stores: list[SickStore] = []
        self.session = Session(Library(self._open_store, self._restore_store), fixed_clock)
        self.window = MainWindow(self.session, folder)
        qtbot.addWidget(self.window, before_close_func=lambda _: self.heal())
        self.qtbot = qtbot
        self.window.begin()
        self.wait_ready()

    def wait_ready(self) -> None:
        self.qtbot.waitUntil(lambda: self.session.library.ready, timeout=10_000)

    def _restore_store(self, backup: Path) -> Any:
        return ReportStore.open_restored(self.path, backup)

    def _open_store(self) -> Any:
        self.stores.append(SickStore(self.path))
        return self.stores[-1]

    def create(self, report: Report) -> None:
        self.session.create_report(report)
        self.wait_saved()

    def wait_saved(self) -> None:
        self.qtbot.waitUntil(lambda: self.session.opened is not None and self.session.opened.saved, timeout=10_000)

    def write(self, text: str) -> None:
        opened = self.session.opened
        assert opened is not None
        opened.edit(replace(opened.report, introduction=text), "修改引言", "introduction")

    def stored(self) -> list[str]:
        with ReportStore.open_to_read(self.path) as store:
            return [store.load(each.id).introduction for each in store.reports()]

    def heal(self) -> None:
        for store in self.stores:
            store.trouble = None


def answer(monkeypatch: pytest.MonkeyPatch, *choices: int) -> list[str]:
    """Let the next questions be answered by `choices`; return the list of texts that were asked."""
    asked: list[str] = []
    left = list(choices)

    def ask(parent: object, title: str, text: str, verbs: tuple[str, ...], detail: str = "") -> int:
        asked.append(f"{text}{detail}")
        return left.pop(0)

    monkeypatch.setattr(messages, "ask", ask)
    return asked
