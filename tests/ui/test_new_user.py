"""A new user, with nothing but mouse and keyboard, gets from an empty program to the Word file, and on to next year's.

The walks are in `tests/walk`; each runs in a process of its own, as the program does.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from models.checks.finding import Severity
from models.checks.runner import draft_of_import, run_checks
from models.domain.report import ExportForm
from models.importers import read_report
from models.samples import sample_report
from models.standards.loader import load_standard

ROOT = Path(__file__).resolve().parents[2]
WALK = ROOT / "tests" / "walk" / "clerk.py"
PATIENCE = 280  # seconds
SHARE = 0.4  # of the actions of the first year that the second may take


class Walked(NamedTuple):
    """What a walk took and the Word file at its end."""

    outcome: dict[str, Any]
    file: Path


def walk(which: str, folder: Path, *words: str) -> Walked:
    """Walk `which` way with the data of `folder`."""
    folder.mkdir()
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"}
    made = subprocess.run(
        [sys.executable, str(WALK), which, str(folder), *words], cwd=ROOT, env=environment, capture_output=True,
        text=True, timeout=PATIENCE)
    lines = made.stdout.splitlines()
    assert lines, made.stderr
    return Walked(json.loads(lines[-1]), folder / f"{which}.docx")


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> tuple[Walked, Walked]:
    """Return the first walk and the one a year later, from the Word file of the first."""
    folder = tmp_path_factory.mktemp("walks")
    first = walk("first", folder / "one")
    return first, walk("again", folder / "two", str(first.file))


pytestmark = pytest.mark.timeout(2 * PATIENCE)


def test_neither_year_has_a_dead_end(years: tuple[Walked, Walked]) -> None:
    assert [each.outcome["failure"] for each in years] == ["", ""]


def test_what_was_written_by_hand_stands_in_the_word_file(years: tuple[Walked, Walked]) -> None:
    report = read_report(years[0].file).report
    written = {entry.text for part in sample_report().parts for entry in part.entries if entry.text}
    printed = "\n".join(entry.text for part in report.parts for entry in part.entries)

    missing = [text for text in written for line in text.split("\n") if line not in printed]
    assert len(written) > 20 and missing == []


@pytest.mark.parametrize("number, year", [(0, 2025), (1, 2026)])
def test_nothing_has_to_be_mended_in_the_word_file(years: tuple[Walked, Walked], number: int, year: int) -> None:
    imported = read_report(years[number].file)
    standard = load_standard(imported.report.organ.kind)
    draft = draft_of_import(imported, standard, ExportForm.SUBMISSION, date(year + 1, 1, 20))

    assert imported.report.year == year
    assert [each.message for each in run_checks(draft) if each.severity is Severity.ERROR] == []


def test_the_second_year_takes_less_than_half_of_the_hand(years: tuple[Walked, Walked]) -> None:
    first, again = (each.outcome["actions"] for each in years)

    assert again <= SHARE * first
