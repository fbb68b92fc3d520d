"""Parts of a report moved to another block: what the clerk corrects on the mapping page."""

from __future__ import annotations

from dataclasses import replace

from models.domain.report import Entry, Part, PlanTask, Problem, Report, SectionKey, Topic


def with_part_key(report: Report, part_id: str, key: SectionKey) -> Report:
    """Return `report` with the part `part_id` taken for the block `key`; its entries change kind, not words.

    KeyError when there is no such part.
    """
    part = report.part(part_id)
    if part.key is key:
        return report
    return report.with_part(replace(part, key=key, entries=tuple(converted(entry, key) for entry in part.entries)))


def converted(entry: Entry, key: SectionKey) -> Entry:
    """Return `entry` as the kind of entry the block `key` holds, under the same id."""
    if key is SectionKey.PROBLEMS and not isinstance(entry, Problem):
        return Problem(entry.id, entry.title, whole_text(entry), pictures=entry.pictures)
    if key is SectionKey.PLAN and not isinstance(entry, PlanTask):
        return PlanTask(entry.id, entry.title, whole_text(entry), pictures=entry.pictures)
    if key not in (SectionKey.PROBLEMS, SectionKey.PLAN) and not isinstance(entry, Topic):
        numbered = bool(entry.title) or isinstance(entry, PlanTask)
        return Topic(entry.id, entry.title, whole_text(entry), numbered=numbered, pictures=entry.pictures)
    return entry


def whole_text(entry: Entry) -> str:
    """Return the text of `entry` below its 小标题 with every word it holds, one line a paragraph or row of a table."""
    if isinstance(entry, Problem):
        lines = [entry.text, entry.cause, entry.remedy]
    elif isinstance(entry, PlanTask):
        lines = [entry.text, entry.office and f"责任科室：{entry.office}", entry.deadline and f"时限：{entry.deadline}"]
    else:
        lines = [entry.text, *("　".join(row) for row in entry.table)]
    return "\n".join(line for line in lines if line)


def into_introduction(report: Report, part_id: str) -> Report:
    """Return `report` with the words of the part `part_id` appended to the introduction and the part removed."""
    part = report.part(part_id)
    lines = [report.introduction] if report.introduction else []
    lines += [part.heading] if part.heading else []
    for entry in part.entries:
        lines += [line for line in (entry.title, whole_text(entry)) if line]
    others = tuple(each for each in report.parts if each is not part)
    return replace(report, introduction="\n".join(lines), parts=others)


def without_part(report: Report, part_id: str) -> Report:
    """Return `report` without the part `part_id` and without the duty references into it."""
    gone = {entry.id for entry in report.part(part_id).entries}
    duties = tuple(
        entry for entry in report.duties if entry.reference is None or entry.reference.entry_id not in gone
    )
    return replace(report, parts=tuple(each for each in report.parts if each.id != part_id), duties=duties)


def merged(report: Report, key: SectionKey) -> Report:
    """Return `report` with all parts of `key` joined into the first of them, entries in order."""
    first, *others = report.parts_of(key) or (Part(key=key),)
    if not others:
        return report
    entries = tuple(entry for part in (first, *others) for entry in part.entries)
    kept = tuple(part for part in report.parts if part not in others)
    return replace(report, parts=kept).with_part(replace(first, entries=entries))
