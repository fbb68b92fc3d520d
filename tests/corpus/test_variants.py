"""What means the same is judged the same; one thing changed for the worse adds just that finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from random import Random

import pytest
from _pytest.mark import ParameterSet

from corpus.labelled import Labelled, read_corpus
from corpus.score import REPORTS
from corpus.variants import (
    SAME, Change, Outcome, outcome, with_a_paragraph_twice, with_one_figure_shifted, without_part,
    without_part_number)
from models.domain.report import SectionKey

CORPUS = read_corpus(REPORTS)
CLEAN = [name for name, labelled in CORPUS.items() if labelled.clean]
SAMPLE = 2  # reports for each change in the suite; all of them by `tests/benchmarks/exhaustive.py`
UNSETTLED = pytest.mark.xfail(strict=False, reason="not judged alike yet")


def cases(sample: bool) -> Iterator[ParameterSet]:
    """Yield the changes with the reports to try them on: few of them, another few for each change, or all."""
    for number, change in enumerate(SAME):
        names = list(CORPUS)
        Random(number).shuffle(names)
        for name in names[:SAMPLE] if sample else names:
            yield pytest.param(change, name, id=f"{change.__name__}-{name}")


@cache
def original(name: str) -> Outcome:
    """Return what the program says about the report `name` as it is."""
    return outcome(CORPUS[name], CORPUS)


def changed(change: Change, name: str) -> Outcome | None:
    """Return what the program says when all reports are changed; None when this one cannot be."""
    random = Random(name)
    labelled = change(CORPUS[name], random)
    if labelled is None:
        return None
    corpus = dict(CORPUS)
    if labelled.previous:
        corpus[labelled.previous] = change(CORPUS[labelled.previous], Random(name)) or CORPUS[labelled.previous]
    return outcome(labelled, corpus)


def assert_same(change: Change, name: str) -> None:
    """Fail when the report `name` is judged otherwise once changed."""
    found = changed(change, name)

    assert found is None or found == original(name)


@pytest.mark.parametrize(("change", "name"), list(cases(True)))
def test_what_means_the_same_is_judged_the_same(change: Change, name: str) -> None:
    assert_same(change, name)


@pytest.mark.exhaustive
@pytest.mark.parametrize(("change", "name"), list(cases(False)))
def test_every_report_in_every_variant_is_judged_the_same(change: Change, name: str) -> None:
    assert_same(change, name)


def added(labelled: Labelled | None, name: str) -> Counter[str] | None:
    """Return the findings that `labelled` has more than the report `name`; None when there is no such variant."""
    if labelled is None:
        return None
    found = outcome(labelled, CORPUS).slugs
    assert not original(name).slugs - found
    return found - original(name).slugs


def clean(*unsettled: str) -> list[ParameterSet]:
    """Return the clean reports as parameters, those `unsettled` marked."""
    return [pytest.param(name, marks=(UNSETTLED,) if name in unsettled else ()) for name in CLEAN]


@pytest.mark.parametrize("name", clean())
@pytest.mark.parametrize("key", ["measures", "first_responsible", "plan"])
def test_a_part_left_out_is_missing_and_nothing_else(name: str, key: str) -> None:
    found = added(without_part(CORPUS[name], SectionKey(key)), name)

    assert found is None or found == {"missing-section": 1}


@pytest.mark.parametrize("name", clean())
def test_shortcomings_left_out_are_missing_and_nothing_else(name: str) -> None:
    found = added(without_part(CORPUS[name], SectionKey.PROBLEMS), name)

    assert found is None or found == {"missing-section": 1}


@pytest.mark.parametrize("name", clean())
def test_a_paragraph_twice_is_found_and_nothing_else(name: str) -> None:
    found = added(with_a_paragraph_twice(CORPUS[name]), name)

    assert found is None or found == {"duplicate-paragraph": 1}


@pytest.mark.parametrize("name", clean())
def test_a_part_without_its_number_leaves_a_gap_and_nothing_else(name: str) -> None:
    found = added(without_part_number(CORPUS[name]), name)

    assert found is None or found == {"numbering-gap": 1}


@pytest.mark.parametrize("name", clean(
    "clean_city_market_2022", "clean_county_water_2024", "clean_province_ecology_2025", "clean_town_2023",
    "clean_transport_nested_2026",
))
def test_a_total_shifted_is_found_and_nothing_else(name: str) -> None:
    for labelled in with_one_figure_shifted(CORPUS[name]):
        assert added(labelled, name) == {"sum-mismatch": 1}
