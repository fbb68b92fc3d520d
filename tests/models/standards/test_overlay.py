"""Local requirements: what they may do, what they may not, and files that are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.organ import OrganKind, Post
from models.domain.report import SectionKey
from models.domain.standard import Certainty, Mandate
from models.errors import UserError
from models.standards.loader import load_standard, read_overlay
from models.standards.overlay_text import LARGEST, parse_plain

TEMPLATE = Path(__file__).parents[3] / "resources" / "templates" / "本地要求模板.yaml"
SOURCE = "云峰县2025年度报告通知"
START = f"extends: 政府部门\nsource: {SOURCE}\ndate: 2026-01-05\n"
ADDED = "add:\n  requirements:\n  - {id: L01, title: 法治实事, prompt: 写进度。}\n"


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    return tmp_path / "通知.yaml"


def write(path: Path, text: str) -> Path:
    """Write `text` to `path` and return it."""
    path.write_text(text, encoding="utf-8")
    return path


def test_template_loads_for_every_kind_it_names() -> None:
    overlay = read_overlay(TEMPLATE)

    assert overlay.kinds == (OrganKind.DEPARTMENT, OrganKind.TOWNSHIP)
    for kind in OrganKind:
        assert bool(load_standard(kind, [TEMPLATE]).overlays) == (kind in overlay.kinds)


def test_template_lists_every_national_entry_by_id_and_title() -> None:
    text = TEMPLATE.read_text(encoding="utf-8")

    for kind in OrganKind:
        standard = load_standard(kind)
        for identifier, title in [*((e.id, e.title) for e in standard.requirements),
                                  *((e.id, e.title) for e in standard.duties)]:
            assert f"{identifier} {title}" in text


def test_added_requirement_follows_the_national_ones(overlay: Path) -> None:
    write(overlay, START + ADDED)

    standard = load_standard(OrganKind.DEPARTMENT, [overlay])
    added = standard.requirements[-1]

    assert (added.id, added.title, added.mandate, added.source) == ("L01", "法治实事", Mandate.MANDATORY, SOURCE)
    assert added.basis[0].document == SOURCE and added.basis[0].certainty is Certainty.VERIFIED
    assert standard.requirements[:-1] == load_standard(OrganKind.DEPARTMENT).requirements
    assert standard.overlays == (SOURCE,)


def test_added_requirement_of_a_block_does_not_displace_its_main_one(overlay: Path) -> None:
    write(overlay, START + ADDED.replace("title: 法治实事", "title: 法治实事, section: 不足"))

    requirement = load_standard(OrganKind.DEPARTMENT, [overlay]).requirement_for(SectionKey.PROBLEMS)

    assert requirement is not None and requirement.id == "R07"


def test_added_duty_stands_for_the_posts_it_names(overlay: Path) -> None:
    text = "add:\n  duties:\n  - {id: L02, title: 领办实事, posts: [书记], core: 是, prompt: 写日期。, article: 第三条}\n"
    write(overlay, START + text)

    duty = load_standard(OrganKind.DEPARTMENT, [overlay]).duty("L02")

    assert (duty.posts, duty.core, duty.covers, duty.source) == ((Post.SECRETARY,), True, ("L02",), SOURCE)
    assert duty.basis[0].article == "第三条"


def test_tightening_binds_and_adds_to_the_guidance(overlay: Path) -> None:
    text = (
        "tighten:\n- {id: R20, mandate: 必写, prompt: 写明清理结果。, evidence: [清理日期], keywords: [清理结果]}\n"
        "- {id: Z03, core: true}\n"
    )
    write(overlay, START + text)
    national = load_standard(OrganKind.DEPARTMENT)

    standard = load_standard(OrganKind.DEPARTMENT, [overlay])
    requirement = next(each for each in standard.requirements if each.id == "R20")
    before = next(each for each in national.requirements if each.id == "R20")

    assert (requirement.mandate, requirement.source) == (Mandate.MANDATORY, SOURCE)
    assert requirement.guidance.prompt == before.guidance.prompt + "本地要求：写明清理结果。"
    assert requirement.guidance.evidence == (*before.guidance.evidence, "清理日期")
    assert requirement.keywords == (*before.keywords, "清理结果")
    assert requirement.basis[:-1] == before.basis and requirement.basis[-1].document == SOURCE
    assert standard.duty("Z03").core and not national.duty("Z03").core


def test_renaming_changes_titles_and_headings_only(overlay: Path) -> None:
    text = (
        "rename:\n- {id: R11, title: 县里要的情况}\n- {id: Z07, title: 应诉}\n"
        "- {id: plan, title: '{next_year}年重点安排'}\n"
    )
    write(overlay, START + text)

    standard = load_standard(OrganKind.DEPARTMENT, [overlay])

    assert next(each.title for each in standard.requirements if each.id == "R11") == "县里要的情况"
    assert standard.duty("Z07").title == "应诉" and standard.duty("Z07").source == "national"
    assert standard.heading(SectionKey.PLAN, 2025) == "2026年重点安排"


def test_overlay_for_other_kinds_is_passed_over(overlay: Path) -> None:
    write(overlay, START.replace("政府部门", "[乡镇, 街道]") + ADDED)

    assert load_standard(OrganKind.DEPARTMENT, [overlay]) == load_standard(OrganKind.DEPARTMENT)
    assert load_standard(OrganKind.TOWNSHIP, [overlay]).overlays == (SOURCE,)


def test_two_overlays_lie_one_over_the_other(overlay: Path, tmp_path: Path) -> None:
    write(overlay, START + ADDED)
    second = write(tmp_path / "补充.yaml", START.replace("通知", "补充通知") + ADDED.replace("L01", "L02"))

    standard = load_standard(OrganKind.DEPARTMENT, [overlay, second])

    assert [each.id for each in standard.requirements[-2:]] == ["L01", "L02"]
    assert len(standard.overlays) == 2


def test_two_overlays_with_one_id_are_refused(overlay: Path, tmp_path: Path) -> None:
    write(overlay, START + ADDED)
    second = write(tmp_path / "补充.yaml", START + ADDED)

    with pytest.raises(UserError, match="补充.yaml.*L01"):
        load_standard(OrganKind.DEPARTMENT, [overlay, second])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_encodings_of_office_programs_are_read(overlay: Path, encoding: str) -> None:
    overlay.write_bytes((START + ADDED).replace("\n", "\r\n").encode(encoding))

    assert read_overlay(overlay).requirements[0].title == "法治实事"


MISTAKES = {
    "unknown key": (START + ADDED + "colour: 红\n", "colour"),
    "missing source": (START.replace(f"source: {SOURCE}\n", "") + ADDED, "source"),
    "missing extends": (START.replace("extends: 政府部门\n", "") + ADDED, "extends"),
    "unknown kind": (START.replace("政府部门", "学校") + ADDED, "学校"),
    "impossible date": (START.replace("2026-01-05", "2026-02-30") + ADDED, "date"),
    "nothing in it": (START, "没有任何要求"),
    "national id added": (START + ADDED.replace("L01", "R05"), "R05"),
    "part key as id": (START + ADDED.replace("L01", "plan"), "plan"),
    "id twice": (START + ADDED + "  - {id: L01, title: 另一件, prompt: 写。}\n", "L01"),
    "id with a colon": (START + ADDED.replace("L01", "'L:1'"), "L:1"),
    "missing prompt": (START + ADDED.replace(", prompt: 写进度。", ""), "add.requirements[1].prompt"),
    "empty title": (START + ADDED.replace("法治实事", "''"), "add.requirements[1].title"),
    "long title": (START + ADDED.replace("法治实事", "法" * 61), "add.requirements[1].title"),
    "unknown key in an entry": (START + ADDED.replace("id: L01", "id: L01, color: 红"), "add.requirements[1].color"),
    "topic outside measures": (START + ADDED.replace("id: L01", "id: L01, topic: true"), "topic"),
    "unknown section": (START + ADDED.replace("id: L01", "id: L01, section: 前言"), "前言"),
    "unknown mandate": (START + ADDED.replace("id: L01", "id: L01, mandate: 随意"), "随意"),
    "unknown post": (START + "add:\n  duties:\n  - {id: L2, title: 甲, posts: [乡长], prompt: 写。}\n", "乡长"),
    "tightening of nothing": (START + "tighten:\n- {id: R99, mandate: 必写}\n", "R99"),
    "tightening of another kind's duty": (START + "tighten:\n- {id: G1, core: true}\n", "G1"),
    "tightening without content": (START + "tighten:\n- {id: R20}\n", "收紧什么"),
    "tightening twice": (START + "tighten:\n- {id: R20, prompt: 甲}\n- {id: R20, prompt: 乙}\n", "R20"),
    "core of a requirement": (START + "tighten:\n- {id: R20, core: true}\n", "core"),
    "renaming of nothing": (START + "rename:\n- {id: X1, title: 甲}\n", "X1"),
    "loosened requirement": (START + "tighten:\n- {id: R05, mandate: 有则写}\n", "不能删减或放宽"),
    "loosened duty": (START + "tighten:\n- {id: Z01, core: false}\n", "不能删减或放宽"),
    "dropped requirement": (START + "remove: [R05]\n", "不能删减或放宽"),
    "list where a mapping belongs": (START + "add: [L01]\n", "add"),
    "mapping where a list belongs": (START + "tighten: {id: R20}\n", "tighten"),
    "no mapping at all": ("- 一\n- 二\n", "名称"),
    "plain prose": ("关于做好年度报告工作的通知\n各单位：\n", "通知.yaml"),
    "repeated key": (START + "source: 另一份\n" + ADDED, "第4行重复写了“source”"),
    "anchor": (START.replace(SOURCE, f"&a {SOURCE}") + ADDED, "锚点"),
    "alias bomb": ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "锚点"),
    "tag": (START.replace(SOURCE, "!!python/object/apply:os.system [ls]") + ADDED, "类型标记"),
    "second document": (START + ADDED + "---\na: b\n", "---"),
    "deep nesting": ("a: " + "[" * 400_000, "层次太深"),
    "bad indent": (START + "add:\n requirements:\n- x: y\n  z\n: [", "第"),
    "tab indent": (START + "add:\n\trequirements: []\n", "写法不对"),
    "escaped control character": (START.replace(SOURCE, '"a\\x07b"') + ADDED, "不能显示"),
    "long text": (START + ADDED.replace("写进度。", "写" * 2001), "2000"),
    "very many entries": ("a: [" + "x," * 60_000 + "]\n", "内容太多"),
}


@pytest.mark.parametrize("text, word", MISTAKES.values(), ids=MISTAKES)
def test_mistake_names_file_and_place(overlay: Path, text: str, word: str) -> None:
    write(overlay, text)

    with pytest.raises(UserError) as caught:
        read_overlay(overlay)

    assert "通知.yaml" in str(caught.value) and word in str(caught.value)
    assert "\n" not in str(caught.value) and caught.value.advice


FOREIGN = {
    "empty": b"", "blank": b" \r\n ", "zip": b"PK\x03\x04\x14\x00\x06\x00", "NUL bytes": b"\x00" * 100,
    "UTF-16": "extends: 全部".encode("utf-16"), "broken bytes": b"extends: \xff\xff\xff\n", "huge": b"a" * (LARGEST + 1),
}


@pytest.mark.parametrize("data", FOREIGN.values(), ids=FOREIGN)
def test_foreign_file_is_refused_in_one_sentence(overlay: Path, data: bytes) -> None:
    overlay.write_bytes(data)

    with pytest.raises(UserError, match="通知.yaml"):
        read_overlay(overlay)


def test_absent_file_and_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "没有.yaml"):
        with pytest.raises(UserError, match="打不开"):
            read_overlay(path)


ODD_LINES = [
    *(START + ADDED).splitlines(), "tighten:", "- {id: R20, mandate: 必写}", "rename:", "- id: R11", "  title: 甲",
    "x: &a", "*a", "? [", "}", "!!int 3", "- - -", "'", '"\\ud800"', "%YAML 9.9", "...", "\t", "<<: {a: b}",
    "date: 0000-00-00", "|",
]
WILD = st.one_of(
    st.binary(max_size=400),
    st.lists(st.sampled_from(ODD_LINES), max_size=12).map("\n".join).map(str.encode),
    st.text(max_size=200).map(str.encode),
)


@given(WILD)
def test_no_bytes_raise_anything_but_a_user_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "wild.yaml"
    path.write_bytes(data)

    try:
        read_overlay(path)
    except UserError as error:
        assert "wild.yaml" in error.message and "\n" not in error.message


@given(st.text(alphabet="ab:-[]{},&*!|>'\"#%@` \n\t\\", max_size=60))
def test_plain_reader_gives_texts_lists_and_mappings_only(text: str) -> None:
    try:
        value = parse_plain("wild.yaml", text)
    except UserError:
        return

    pending: list[object] = [value]
    while pending:
        each = pending.pop()
        if isinstance(each, dict):
            pending += [*each.keys(), *each.values()]
        elif isinstance(each, list):
            pending += each
        else:
            assert each is None or isinstance(each, str)
