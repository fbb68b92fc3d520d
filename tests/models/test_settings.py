from __future__ import annotations

import os
from pathlib import Path

import pytest

from models import settings
from models.errors import UserError


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that passes for the program's own, with the user's data elsewhere."""
    monkeypatch.setattr(settings, "program_folder", lambda: tmp_path / "程序")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "用户"))
    (tmp_path / "程序").mkdir()
    return tmp_path / "程序"


@pytest.mark.skipif(os.name == "nt", reason="the user's folder is set by XDG_DATA_HOME only on Linux")
def test_data_lie_in_the_users_folder(program: Path, tmp_path: Path) -> None:
    assert settings.data_folder() == tmp_path / "用户" / "法治年报助手"
    assert settings.library_path() == tmp_path / "用户" / "法治年报助手" / "法治年报.db"


def test_data_lie_beside_the_program_when_it_is_portable(program: Path) -> None:
    (program / "便携").touch()

    assert settings.data_folder() == program / "数据"
    assert settings.log_folder().parent == program / "数据"


def test_asking_for_folders_creates_none(program: Path, tmp_path: Path) -> None:
    (program / "便携").touch()

    assert settings.installed_overlays() == ()
    assert not settings.data_folder().exists()


def test_installed_overlays_are_the_yaml_files_by_name(program: Path) -> None:
    (program / "便携").touch()
    folder = settings.ready_folder(settings.overlay_folder())
    for name in ("乙.yaml", "丙.txt", "甲.yaml"):
        (folder / name).touch()

    assert {path.name for path in settings.installed_overlays()} == {"甲.yaml", "乙.yaml"}
    assert list(settings.installed_overlays()) == sorted(settings.installed_overlays())


def test_ready_folder_creates_all_levels(tmp_path: Path) -> None:
    assert settings.ready_folder(tmp_path / "一" / "二").is_dir()


@pytest.mark.parametrize("place", ["挡路", "挡路/下级", "名" * 300], ids=["a file", "below a file", "too long"])
def test_ready_folder_explains_why_it_cannot_be(tmp_path: Path, place: str) -> None:
    (tmp_path / "挡路").touch()

    with pytest.raises(UserError) as failure:
        settings.ready_folder(tmp_path / place)

    assert failure.value.advice
