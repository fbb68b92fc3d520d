"""Chinese character classes mean the same, quickly compiled or by Python's own way."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from models import quick_patterns

COMPILER = re._compiler  # type: ignore[attr-defined]
TEXTS = ("", "一、主要举措；（一）学习，2025年3月12日。", "共处罚617起,罚款144.2158万元", "Ａb１２", "𠮷野家·甲\n乙", "ſKelvinK")
PATTERNS = ("[，。；]", "[^，。；]+", "[一-龥]{2,4}", r"[^\w\s，。；a-z]", "[一二三四五六七八九十百零〇]+、", "甲|乙|丙|丁|。",
            "(?i)[a-zＡ-Ｚ，。；]+", "[𠮷，。；]", "[0-9０-９]+", "^[（(][一二三四五六七八九十]+[）)]", "(?<=[；，。])[^。]", "[，]")


@pytest.fixture
def own_way() -> Iterator[None]:
    """Let Python compile in its own way during the test; what was in place comes back."""
    kept = COMPILER._optimize_charset
    re.purge()
    yield
    COMPILER._optimize_charset = kept
    re.purge()


def found(pattern: str) -> list[list[tuple[int, int]]]:
    """Return where `pattern`, compiled anew, matches in each of the texts."""
    re.purge()
    return [[match.span() for match in re.finditer(pattern, text)] for text in TEXTS]


@pytest.mark.usefixtures("own_way")
@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_class_matches_what_it_matched_before(pattern: str) -> None:
    before = found(pattern)
    assert quick_patterns.install()

    assert found(pattern) == before


@pytest.mark.usefixtures("own_way")
def test_installing_twice_changes_nothing_more() -> None:
    assert quick_patterns.install()
    step = COMPILER._optimize_charset

    assert quick_patterns.install()
    assert COMPILER._optimize_charset is step


@pytest.mark.usefixtures("own_way")
def test_an_unknown_compiler_is_left_alone() -> None:
    def another(charset: object) -> None:
        """Stand for the step of a Python we do not know."""

    COMPILER._optimize_charset = another

    assert not quick_patterns.install()
    assert COMPILER._optimize_charset is another
