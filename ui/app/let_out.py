"""The report as it leaves the house in one of its forms: on pages, on paper, in a file."""

from __future__ import annotations

from typing import NamedTuple

from models.checks.finding import Edit
from models.domain.report import ExportForm, Report
from models.domain.standard import Standard
from models.publication.redactions import edits_of, redacted, redactions_of
from ui.app.confirmed import Decisions, proposed


class LetOut(NamedTuple):
    """A report as it is let out, and the edits that made it, those in one field in order."""

    report: Report
    edits: tuple[Edit, ...] = ()


def let_out(report: Report, standard: Standard, form: ExportForm, decisions: Decisions) -> LetOut:
    """Return `report` as it is let out in `form`: a 公开版 hides what was confirmed, or is certain."""
    if form is not ExportForm.PUBLIC:
        return LetOut(report)
    hidden = [each for each in proposed(redactions_of(report, standard), decisions) if each.hidden]
    return LetOut(redacted(report, hidden), edits_of(hidden))
