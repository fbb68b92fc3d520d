"""What the library says of a report, its versions and exports without loading them, and of a save that is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first window does without
    from models.domain.place import Place
    from models.domain.report import ExportForm

TRASH_DAYS = 30  # from the day a report is put into the trash until it is deleted for good


class Shelf(StrEnum):
    """Where a report is kept in the library."""

    DESK = "desk"  # 在写的
    ARCHIVE = "archive"  # 已归档: put away as it is, to be read
    TRASH = "trash"  # 回收站: to be deleted


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """A report as a list shows it. `number` is its short number within the library.

    `shelved_at` is when it was put on its `shelf`; None for a report that has always been on the desk.
    """

    id: str
    number: int
    year: int
    organ: str
    title: str
    changed_at: datetime
    sample: bool
    shelf: Shelf = Shelf.DESK
    shelved_at: datetime | None = None

    def days_left(self, today: date) -> int:
        """Return in how many days a report in the trash is deleted for good; a clock turned back adds none."""
        since = self.shelved_at.date() if self.shelved_at is not None else today
        return min(TRASH_DAYS, max(0, TRASH_DAYS - (today - since).days))


@dataclass(frozen=True, slots=True)
class Hit:
    """Where the words stand in one report.

    `place` is the first of them, `excerpt` the passage on one line, `marks` where the words begin and end in it,
    `places` how often words stand in the report.
    """

    place: Place
    excerpt: str
    marks: tuple[tuple[int, int], ...]
    places: int


@dataclass(frozen=True, slots=True)
class SavedMark:
    """Proof of a save: made only after the text was committed, read back and found equal by `digest`."""

    at: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class RevisionSummary:
    """A kept version as a list shows it. Its place in the order is `number`: clocks may be turned back.

    `reason` says why the program kept it, `name` is the clerk's own and empty when there is none; `words` is its 字数.
    """

    number: int
    at: datetime
    reason: str
    name: str
    digest: str
    words: int


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written: where to, its SHA-256, and all it takes to write it again.

    `line_spacing` is 0 for the standard's own.
    """

    path: str
    sha256: str
    form: ExportForm
    profile: str
    fonts: str
    line_spacing: float
    at: datetime


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """An entry of the export history: the `file`, and the `revision` it was made of."""

    number: int
    revision: int
    file: Exported
