"""Which faces this PC lacks."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest
from exporters import fonts
from exporters.fonts import families_of_entry, installed_families, missing_faces
from models.layout.loader import load_layout

WINDOWS = frozenset({"SimSun", "NSimSun", "SimHei", "FangSong", "KaiTi"})


def test_the_faces_of_the_founder_set_are_missing_on_a_plain_windows() -> None:
    assert missing_faces(load_layout("常用", "方正"), WINDOWS) == ("方正小标宋简体", "仿宋_GB2312", "楷体_GB2312")


@pytest.mark.parametrize(("fonts", "missing"), [("Windows自带", ("华文中宋",)), ("Windows宋体", ())])
def test_the_windows_sets_ask_for_less(fonts: str, missing: tuple[str, ...]) -> None:
    assert missing_faces(load_layout("常用", fonts), WINDOWS) == missing


def test_a_face_is_known_by_its_chinese_and_its_english_name() -> None:
    installed = frozenset({"FZXiaoBiaoSong-B05S", "FangSong_GB2312", "楷体_GB2312", "黑体", "SimSun"})

    assert missing_faces(load_layout(), installed) == ()


def test_when_nothing_is_known_nothing_is_reported() -> None:
    assert missing_faces(load_layout(), frozenset()) == ()


@pytest.mark.parametrize(("entry", "families"), [
    ("SimSun & NSimSun (TrueType)", ("SimSun", "NSimSun")), ("宋体 & 新宋体 (TrueType)", ("宋体", "新宋体")),
    ("方正小标宋简体 (TrueType)", ("方正小标宋简体",)), ("FangSong (OpenType)", ("FangSong",)), ("仿宋", ("仿宋",)),
])
def test_names_of_the_windows_registry_are_read(entry: str, families: tuple[str, ...]) -> None:
    assert families_of_entry(entry) == families


def test_names_of_fontconfig_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = "SimSun,宋体\nWenQuanYi Zen Hei,文泉驿正黑\n\n".encode()
    monkeypatch.setattr(subprocess, "run", lambda *a, **k: subprocess.CompletedProcess(a, 0, listed))

    assert {"宋体", "SimSun", "文泉驿正黑"} <= fonts._fontconfig_families()


def test_a_pc_without_fontconfig_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*arguments: Any, **options: Any) -> Any:
        raise FileNotFoundError("fc-list")

    monkeypatch.setattr(subprocess, "run", missing)

    assert fonts._fontconfig_families() == frozenset()


def test_the_families_of_this_pc_are_names() -> None:
    assert all(isinstance(name, str) for name in installed_families())
