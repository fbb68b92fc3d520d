"""Where reports are kept: put away, thrown away and brought back without a change of their text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import TypeAlias

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from models.clock import Clock
from models.storage.content import known_number
from models.storage.rows import table_of
from models.storage.summary import ReportSummary, Shelf
from models.storage.tables import ShelfRow

Lend: TypeAlias = Callable[[str], AbstractContextManager[Session]]


class Shelves:
    """The shelves of one library. A report without a row is on the desk."""

    def __init__(self, writing: Lend, clock: Clock) -> None:
        """Change the library in the sessions that `writing` lends."""
        self._writing = writing
        self._clock = clock

    def put(self, report_id: str, shelf: Shelf) -> None:
        """Keep the report `report_id` on `shelf` from now on; UserError when that cannot be."""
        table = table_of(ShelfRow)
        with self._writing("没有移动报告") as session:
            number = known_number(session, report_id)
            session.execute(delete(table).where(table.c.report == number))
            if shelf is not Shelf.DESK:
                session.execute(insert(table), [{"report": number, "shelf": shelf, "since": self._clock()}])

    def expired(self, reports: Iterable[ReportSummary]) -> tuple[str, ...]:
        """Return the ids of those of `reports` that have been in the trash for 30 days."""
        today = self._clock().date()
        return tuple(each.id for each in reports if each.shelf is Shelf.TRASH and not each.days_left(today))
