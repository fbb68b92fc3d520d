"""The size in which the window shows everything is chosen once and in force from the next start."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.app.display_size import FILE, VARIABLE, apply_size, ask_size, chosen_size, keep_size, sizes_that_fit
from ui.dialogs import messages


@pytest.mark.parametrize("content", [None, b"", b"large", b"110", b"\xff\xfe", b"-150"])
def test_without_a_size_of_use_everything_is_shown_as_usual(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / FILE).write_bytes(content)
    environment: dict[str, str] = {}
    apply_size(tmp_path, environment)

    assert (chosen_size(tmp_path), environment) == (100, {})


def test_a_kept_size_is_applied_unless_the_system_asks_for_one(tmp_path: Path) -> None:
    assert keep_size(tmp_path / "new", 125)
    plain: dict[str, str] = {}
    asked = {VARIABLE: "2"}
    apply_size(tmp_path / "new", plain)
    apply_size(tmp_path / "new", asked)

    assert (plain, asked) == ({VARIABLE: "1.25"}, {VARIABLE: "2"})


@pytest.mark.parametrize(("screen", "sizes"), [
    ((1366, 728), (100, 125)), ((1093, 574), (100,)), ((1920, 1040), (100, 125, 150)), ((800, 500), (100,)),
])
def test_only_sizes_that_fit_the_screen_are_offered(screen: tuple[int, int], sizes: tuple[int, ...]) -> None:
    assert sizes_that_fit(*screen) == sizes


def test_the_answer_is_kept(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    offered: list[tuple[str, ...]] = []
    monkeypatch.setattr("ui.app.display_size.sizes_that_fit", lambda *_: (100, 125))

    def answer(_: object, __: str, ___: str, verbs: tuple[str, ...], ____: str) -> int:
        offered.append(verbs)
        return 1

    monkeypatch.setattr(messages, "ask", answer)
    ask_size(window, tmp_path)

    assert offered == [("标准，现在", "大（125%）", "不改")]
    assert chosen_size(tmp_path) == 125


def test_a_folder_that_cannot_be_written_is_told(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    (tmp_path / "file").write_text("")
    told: list[str] = []
    monkeypatch.setattr("ui.app.display_size.sizes_that_fit", lambda *_: (100, 125))
    monkeypatch.setattr(messages, "ask", lambda *_: 1)
    monkeypatch.setattr(messages, "tell", lambda _, __, text, ___: told.append(text))
    ask_size(window, tmp_path / "file")

    assert told == ["显示大小没有记住：数据文件夹不能写入。"]
