"""Findings by word lists: one for each wrong form, with all its places and its repair."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from models.checks.finding import Draft, Finding
from models.checks.runner import run_checks

MakeDraft = Callable[[str | Mapping[str, Any]], Draft]


def typos(draft: Draft) -> list[Finding]:
    """Return the findings of the slug typo or superseded-term."""
    return [each for each in run_checks(draft) if each.slug in ("typo", "superseded-term")]


def test_the_same_word_in_several_places_is_one_finding(draft_of: MakeDraft) -> None:
    finding, = typos(draft_of({"text": "年初布署，年中再布署。", "introduction": "现就布署情况报告如下："}))

    assert finding.message == "“布署”（共3处）写错了，请改为“部署”。"
    assert len(finding.others) == 2
    assert finding.fix is not None
    assert finding.fix.label == "改为“部署”"
    assert [edit.text for edit in finding.fix.edits] == ["部署"] * 3


def test_two_wrong_words_are_two_findings(draft_of: MakeDraft) -> None:
    assert len(typos(draft_of("既使人手少，也按期布署。"))) == 2


def test_no_repair_where_the_right_word_depends(draft_of: MakeDraft) -> None:
    finding, = typos(draft_of("健全集中学法、考核老代等制度。"))

    assert finding.excerpt == "考核老代"
    assert finding.fix is None
    assert "请核对" in finding.message


def test_a_title_is_not_repaired(draft_of: MakeDraft) -> None:
    finding, = typos(draft_of("宣传《妇女权益保护法》。"))

    assert finding.fix is None
    assert "《妇女权益保障法》" in finding.message


def test_a_place_within_quotation_marks_is_found_but_not_repaired(draft_of: MakeDraft) -> None:
    finding, = typos(draft_of("建设法制政府，践行“建设法制政府”的承诺。"))

    assert len(finding.others) == 1
    assert finding.fix is not None
    assert len(finding.fix.edits) == 1


def test_the_reason_and_the_way_out_stand_in_the_message(draft_of: MakeDraft) -> None:
    finding, = typos(draft_of("依据《合同法》审查合同9份。"))

    assert finding.message == "“《合同法》”已于2021年1月1日废止，请改引《民法典》合同编。"
