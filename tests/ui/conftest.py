"""What every test of the window needs: no screen, no unexpected dialog, Chinese texts of Qt, a fixed clock."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from builders import a_report, fixed_clock
from colleague import Colleague
from office import Office
from ui.app.theme import apply_theme
from work_bench import Bench

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
PATIENCE = 30_000  # milliseconds


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Name the program as it is named in earnest."""
    return ["法治年报助手"]


@pytest.fixture(scope="session")
def qapp(qapp_args: list[str], qapp_cls: type[QApplication], pytestconfig: pytest.Config) -> Iterator[QApplication]:
    """Return the one application, with Qt's Chinese texts and the program's look."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else qapp_cls(qapp_args)
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    assert translator.load("qtbase_zh_CN", folder)
    application.installTranslator(translator)
    apply_theme(application)
    yield application


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """Use the plain application class."""
    return QApplication


class PatientBot(QtBot):
    """A bot that waits long for what must come: on a busy machine a wait may last, but never fails for that."""

    def waitUntil(self, callback: Callable[[], object], *, timeout: int = 0) -> None:
        """Wait until `callback` holds."""
        super().waitUntil(callback, timeout=max(timeout, PATIENCE))

    def waitSignal(self, signal: Any, *, timeout: int = 0, **words: Any) -> Any:
        """Return what waits for `signal` at the end of its block; where none may come, not long."""
        expected = words.get("raising") is not False
        return super().waitSignal(signal, timeout=max(timeout, PATIENCE) if expected else timeout, **words)

    def waitExposed(self, widget: QWidget, *, timeout: int = 0) -> Any:
        """Return what waits until `widget` is on the screen at the end of its block."""
        return super().waitExposed(widget, timeout=max(timeout, PATIENCE))


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[QtBot]:
    """Lend a patient bot; its windows are gone before the next test begins."""
    yield PatientBot(request)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def no_unexpected_dialog(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail on any dialog a test does not replace: it would wait for a hand for ever."""

    def fail(*arguments: Any, **words: Any) -> None:
        pytest.fail(f"an unexpected dialog was opened: {arguments}")

    monkeypatch.setattr(QDialog, "exec", fail)
    monkeypatch.setattr(QMessageBox, "exec", fail)
    for name in ("information", "question", "warning", "critical", "about"):
        monkeypatch.setattr(QMessageBox, name, fail)


class HandClock:
    """A clock that moves only by hand."""

    def __init__(self) -> None:
        """Start at the moment all tests live in."""
        self.now: datetime = fixed_clock()

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """Return a clock whose `now` the test sets."""
    return HandClock()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let pass the warnings that only the platform without a screen gives."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture
def office(tmp_path: Path, qtbot: QtBot) -> Office:
    """Return a main window on an empty library."""
    return Office(tmp_path, qtbot)


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    """Return a work window on a small complete report."""
    return Bench(a_report(), qtbot)


@pytest.fixture
def colleague(tmp_path: Path) -> Iterator[Colleague]:
    """Lend a colleague's computer."""
    made = Colleague(tmp_path)
    yield made
    made.store.close()
