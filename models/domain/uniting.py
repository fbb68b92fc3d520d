"""Two entries made one, and an entry taken to another place or part: no word and no picture is lost."""

from __future__ import annotations

from dataclasses import replace

from models.domain.picture_places import paragraphs_in, slot
from models.domain.rearrange import inserted, without, without_answers
from models.domain.remap import converted, whole_text
from models.domain.report import LAST, Entry, Part, Picture, PlanTask, Problem, Report, Topic
from models.domain.splitting import lines, redirected


def joinable(part: Part, index: int) -> bool:
    """Return whether the entry at `index` of `part` can be appended to the one before it.

    Nothing can follow a table, and only a topic has room for one.
    """
    if not 0 < index < len(part.entries):
        return False
    first, second = part.entries[index - 1], part.entries[index]
    return not _table(first) and (isinstance(first, Topic) or not _table(second))


def joined(report: Report, part_id: str, index: int) -> Report:
    """Return `report` with the entry at `index` of the part `part_id` appended to the one before it.

    Its 小标题 becomes a paragraph. Duties that quote it and tasks that answer it follow. Unchanged where it is not
    `joinable`.
    """
    part = report.part(part_id)
    if not joinable(part, index):
        return report
    first, second = part.entries[index - 1], part.entries[index]
    entries = (*part.entries[:index - 1], _sum(first, second), *part.entries[index + 1:])
    report = report.with_part(replace(part, entries=entries))
    duties = tuple(redirected(duty, second.id, first.id) for duty in report.duties)
    parts = tuple(_answering(each, second.id, first.id) for each in report.parts)
    return replace(report, duties=duties, parts=parts)


def taken_to(report: Report, entry_id: str, part_id: str, gap: int = LAST) -> Report:
    """Return `report` with the entry `entry_id` in the `gap` of the part `part_id`, counted from 0 before its first.

    LAST means behind its last. In another part it becomes the kind of entry that is at home there, its words unchanged;
    what is no problem there is answered by no task any more. Unchanged when there is no such entry or part.
    """
    home = next((part for part in report.parts if any(entry.id == entry_id for entry in part.entries)), None)
    target = next((part for part in report.parts if part.id == part_id), None)
    if home is None or target is None:
        return report
    at = next(number for number, entry in enumerate(home.entries) if entry.id == entry_id)
    gap = len(target.entries) if gap == LAST else min(gap, len(target.entries))
    entry = home.entries[at]
    if home is target:
        left = without(home.entries, at)
        return report.with_part(replace(home, entries=inserted(left, gap - (gap > at), entry)))
    report = report.with_part(replace(home, entries=without(home.entries, at)))
    settled = converted(entry, target.key)
    report = report.with_part(replace(target, entries=inserted(target.entries, gap, settled)))
    return report if isinstance(settled, Problem) else without_answers(report, entry.id)


def _table(entry: Entry) -> tuple[tuple[str, ...], ...]:
    return entry.table if isinstance(entry, Topic) else ()


def _sum(first: Entry, second: Entry) -> Entry:
    """Return `first` with everything that `second` holds behind its own."""
    text = lines(first.text, second.title, _further(first, second))
    count = len(paragraphs_in(lines(first.text, second.title)))
    pictures = (*_settled(first), *(each if each.after == LAST else replace(each, after=each.after + count)
                                    for each in second.pictures))
    if isinstance(first, Problem) and isinstance(second, Problem):
        return replace(first, text=text, pictures=pictures, cause=lines(first.cause, second.cause),
                       remedy=lines(first.remedy, second.remedy))
    if isinstance(first, PlanTask) and isinstance(second, PlanTask):
        return replace(first, text=text, pictures=pictures, office=first.office or second.office,
                       deadline=first.deadline or second.deadline, answers=first.answers or second.answers)
    if isinstance(first, Topic):
        guide = first.guide or (second.guide if isinstance(second, Topic) else "")
        return replace(first, text=text, pictures=pictures, table=first.table or _table(second), guide=guide)
    return replace(first, text=text, pictures=pictures)


def _settled(entry: Entry) -> tuple[Picture, ...]:
    """Return the pictures of `entry` at the end of its text where they stood behind it, unless a table is between."""
    count = len(paragraphs_in(entry.text))
    if slot(Picture(), entry) > count:  # something follows the text: its own pictures stay behind that
        return entry.pictures
    return tuple(replace(each, after=slot(each, entry)) for each in entry.pictures)


def _further(first: Entry, second: Entry) -> str:
    """Return the text of `second`, with whatever finds no field of its own in `first`."""
    if isinstance(second, Problem) and isinstance(first, Problem):
        return second.text
    if isinstance(second, PlanTask) and isinstance(first, PlanTask):
        return whole_text(replace(
            second, office="" if first.office in ("", second.office) else second.office,
            deadline="" if first.deadline in ("", second.deadline) else second.deadline))
    return second.text if isinstance(second, Topic) else whole_text(second)


def _answering(part: Part, problem_id: str, other: str) -> Part:
    """Return `part` with the tasks that answer `problem_id` answering `other`."""
    if not any(isinstance(entry, PlanTask) and entry.answers == problem_id for entry in part.entries):
        return part
    return replace(part, entries=tuple(
        replace(entry, answers=other) if isinstance(entry, PlanTask) and entry.answers == problem_id else entry
        for entry in part.entries))
