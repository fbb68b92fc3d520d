"""Local requirements in use: taken in, and left out when their file was damaged."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import a_report

from models import settings
from models.resources import resource_path
from ui.app.session import damaged_overlays, standard_for


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of imported local requirements that holds one whole and one damaged file."""
    monkeypatch.setattr(settings, "overlay_folder", lambda: tmp_path)
    (tmp_path / "通知.yaml").write_bytes(resource_path("templates", "本地要求模板.yaml").read_bytes())
    (tmp_path / "坏了.yaml").write_bytes(b"extends: [\x00")
    return tmp_path


def test_a_damaged_file_does_not_keep_a_report_from_opening(installed: Path) -> None:
    standard = standard_for(a_report())

    assert len(standard.overlays) == 1


def test_a_damaged_file_is_named(installed: Path) -> None:
    assert damaged_overlays() == ("坏了",)
