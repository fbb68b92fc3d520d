"""Every check against its examples: what it flags, and what comes near and is clean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from models.checks import runner
from models.checks.finding import Draft, Severity
from models.checks.registry import registered
from models.checks.runner import draft_of_report, run_checks
from models.domain.report import ExportForm, Report
from models.domain.standard import Standard
from models.resources import parse_yaml

FOLDER = Path(__file__).parent / "examples"
MakeDraft = Callable[[str | Mapping[str, Any]], Draft]


def examples(kind: str) -> list[Any]:
    """Return every example of `kind` with its code, for parametrize."""
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        for number, example in enumerate(parse_yaml(path.read_text(encoding="utf-8"))[kind], start=1):
            found.append(pytest.param(path.stem, example, id=f"{path.stem}-{number}"))
    return found


@pytest.mark.parametrize(("code", "example"), examples("flagged"))
def test_what_is_wrong_is_flagged(code: str, example: Any, draft_of: MakeDraft) -> None:
    hits = [finding for finding in run_checks(draft_of(example)) if finding.code == code]

    assert hits
    if isinstance(example, Mapping) and "excerpt" in example:
        assert [finding.excerpt for finding in hits] == [example["excerpt"]]


@pytest.mark.parametrize(("code", "example"), examples("clean"))
def test_what_comes_near_is_not_flagged(code: str, example: Any, draft_of: MakeDraft) -> None:
    findings = run_checks(draft_of(example))

    assert [finding.message for finding in findings if finding.code == code] == []
    if isinstance(example, str):
        assert [finding.message for finding in findings if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize(("code", "example"), examples("flagged"))
def test_an_excerpt_is_what_stands_at_the_place(code: str, example: Any, draft_of: MakeDraft) -> None:
    draft = draft_of(example)
    texts = {(each.place.task, each.place.entry, each.place.field): each.text for each in draft.passages}
    for finding in run_checks(draft):
        place = finding.place
        if draft.source is None and finding.excerpt is not None and place.end >= 0:
            assert texts[place.task, place.entry, place.field][place.start:place.end] == finding.excerpt
        elif draft.source is not None and finding.excerpt is not None:
            assert draft.source.paragraphs[place.line].text[place.start:place.end] == finding.excerpt


@pytest.mark.parametrize("code", sorted(registered()))
def test_every_check_has_examples_of_both_kinds(code: str) -> None:
    data = parse_yaml((FOLDER / f"{code}.yaml").read_text(encoding="utf-8"))

    assert len(data["flagged"]) >= 3
    assert len(data["clean"]) >= 3


@pytest.mark.parametrize("code", sorted(registered()))
def test_every_check_explains_itself(code: str) -> None:
    check = registered()[code]

    assert check.basis
    assert check.message.endswith("。")
    assert (check.rule.__doc__ or "").strip().endswith(".")


def test_no_examples_without_a_check() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(runner.registered())


def test_the_report_that_the_examples_change_is_clean(clean_report: Report, standard: Standard) -> None:
    from builders import TODAY

    draft = draft_of_report(clean_report, standard, ExportForm.SUBMISSION, TODAY)

    assert run_checks(draft) == ()
