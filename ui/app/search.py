"""Search in every field of a report; a hit is a place one can go to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from models.domain.place import Place
from models.domain.report import Report
from models.domain.report_texts import report_texts
from models.text.folding import folded

LIMIT = 500  # more hits than anyone walks through


def find(report: Report, wanted: str, most: int | None = LIMIT) -> tuple[Place, ...]:
    """Return the places where `wanted` stands, in reading order, without regard to case and width; none when empty.

    At `most` so many are returned, None returns all.
    """
    return tuple(islice(_hits(report, folded(wanted)), most)) if wanted else ()


def _hits(report: Report, wanted: str) -> Iterator[Place]:
    for place, text in report_texts(report):
        plain = folded(text)
        start = plain.find(wanted)
        while start >= 0:
            yield Place(place.task, place.entry, place.field, start, start + len(wanted))
            start = plain.find(wanted, start + len(wanted))
