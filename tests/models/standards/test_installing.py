"""Taking a file of local requirements into the data folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from models.domain.organ import OrganKind
from models.errors import UserError
from models.standards.installing import install_overlay
from models.standards.loader import load_standard

TEXT = "extends: 政府部门\nsource: 云峰县通知\ndate: 2026-01-05\ntighten:\n- {id: R20, mandate: 必写}\n"
ADDING = "extends: 政府部门\nsource: 云峰县通知\ndate: 2026-01-05\nadd:\n  requirements:\n  - {id: L01, title: 甲, prompt: 写。}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "数据" / "本地要求"


def notice(folder: Path, name: str = "通知.yml", text: str = TEXT) -> Path:
    """Write `text` as the file `name` of `folder` and return its path."""
    path = folder / name
    path.write_text(text, encoding="gb18030")
    return path


def test_installed_copy_is_the_clerks_file(tmp_path: Path, folder: Path) -> None:
    path = notice(tmp_path)

    copy = install_overlay(path, folder)

    assert copy == folder / "通知.yaml"
    assert copy.read_bytes() == path.read_bytes()
    assert [each.name for each in folder.iterdir()] == ["通知.yaml"]
    assert load_standard(OrganKind.DEPARTMENT, [copy]).overlays == ("云峰县通知",)


def test_newer_file_replaces_the_older_of_the_same_name(tmp_path: Path, folder: Path) -> None:
    install_overlay(notice(tmp_path), folder)

    copy = install_overlay(notice(tmp_path, text=TEXT.replace("云峰县通知", "云峰县新通知")), folder)

    assert load_standard(OrganKind.DEPARTMENT, [copy]).overlays == ("云峰县新通知",)


def test_file_already_in_place_stays(tmp_path: Path, folder: Path) -> None:
    copy = install_overlay(notice(tmp_path), folder)

    assert install_overlay(copy, folder) == copy


def test_wrong_file_changes_nothing(tmp_path: Path, folder: Path) -> None:
    copy = install_overlay(notice(tmp_path), folder)
    before = copy.read_bytes()

    with pytest.raises(UserError):
        install_overlay(notice(tmp_path, text="不是要求"), folder)

    assert copy.read_bytes() == before


def test_id_used_by_another_installed_file_is_refused(tmp_path: Path, folder: Path) -> None:
    install_overlay(notice(tmp_path, "一.yaml", ADDING), folder)

    with pytest.raises(UserError, match="L01.*一.yaml"):
        install_overlay(notice(tmp_path, "二.yaml", ADDING), folder)

    assert [each.name for each in folder.iterdir()] == ["一.yaml"]


def test_failed_replacement_keeps_the_old_file(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = install_overlay(notice(tmp_path), folder)
    before = copy.read_bytes()

    def fail(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(UserError, match="没能存进"):
        install_overlay(notice(tmp_path, text=TEXT.replace("云峰县通知", "云峰县新通知")), folder)

    assert copy.read_bytes() == before
    assert [each.name for each in folder.iterdir()] == ["通知.yaml"]
