"""Which Chinese characters a font holds, by the standard it was made by."""

from __future__ import annotations

import pytest
from models.text.repertoire import Repertoire, beyond_basic, holds, is_ideograph
from rare_names import RARE_NAMES


@pytest.mark.parametrize("name", RARE_NAMES)
def test_the_rare_character_of_a_name_is_found(name: str) -> None:
    assert beyond_basic(f"局长{name}主持党组会，二级主任科员{name}列席。") == {name[-1]}


@pytest.mark.parametrize("text", [
    "全面推进依法行政，办理行政许可2316件。", "“双随机、一公开”——检查……", "云交〔2026〕4号 No.1 A·B％℃①㎡⑪", "é½²α", ""],
    ids=["text", "marks", "signs", "letters", "nothing"])
def test_ordinary_text_marks_and_signs_are_no_rare_characters(text: str) -> None:
    assert beyond_basic(text) == frozenset()


def test_the_round_zero_of_chinese_years_is_missing_in_gb2312() -> None:
    assert beyond_basic("二〇二五年") == {"〇"}


@pytest.mark.parametrize(("repertoire", "held", "lacking"), [
    (Repertoire.GB2312, "国一亳鄄", "堃镕〇㛃𣲗"),
    (Repertoire.GB18030_2000, "国堃镕〇㛃䶮", "𣲗𬀩鿍"),
    (Repertoire.BEYOND, "𣲗𬀩𫖯", "国堃㛃"),
])
def test_a_repertoire_holds_what_its_standard_has(repertoire: Repertoire, held: str, lacking: str) -> None:
    assert [each for each in held + lacking if holds(repertoire, each)] == list(held)


@pytest.mark.parametrize(("character", "expected"), [
    ("国", True), ("〇", True), ("々", True), ("㛃", True), ("𣲗", True), ("，", False), ("①", False), ("A", False)])
def test_ideographs_are_told_from_marks(character: str, expected: bool) -> None:
    assert is_ideograph(character) is expected
