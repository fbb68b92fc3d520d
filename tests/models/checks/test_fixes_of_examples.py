"""Every fix that a check offers on its examples repairs what it was found for, and breaks nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from models.checks.finding import Draft, Finding, Severity
from models.checks.fixing import apart, fixed
from models.checks.runner import draft_of_report, run_checks
from models.domain.field_text import text_at
from models.domain.report import Report
from models.resources import parse_yaml

FOLDER = Path(__file__).parent / "examples"
MakeDraft = Callable[[str | Mapping[str, Any]], Draft]


def again(draft: Draft, report: Report) -> tuple[Finding, ...]:
    """Return the findings on `report`, held against what `draft` was held against."""
    return run_checks(draft_of_report(report, draft.standard, draft.form, draft.today, draft.previous))


@pytest.mark.parametrize("code", sorted(path.stem for path in FOLDER.glob("*.yaml")))
def test_a_fix_repairs_what_it_was_found_for(code: str, draft_of: MakeDraft) -> None:
    for example in parse_yaml((FOLDER / f"{code}.yaml").read_text(encoding="utf-8"))["flagged"]:
        draft = draft_of(example)
        findings = run_checks(draft)
        wrong = [each for each in findings if each.code == code and each.fix is not None]
        if draft.source is not None or not wrong:
            continue
        report = fixed(draft.report, [each.fix for each in apart(wrong) if each.fix is not None], draft.report)

        assert report is not None, example
        left = again(draft, report)
        assert [each.excerpt for each in left if each.code == code and each.fix is not None] == [], example
        graver = {each.code for each in left if each.severity is Severity.ERROR} - {each.code for each in findings}
        assert not graver, (example, graver)


@pytest.mark.parametrize("code", sorted(path.stem for path in FOLDER.glob("*.yaml")))
def test_a_fix_changes_words_that_stand_there(code: str, draft_of: MakeDraft) -> None:
    for example in parse_yaml((FOLDER / f"{code}.yaml").read_text(encoding="utf-8"))["flagged"]:
        draft = draft_of(example)
        for finding in run_checks(draft) if draft.source is None else ():
            for edit in finding.fix.edits if finding.fix is not None else ():
                text = text_at(draft.report, replace(edit.place, start=0))
                assert text is not None
                assert 0 <= edit.place.start <= edit.place.end <= len(text)
                assert text[edit.place.start:edit.place.end] != edit.text
