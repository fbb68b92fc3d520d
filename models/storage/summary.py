"""What the library says of a report without loading it, and of a save that is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """A report as a list shows it. `number` is its short number within the library."""

    id: str
    number: int
    year: int
    organ: str
    title: str
    changed_at: datetime
    sample: bool


@dataclass(frozen=True, slots=True)
class SavedMark:
    """Proof of a save: made only after the text was committed, read back and found equal by `digest`."""

    at: datetime
    digest: str
