"""Findings set aside by the clerk: which may be, which are, and what is left."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, TypeAlias

from models.checks.finding import Finding, Severity
from models.checks.progress import is_gap
from models.domain.dismissal import Dismissal
from models.domain.field_text import text_at
from models.domain.report import Report

CONTEXT = 8  # characters before the words that must still stand there
Key: TypeAlias = tuple[str, str, str, str, str]


class Dismissed(NamedTuple):
    """A finding that is set aside, with the dismissal that covers it."""

    finding: Finding
    dismissal: Dismissal


def may_be_dismissed(finding: Finding) -> bool:
    """Return whether `finding` can be set aside: a 必改 that is missing cannot, it has to be written or declared."""
    return finding.severity is not Severity.ERROR or not is_gap(finding)


def needs_own_words(finding: Finding) -> bool:
    """Return whether the reason has to be in the clerk's own words, as for a 必改."""
    return finding.severity is Severity.ERROR


def dismissal_of(finding: Finding, report: Report, reason: str, today: date) -> Dismissal:
    """Return the dismissal of `finding`, found in `report`, for `reason`."""
    place = finding.place
    return Dismissal(
        finding.code, finding.slug, place.task, place.entry, place.field, _before(finding, report),
        _words(finding), reason, today.isoformat(),
    )


def split(
    findings: Iterable[Finding], checked: Report, dismissals: Iterable[Dismissal]
) -> tuple[tuple[Finding, ...], tuple[Dismissed, ...]]:
    """Return which of `findings`, found in `checked`, are open, and which are covered by one of `dismissals`."""
    known = {_key_of(each): each for each in dismissals}
    if not known:
        return tuple(findings), ()
    left, aside = [], []
    for finding in findings:
        dismissal = known.get(_key(finding, checked)) if may_be_dismissed(finding) else None
        if dismissal is None:
            left.append(finding)
        else:
            aside.append(Dismissed(finding, dismissal))
    return tuple(left), tuple(aside)


def open_findings(findings: tuple[Finding, ...], report: Report) -> tuple[Finding, ...]:
    """Return those of `findings` on `report` that its clerk has not set aside."""
    return split(findings, report, report.dismissals)[0]


def _key(finding: Finding, checked: Report) -> Key:
    """Return what identifies `finding`: an entry keeps its id when it is moved to another part."""
    place = finding.place
    return finding.code, place.entry or place.task, place.field, _before(finding, checked), _words(finding)


def _key_of(dismissal: Dismissal) -> Key:
    where = dismissal.entry or dismissal.task
    return dismissal.code, where, dismissal.field, dismissal.before, dismissal.excerpt


def _words(finding: Finding) -> str:
    return finding.message if finding.excerpt is None else finding.excerpt


def _before(finding: Finding, report: Report) -> str:
    """Return the words right before those of `finding`; empty when it is about no words of a field."""
    place = finding.place
    text = text_at(report, place) if finding.excerpt is not None else None
    return text[max(place.start - CONTEXT, 0):place.start] if text is not None else ""
