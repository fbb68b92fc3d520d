"""Fixed phrases with one character that is wrong, and phrases that only look so."""

from __future__ import annotations

import pytest

from models.checks.misspellings import PHRASES, find_misspellings
from models.checks.word_lists import find_terms
from models.resources import parse_yaml, resource_path

KEYS = {
    "phrases", "names", "optional", "slip_words", "alone", "surnames", "exempt", "exact", "sounds", "shapes", "words",
}


def found(text: str) -> list[tuple[str, str]]:
    """Return the misspellings of `text`, each with what should stand there."""
    pairs = set(zip(text, text[1:]))
    return sorted({(text[start:end], right) for start, end, right, _ in find_misspellings(text, pairs)})


@pytest.mark.parametrize(("text", "wrong", "right"), [
    ("提高依法行证能力。", "依法行证", "依法行政"),  # the last character, of the same sound
    ("加强行证执法监督。", "行证执法监督", "行政执法监督"),  # within a longer phrase
    ("推进治里体系建设。", "治里体系", "治理体系"),
    ("开展宪发宣传。", "宪发宣传", "宪法宣传"),
    ("强化宣传教肓。", "宣传教肓", "宣传教育"),  # of a similar shape
    ("落实规范文性件审查。", "规范文性件", "规范性文件"),  # exchanged
    ("制发规范性文件件3件。", "规范性文件件", "规范性文件"),  # doubled
    ("依法作出行政处罚罚决定。", "处罚罚决定", "处罚决定"),  # doubled within a phrase
    ("推进法治建设设工作。", "法治建设设工作", "法治建设工作"),
    ("贯彻行政许可可工作。", "行政许可可", "行政许可"),  # at its end, a word behind it
    ("深度融合融合，成效明显。", "融合融合", "融合"),  # a word twice
    ("加强重大行决策合法性审查。", "重大行决策", "重大行政决策"),  # left out
    ("认真落实行政执法责制。", "行政执法责制", "行政执法责任制"),
    ("进一步强组织领导。", "进一步强组织领导", "进一步加强组织领导"),
])
def test_a_phrase_with_one_wrong_character_is_found(text: str, wrong: str, right: str) -> None:
    results = found(text)

    assert any(form in wrong or wrong in form for form, _ in results)
    assert all(form in right or right in form or len(form) == 4 for _, form in results)


@pytest.mark.parametrize(("text", "wrong", "right"), [
    ("提出法律意见建义36条。", "建义", "建议"),
    ("组织有关人员伦证3次。", "伦证", "论证"),
    ("加强执法监查。", "监查", "检查”或者“监察"),  # either may be meant
])
def test_a_word_with_one_wrong_character_is_found(text: str, wrong: str, right: str) -> None:
    assert (wrong, right) in found(text)


def test_a_word_that_may_be_a_slip_is_asked_about() -> None:
    term = find_terms("提出法律意见建义36条。", 2025)[0].term

    assert (term.form, term.why, term.advice) == ("建义", "不成词", "像是“建议”写错了字，请核对")


@pytest.mark.parametrize("text", [
    "由行政处发放执法证。",  # 发放 is a word
    "规范规范性文件管理。",  # a verb and the name that begins with it
    "加强党组织组织力建设。",
    "推进法治建设设施配套。",  # 设施 is a word
    "推动正规化建设，月球探索进一步升温。",  # 正规, 升温
    "把问题一件一件解决，扎扎实实推进工作。",
    "落实国办发〔2023〕27号文件，开展计量检定。",  # 办发, 检定 are no slips
    "李建毅同志带队检查。",  # a name
    "推行网格管理，加强调解队伍标准建设。",  # 化 and 员 may be left out
    "大力推广说理执法。",
    "全局持证执法人员68人。",  # the phrase would go on otherwise
    "答复依申请公开41件。",
    "坚持以法治国家建设为目标。",
    "自觉遵法学法守法用法。",
    "坚持依法治县、依法治市。",  # neither of the same sound nor of a similar shape
    "实事求是是基本要求。",
    "统计规范性文件件数。",
    "严格执法司法工作衔接。",
    "推进行政执法公示制度建设。",
])
def test_what_only_looks_like_a_phrase_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_no_phrase_is_found_wrong_itself() -> None:
    data = parse_yaml(resource_path("wording", "misspellings.yaml").read_text(encoding="utf-8"))
    phrases = data["phrases"]["forms"].split()

    assert data.keys() == KEYS
    assert all(value["source"].strip() for value in data.values())
    assert len(phrases) == len(set(phrases)) and min(map(len, phrases)) >= 4
    assert [phrase for phrase in phrases if found(phrase)] == []


def test_a_misspelling_is_a_term_with_its_repair() -> None:
    occurrence, = find_terms("提高依法行证能力。", 2025)

    assert (occurrence.start, occurrence.end) == (2, 6)
    assert (occurrence.term.kind, occurrence.term.right, occurrence.term.source) == ("confusable", "依法行政", PHRASES)
