"""The exit statuses of the command line."""

from __future__ import annotations

from collections.abc import Iterable

from models.checks.finding import Finding, Severity

DONE = 0  # and nothing at error level
ERRORS_FOUND = 1  # findings at error level, or gaps in a 报送版
COULD_NOT = 2


def status_of(findings: Iterable[Finding]) -> int:
    """Return the exit status that `findings` make."""
    return ERRORS_FOUND if any(finding.severity is Severity.ERROR for finding in findings) else DONE
