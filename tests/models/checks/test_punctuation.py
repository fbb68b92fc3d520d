"""Punctuation and number style: right text has no finding, a fix takes its finding away as on reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.checks.finding import Draft, Edit, Finding
from models.checks.runner import run_checks
from models.resources import read_yaml
from models.text.punctuation import repair_punctuation

MakeDraft = Callable[[str | Mapping[str, Any]], Draft]
OURS = {f"W01{number}" for number in range(9)}
WORD = st.sampled_from([
    "依法行政", "规范执法", "“双随机、一公开”监管", "《行政处罚法》", "全年办结120件", "罚款3.5万元", "（含民营企业8家）", "12.5%",
    "《关于印发〈检查办法〉的通知》", "2025年3月12日召开会议", "15%～30%", "2021—2025年", "王某等3人", "OA系统", "上午9:30",
    "国办发〔2023〕27号文件", "“12·4”国家宪法日", "“坚持‘三个一’原则”", "五六次检查", "三千余份资料", "https://a.gov.cn/x?b=1,2",
])
SENTENCE = st.lists(WORD, min_size=1, max_size=5).map("，".join).flatmap(
    lambda words: st.sampled_from(["。", "？！", "……", "：", "；"]).map(lambda end: words + end))
MESS = st.text(alphabet='一法，。；：“”（）(),;:.?!"《》〈〉 0129、aB年月%-', max_size=40)


def ours(draft: Draft) -> list[Finding]:
    """Return the findings of this family."""
    return [finding for finding in run_checks(draft) if finding.code in OURS]


def text_of(draft: Draft) -> str:
    """Return the text of the paragraph that the example changed."""
    return next(each.text for each in draft.passages if each.place.entry == "example" and each.place.field == "text")


def repaired(text: str, edits: list[Edit]) -> str:
    """Return `text` with `edits` done, which must not overlap."""
    border = len(text) + 1
    for edit in sorted(edits, key=lambda each: -each.place.start):
        assert edit.place.end <= border
        border = edit.place.start
        text = text[:edit.place.start] + edit.text + text[edit.place.end:]
    return text


@settings(max_examples=60)
@given(st.lists(SENTENCE, min_size=1, max_size=4).map("".join))
def test_well_formed_text_has_no_finding(draft_of: MakeDraft, text: str) -> None:
    assert [(finding.code, finding.excerpt) for finding in ours(draft_of(text))] == []


@settings(max_examples=60)
@given(MESS.filter(lambda text: text.strip() != ""))
def test_a_fix_takes_its_finding_away(draft_of: MakeDraft, text: str) -> None:
    for finding in ours(draft_of(text)):
        if finding.fix is not None:
            after = repaired(text_of(draft_of(text)), list(finding.fix.edits))
            again = [each for each in ours(draft_of(after)) if each.code == finding.code] if after.strip() else []
            assert all(each.excerpt != finding.excerpt or each.place != finding.place for each in again)


@settings(max_examples=60)
@given(MESS.filter(lambda text: text.strip() != ""))
def test_a_place_is_where_its_excerpt_stands(draft_of: MakeDraft, text: str) -> None:
    for finding in ours(draft_of(text)):
        if finding.place.entry == "example" and finding.place.field == "text":
            assert text[finding.place.start:finding.place.end] == finding.excerpt


def test_all_places_of_one_fault_are_one_finding(draft_of: MakeDraft) -> None:
    text = '2025年,我局落实"双随机"监管,推行"一网通办";成效明显.'
    halfwidth, straight = ours(draft_of(text))

    assert (halfwidth.slug, straight.slug) == ("halfwidth-punctuation", "quote-mismatch")
    assert (len(halfwidth.others), len(straight.others)) == (3, 1)
    assert halfwidth.fix is not None and straight.fix is not None
    assert repaired(text, [*halfwidth.fix.edits, *straight.fix.edits]) == repair_punctuation(text).text


def fixed_examples() -> list[Any]:
    """Return every flagged plain text of the families with fixes."""
    from pathlib import Path

    from models.resources import parse_yaml

    folder = Path(__file__).parent / "examples"
    return [
        pytest.param(code, example["text"] if isinstance(example, dict) else example, id=f"{code}-{number}")
        for code in ("W010", "W011", "W012", "W014", "W015", "W016", "W018")
        for number, example in enumerate(parse_yaml((folder / f"{code}.yaml").read_text(encoding="utf-8"))["flagged"])
        if isinstance(example, str) or "text" in example
    ]


@pytest.mark.parametrize(("code", "text"), fixed_examples())
def test_the_fix_of_an_example_leaves_nothing_to_find(code: str, text: str, draft_of: MakeDraft) -> None:
    fixes = [finding.fix for finding in ours(draft_of(text)) if finding.code == code and finding.fix]
    edits = [edit for fix in fixes for edit in fix.edits]
    after = repaired(text, edits)

    assert not fixes or [each.excerpt for each in ours(draft_of(after))] == []


def test_every_kind_of_wrong_number_is_named_once() -> None:
    forms = read_yaml("wording", "number_style.yaml")

    assert len({form["id"] for form in forms}) == len(forms)
