"""Reports that are pasted or dropped on the start page, and the kinds of file the window and the words offer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import fixed_clock
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.importers.kinds import SUFFIXES
from models.importers.opening import Pasted, Source
from ui.app.flows import READABLE, Flows
from ui.app.library import Library, open_store_at
from ui.app.reading import read_apart
from ui.app.session import Session
from ui.command_line.arguments import help_on
from ui.dialogs import messages
from ui.pages.start_page import StartPage

FILE = Path(__file__).resolve().parents[2] / "resources" / "foreign" / "report.doc"


class Desk:
    """A start page and the ways in, which note what they are to read."""

    def __init__(self, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.read: list[Source] = []
        self.told: list[str] = []
        self.session = Session(Library(lambda: open_store_at(folder / "library.db")), fixed_clock)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.page = StartPage(fixed_clock().date(), self.window)
        monkeypatch.setattr(Flows, "import_source", lambda flows, source: self.read.append(source))
        monkeypatch.setattr(
            messages, "tell_error", lambda parent, error, title="": self.told.append(f"{error.message}{error.advice}"))
        self.flows = Flows(self.session, self.page, self.window)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Return a desk with an empty library."""
    made = Desk(tmp_path, qtbot, monkeypatch)
    yield made
    made.flows.stop()
    made.session.stop()
    QGuiApplication.clipboard().clear()


def copied(text: str = "", page: str = "", file: Path | None = None) -> None:
    """Put `text`, `page` and `file` on the clipboard, each where it is given."""
    data = QMimeData()
    if text:
        data.setText(text)
    if page:
        data.setHtml(page)
    if file is not None:
        data.setUrls([QUrl.fromLocalFile(str(file))])
    QGuiApplication.clipboard().setMimeData(data)


def test_copied_text_is_read(desk: Desk) -> None:
    copied("一、主要举措\n全年办理120件。")

    desk.page.paste_button.click()

    assert desk.read == [Pasted("一、主要举措\n全年办理120件。", "")]


def test_of_a_copied_web_page_the_markup_is_read(desk: Desk) -> None:
    copied("主要举措", "<h2>主要举措</h2>")

    desk.page.paste_button.click()

    assert [source.page for source in desk.read if isinstance(source, Pasted)] == ["<h2>主要举措</h2>"]


def test_a_copied_file_is_read_as_a_file(desk: Desk) -> None:
    copied(file=FILE)

    desk.page.paste_button.click()

    assert desk.read == [FILE]


def test_an_empty_clipboard_is_told(desk: Desk) -> None:
    QGuiApplication.clipboard().clear()

    desk.page.paste_button.click()

    assert desk.read == []
    assert desk.told == ["剪贴板里没有文字。请先在网页或文档里选中报告全文，复制，再点“粘贴读入”。"]


def dropped(page: StartPage, data: QMimeData) -> bool:
    """Drop `data` on `page` and return whether it was welcome."""
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(page.rect().center(), Qt.DropAction.CopyAction, data, buttons, keys)
    enter.ignore()
    page.dragEnterEvent(enter)
    if enter.isAccepted():
        page.dropEvent(QDropEvent(QPointF(page.rect().center()), Qt.DropAction.CopyAction, data, buttons, keys))
    return enter.isAccepted()


def test_a_dropped_file_is_read_and_nothing_else_is(desk: Desk) -> None:
    file, text, two = QMimeData(), QMimeData(), QMimeData()
    file.setUrls([QUrl.fromLocalFile(str(FILE))])
    text.setText("报告")
    two.setUrls([QUrl.fromLocalFile(str(FILE)), QUrl.fromLocalFile(str(FILE))])

    assert [dropped(desk.page, data) for data in (file, text, two)] == [True, False, False]
    assert desk.read == [FILE]


def test_a_library_that_is_read_only_takes_nothing_in(desk: Desk) -> None:
    desk.page.show_read_only("只读")

    assert not desk.page.paste_button.isEnabled()
    assert not desk.page.acceptDrops()


@pytest.mark.parametrize("source", [FILE, Pasted("", "<h1>云峰县交通运输局2025年法治政府建设年度报告</h1><p>正文。</p>")])
def test_what_is_read_apart_is_the_report_both_ways(source: Source) -> None:
    plain, repaired = read_apart(source)

    assert plain.report.year == repaired.report.year == 2025


def test_the_kinds_of_file_are_named_alike_everywhere() -> None:
    for suffix in SUFFIXES:
        assert f"*{suffix}" in READABLE
        assert suffix in help_on("check") and suffix in help_on("import")
