"""What is kept from one run to the next is what a run of its own would find."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from corpus.answers import file_of
from corpus.labelled import read_corpus
from corpus.score import REPORTS
from models.checks.finding import Draft, Finding
from models.checks.keeping import Keeper
from models.checks.registry import Check, finding_of, registered
from models.checks.runner import draft_of_report, run_checks
from models.domain.organ import Organ
from models.domain.report import Report
from models.importers import read_report
from models.standards.loader import load_standard

CORPUS = read_corpus(REPORTS)


def local_checks() -> list[Check]:
    """Return the checks that look at each passage by itself."""
    return [each for each in registered().values() if each.local]


@pytest.fixture(params=CORPUS)
def draft(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Draft:
    """Return a report of the corpus as it is once stored."""
    labelled = CORPUS[request.param]
    folder = tmp_path_factory.mktemp("reports")
    report = read_report(file_of(labelled, folder, REPORTS)).report
    previous: Report | None = None
    if labelled.previous:
        previous = read_report(file_of(CORPUS[labelled.previous], folder, REPORTS)).report
    return draft_of_report(report, load_standard(report.organ.kind), labelled.form, labelled.today, previous)


def found(checks: list[Check], draft: Draft) -> Counter[Finding]:
    """Return what `checks` find in `draft`, run as a whole."""
    return Counter(finding_of(check, hit) for check in checks for hit in check.rule(draft))


def test_such_checks_find_in_single_passages_what_they_find_in_all(draft: Draft) -> None:
    for check in local_checks():
        alone = Counter(
            each for passage in draft.passages for each in found([check], replace(draft, passages=(passage,))))

        assert alone == found([check], draft), check.code


def test_each_finding_stands_in_the_passage_it_was_found_in(draft: Draft) -> None:
    for passage in draft.passages:
        for finding in found(local_checks(), replace(draft, passages=(passage,))):
            edits = finding.fix.edits if finding.fix is not None else ()
            places = [finding.place, *finding.others, *(edit.place for edit in edits)]
            assert {(place.task, place.entry, place.field) for place in places} == {
                (passage.place.task, passage.place.entry, passage.place.field)}


def test_a_second_run_finds_the_same(draft: Draft) -> None:
    keeper = Keeper(local_checks())
    first = keeper.findings(draft)

    assert Counter(first) == found(local_checks(), draft)
    assert keeper.findings(draft) == first


def test_a_changed_passage_is_looked_at_anew(draft: Draft) -> None:
    keeper = Keeper(local_checks())
    keeper.findings(draft)
    place = len(draft.passages) // 2
    passage = replace(draft.passages[place], text=f"{draft.passages[place].text}待补充××件。")
    changed = replace(draft, passages=(*draft.passages[:place], passage, *draft.passages[place + 1:]))

    assert Counter(keeper.findings(changed)) == found(local_checks(), changed)
    assert Counter(keeper.findings(draft)) == found(local_checks(), draft)


@pytest.mark.parametrize("change", [
    {"year": 2016}, {"organ": Organ(full_name="云峰县人民政府")}, {"attachments": ()},
], ids=lambda change: next(iter(change)))
def test_nothing_is_kept_when_what_all_passages_are_held_against_changes(
    change: dict[str, object], draft: Draft
) -> None:
    keeper = Keeper(local_checks())
    keeper.findings(draft)
    changed = replace(draft, report=replace(draft.report, **change))  # type: ignore[arg-type]

    assert Counter(keeper.findings(changed)) == found(local_checks(), changed)


def test_reports_checked_in_turn_do_not_mix(draft: Draft) -> None:
    other = replace(draft, today=date(2027, 1, 1), passages=draft.passages[::2])

    alone = run_checks(draft)
    run_checks(other)
    assert run_checks(draft) == alone
