"""The built-in sample report: whole, consistent, and free of anything that could pass for real."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.domain.duty import DutyState
from models.domain.organ import OrganKind, Post
from models.domain.report import PlanTask, Problem, Report, SectionKey, Topic
from models.errors import UserError
from models.samples import SAMPLE, sample_report
from models.standards.loader import load_standard

REPORT = sample_report()
STANDARD = load_standard(OrganKind.DEPARTMENT)


def texts(report: Report) -> list[str]:
    """Return every text of `report`, ids left out."""
    found: list[str] = []
    pending: list[object] = [asdict(report)]
    while pending:
        each = pending.pop()
        if isinstance(each, dict):
            pending += each.values()
        elif isinstance(each, (list, tuple)):
            pending += each
        elif isinstance(each, str) and not re.fullmatch("[0-9a-f]{32}", each):
            found.append(each)
    return found


def body() -> str:
    """Return the running text: parts and duties, without attachments."""
    return "\n".join(texts(Report(parts=REPORT.parts, duties=REPORT.duties, introduction=REPORT.introduction)))


def test_sample_is_marked_and_the_same_on_each_call() -> None:
    assert REPORT.sample
    assert sample_report() == REPORT


def test_every_duty_of_the_standard_is_answered_once() -> None:
    assert [entry.key for entry in REPORT.duties] == [(duty.id, Post.HEAD) for duty in STANDARD.duties]
    assert DutyState.OPEN not in {entry.state for entry in REPORT.duties}
    assert {entry.state for entry in REPORT.duties} == set(DutyState) - {DutyState.OPEN}


def test_fulfilled_duty_names_the_person_and_has_evidence() -> None:
    for entry in REPORT.duties:
        if entry.state is DutyState.FULFILLED:
            assert entry.evidence and not any(each.empty for each in entry.evidence), entry.duty_id
            assert entry.reference or REPORT.organ.head in entry.text and re.search(r"\d月\d+日|\d+次", entry.text)
        else:
            assert entry.reason and not entry.text, entry.duty_id


def test_reference_quotes_a_passage_letter_by_letter() -> None:
    references = [entry.reference for entry in REPORT.duties if entry.reference]

    assert references
    for reference in references:
        entry = REPORT.entry(reference.entry_id)
        assert isinstance(entry, Topic) and reference.quote in entry.text


def test_every_block_is_there_in_order() -> None:
    assert [part.key for part in REPORT.parts] == [key for key, _ in STANDARD.headings]


def test_topics_nest_without_a_skipped_level() -> None:
    levels = [entry.level for entry in REPORT.parts_of(SectionKey.MEASURES)[0].entries if isinstance(entry, Topic)]

    assert 7 <= levels.count(2) <= 9 and 3 in levels and 4 in levels
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_topics_follow_the_guides_of_the_standard() -> None:
    known = {each.id for each in STANDARD.requirements if each.topic}

    for entry in REPORT.parts_of(SectionKey.MEASURES)[0].entries:
        assert isinstance(entry, Topic) and entry.guide in known


def test_each_problem_has_cause_and_remedy_and_a_task_that_answers_it() -> None:
    problems = [entry for entry in REPORT.parts_of(SectionKey.PROBLEMS)[0].entries if isinstance(entry, Problem)]
    tasks = [entry for entry in REPORT.parts_of(SectionKey.PLAN)[0].entries if isinstance(entry, PlanTask)]

    assert len(problems) == 6
    assert all(each.text and each.cause and each.remedy for each in problems)
    assert {each.id for each in problems} == {each.answers for each in tasks if each.answers}
    assert all(each.office and each.deadline.startswith("2026年") for each in tasks)


def test_columns_of_the_table_add_up_to_its_totals() -> None:
    table = REPORT.attachments[0].table
    for column in range(1, len(table[0])):
        cells = [Decimal(row[column]) for row in table[1:]]
        assert sum(cells[:-1]) == cells[-1], table[0][column]


def test_text_agrees_with_the_table() -> None:
    head, *rows = REPORT.attachments[0].table
    text = body()
    for kind, _inspections, punished, money, _measures, _reviews in rows[:-1]:
        assert f"{kind}{punished}件" in text
        assert f"{kind}{money}万元" in text
    assert "行政检查960次" in text and "行政处罚决定412件" in text and "罚没金额159.01万元" in text
    assert "行政强制措施27件" in text and "9件重大行政处罚案件进行法制审核" in text
    assert rows[-1][1:] == ("960", "412", "159.01", "27", "9") and head[0] == "执法门类"


SUMS = {
    "licences": ("1286件", (968, 188, 74, 39, 17), 1286), "granted or not": ("准予许可1279件，不予许可7件", (1279, 7), 1286),
    "powers changed": ("权责清单6项，其中新增1项、合并3项、取消2项", (1, 3, 2), 6),
    "matters decided": ("资金安排3项、项目建设3项、经营权出让1项、机构管理1项", (3, 3, 1, 1), 8),
    "documents cleared": ("现行文件7件，继续有效5件，废止2件", (5, 2), 7), "files by result": ("优秀12本、合格22本、有瑕疵6本", (12, 22, 6), 40),
    "files by kind": ("道路运输18本、超限超载14本、路政8本", (18, 14, 8), 40), "flaws": ("4本没有写明", (4, 2), 6),
    "petitions": ("占地补偿17件、客运服务13件、执法投诉5件、其他6件", (17, 13, 5, 6), 41), "money": ("24.2万元、普法14.4万元", (24.2, 14.4), 38.6),
    "publicity": ("进企业9场、进车站8场、进码头4场", (9, 8, 4), 21), "overload": ("65件仍靠人工", (93, 65), 158),
    "firms": ("货运企业8户、客运企业3户", (8, 3), 11), "fewer inspections": ("1146次减少186次", (960, 186), 1146),
    "inspectors' findings": ("不规范2个、公示信息更新不及时2个、培训记录不全1个", (2, 2, 1), 5),
    "trained": ("培训204人次", (68, 68, 68), 204), "adopted": ("提出修改意见83条，采纳79条", (79, 4), 83),
}


@pytest.mark.parametrize("words, parts, total", SUMS.values(), ids=SUMS)
def test_stated_parts_add_up(words: str, parts: tuple[float, ...], total: float) -> None:
    assert words in body()
    assert round(sum(parts), 2) == total
    assert f"{total}" in body()


@pytest.mark.parametrize("words, numerator, denominator, rate", [
    ("下降16.2%", 186, 1146, 16.2), ("占41.5%", 17, 41, 41.5), ("占73%", 146, 200, 73),
], ids=["inspections", "petitions", "survey"])
def test_rates_are_right(words: str, numerator: int, denominator: int, rate: float) -> None:
    assert words in body()
    assert round(numerator / denominator * 100, 1) == rate


def test_every_date_is_a_day_of_the_reporting_year_or_the_months_around_it() -> None:
    for year, month, day in re.findall(r"(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日", "\n".join(texts(REPORT))):
        assert date(int(year or REPORT.year), int(month), int(day)) <= date(2026, 2, 11)
    assert set(re.findall(r"(20\d\d)年", "\n".join(texts(REPORT)))) == {"2024", "2025", "2026"}


def test_head_and_signature_agree() -> None:
    assert REPORT.head.signatories == (REPORT.organ.head,)
    assert REPORT.head.document_number.startswith(f"{REPORT.organ.organ_code}〔2026〕")
    assert REPORT.signature.issuing_organ_signature == REPORT.organ.full_name
    assert REPORT.signature.date_of_issue == "2026年2月11日" == REPORT.colophon.distribution_date
    assert REPORT.head.main_recipients == ("中共云峰县委", "云峰县人民政府")


def test_attachments_are_named_in_the_text() -> None:
    assert len(REPORT.attachments) == 2
    assert "见附件1" in body() and "见附件2" in body() and "附件3" not in body()


def test_nothing_reads_like_a_gap_or_like_talk() -> None:
    text = "\n".join(texts(REPORT))

    assert not re.search(r"×|_{2,}|待补充|XX|【|…|请批示|高度重视|显著提升|受理行政复议|本地区|余[件次人]", text)
    assert not re.search(r"[,;:!?\"'()]", body())
    assert 7_000 <= sum(len(each) for each in (body(), *texts(Report(attachments=REPORT.attachments)))) <= 9_000


def test_checks_find_no_fault() -> None:
    from models.checks.finding import Severity
    from models.checks.runner import draft_of_report, run_checks
    from models.domain.report import ExportForm

    findings = run_checks(draft_of_report(REPORT, STANDARD, ExportForm.SUBMISSION, date(2026, 2, 11)))

    assert [each.message for each in findings if each.severity is not Severity.HINT] == []


MISTAKES = {
    "unknown key": ("closing: 特此报告。", "closing: 特此报告。\nending: 完", "ending"),
    "missing key": ("closing: 特此报告。\n", "", "closing"),
    "answer to nothing": ("answers: p-team", "answers: p-nobody", "培养公职律师"),
    "reference to nothing": ("{entry: m-education,", "{entry: m-nothing,", "Z10"),
    "id twice": ("id: k-team", "id: k-study", "重复"),
    "level out of range": ("level: 4", "level: 5", "level"),
    "uneven table": ("[水路, '63', '9',", "[水路, '9',", "格数"),
    "year as text": ("year: 2025\n", "year: 二〇二五\n", "year"),
    "done task that is none": ("parts: [measures,", "parts: [nowhere,", "completed"),
}


@pytest.mark.parametrize("old, new, word", MISTAKES.values(), ids=MISTAKES)
def test_mistake_in_the_file_is_named(tmp_path: Path, old: str, new: str, word: str) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "示例.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(UserError, match=word):
        sample_report(path)
