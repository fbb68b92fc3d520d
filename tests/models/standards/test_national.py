"""The national data of every kind, and every mistake a data file can hold."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from models.domain.organ import OrganKind, Post
from models.domain.report import SectionKey
from models.domain.standard import Basis, Certainty, Duty, Mandate, Requirement
from models.errors import UserError
from models.standards.loader import load_national, load_standard
from models.standards.national import NATIONAL

COMMON = [f"C{n}" for n in range(1, 6)]
PARTY = [f"P{n}" for n in range(1, 7)]
GOVERNMENT = [f"G{n}" for n in range(1, 7)]
DEPARTMENT = [f"D{n}" for n in range(1, 15)]
RESPONSIBILITY = "《党政主要负责人履行推进法治建设第一责任人职责规定》"
LINES = {
    OrganKind.DEPARTMENT: COMMON + PARTY + GOVERNMENT + DEPARTMENT,
    OrganKind.GOVERNMENT: COMMON + GOVERNMENT,
    OrganKind.PARTY_COMMITTEE: COMMON + PARTY,
    OrganKind.TOWNSHIP: COMMON + PARTY + GOVERNMENT,
    OrganKind.SUBDISTRICT: COMMON + PARTY + GOVERNMENT,
    OrganKind.DEVELOPMENT_ZONE: COMMON + PARTY + GOVERNMENT,
}
CORE_OF_DEPARTMENT = [
    "带头学法用法", "组织领导与年度计划", "依法决策与法律顾问", "规范执法", "出庭应诉与执行裁判", "督促班子成员和所属单位",
    "述法与查摆不足",
]
every_kind = pytest.mark.parametrize("kind", OrganKind, ids=lambda kind: kind.value)


@every_kind
def test_duties_cover_each_line_of_table_b_exactly_once(kind: OrganKind) -> None:
    covered = Counter(line for duty in load_standard(kind).duties for line in duty.covers)

    assert covered == Counter(LINES[kind])


@every_kind
def test_each_block_has_its_requirement_and_heading(kind: OrganKind) -> None:
    standard = load_standard(kind)

    for key in SectionKey:
        requirement = standard.requirement_for(key)
        assert requirement is not None
        assert (requirement.mandate is Mandate.MANDATORY) == (key is not SectionKey.OTHER)
    assert [key for key, _ in standard.headings] == [key for key in SectionKey if key is not SectionKey.CAUSES]
    assert standard.heading(SectionKey.MEASURES, 2025) == "2025年度推进法治政府建设的主要举措和成效"
    assert standard.heading(SectionKey.PLAN, 2025) == "2026年度主要安排"


@every_kind
def test_every_entry_guides_and_names_its_grounds(kind: OrganKind) -> None:
    standard = load_standard(kind)
    entries: list[Requirement | Duty] = [*standard.requirements, *standard.duties]

    for entry in entries:
        guidance = entry.guidance
        assert all((guidance.prompt, guidance.evidence, guidance.good, guidance.poor, guidance.failure)), entry.id
        assert guidance.questions and all("？" in question for question in guidance.questions), entry.id
        assert entry.basis and entry.keywords and entry.source == "national", entry.id
        assert "待核对" not in guidance.prompt and "{" not in guidance.good, entry.id


@every_kind
def test_no_article_is_shown_that_was_not_seen(kind: OrganKind) -> None:
    standard = load_standard(kind)
    grounds: list[Basis] = [each for entry in standard.requirements for each in entry.basis]
    grounds += [each for entry in standard.duties for each in entry.basis]

    for each in grounds:
        if each.certainty is Certainty.UNVERIFIED or "督察工作规定" in each.document:
            assert each.article == ""
        if each.document == RESPONSIBILITY and each.article:
            assert each.article in ("第三条", "第四条", "第五条第（一）项")


def test_every_requirement_of_table_a_binds_someone() -> None:
    known = {each.id for kind in OrganKind for each in load_standard(kind).requirements}

    assert known == {f"R{number:02}" for number in range(1, 29)}
    assert [each.id for each in load_standard(OrganKind.DEPARTMENT).requirements] == sorted(known)


def test_topics_are_suggested_for_measures_only() -> None:
    topics = [each for each in load_standard(OrganKind.DEPARTMENT).requirements if each.topic]

    assert [each.id for each in topics] == [f"R{number}" for number in range(18, 28)]
    assert {each.section for each in topics} == {SectionKey.MEASURES}
    assert {each.mandate for each in topics} == {Mandate.CONDITIONAL}


def test_department_has_merged_duties_with_the_core_ones_named() -> None:
    duties = load_standard(OrganKind.DEPARTMENT).duties

    assert len(duties) == 14
    assert [duty.title for duty in duties if duty.core] == CORE_OF_DEPARTMENT


def test_what_rests_on_another_places_paper_alone_is_never_core() -> None:
    for kind in OrganKind:
        for duty in load_standard(kind).duties:
            assert not (duty.core and all(each.local for each in duty.basis)), duty.id


@pytest.mark.parametrize("line, posts", [
    ("C1", {Post.SECRETARY, Post.HEAD}), ("P5", {Post.SECRETARY}), ("G3", {Post.HEAD}), ("D9", {Post.HEAD}),
])
def test_duty_of_a_department_stands_for_the_post_its_line_names(line: str, posts: set[Post]) -> None:
    duty = next(each for each in load_standard(OrganKind.DEPARTMENT).duties if line in each.covers)

    assert set(duty.posts) == posts


@every_kind
def test_merged_duty_stands_for_every_post_of_its_lines(kind: OrganKind) -> None:
    posts = {"C": {Post.SECRETARY, Post.HEAD}, "P": {Post.SECRETARY}, "G": {Post.HEAD}, "D": {Post.HEAD}}
    limited = {OrganKind.GOVERNMENT: {Post.HEAD}, OrganKind.PARTY_COMMITTEE: {Post.SECRETARY}}.get(kind, set(Post))

    for duty in load_standard(kind).duties:
        assert set(duty.posts) == set.union(*(posts[line[0]] for line in duty.covers)) & limited, duty.id


def test_lower_organs_follow_by_analogy() -> None:
    for kind in (OrganKind.TOWNSHIP, OrganKind.SUBDISTRICT, OrganKind.DEVELOPMENT_ZONE):
        assert all(duty.by_analogy for duty in load_standard(kind).duties)
    for duty in load_standard(OrganKind.GOVERNMENT).duties:
        assert duty.by_analogy == (duty.id == "C4")


@pytest.mark.parametrize("kind, mandate", [
    (OrganKind.DEPARTMENT, Mandate.MANDATORY), (OrganKind.TOWNSHIP, Mandate.MANDATORY),
    (OrganKind.SUBDISTRICT, Mandate.CONDITIONAL), (OrganKind.PARTY_COMMITTEE, None),
])
def test_publication_binds_governments_and_departments(kind: OrganKind, mandate: Mandate | None) -> None:
    found = next((each.mandate for each in load_standard(kind).requirements if each.id == "R16"), None)

    assert found is mandate


def test_examples_speak_in_the_words_of_the_kind() -> None:
    assert "县委常委会会议" in load_standard(OrganKind.PARTY_COMMITTEE).duty("P1").guidance.good
    assert "镇党委会议" in load_standard(OrganKind.TOWNSHIP).duty("P1").guidance.good


@every_kind
def test_files_read_for_one_kind_stay_small(kind: OrganKind) -> None:
    from models.standards.national import read_kinds

    files = {"kinds", "documents", "requirements", *read_kinds().kinds[kind].duties}

    assert sum((NATIONAL / f"{name}.yaml").stat().st_size for name in files) <= 45 * 1024


def test_standard_is_read_once() -> None:
    assert load_standard(OrganKind.DEPARTMENT) is load_standard(OrganKind.DEPARTMENT)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(NATIONAL, tmp_path / "national"))


MISTAKES = {
    "unknown key": ("requirements.yaml", "  title: 标题与文种", "  title: 标题与文种\n  colour: 红", "R01.colour", "不认识"),
    "missing key": ("requirements.yaml", "  title: 标题与文种\n", "", "R01.title", "没有写"),
    "duplicate id": ("requirements.yaml", "- id: R02", "- id: R01", "id", "重复了编号“R01”"),
    "empty text": ("requirements.yaml", "  title: 标题与文种", "  title: ''", "R01.title", "是空的"),
    "text where a list belongs": (
        "requirements.yaml", "keywords: [主送]", "keywords: 主送", "R02.keywords", "应当是一个清单"),
    "empty list": ("requirements.yaml", "keywords: [主送]", "keywords: []", "R02.keywords", "是空的"),
    "number where text belongs": ("requirements.yaml", "title: 主送机关", "title: 12", "R02.title", "应当是文字"),
    "unknown section": ("requirements.yaml", "section: plan", "section: future", "R10.section", "只能写"),
    "unknown certainty": (
        "requirements.yaml", "{document: 惯例, certainty: P}", "{document: 惯例, certainty: X}", "R04.basis[1].certainty",
        "只能写 V、P、K"),
    "unknown document": (
        "requirements.yaml", "{document: 惯例, certainty: P}", "{document: 想象的文件, certainty: P}",
        "R04.basis[1].document", "没有登记"),
    "article of an unverified basis": (
        "duties_party.yaml", "- {document: 责任规定, certainty: K}",
        "- {document: 责任规定, article: 第六条, certainty: K}", "P2.basis[1].article", "待核对"),
    "unknown word in braces": ("requirements.yaml", "'{organ}2025年", "'{organization}2025年", "R01.good", "花括号"),
    "unknown post": ("duties_common.yaml", "posts: [secretary, head]", "posts: [boss]", "C1.posts", "boss"),
    "flag that is no flag": ("duties_common.yaml", "core: true", "core: maybe", "C1.core", "true"),
    "requirement that is not there": ("kinds.yaml", "conditional: [R04,", "conditional: [R99,", "R99", "找不到"),
    "duty that is not there": ("kinds.yaml", "[C1, C2, C3, C4, C5]", "[C1, C2, C3, C4, C9]", "C9", "找不到"),
    "line of Table B covered twice": ("duties_common.yaml", "covers: [C2]", "covers: [C1]", "covers", "C1"),
    "requirement both ways": ("kinds.yaml", "conditional: [R04,", "conditional: [R01,", "kinds.department", "R01"),
    "kind left out": ("kinds.yaml", "  township:", "  village:", "kinds.township", "没有写"),
    "list where a mapping belongs": ("documents.yaml", "惯例: {title: 写作惯例，没有成文规定}", "惯例: [甲]", "惯例", "名称"),
    "broken YAML": ("kinds.yaml", "kinds:\n", "kinds: [\n", "", "格式不对"),
}


@pytest.mark.parametrize("file, old, new, key, word", MISTAKES.values(), ids=MISTAKES)
def test_mistake_in_the_data_names_file_and_key(
    folder: Path, file: str, old: str, new: str, key: str, word: str
) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(UserError) as caught:
        for kind in OrganKind:
            load_national(kind, folder)

    message = str(caught.value)
    assert key in message and word in message
    assert file in message or "kinds.yaml" in message


def test_absent_data_file_is_named(folder: Path) -> None:
    (folder / "documents.yaml").unlink()

    with pytest.raises(UserError, match="documents.yaml"):
        load_national(OrganKind.DEPARTMENT, folder)


def test_national_files_hold_no_repeated_key() -> None:
    from models.standards.overlay_text import parse_plain

    for path in NATIONAL.glob("*.yaml"):
        assert parse_plain(path.name, path.read_text(encoding="utf-8"))
