"""Headings, causal sentences, titles and elements are told by meaning, and from what only looks like them."""

from __future__ import annotations

import pytest

from models.domain.report import Problem, SectionKey
from models.errors import UserError
from models.importers import wording as wording_module
from models.importers.causes import causal_sentences, split_problem
from models.importers.elements import (
    read_copy_recipients,
    read_dated_line,
    read_distribution,
    read_number_line,
    read_organ_mark,
    read_recipients,
    read_remark,
    split_persons,
)
from models.importers.passages import Passage, titled
from models.importers.sections import Subject, subject_of
from models.importers.titles import organ_of_title, year_of_title

M, P, C, F, N, X = SectionKey


@pytest.mark.parametrize(("heading", "key", "also"), [
    ("2024年度推进法治政府建设的主要举措和成效", M, ()), ("工作开展情况", M, ()), ("坚持党的领导，强化组织保障", M, ()),
    ("补齐工作短板，提升执法水平", M, ()), ("强化安排部署，压实工作责任", M, ()), ("坚持问题导向，抓好反馈问题整改", M, ()),
    ("存在的不足和原因", P, (C,)), ("存在问题及不足", P, ()), ("短板和差距", P, ()), ("存在的问题和下一步工作打算", P, (N,)),
    ("存在的不足、原因及下一步打算", P, (C, N)), ("原因分析", C, ()), ("问题产生的原因", C, ()),
    ("党政主要负责人履行推进法治建设第一责任人职责情况", F, ()), ("提高站位，落实第一责任人职责", F, ()),
    ("主要负责同志履职情况", F, ()), ("2025年度主要安排", N, ()), ("下一步工作打算", N, ()), ("2025年推进法治政府建设重点", N, ()),
    ("2025年度推进法治政府建设的主要举措和成效", M, ()),
    ("持续发力，做好下一步工作", N, ()), ("今后努力方向", N, ()), ("其他需要报告的情况", X, ()), ("意见和建议", X, ()),
    ("队伍概况", None, ()), ("", None, ()),
], ids=lambda value: value if isinstance(value, str) else "")
def test_a_heading_is_told_by_its_meaning(heading: str, key: SectionKey | None, also: tuple[SectionKey, ...]) -> None:
    assert subject_of(heading, 2024) == Subject(key, also)


@pytest.mark.parametrize("sentence", [
    "主要原因是人员编制不足。", "究其原因，是学习不够。", "这是由于各股室分别编制计划。", "执法力量不足，主要是编制较少。", "根源在于制度不健全。",
    "产生上述问题的原因：一是重视不够。", "主要是活动安排在工作日。", "原因在于核查不够。",
])
def test_a_sentence_that_says_why_is_causal(sentence: str) -> None:
    assert causal_sentences(sentence) == [sentence]


@pytest.mark.parametrize("sentence", [
    "法律素养不足，可能导致执法偏差。", "存在的问题主要是一是力量不足。", "执法力量不足。", "主要表现在三个方面。", "导致群众不信任。",
    "部分人员对问题的成因缺少分析。",
])
def test_an_effect_or_a_problem_is_not_causal(sentence: str) -> None:
    assert causal_sentences(sentence) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("力量不足。主要原因是编制少。", ("力量不足。", "主要原因是编制少。", "")),
    ("力量不足。\n原因是编制少。\n已增配2人。", ("力量不足。", "原因是编制少。", "已增配2人。")),
    ("力量不足。原因是编制少。整改措施：增配2人。", ("力量不足。", "原因是编制少。", "整改措施：增配2人。")),
    ("力量不足。原因是编制少。但仍在改进。", ("力量不足。原因是编制少。但仍在改进。", "", "")),
    ("力量不足，主要是编制少。", ("力量不足，主要是编制少。", "", "")),
    ("由于编制少，力量不足。", ("由于编制少，力量不足。", "", "")),
], ids=range(6))
def test_causes_are_split_off_only_where_they_end_a_problem(text: str, expected: tuple[str, str, str]) -> None:
    problem = split_problem(Problem(text=text))

    assert (problem.text, problem.cause, problem.remedy) == expected


