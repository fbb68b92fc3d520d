"""Where the window stood: kept, and never a reason not to start."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.app.window_state import FILE, WindowState, load_window_state, save_window_state

STATE = WindowState(10, 20, 1200, 700, True, True, False, "文件夹")


def test_state_comes_back(tmp_path: Path) -> None:
    save_window_state(tmp_path / "数据", STATE)

    assert load_window_state(tmp_path / "数据") == STATE


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"{", id="cut off"),
        pytest.param(b"\xff\xfe\x00", id="no text"),
        pytest.param(b"[1, 2]", id="a list"),
        pytest.param(b"[" * 100_000, id="deep"),
        pytest.param(b'{"x": "far", "width": null, "maximized": 1}', id="wrong kinds"),
    ],
)
def test_damaged_file_means_the_defaults(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)

    assert load_window_state(tmp_path) == WindowState()


def test_unknown_and_missing_keys_are_no_trouble(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"width": 1000, "later": true}', encoding="utf-8")

    assert load_window_state(tmp_path) == WindowState(width=1000)


def test_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    save_window_state(tmp_path / "file", STATE)

    assert [path.name for path in tmp_path.iterdir()] == ["file"]
