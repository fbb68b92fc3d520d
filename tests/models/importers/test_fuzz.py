"""Damaged and hostile files of every kind: a report, or one sentence; a sample of what the benchmarks try at length."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import mutations
import pytest
from foreign_report import a_whole_report
from pdf_files import a_pdf, set_paragraph

from models.errors import UserError
from models.importers import read_report
from models.importers.pdf import reading as pdf_reading

FILES = Path(__file__).resolve().parents[2] / "resources"
PAGE = a_pdf([set_paragraph("一、主要举措和成效。" * 12, 700)])


def markup(rng: random.Random, data: bytes) -> bytes:
    """Return the web page `data` with its tags changed."""
    return mutations.markup(rng, data.decode("utf-8")).encode("utf-8", "replace")


def foreign(suffix: str) -> bytes:
    """Return the report in the format `suffix`."""
    return (FILES / "foreign" / f"report.{suffix}").read_bytes()


WAYS: dict[str, tuple[mutations.Mutate, Callable[[], bytes]]] = {
    "parts of a Word file": (mutations.word_package, a_whole_report),
    "bytes of a Word file": (mutations.any_bytes, a_whole_report),
    "text": (mutations.text, lambda: (FILES / "reports" / "misnumbered.txt").read_bytes()),
    "old Word file": (mutations.binary_word, lambda: foreign("doc")),
    "bytes of an old Word file": (mutations.any_bytes, lambda: foreign("doc")),
    "web page": (markup, lambda: foreign("html")),
    "rich text": (mutations.rich_text, lambda: foreign("rtf")),
}


def answer(path: Path, data: bytes) -> str:
    """Return the sentence with which the file `data` is refused; empty when it is read."""
    path.write_bytes(data)
    try:
        read_report(path)
    except UserError as refused:
        assert refused.advice
        return refused.message
    return ""


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("seed", range(0, 160, 8))
def test_a_damaged_file_is_read_or_refused_with_a_sentence(way: str, seed: int, tmp_path: Path) -> None:
    make, original = WAYS[way]

    told = answer(tmp_path / "报告.docx", make(random.Random(seed), original()))

    assert not told or told.endswith("。")
    assert [path.name for path in tmp_path.iterdir()] == ["报告.docx"]


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_pdf_is_read_or_refused_with_a_sentence(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_reading, "is_apart", lambda: True)  # a process for each takes too long here

    told = answer(tmp_path / "报告.pdf", mutations.pdf(random.Random(seed), PAGE))

    assert not told or told.endswith("。")


@pytest.mark.parametrize("seed", [0, 2])
def test_a_pdf_made_to_hurt_ends_in_its_own_process(seed: int, tmp_path: Path) -> None:
    told = answer(tmp_path / "报告.pdf", mutations.hostile_pdf(random.Random(seed), b""))

    assert not told or told.endswith("。")
