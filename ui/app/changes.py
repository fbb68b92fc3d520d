"""Which tasks an undo step touches: the window shows what it brings back."""

from __future__ import annotations

from models.domain.place import ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE, duty_task, part_task
from models.domain.report import Report


def changed_tasks(before: Report, after: Report) -> tuple[str, ...]:
    """Return the tasks whose content differs between `before` and `after`, in reading order; those of `after` only."""
    found = []
    if before.head != after.head or before.colophon.copy_recipients != after.colophon.copy_recipients:
        found.append(HEAD)
    if before.introduction != after.introduction:
        found.append(INTRODUCTION)
    old_parts = {part.id: part for part in before.parts}
    found += [part_task(part.id) for part in after.parts if old_parts.get(part.id) != part]
    old_duties = {entry.key: entry for entry in before.duties}
    found += [duty_task(*entry.key) for entry in after.duties if old_duties.get(entry.key) != entry]
    gone = set(old_duties) - {entry.key for entry in after.duties}
    found += [duty_task(*key) for key in old_duties if key in gone]
    if before.attachments != after.attachments:
        found.append(ATTACHMENTS)
    if _end(before) != _end(after):
        found.append(SIGNATURE)
    found += sorted(before.completed ^ after.completed)
    found += [each.task for each in before.dismissals + after.dismissals
              if (each in before.dismissals) is not (each in after.dismissals) and each.task]
    found += [each.task for each in before.materials + after.materials
              if (each in before.materials) is not (each in after.materials) and each.task]
    return tuple(dict.fromkeys(found))


def _end(report: Report) -> tuple[object, ...]:
    colophon = report.colophon
    review = report.secrecy_review
    return (report.closing, report.signature, colophon.distributing_organ, colophon.distribution_date,
            colophon.colophon_on_even_page, review)
