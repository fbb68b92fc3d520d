"""Time as a value that tests and pictures can fix."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Return the local time of this PC, the only call of its kind in the program."""
    return datetime.now()


def hand_in_deadline(report_year: int) -> date:
    """Return the last day for handing in the report on `report_year`: 3月1日之前 is the last day of February."""
    from datetime import timedelta

    return date(report_year + 1, 3, 1) - timedelta(days=1)


def publication_deadline(report_year: int) -> date:
    """Return the last day for publishing the report on `report_year`: 4月1日之前 is the last day of March."""
    return date(report_year + 1, 3, 31)
