"""A 公开版 leaves the window as the clerk confirmed it: as a file, and on the clipboard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from builders import a_report, fixed_clock
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.domain.place import HEAD, Place
from models.domain.report import ExportForm, SecrecyReview
from models.publication.redactions import Redaction
from models.standards.loader import load_standard
from ui.app.export_flow import ExportFlow
from ui.app.open_report import OpenReport
from ui.dialogs import messages
from ui.dialogs.export_dialog import ExportChoice, ExportDialog

REVIEW = SecrecyReview("办公室 李明", "2026年3月10日")
TEXT = "妥善处理王建国诉县交通运输局一案，来电13912345678已答复。"


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what message boxes say."""
    said: list[str] = []

    def ask(_parent: object, _title: str, text: str, verbs: tuple[str, ...], detail: str = "") -> int:
        said.append(f"{text}{detail}")
        return len(verbs) - 1

    monkeypatch.setattr(messages, "ask", ask)
    return said


@pytest.fixture
def opened() -> OpenReport:
    """Return an open report with a person and a telephone number in it."""
    report = replace(a_report(), introduction=TEXT)
    return OpenReport(report, load_standard(report.organ.kind), clock=fixed_clock)


@pytest.fixture
def flow(qtbot: QtBot) -> ExportFlow:
    """Return the flow over an empty window."""
    window = QWidget()
    qtbot.addWidget(window)
    made = ExportFlow(window)
    made.setProperty("window", window)  # a widget without owner would be gone
    return made


def chosen(monkeypatch: pytest.MonkeyPatch, path: Path, copied: bool, keep: str = "") -> list[tuple[Redaction, ...]]:
    """Choose the 公开版 at `path`, hidden what is proposed, except `keep`; return the lists that were shown."""
    shown: list[tuple[Redaction, ...]] = []

    def ask(*words: object) -> ExportChoice:
        find = words[-1]
        assert callable(find)
        listed = find()
        shown.append(listed)
        hidden = tuple(each for each in listed if each.hidden and each.words != keep)
        return ExportChoice(ExportForm.PUBLIC, path, "常用", "方正", None, REVIEW, hidden, copied)

    monkeypatch.setattr(ExportDialog, "ask", ask)
    return shown


@pytest.mark.parametrize("ending", [".docx", ".html", ".txt"])
def test_the_file_says_nothing_that_was_hidden(
    ending: str, qtbot: QtBot, tmp_path: Path, opened: OpenReport, flow: ExportFlow, told: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from models.importers.reading import read_report

    chosen(monkeypatch, tmp_path / f"公开版{ending}", copied=False)

    flow.start(opened)
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    flow.stop()

    text = read_report(tmp_path / f"公开版{ending}").report.introduction
    assert text == "妥善处理王某诉县交通运输局一案，来电139××××××××已答复。"
    assert opened.report.introduction == TEXT  # the report itself stays as it is


def test_what_the_clerk_wants_to_change_first_is_gone_to_and_nothing_is_written(
    qtbot: QtBot, opened: OpenReport, flow: ExportFlow, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Place(HEAD, "", "signatories")
    monkeypatch.setattr(ExportDialog, "ask", lambda *words: place)

    with qtbot.waitSignal(flow.place_wanted) as wanted:
        flow.start(opened)
    flow.stop()

    assert wanted.args == [place]


def test_the_web_page_and_the_text_are_on_the_clipboard(
    tmp_path: Path, opened: OpenReport, flow: ExportFlow, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen(monkeypatch, tmp_path / "公开版.html", copied=True)

    flow.start(opened)
    flow.stop()

    content = QGuiApplication.clipboard().mimeData()
    assert "<h1" in content.html() and "妥善处理王某诉" in content.html()
    assert "　　妥善处理王某诉" in content.text()
    assert "粘贴" in told[0] and not list(tmp_path.iterdir())
    assert opened.undo_label == "确认保密审查"


def test_what_was_kept_once_is_proposed_to_be_kept(
    tmp_path: Path, opened: OpenReport, flow: ExportFlow, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = chosen(monkeypatch, tmp_path / "公开版.html", copied=True, keep="王建国")

    flow.start(opened)
    flow.start(opened)
    flow.stop()

    assert [[each.words for each in listed if each.hidden] for listed in shown] == [
        ["王建国", "13912345678"], ["13912345678"]]


@pytest.mark.parametrize("known, replaced", [(True, True), (False, False)])
def test_a_second_export_replaces_its_own_file_but_not_one_changed_elsewhere(
    known: bool, replaced: bool, qtbot: QtBot, tmp_path: Path, opened: OpenReport, flow: ExportFlow, told: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "公开版.txt"
    chosen(monkeypatch, path, copied=False)
    flow.start(opened)
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    if not known:
        path.write_text("在 WPS 里改过", encoding="utf-8")
    before = path.read_bytes()
    opened.edit(replace(opened.report, introduction="另写一段。"), "修改开头")

    flow.start(opened)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=30_000)
    flow.stop()

    assert (path.read_bytes() != before) == replaced
    assert ("公开版（2）.txt" in told[1]) != replaced
