from __future__ import annotations

import pytest
from models.layout.loader import PROFILES, load_layout
from models.layout.mark import mark_form

NAMES = ("云峰县交通运输局", "云峰县公安局", "云峰县自然资源和规划局")
LONG = "湘西土家族苗族自治州住房和城乡建设局"


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("names", [NAMES, NAMES[:2], (LONG, *NAMES), (LONG,) * 8], ids=len)
def test_a_joint_mark_stays_within_its_width_and_height(names: tuple[str, ...], profile: str) -> None:
    measures = load_layout(profile).measures
    form = mark_form(names, "文件", measures)

    assert form.names_width + form.word_width <= measures.mark_max_width_mm * 56.7 + 2
    assert form.height == len(names) * form.line <= measures.joint_mark_height_mm * 56.7
    assert measures.mark_min_scale_percent <= form.scale_percent <= 100


def test_one_name_is_set_as_ever() -> None:
    form = mark_form(("云峰县交通运输局文件",), "", load_layout().measures)

    assert (form.pt, form.scale_percent, form.line, form.word_width) == (42.5, 100, 850, 0)


def test_without_a_word_the_names_have_all_the_room() -> None:
    measures = load_layout().measures

    assert mark_form(NAMES, "", measures).word_width == 0
    assert mark_form(NAMES, "", measures).names_width > mark_form(NAMES, "文件", measures).names_width
