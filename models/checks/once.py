"""What several checks ask of one draft, one after the other, is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from models.checks.finding import Draft, Passage

Outcome = TypeVar("Outcome")


def once_for_passages(work: Callable[[Draft], Outcome]) -> Callable[[Draft], Outcome]:
    """Return `work` remembering what it last made of a draft, which may depend on passages, year and day alone."""
    last: list[tuple[tuple[Passage, ...], int, Outcome]] = []

    @wraps(work)
    def remembered(draft: Draft) -> Outcome:
        year = draft.report.year or draft.today.year
        if last and last[0][0] is draft.passages and last[0][1] == year:
            return last[0][2]
        outcome = work(draft)
        last[:] = [(draft.passages, year, outcome)]  # replaced as a whole: another thread may be running
        return outcome

    return remembered
