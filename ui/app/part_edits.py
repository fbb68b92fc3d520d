"""Adding, removing and moving whole parts: each returns a new report."""

from __future__ import annotations

from dataclasses import replace

from models.domain.remap import without_part
from models.domain.report import Part, Report, SectionKey

# 举措 may be spread over several parts; of the others one is enough.
SEVERAL = frozenset({SectionKey.MEASURES})
ORDER = tuple(SectionKey)


def addable(report: Report) -> tuple[SectionKey, ...]:
    """Return the blocks of which a part can be added."""
    return tuple(key for key in ORDER if key in SEVERAL or not report.parts_of(key))


def with_new_part(report: Report, key: SectionKey) -> tuple[Report, Part]:
    """Return `report` with an empty part for `key` where it belongs, and that part."""
    part = Part(key=key)
    before = [number for number, each in enumerate(report.parts) if ORDER.index(each.key) <= ORDER.index(key)]
    place = before[-1] + 1 if before else 0
    return replace(report, parts=(*report.parts[:place], part, *report.parts[place:])), part


def with_part_removed(report: Report, part_id: str) -> Report:
    """Return `report` without the part `part_id`, and without what referred to it."""
    task = f"part:{part_id}"
    return replace(without_part(report, part_id), completed=report.completed - {task})


def with_part_placed(report: Report, part_id: str, gap: int) -> Report:
    """Return `report` with the part `part_id` in the `gap` between parts, counted from 0 before the first."""
    here = next((number for number, part in enumerate(report.parts) if part.id == part_id), -1)
    if here < 0:
        return report
    return with_part_moved(report, part_id, gap - (gap > here) - here)


def with_part_moved(report: Report, part_id: str, by: int) -> Report:
    """Return `report` with the part `part_id` moved by `by` places; unchanged when there is no room."""
    parts = list(report.parts)
    here = next(number for number, part in enumerate(parts) if part.id == part_id)
    there = here + by
    if not 0 <= there < len(parts):
        return report
    parts.insert(there, parts.pop(here))
    return replace(report, parts=tuple(parts))
