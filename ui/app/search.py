"""Search in every field of a report; a hit is a place one can go to."""

from __future__ import annotations

from collections.abc import Iterator

from models.domain.place import Place
from models.domain.report import Report
from models.domain.report_texts import report_texts
from models.text.folding import folded

LIMIT = 500  # more hits than anyone walks through


def find(report: Report, wanted: str) -> tuple[Place, ...]:
    """Return the places where `wanted` stands, in reading order, without regard to case and width; none when empty."""
    return tuple(_hits(report, folded(wanted))) if wanted else ()


def _hits(report: Report, wanted: str) -> Iterator[Place]:
    found = 0
    for place, text in report_texts(report):
        plain = folded(text)
        start = plain.find(wanted)
        while start >= 0:
            yield Place(place.task, place.entry, place.field, start, start + len(wanted))
            found += 1
            if found >= LIMIT:
                return
            start = plain.find(wanted, start + len(wanted))
