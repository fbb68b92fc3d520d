"""Real reports, and our own with the same faults, become reports without a word lost or invented."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from models.domain.duty import DutyState
from models.domain.organ import OrganKind, OrganLevel
from models.domain.report import PlanTask, Problem, SectionKey, Topic
from models.domain.source_document import ImportedReport, Role
from models.importers import guess_kind, read_report

Account = Callable[[ImportedReport], None]
OWN = Path(__file__).parents[2] / "resources" / "reports"
NESTED, MISNUMBERED = OWN / "nested_responsible.txt", OWN / "misnumbered.txt"


@pytest.fixture(params=["000", "002"])
def seed(request: pytest.FixtureRequest, seeds: Path) -> Path:
    """Return one of the two real reports."""
    return next(seeds.glob(f"{request.param}_*.txt"))


@pytest.mark.parametrize("repair", [False, True], ids=["as it stands", "repaired"])
@pytest.mark.parametrize("path", [NESTED, MISNUMBERED], ids=lambda path: path.stem)
def test_no_word_of_our_own_reports_is_lost_or_invented(path: Path, repair: bool, account: Account) -> None:
    account(read_report(path, repair))


@pytest.mark.parametrize("repair", [False, True], ids=["as it stands", "repaired"])
def test_no_word_of_a_real_report_is_lost_or_invented(seed: Path, repair: bool, account: Account) -> None:
    account(read_report(seed, repair))


@pytest.mark.parametrize("repair", [False, True], ids=["as it stands", "repaired"])
def test_sections_are_copied_letter_by_letter(seed: Path, repair: bool) -> None:
    file = seed.read_text(encoding="utf-8")
    sections = read_report(seed, repair).sections

    assert set(sections) == set(SectionKey)
    for reading in sections.values():
        assert reading.present == (reading.text is not None)
        assert all(line in file for line in (reading.text or "").split("\n"))
        assert reading.heading is None or reading.heading in file


@pytest.mark.parametrize("path", [NESTED, MISNUMBERED], ids=lambda path: path.stem)
def test_the_source_keeps_every_character_of_the_file(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    pieces = read_report(path).source.paragraphs

    assert [piece.index for piece in pieces] == sorted(piece.index for piece in pieces)
    for index, line in enumerate(lines):
        assert "".join(piece.text for piece in pieces if piece.index == index) == line
    for piece in pieces:
        assert lines[piece.index][piece.start:piece.start + len(piece.text)] == piece.text


def test_head_elements_of_a_red_headed_report_are_read() -> None:
    report = read_report(NESTED).report

    assert report.head.issuing_organ_mark == "青屏土家族自治州水利局文件"
    assert report.head.document_number == "青水〔2025〕6号"
    assert report.head.signatories == ("陆远舟",)
    assert report.head.title == "青屏州水利局2024年度法治政府建设年度报告"
    assert report.head.main_recipients == ("中共青屏州委", "州人民政府")
    assert report.year == 2024
    assert (report.organ.full_name, report.organ.short_name) == ("青屏土家族自治州水利局", "青屏州水利局")
    assert (report.organ.level, report.organ.kind) == (OrganLevel.CITY, OrganKind.DEPARTMENT)
    assert report.organ.organ_code == "青水"
    assert report.signature.date_of_issue == ""
    assert report.signature.issuing_organ_signature == ""


def test_first_responsible_is_found_nested_in_a_measure() -> None:
    reading = read_report(NESTED).sections[SectionKey.FIRST_RESPONSIBLE]

    assert (reading.present, reading.standalone) == (True, False)
    assert reading.heading == "（一）加强组织领导，认真落实主要负责人履行推进法治建设“第一责任人”职责。"
    assert reading.text is not None
    assert reading.text.startswith("治水必先治权")
    assert reading.text.endswith("为法规科增配 2 名法学专业干部。")


def test_a_cause_named_outside_the_problems_does_not_count() -> None:
    imported = read_report(NESTED)

    assert "根本原因是" in (imported.sections[SectionKey.MEASURES].text or "")
    assert not imported.sections[SectionKey.CAUSES].present


def test_enumerated_problems_keep_their_words() -> None:
    (part,) = read_report(NESTED, repair=True).report.parts_of(SectionKey.PROBLEMS)

    assert [type(entry) for entry in part.entries] == [Problem, Problem, Problem]
    assert [entry.text[:6] for entry in part.entries] == ["一是执法力量", "二是案卷质量", "三是普法的针"]
    assert all(entry.title == "" for entry in part.entries)


def test_run_in_headings_become_titles_and_plan_items_tasks() -> None:
    report = read_report(NESTED).report
    (measures,), (plan,) = report.parts_of(SectionKey.MEASURES), report.parts_of(SectionKey.PLAN)

    assert [entry.title for entry in measures.entries][1:] == [
        "规范权力运行，把依法决策落到每一个环节", "严格执法监督，开展河道管理领域突出问题整治", "优化政务服务，推进水利普法进村入企"]
    assert all(isinstance(entry, Topic) and entry.level == 2 for entry in measures.entries)
    assert [type(entry) for entry in plan.entries] == [PlanTask] * 3
    assert plan.entries[1].title == "加强水行政执法队伍建设"
    assert plan.heading == "2025年推进法治政府建设工作安排"


def test_repairing_joins_torn_sentences_and_lists_what_it_did() -> None:
    imported = read_report(NESTED, repair=True)
    text = "".join(entry.text for part in imported.report.parts for entry in part.entries)

    assert "合同不规范、档案不齐全" in text
    assert "2024年，主要负责人带头参加学法考试" in text
    assert [note[:8] for note in imported.repairs] == [
        "去掉 Markd", "把断在句子中间的", "统一序号写法 3", "去掉汉字、数字之"]


def test_without_repairing_the_text_stands_as_in_the_file() -> None:
    imported = read_report(NESTED)
    text = "\n".join(entry.text for part in imported.report.parts for entry in part.entries)

    assert imported.repairs == ()
    assert "档案不\n齐全" in text
    assert "2024 年，主要负责人" in text


def test_duties_refer_to_the_passage_that_proves_them() -> None:
    report = read_report(NESTED).report

    assert report.duties
    for entry in report.duties:
        assert entry.state is DutyState.FULFILLED
        assert entry.reference is not None
        passage = report.entry(entry.reference.entry_id)
        assert isinstance(passage, Topic)
        assert entry.reference.quote in passage.text
        assert "主要负责人" in entry.reference.quote
        assert entry.text == ""


def test_a_passage_that_names_no_person_is_only_asked_about() -> None:
    unsure = read_report(NESTED).unsure

    assert any("法规科增配" in line and line.endswith("但没有写明主要负责人本人，请确认。") for line in unsure)


def test_web_furniture_is_left_out_with_its_reason() -> None:
    left_out = read_report(MISNUMBERED).source.left_out

    assert [each.text[:4] for each in left_out if each.reason == "网页杂项"] == ["索引号:", "发文机关", "名称: ", "文号 :"]


def test_a_title_over_two_lines_is_joined() -> None:
    report = read_report(MISNUMBERED).report

    assert report.head.title == "澄河区市场监督管理局2024年度法治政府建设工作报告"
    assert report.organ.full_name == "云津市澄河区市场监督管理局"
    assert report.organ.level is OrganLevel.COUNTY
    assert report.signature.date_of_issue == "2025年2月26日"
    assert report.head.document_number == ""


def test_a_heading_in_mid_paragraph_is_split_off_and_its_text_joins_the_problems() -> None:
    imported = read_report(MISNUMBERED)
    glued = [piece for piece in imported.source.paragraphs if piece.text.startswith("六、")]
    reading = imported.sections[SectionKey.PROBLEMS]

    assert [(piece.role, piece.section, piece.number) for piece in glued] == [(Role.HEADING, SectionKey.PROBLEMS, 6)]
    assert glued[0].start > 0
    assert reading.heading == "二、2024年度推进法治政府建设存在的不足及原因"
    assert reading.text is not None
    assert "监管法律法规掌握不全面" in reading.text
    assert reading.text.endswith("推动依法监管工作取得新成效。")
    assert "六、存在的问题" in [each.text for each in imported.source.left_out]
    assert len(imported.report.parts_of(SectionKey.PROBLEMS)) == 1


def test_causes_named_in_the_heading_of_the_problems_are_present_but_not_standalone() -> None:
    reading = read_report(MISNUMBERED).sections[SectionKey.CAUSES]

    assert (reading.present, reading.standalone) == (True, False)
    assert reading.text
    assert "六、" not in reading.text
    assert "离全省基层法治监管示范所" not in reading.text


def test_printed_numbers_stay_in_the_source_as_they_are() -> None:
    pieces = read_report(MISNUMBERED).source.paragraphs

    assert [piece.mark for piece in pieces if piece.level == 1] == ["一、", "二、", "三、", "六、", "四、"]
    assert {piece.mark for piece in pieces if piece.level == 3} >= {"1.", "1、", "7."}


def test_facts_of_seed_000(seeds: Path) -> None:
    imported = read_report(next(seeds.glob("000_*.txt")))
    report, sections = imported.report, imported.sections

    assert report.head.title == "湘西自治州交通运输局2023年度法治政府建设年度报告"
    assert report.head.document_number == "州交〔2024〕4号"
    assert report.head.signatories == ("庞大森",)
    assert report.head.main_recipients == ("中共湘西州委", "州人民政府")
    assert report.organ.full_name == "湘西土家族苗族自治州交通运输局"
    assert (report.year, report.signature.date_of_issue) == (2023, "")
    assert report.introduction.startswith("2023年以来，州交通运输局")
    assert report.introduction.endswith("法治政府建设情况报告如下：")
    assert [key for key in SectionKey if sections[key].present] == [
        SectionKey.MEASURES, SectionKey.PROBLEMS, SectionKey.FIRST_RESPONSIBLE, SectionKey.PLAN]
    assert not sections[SectionKey.FIRST_RESPONSIBLE].standalone
    assert (sections[SectionKey.FIRST_RESPONSIBLE].text or "").startswith("法者，治之端也。")
    assert sections[SectionKey.MEASURES].heading == "一、2023 年法治政府建设主要举措"


def test_facts_of_seed_002(seeds: Path) -> None:
    imported = read_report(next(seeds.glob("002_*.txt")))
    report, sections = imported.report, imported.sections

    assert report.head.title == "冷水滩区交通运输局2023年度法治政府建设工作报告"
    assert report.organ.full_name == "永州市冷水滩区交通运输局"
    assert report.signature.date_of_issue == "2024年2月27日"
    assert sections[SectionKey.FIRST_RESPONSIBLE].standalone
    assert (sections[SectionKey.FIRST_RESPONSIBLE].text or "").endswith("推动交通运输事业持续健康发展。")
    problems = sections[SectionKey.PROBLEMS].text or ""
    assert "1. 法律法规体系不健全:" in problems
    assert problems.endswith("推动我局法治政府建设工作不断取得新成效。")
    assert (sections[SectionKey.CAUSES].present, sections[SectionKey.CAUSES].standalone) == (True, False)
    assert [entry.title for entry in report.parts_of(SectionKey.PLAN)[0].entries] == [
        "加强组织领导,提高思想认识", "建立健全科学依法决策机制", "继续加强执法队伍建设", "进一步加大执法监督力度"]
    assert len([each for each in imported.source.left_out if each.reason == "网页杂项"]) == 4


@pytest.mark.parametrize(("organ", "kind"), [
    ("云峰县交通运输局", OrganKind.DEPARTMENT), ("云峰县人民政府", OrganKind.GOVERNMENT),
    ("中共云峰县委", OrganKind.PARTY_COMMITTEE), ("柳塘镇人民政府", OrganKind.TOWNSHIP), ("柳塘镇", OrganKind.TOWNSHIP),
    ("城南街道办事处", OrganKind.SUBDISTRICT), ("云峰经济开发区管理委员会", OrganKind.DEVELOPMENT_ZONE),
    ("云峰县发展和改革委员会", OrganKind.DEPARTMENT), ("云峰县人民政府办公室", OrganKind.DEPARTMENT), ("", OrganKind.DEPARTMENT),
], ids=lambda value: str(value))
def test_the_kind_of_organ_is_told_from_its_name(organ: str, kind: OrganKind) -> None:
    assert guess_kind(organ) is kind
