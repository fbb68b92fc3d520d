"""The checks and the reader held against the labelled reports, with the bars that must be kept."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from corpus.answers import Score, scores
from corpus.labelled import read_corpus
from corpus.score import REPORTS, blocks, listing, precision, recall
from models.checks.finding import Severity


@pytest.fixture(scope="module")
def results() -> Sequence[Score]:
    """Return how the program does on each report of the corpus."""
    return list(scores(read_corpus(REPORTS), REPORTS))


def test_blocks_are_read_right(results: Sequence[Score]) -> None:
    assert blocks(results).share >= 0.98, "\n".join(listing(results))


def test_elements_of_the_head_are_read_right(results: Sequence[Score]) -> None:
    wrong = [(result.labelled.name, name) for result in results for name in result.head]

    assert len(wrong) <= len(results) * 7 // 50, wrong


def test_what_is_planted_is_found(results: Sequence[Score]) -> None:
    assert recall(results).share >= 0.95, "\n".join(listing(results))


def test_what_is_found_is_wrong_indeed(results: Sequence[Score]) -> None:
    assert precision(results).share >= 0.97, "\n".join(listing(results))


def test_every_kind_of_fault_is_found_somewhere(results: Sequence[Score]) -> None:
    slugs = {label.slug for result in results for label in result.labelled.findings}

    assert not {slug for slug in slugs if recall(results, slug).right == 0}


def test_a_clean_report_has_no_error(results: Sequence[Score]) -> None:
    errors = [
        (result.labelled.name, finding.code, finding.excerpt)
        for result in results if result.labelled.clean
        for finding in result.findings if finding.severity is Severity.ERROR
    ]

    assert not errors


def test_a_clean_report_has_few_hints(results: Sequence[Score]) -> None:
    assert max(result.hints_per_thousand for result in results if result.labelled.clean) <= 2
