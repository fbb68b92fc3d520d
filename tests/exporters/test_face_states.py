"""Which wanted faces a PC has, and what the clerk is told of those it lacks."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import pytest
from exporters.face_states import FaceState, Presence, face_states
from models.layout.loader import FONT_SETS, LayoutDataError, load_layout
from models.layout.stand_ins import load_stand_ins, stand_ins_from
from models.resources import read_yaml

FOUNDER = load_layout().faces
CHINESE_WINDOWS = frozenset({"宋体", "SimSun", "仿宋", "楷体", "黑体", "Microsoft YaHei"})
OFFICE = CHINESE_WINDOWS | {"华文中宋"}
DEBIAN = frozenset({"Noto Serif CJK SC", "Noto Sans CJK SC"})
KYLIN = frozenset({"方正小标宋_GBK", "方正仿宋_GBK", "方正楷体_GBK", "方正黑体_GBK", "方正书宋_GBK"})
COMPLETE = frozenset(FOUNDER.names)


def told(families: frozenset[str], windows: bool = True, fonts: str = "方正") -> dict[str, FaceState]:
    """Return the states by face."""
    return {each.face: each for each in face_states(load_layout(fonts=fonts).faces, families, windows)}


@pytest.mark.parametrize(("families", "drawn"), [
    (COMPLETE, {"方正小标宋简体": "方正小标宋简体", "仿宋_GB2312": "仿宋_GB2312", "黑体": "黑体"}),
    (CHINESE_WINDOWS, {"方正小标宋简体": "SimSun", "仿宋_GB2312": "仿宋", "楷体_GB2312": "楷体", "宋体": "宋体"}),
    (OFFICE, {"方正小标宋简体": "华文中宋"}),
    (DEBIAN, {"方正小标宋简体": "Noto Serif CJK SC", "楷体_GB2312": "Noto Serif CJK SC", "黑体": "Noto Sans CJK SC"}),
    (DEBIAN | {"AR PL UKai CN"}, {"楷体_GB2312": "AR PL UKai CN"}),
    (KYLIN, {"方正小标宋简体": "方正小标宋_GBK", "仿宋_GB2312": "方正仿宋_GBK", "宋体": "方正书宋_GBK"}),
    (frozenset({"DejaVu Sans"}), dict.fromkeys(FOUNDER.names, "")),
], ids=["complete", "Windows", "Office", "Debian", "with a free 楷体", "麒麟 with WPS", "nothing Chinese"])
def test_the_nearest_family_is_drawn(families: frozenset[str], drawn: Mapping[str, str]) -> None:
    assert {name: told(families)[name].family for name in drawn} == drawn


@pytest.mark.parametrize(("families", "presence", "here", "drawn"), [
    (COMPLETE, Presence.PRESENT, "有", "就是它"),
    (CHINESE_WINDOWS, Presence.RELATIVE, "没有", "用“仿宋”代替，字形略有不同"),
    (DEBIAN, Presence.FREE, "没有", "用“思源宋体”代替，只求相近"),
    (frozenset({"Arial"}), Presence.NONE, "没有", "没有合适的，由系统挑一个中文字体"),
], ids=["present", "relative", "free", "none"])
def test_each_state_has_its_words(families: frozenset[str], presence: Presence, here: str, drawn: str) -> None:
    state = told(families)["仿宋_GB2312"]

    assert (state.presence, state.here, state.drawn) == (presence, here, drawn)
    assert bool(state.advice) is (presence is not Presence.PRESENT)


def test_advice_fits_the_system() -> None:
    assert "Windows自带" in told(CHINESE_WINDOWS)["仿宋_GB2312"].advice
    assert "可选功能" in told(frozenset({"宋体"}), fonts="Windows自带")["仿宋"].advice
    assert told(DEBIAN, windows=False)["楷体_GB2312"].advice.endswith("软件包 fonts-arphic-ukai。")
    assert "可选功能" not in told(DEBIAN, windows=False)["黑体"].advice


def test_no_package_is_named_where_a_relative_or_the_best_of_them_is_there() -> None:
    assert "软件包" not in told(KYLIN, windows=False)["楷体_GB2312"].advice
    best = frozenset({"FandolKai", "FandolSong", "FandolHei", "FandolFang"})
    assert not any("软件包" in each.advice for each in told(best, windows=False).values())


def test_what_was_not_tried_is_marked() -> None:
    assert told(COMPLETE)["仿宋_GB2312"].unsure


@pytest.mark.parametrize("fonts", FONT_SETS)
def test_every_face_of_every_set_has_its_words(fonts: str) -> None:
    for state in told(frozenset(), fonts=fonts).values():
        assert state.used_for and state.elsewhere.endswith("。") and state.advice.endswith("。")


def test_every_free_family_that_a_package_brings_stands_in_for_something() -> None:
    data = load_stand_ins()
    used = {family for each in data.classes.values() for family in each.free} | set(data.rare)

    assert {family for brought in data.packages.values() for family in brought} <= used


@pytest.mark.parametrize(("path", "value", "message"), [
    (("classes", "title", "free"), "宋体", "classes: title: free: is no list of names"),
    (("classes", "kai"), None, "classes: kai: missing key"),
    (("faces", "黑体", "mac"), "有", "faces: 黑体: mac: unknown key"),
    (("faces", "黑体", "word"), "", "faces: 黑体: word: missing key"),
    (("called", "SimSun"), 1, "called: SimSun: is no name"),
    (("rare",), [1], "rare: is no list of names"),
    (("faces", "黑体"), [], "faces: 黑体: is not a table of keys"),
])
def test_a_mistake_in_the_data_names_its_key(path: tuple[str, ...], value: Any, message: str) -> None:
    data = deepcopy(read_yaml("formats", "stand_ins.yaml"))
    *above, last = path
    table = data
    for each in above:
        table = table[each]
    table[last] = value

    with pytest.raises(LayoutDataError, match=f"stand_ins.yaml: {message}"):
        stand_ins_from(data)
