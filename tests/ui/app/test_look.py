"""The look of the program is chosen at any time, shown at once and kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QCommonStyle, QPushButton, QTableWidget, QTableWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from ui.app.icons import icon
from ui.app.look import AS_SYSTEM, FILE, LOOKS, ask_look, chosen_look, keep_look, show_look, theme_of
from ui.app.theme import load_theme, shown_theme
from ui.dialogs import messages
from ui.dialogs.look_dialog import LookDialog


@pytest.fixture(autouse=True)
def usual_look_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    show_look("light")


def dialog_of(window: QWidget) -> LookDialog:
    return next(each for each in window.findChildren(LookDialog))


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("content", [None, b"", b"black", b"\xff\xfe", b"Dark"])
def test_without_a_look_of_use_that_of_the_system_is_taken(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / FILE).write_bytes(content)

    assert chosen_look(tmp_path) == AS_SYSTEM


@pytest.mark.parametrize(("look", "dark", "theme"), [
    (AS_SYSTEM, True, "dark"), (AS_SYSTEM, False, "light"), ("light", True, "light"), ("green", True, "green"),
])
def test_only_where_the_clerk_has_not_chosen_the_system_decides(look: str, dark: bool, theme: str) -> None:
    assert theme_of(look, dark) == theme


@pytest.mark.parametrize(("ground", "theme"), [("#202020", "dark"), ("#EFEFEF", "light")])
def test_the_palette_of_the_style_tells_what_the_system_wants(
    ground: str, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QCommonStyle, "standardPalette", lambda _: QPalette(QColor(ground)), raising=False)
    monkeypatch.setattr(QApplication, "style", lambda *_: QCommonStyle())
    show_look(AS_SYSTEM)

    assert shown_theme().name == theme


def test_every_look_offered_has_its_colours() -> None:
    assert [load_theme(look).name for look in LOOKS if look != AS_SYSTEM] == ["light", "dark", "green", "contrast"]


@pytest.mark.parametrize("look", ["dark", "green", "contrast"])
def test_open_windows_and_their_icons_change_at_once(qtbot: QtBot, qapp: QApplication, look: str) -> None:
    button = QPushButton()
    button.setIcon(icon("menu", "ink"))
    plain = QPushButton("文字")
    table = QTableWidget(1, 1)
    table.setItem(0, 0, QTableWidgetItem(icon("done", "done"), "已写"))
    for widget in (button, plain, table):
        qtbot.addWidget(widget)
    show_look(look)
    tokens = load_theme(look).tokens

    assert shown_theme().name == look
    assert tokens["ink"] in colours(button.icon().pixmap(16).toImage())
    assert tokens["card"] in colours(button.grab().toImage())
    assert {tokens["done"], tokens["card"]} <= colours(table.item(0, 0).icon().pixmap(16).toImage())
    assert plain.icon().isNull()


def test_a_look_is_seen_when_chosen_and_kept_when_accepted(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    ask_look(window, tmp_path)
    dialog = dialog_of(window)
    dialog.look.choose("dark")
    seen = shown_theme().name
    dialog.accept()

    assert (seen, shown_theme().name, chosen_look(tmp_path)) == ("dark", "dark", "dark")


def test_leaving_the_choice_brings_the_old_look_back(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    keep_look(tmp_path, "green")
    show_look("green")
    ask_look(window, tmp_path)
    dialog = dialog_of(window)
    dialog.look.choose("contrast")
    dialog.reject()

    assert (shown_theme().name, chosen_look(tmp_path)) == ("green", "green")


def test_a_folder_that_cannot_be_written_is_told(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    (tmp_path / "file").write_text("")
    told: list[str] = []
    monkeypatch.setattr(messages, "tell", lambda _, __, text, ___: told.append(text))
    ask_look(window, tmp_path / "file")
    dialog = dialog_of(window)
    dialog.look.choose("dark")
    dialog.accept()

    assert told == ["外观没有记住：数据文件夹不能写入。"]
    assert shown_theme().name == "dark"