@pytest.mark.parametrize(("passage", "followed", "title", "text"), [
    (Passage("加强领导。全年5次。", "1.", 3), False, "加强领导", "全年5次。"),
    (Passage("加强领导", "1.", 3), True, "加强领导", ""),
    (Passage("加强领导。", "1.", 3), True, "加强领导", ""),
    (Passage("加强执法监督检查。", "1.", 3), False, "", "加强执法监督检查。"),
    (Passage("完善体系:修订制度3项。", "1.", 3), False, "完善体系", "修订制度3项。"),
    (Passage("主要包括：案件5起。", "1.", 3), False, "", "主要包括：案件5起。"),
    (Passage("我局办理案件12件。其中简易5件。", "1.", 3), False, "", "我局办理案件12件。其中简易5件。"),
    (Passage("深入开展专项整治行动，严厉打击非法营运，全年查处各类道路运输违法违规案件一百余起，维护了市场秩序。", "1.", 3), False,
     "深入开展专项整治行动", "严厉打击非法营运，全年查处各类道路运输违法违规案件一百余起，维护了市场秩序。"),
    (Passage("全市道路运输行业普遍存在一些问题，并且在一定程度上影响了行政执法工作的规范性和公正性以及群众的满意度。", "1.", 3), False,
     "", "全市道路运输行业普遍存在一些问题，并且在一定程度上影响了行政执法工作的规范性和公正性以及群众的满意度。"),
    (Passage("规范执法。全年5次。", "", 0, 5), False, "规范执法", "全年5次。"),
], ids=range(10))
def test_a_heading_run_in_is_told_from_a_sentence(passage: Passage, followed: bool, title: str, text: str) -> None:
    assert titled(passage, followed) == (title, text)


@pytest.mark.parametrize(("title", "organ", "year"), [
    ("云峰县交通运输局2025年度法治政府建设年度报告", "云峰县交通运输局", 2025),
    ("云峰县交通运输局关于2025年度法治政府建设情况的报告", "云峰县交通运输局", 2025),
    ("关于2024年法治政府建设情况的报告", "", 2024), ("2024年法治政府建设工作总结", "", 2024),
    ("云峰县水利局二〇二四年度法治政府建设报告", "云峰县水利局", 2024), ("云峰县水利局法治政府建设年度报告", "云峰县水利局", 0),
    ("柳塘镇２０２４年法治政府建设报告", "柳塘镇", 2024),
])
def test_organ_and_year_of_a_title(title: str, organ: str, year: int) -> None:
    assert (organ_of_title(title), year_of_title(title)) == (organ, year)


def test_elements_of_a_document_are_read_from_their_lines() -> None:
    assert read_number_line("云交〔2026〕4号") == ("云交〔2026〕4号", (), "")
    assert read_number_line("云交[2026]第04号\t签发人： 林 远") == ("云交[2026]第04号", ("林远",), "")
    assert read_number_line("签发人：林致远　张三") == ("", ("林致远", "张三"), "")
    assert read_recipients("中共云峰县委、云峰县人民政府：") == ("中共云峰县委", "云峰县人民政府")
    assert read_organ_mark("云峰县 交通运输局文件") == "云峰县交通运输局文件"
    assert read_dated_line("云峰县水利局　　2026年2月20日") == ("云峰县水利局", "2026年2月20日")
    assert read_dated_line("（2026年2月20日）") == ("", "2026年2月20日")
    assert read_copy_recipients("抄送：县司法局，市水利局。") == ("县司法局", "市水利局")
    assert read_distribution("云峰县水利局办公室  2026年2月20日印发") == ("云峰县水利局办公室", "2026年2月20日")
    assert read_remark("（此件公开发布）") == "此件公开发布"
    assert split_persons("李 明") == ("李明",)


@pytest.mark.parametrize("line", [
    "云交〔2026〕4号文件印发后，各股室认真学习。", "现将有关情况报告如下：", "签发人说明", "2026年2月20日召开会议。", "抄送情况良好", "2026年2月20日印发了方案",
    "全局上下：", "一份文件", "（试行）",
])
def test_sentences_are_no_elements(line: str) -> None:
    found = [
        read(line) for read in (
            read_number_line, read_recipients, read_organ_mark, read_dated_line, read_copy_recipients,
            read_distribution, read_remark)
    ]

    assert not any(found)


@pytest.mark.parametrize("data", [[], {}, {"headings": {}}, None], ids=["list", "empty", "incomplete", "nothing"])
def test_a_damaged_word_list_is_named(data: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording_module, "read_yaml", lambda *parts: data)

    with pytest.raises(UserError, match="import.yaml"):
        wording_module.wording.__wrapped__()


def test_a_wrong_entry_in_the_word_list_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    data = dict(wording_module.read_yaml("wording", "import.yaml"), chrome=3)
    monkeypatch.setattr(wording_module, "read_yaml", lambda *parts: data)

    with pytest.raises(UserError, match="写错"):
        wording_module.wording.__wrapped__()


def test_every_pattern_of_the_word_list_compiles() -> None:
    words = wording_module.wording()
    single = (words.closing, words.chrome, words.solving, words.done, words.problems_always, words.plan_always)

    assert all(pattern.compiled for pattern in (*single, *words.headings.values(), *words.sentences.values()))
