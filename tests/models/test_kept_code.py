"""What Python compiles is kept and found again, and never stands in the way."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from models import kept_code
from models.kept_code import STAMP, Store

TEXTS = ("", "一、主要举措；（一）学习，2025年3月12日。", "共处罚617起,罚款144.2158万元", "Ａb１２", "𠮷野家·甲\n乙", "ſKelvinK")
PATTERNS = (
    "[，。；]", "[^，。；]+", "[一-龥]{2,4}", r"[^\w\s，。；a-z]", "(?P<figure>[一二三四五六七八九十百零〇]+)(?P<end>、)", "甲|乙|丙|。",
    "(?i)[a-zＡ-Ｚ，。；]+", "[𠮷，。；]", "[0-9０-９]+", "^[（(][一二三四五六七八九十]+[）)]", "(?<=[；，。])[^。]", "(?x) [，] # 逗号",
)
PROGRAM = """
import sys
from pathlib import Path
from models import kept_code
assert kept_code.install(Path(sys.argv[1]))
import re
from dataclasses import dataclass, replace
@dataclass(frozen=True, slots=True)
class Value:
    name: str = "甲"
from typing import NamedTuple
class Pair(NamedTuple):
    one: "str | None"
assert Pair("甲").one == "甲" and Pair.__new__.__doc__ == "Create new instance of Pair(one,)"
print(re.findall("[，。]", "一，二。三"), replace(Value(), name="乙"), Value() == Value("甲"), re.compile("[，。]").flags)
"""


def run(kept: Path) -> str:
    """Return what a program says that compiles with `kept` at hand."""
    outcome = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", PROGRAM, str(kept)], capture_output=True, check=True, encoding="utf-8",
        cwd=Path(kept_code.__file__).parents[1])
    return outcome.stdout


@pytest.mark.parametrize("pattern", PATTERNS)
def test_an_expression_is_the_one_python_makes(tmp_path: Path, pattern: str) -> None:
    written = Store(tmp_path / "kept")
    written.compile_expression(pattern, 0)
    written.save()

    found = Store(tmp_path / "kept")
    made = found.compile_expression(pattern, 0)

    assert made == re.compile(pattern)
    assert made.groupindex == re.compile(pattern).groupindex
    assert [made.findall(text) for text in TEXTS] == [re.findall(pattern, text) for text in TEXTS]
    assert not found.grown


def test_flags_tell_expressions_apart(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")

    assert store.compile_expression("a", 0).search("A") is None
    assert store.compile_expression("a", re.IGNORECASE).search("A") is not None


def test_a_wrong_expression_is_told_as_ever(tmp_path: Path) -> None:
    with pytest.raises(re.error, match="missing"):
        Store(tmp_path / "kept").compile_expression("(", 0)


def test_a_program_runs_alike_without_and_with_what_was_kept(tmp_path: Path) -> None:
    kept = tmp_path / "__pycache__" / "kept"
    first = run(kept)
    size, when = kept.stat().st_size, kept.stat().st_mtime_ns

    assert run(kept) == first == "['，', '。'] Value(name='乙') True 32\n"
    assert (kept.stat().st_size, kept.stat().st_mtime_ns) == (size, when)


@pytest.mark.parametrize(
    "content", [b"", b"\\x00" * 40, b"N", Path(__file__).read_bytes()[:3000]], ids=["empty", "zeros", "None", "a text"])
def test_a_damaged_file_counts_as_empty(tmp_path: Path, content: bytes) -> None:
    kept = tmp_path / "kept"
    kept.write_bytes(content)

    assert "Value(name='乙')" in run(kept)
    assert Store(kept).expressions


def test_what_another_python_kept_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "kept"
    monkeypatch.setattr(kept_code, "STAMP", (*STAMP, "another"))
    store = Store(kept)
    store.compile_expression("甲", 0)
    store.save()
    assert Store(kept).expressions
    monkeypatch.undo()

    assert not Store(kept).expressions


def test_two_programs_add_to_one_file(tmp_path: Path) -> None:
    one, other = Store(tmp_path / "kept"), Store(tmp_path / "kept")
    one.compile_expression("甲", 0)
    other.compile_expression("乙", 0)
    one.save()
    other.save()

    assert {text for text, _ in Store(tmp_path / "kept").expressions} == {"甲", "乙"}


def test_a_file_that_is_full_keeps_what_was_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_code, "MOST", 2)
    for word in ("甲", "乙"):
        store = Store(tmp_path / "kept")
        store.compile_expression(word, 0)
        store.save()

    store = Store(tmp_path / "kept")
    store.compile_expression("乙", 0)
    store.compile_expression("丙", 0)
    store.save()

    assert {text for text, _ in Store(tmp_path / "kept").expressions} == {"乙", "丙"}


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    store = Store(tmp_path / "file" / "kept")
    store.compile_expression("甲", 0)

    store.save()

    assert store.grown


def test_an_unknown_compiler_is_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def another(text: object, flags: int = 0) -> None:
        """Stand for the step of a Python we do not know."""

    monkeypatch.setattr(re._compiler, "compile", another)  # type: ignore[attr-defined]

    assert not kept_code.install(tmp_path / "kept")
    assert re._compiler.compile is another  # type: ignore[attr-defined]
