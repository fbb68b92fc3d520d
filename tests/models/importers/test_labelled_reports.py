"""Blocks are found in reports made up by lot in many layouts, whose blocks are known: at least 98 in a hundred."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from labelled_reports import KEYS, Block, Labelled, labelled_report, wordings

from models.domain.report import SectionKey
from models.domain.source_document import ImportedReport, SectionReading
from models.importers.raw_line import RawLine, RawText
from models.importers.reading import interpret
from models.importers.sections import subject_of

ROUND = 400
GOAL = 0.98
MAY_SHARE = (
    {"problems", "causes"}, {"measures", "first_responsible"},  # the one may stand inside the other
)


def test_blocks_are_found_in_almost_every_layout() -> None:
    faults: Counter[str] = Counter()
    for seed in range(ROUND):
        for key, fault in faults_of(labelled_report(seed)).items():
            faults[f"{key}: {fault}"] += 1

    assert 1 - sum(faults.values()) / (ROUND * len(KEYS)) >= GOAL, faults.most_common(10)


@pytest.mark.parametrize("seed", range(0, ROUND, 10))
def test_no_word_is_lost_or_invented_in_any_layout(seed: int, account: Callable[[ImportedReport], None]) -> None:
    account(read(labelled_report(seed)))


@pytest.mark.parametrize("key", [*KEYS, "problems_and_plan"])
def test_every_wording_of_a_heading_names_its_block(key: str) -> None:
    headings = [text.format(Y=2024, N=2025) for text in wordings()["headings"][key]]
    block = SectionKey.PROBLEMS if key == "problems_and_plan" else SectionKey(key)
    wrong = [text for text in headings if subject_of(text, 2024).key not in _allowed(block)]

    assert wrong == []


def test_a_heading_that_names_two_blocks_names_both() -> None:
    headings = [text.format(Y=2024, N=2025) for text in wordings()["headings"]["problems_and_plan"]]

    assert [text for text in headings if SectionKey.PLAN not in subject_of(text, 2024).also] == []


def test_certainty_is_told_with_a_reason() -> None:
    unsure = [
        reading for seed in range(60) for reading in read(labelled_report(seed)).sections.values()
        if reading.certainty != "certain"
    ]

    assert unsure
    assert all(reading.present and reading.reason for reading in unsure)


def read(labelled: Labelled) -> ImportedReport:
    """Return what is read of the report made up."""
    return interpret(RawText(tuple(RawLine(line) for line in labelled.lines)), "报告.txt", False)


def faults_of(labelled: Labelled) -> dict[str, str]:
    """Return what is wrong with the blocks found in `labelled`, by their keys."""
    sections = read(labelled).sections
    found = {key: _fault(labelled.blocks[key], sections[SectionKey(key)]) for key in KEYS}
    for key in KEYS:
        found[key] = found[key] or _foreign(labelled, key, _letters(sections[SectionKey(key)].text or ""))
    return {key: fault for key, fault in found.items() if fault}


def _fault(wanted: Block, reading: SectionReading) -> str:
    """Return what is wrong with `reading`; empty when it is as `wanted`."""
    if wanted.present != reading.present:
        return "present" if reading.present else "absent"
    if not wanted.present:
        return ""
    if wanted.standalone != reading.standalone:
        return "standalone" if reading.standalone else "nested"
    if wanted.heading and _letters(wanted.heading) not in _letters(reading.heading or ""):
        return "heading"
    text = _letters(reading.text or "")
    return "" if all(_letters(line) in text for line in wanted.lines) else "text missing"


def _foreign(labelled: Labelled, key: str, text: str) -> str:
    """Return the key of another block of which a sentence stands in `text`; empty when none does."""
    for other in KEYS:
        apart = other != key and {other, key} not in MAY_SHARE
        if apart and any(_letters(line) in text for line in labelled.blocks[other].lines):
            return f"text of {other}"
    return ""


def _allowed(block: SectionKey) -> tuple[SectionKey | None, ...]:
    """Return what the headings of `block` may be taken for: measures need not be named."""
    return (block, None) if block is SectionKey.MEASURES else (block,)


def _letters(text: str) -> str:
    """Return the letters and figures of `text`."""
    return "".join(character for character in text if character.isalnum())
