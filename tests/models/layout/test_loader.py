"""Layout data -> Layout."""

from __future__ import annotations

from typing import Any

import pytest
from models.errors import UserError
from models.layout.loader import (
    FONT_SETS,
    PROFILES,
    LayoutDataError,
    faces_from,
    load_layout,
    load_words,
    measures_from,
    words_from,
)
from models.resources import read_yaml


def measures() -> dict[str, Any]:
    return {**read_yaml("formats", "measures.yaml"), **read_yaml("formats", "profiles.yaml")["常用"]}


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("fonts", FONT_SETS)
def test_every_profile_loads_with_every_set_of_faces(profile: str, fonts: str) -> None:
    layout = load_layout(profile, fonts)

    assert (layout.profile, layout.fonts) == (profile, fonts)
    assert layout.measures.lines_per_page * layout.measures.line_pitch_twips <= layout.measures.text_height_twips
    assert layout.measures.characters_per_line * layout.measures.character_twips <= layout.measures.text_width_twips


def test_the_text_area_is_156_by_225_millimetres() -> None:
    found = load_layout("常用").measures

    assert (found.text_width_twips, found.text_height_twips) == (8844, 12756)


@pytest.mark.parametrize("pitch", [579, 580])
def test_one_twip_more_loses_a_line(pitch: int) -> None:
    height = load_layout("常用").measures.text_height_twips

    assert height // pitch == (22 if pitch == 579 else 21)


def test_the_profiles_are_those_of_the_two_standards() -> None:
    common, converted = load_layout("常用").measures, load_layout("33476.2").measures

    assert (common.line_pitch_twips, converted.line_pitch_twips) == (579, 589)
    assert (common.top_margin_twips, converted.top_margin_twips) == (2098, 1960)
    assert (common.bottom_margin_twips, converted.bottom_margin_twips) == (1984, 1847)
    assert common.footer_distance_twips == converted.footer_distance_twips == 1428


def test_line_spacing_widens_the_body_only() -> None:
    wide = load_layout("常用", "方正", 1.5)

    assert wide.body_pitch_twips == 868
    assert wide.measures.line_pitch_twips == 579


@pytest.mark.parametrize(("arguments", "words"), [
    (("国标", "方正", None), "国标"), (("常用", "微软雅黑", None), "微软雅黑"), (("常用", "方正", 3.0), "3 倍"),
], ids=["profile", "faces", "spacing"])
def test_what_does_not_exist_is_named(arguments: tuple[str, str, float | None], words: str) -> None:
    with pytest.raises(UserError, match=words):
        load_layout(*arguments)


@pytest.mark.parametrize(("change", "message"), [
    ({"body_point": {"value": 16, "source": "x"}}, "test.yaml: body_point: unknown key"),
    ({"body_pt": None}, "test.yaml: body_pt: needs value and source"),
    ({"body_pt": {"value": 16}}, "test.yaml: body_pt: needs value and source"),
    ({"body_pt": {"value": 16, "source": " "}}, "test.yaml: body_pt: needs value and source"),
    ({"body_pt": {"value": "16", "source": "x"}}, "test.yaml: body_pt: is '16', must be float"),
    ({"title_line_twips": {"value": 700.5, "source": "x"}}, "test.yaml: title_line_twips: is 700.5, must be int"),
    ({"title_line_twips": {"value": True, "source": "x"}}, "test.yaml: title_line_twips: is True, must be int"),
])
def test_a_wrong_measure_names_file_and_key(change: dict[str, Any], message: str) -> None:
    with pytest.raises(LayoutDataError, match=message):
        measures_from({**measures(), **change}, "test.yaml")


def test_a_missing_measure_names_file_and_key() -> None:
    data = measures()
    del data["colophon_pt"]

    with pytest.raises(LayoutDataError, match="test.yaml: colophon_pt: missing key"):
        measures_from(data, "test.yaml")


def test_missing_words_and_faces_name_file_and_key() -> None:
    words = dict(read_yaml("formats", "words.yaml"))
    del words["signatory_label"]
    fonts = read_yaml("formats", "fonts.yaml")

    with pytest.raises(LayoutDataError, match="words.yaml: signatory_label: missing key"):
        words_from(words, "words.yaml")
    with pytest.raises(LayoutDataError, match="fonts.yaml: sets: 隶书 is missing"):
        faces_from(fonts, "隶书", "fonts.yaml")


def test_every_face_of_every_set_has_its_other_names() -> None:
    for fonts in FONT_SETS:
        faces = load_layout("常用", fonts).faces
        for name in faces.names:
            assert faces.relatives_of(name) and faces.same_as(name), name


def test_every_measure_names_its_ground() -> None:
    for name, entry in measures().items():
        assert entry["source"].startswith(("GB/T", "惯例", "固定", "汉字", "小标宋", "版心")), name


def test_fixed_words_end_in_full_width_marks() -> None:
    words = load_words()

    assert words.signatory_label.endswith("：") and words.copy_recipients_label.endswith("：")
    assert words.page_number_dash == "\u2014"
