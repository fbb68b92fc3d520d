"""How wide characters are, with and without a font to ask."""

from __future__ import annotations

from pathlib import Path

import pytest
from exporters.fonts import FontFile, files_of_entries
from exporters.pages import face_metrics
from exporters.pages.face_metrics import FaceMetrics, usual_advance

FACE = "仿宋_GB2312"


@pytest.mark.parametrize(("characters", "width"), [
    ("国，（“”—…·％①★℃　", 1.0), ("2aA.%-( ", 0.5), ("\u0301\u200b", 0.0),
], ids=["Chinese", "ASCII", "nothing"])
def test_without_a_font_every_face_has_the_widths_of_gb2312(characters: str, width: float) -> None:
    assert {FaceMetrics().advance(FACE, each) for each in characters} == {width}


def test_a_font_is_asked_once_and_only_when_text_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def measured(path: Path, number: int, characters: str) -> dict[str, float]:
        asked.append(path.name)
        return {"国": 1.0, "2": 0.55}

    monkeypatch.setattr(face_metrics, "advances_in", measured)
    metrics = FaceMetrics(lambda: {FACE: FontFile(Path("fang.ttf"))})
    assert asked == []

    assert [metrics.advance(FACE, each) for each in "2法2"] == [0.55, 1.0, 0.55]
    assert metrics.advance("黑体", "2") == 0.5
    assert asked == ["fang.ttf"]


def test_a_font_without_chinese_stands_in_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(face_metrics, "advances_in", lambda path, number, characters: {"2": 0.636})

    assert FaceMetrics(lambda: {FACE: FontFile(Path("sans.ttf"))}).advance(FACE, "2") == 0.5


def test_windows_names_the_file_of_a_face_by_any_of_its_names() -> None:
    names = {"宋体": ("宋体", "SimSun"), "仿宋_GB2312": ("仿宋_GB2312", "仿宋", "FangSong"), "楷体": ("楷体",)}
    entries = (("NSimSun & SimSun (TrueType)", "simsun.ttc"), ("FangSong (TrueType)", "simfang.ttf"))

    files = files_of_entries(names, entries)

    assert {face: (file.path.name, file.number) for face, file in files.items()} == {
        "宋体": ("simsun.ttc", 1), "仿宋_GB2312": ("simfang.ttf", 0)}


def test_usual_advances_are_those_of_a_chinese_face() -> None:
    assert usual_advance("龘") == 1.0
