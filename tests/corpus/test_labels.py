"""The labels hold together by themselves, whatever the program says; every slug is planted often enough."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from corpus.answers import squeezed
from corpus.labelled import Labelled, read_corpus
from corpus.score import REPORTS
from models.domain.report import SectionKey

CORPUS = read_corpus(REPORTS)
KEYS = {*SectionKey, "*"}


@pytest.fixture(params=list(CORPUS.values()), ids=list(CORPUS))
def labelled(request: pytest.FixtureRequest) -> Labelled:
    """Return each report of the corpus in turn."""
    report: Labelled = request.param
    return report


def test_every_excerpt_stands_in_the_text(labelled: Labelled) -> None:
    absent = [
        each for label in (*labelled.findings, *labelled.allowed) for each in label.excerpts
        if each not in labelled.plain
    ]

    assert not absent


def test_every_label_says_where(labelled: Labelled) -> None:
    nowhere = [label for label in labelled.findings if not label.excerpts and label.section is None]

    assert not nowhere
    assert {label.section for label in labelled.findings if label.section} <= KEYS


def test_the_words_of_every_block_stand_in_the_text(labelled: Labelled) -> None:
    text = squeezed(labelled.plain) or ""
    words = [
        each for block in labelled.blocks.values()
        for each in (block.heading or "", block.first, block.last, *block.holds)
    ]

    assert not [each for each in words if (squeezed(each) or "") not in text]
    assert all(block.holds or block.empty or (block.first and block.last) for block in labelled.blocks.values())


def test_head_elements_stand_in_the_text(labelled: Labelled) -> None:
    text = squeezed(labelled.plain) or ""
    names = [name for value in labelled.head.values() if value for name in value.split("、")]

    assert not [name for name in names if (squeezed(name) or "") not in text]


def test_a_clean_report_has_at_most_a_hint(labelled: Labelled) -> None:
    planted = {label.slug for label in labelled.findings}

    assert labelled.clean == (planted <= {"duty-not-standalone", "empty-talk"})


def test_invented_names_are_all_replaceable(labelled: Labelled) -> None:
    assert all(name in labelled.text for name in labelled.names)
    assert all(len(name) == len(other) for name, other in labelled.names.items())


def test_a_report_is_of_a_natural_length(labelled: Labelled) -> None:
    assert 1_200 <= len(re.sub(r"\s", "", labelled.plain)) <= 6_000


def test_last_years_reports_are_there() -> None:
    named = {labelled.previous for labelled in CORPUS.values() if labelled.previous}

    assert named <= CORPUS.keys()


def test_enough_reports_are_clean() -> None:
    assert sum(labelled.clean for labelled in CORPUS.values()) >= 10


def test_slugs_are_planted_often_enough() -> None:
    planted = Counter(label.slug for labelled in CORPUS.values() for label in labelled.findings)

    assert not {slug: count for slug, count in planted.items() if count < 3}
