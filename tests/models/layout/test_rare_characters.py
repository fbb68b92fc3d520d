"""Text split by the faces that set it."""

from __future__ import annotations

import pytest
from models.layout.layout import Faces
from models.layout.loader import FONT_SETS, load_layout
from models.layout.rare_characters import split_by_face
from rare_names import RARE_NAMES

FACES = load_layout().faces
SETS = [load_layout(fonts=fonts).faces for fonts in FONT_SETS]


@pytest.mark.parametrize(("text", "face", "pieces"), [
    ("依法行政。", "仿宋_GB2312", [("依法行政。", "仿宋_GB2312")]),
    ("王堃、李㛃、", "仿宋_GB2312", [("王", "仿宋_GB2312"), ("堃", "仿宋"), ("、李", "仿宋_GB2312"), ("㛃", "仿宋"), ("、", "仿宋_GB2312")]),
    ("秦𬀩", "仿宋_GB2312", [("秦", "仿宋_GB2312"), ("𬀩", "SimSun-ExtB")]),
    ("王堃𬀩", "楷体_GB2312", [("王", "楷体_GB2312"), ("堃", "楷体"), ("𬀩", "SimSun-ExtB")]),
    ("王堃", "方正小标宋简体", [("王", "方正小标宋简体"), ("堃", "方正小标宋_GBK")]),
    ("王堃𬀩", "黑体", [("王堃", "黑体"), ("𬀩", "SimSun-ExtB")]),
    ("堃\ufe00。", "仿宋_GB2312", [("堃\ufe00", "仿宋"), ("。", "仿宋_GB2312")]),
    ("鿍", "仿宋_GB2312", [("鿍", "仿宋_GB2312")]),
    ("王堃", "隶书", [("王堃", "隶书")]),
    ("", "仿宋_GB2312", []),
], ids=["plain", "GBK", "beyond", "both", "title", "黑体", "selector", "held by none", "unknown face", "nothing"])
def test_each_character_is_set_by_a_face_that_has_it(text: str, face: str, pieces: list[tuple[str, str]]) -> None:
    assert split_by_face(text, face, FACES) == pieces


@pytest.mark.parametrize("faces", SETS, ids=FONT_SETS)
def test_every_face_of_every_set_has_one_for_every_rare_name(faces: Faces) -> None:
    for face in faces.names:
        for name in RARE_NAMES:
            for piece, wanted in split_by_face(name, face, faces):
                assert not any(faces.lacks(wanted, each) for each in piece), (face, name)


@pytest.mark.parametrize("faces", SETS, ids=FONT_SETS)
def test_what_every_face_holds_and_goes_by_is_known(faces: Faces) -> None:
    held = dict(faces.holds)
    for face in faces.names:
        assert {face, *faces.rare_of(face)} <= held.keys()
        assert all(faces.relatives_of(each) for each in faces.rare_of(face))
