"""The keywords find the passages that prove a duty, in real reports and in our own with the same faults."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from models.domain.organ import OrganKind
from models.domain.report import SectionKey
from models.standards.loader import load_standard

ROOT = Path(__file__).parents[3]
SEEDS = ROOT.parent / "shared" / "seeds"
OURS = ROOT / "tests" / "resources" / "reports"
NESTED, MISNUMBERED = OURS / "nested_responsible.txt", OURS / "misnumbered.txt"
STANDARD = load_standard(OrganKind.DEPARTMENT)


def read(path: Path) -> str:
    """Return the text of `path`; the test is skipped where the real reports are not at hand."""
    if not path.exists():
        pytest.skip(f"{path.name} is not beside the project")
    return path.read_text(encoding="utf-8")


def proven(text: str) -> set[str]:
    """Return the ids of the duties of which a keyword stands in `text`."""
    return {duty.id for duty in STANDARD.duties if any(word in text for word in duty.keywords)}


def seed(start: str) -> Path:
    """Return the real report whose name begins with `start`, or a name that does not exist."""
    return next(iter(SEEDS.glob(f"{start}_*")), SEEDS / start)


PASSAGES = [
    pytest.param(
        seed("000"), "**（一）提高政治站位", "**（二）", {"Z01", "Z02", "Z08", "Z11"}, {"Z07", "Z09", "Z13", "Z14"},
        id="000 one"),
    pytest.param(
        seed("000"), "**（二）践行", "**（三）", {"Z04", "Z05", "Z06", "Z08", "Z12"}, {"Z01", "Z09"}, id="000 two"),
    pytest.param(seed("000"), "**（四）优化", "## 二", {"Z05", "Z10"}, {"Z04", "Z07", "Z09"}, id="000 four"),
    pytest.param(
        seed("002"), "三、2023年度", "六、", {"Z01", "Z02", "Z04", "Z06", "Z08", "Z10", "Z11", "Z12"}, {"Z07", "Z09"},
        id="002 three"),
    pytest.param(NESTED, "**（一）加强组织", "**（二）", {"Z01", "Z02", "Z08", "Z11"}, {"Z07", "Z09"}, id="nested one"),
    pytest.param(
        MISNUMBERED, "三、2024年度", "六、", {"Z01", "Z02", "Z04", "Z06", "Z11"}, {"Z07", "Z09"},
        id="misnumbered three"),
]


@pytest.mark.parametrize("path, start, end, expected, absent", PASSAGES)
def test_keywords_find_the_duties_a_passage_proves(
    path: Path, start: str, end: str, expected: set[str], absent: set[str]
) -> None:
    text = read(path)
    passage = text[text.index(start) : text.index(end, text.index(start))]

    found = proven(passage)

    assert expected <= found
    assert not absent & found


HEADINGS = [
    pytest.param(seed("000"), [SectionKey.MEASURES, SectionKey.PROBLEMS, SectionKey.PLAN], id="000"),
    pytest.param(NESTED, [SectionKey.MEASURES, SectionKey.PROBLEMS, SectionKey.PLAN], id="nested"),
    pytest.param(
        seed("002"),
        [SectionKey.MEASURES, SectionKey.PROBLEMS, SectionKey.FIRST_RESPONSIBLE, SectionKey.PROBLEMS, SectionKey.PLAN],
        id="002"),
    pytest.param(
        MISNUMBERED,
        [SectionKey.MEASURES, SectionKey.PROBLEMS, SectionKey.FIRST_RESPONSIBLE, SectionKey.PROBLEMS, SectionKey.PLAN],
        id="misnumbered"),
]


@pytest.mark.parametrize("path, sections", HEADINGS)
def test_keywords_tell_the_block_of_a_heading(path: Path, sections: list[SectionKey]) -> None:
    headings = re.findall(r"(?:^[# ]*|。)[一二三四五六]、(.+)$", read(path), re.MULTILINE)

    for heading, key in zip(headings, sections, strict=True):
        requirement = STANDARD.requirement_for(key)
        assert requirement is not None
        assert any(word in heading for word in requirement.keywords), heading


def test_causes_are_known_by_their_words() -> None:
    causes = STANDARD.requirement_for(SectionKey.CAUSES)

    assert causes is not None
    assert any(word in "2024年度推进法治政府建设存在的不足及原因" for word in causes.keywords)
