"""One entry made two or many: no word and no picture of it is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from models.domain.duty import DutyEntry
from models.domain.picture_places import paragraphs_in, slot
from models.domain.rearrange import texts_of
from models.domain.report import LAST, Entry, Picture, PlanTask, Problem, Report, Topic, new_id

Headed: TypeAlias = Callable[[str], tuple[str, str]]  # text to the 小标题 it begins with (empty: none) and the rest
DEEPEST = 4  # level of a 小标题


def split(report: Report, part_id: str, index: int, offset: int, headed: Headed = lambda text: ("", text)) -> Report:
    """Return `report` with the entry at `index` of the part `part_id` made two at the character `offset` of its text.

    What follows the text (a table, pictures behind it) goes with the second one; cause, remedy, 责任科室 and 时限 stay.
    `headed` tells the 小标题 that the second one begins with. Unchanged where one of the two would be empty.
    """
    part = report.part(part_id)
    entry = part.entries[index]
    before, after = entry.text[:offset].rstrip(), entry.text[offset:].lstrip()
    if not after or not (before or entry.title):
        return report
    first, second = _halves(entry, before, after)
    title, rest = headed(after)
    if title and rest:
        gone = len(paragraphs_in(after)) - len(paragraphs_in(rest))  # the line of the 小标题 is no paragraph any more
        second = replace(second, title=title, text=rest, pictures=_moved(second.pictures, -gone))
    return _in_its_place(report, part_id, index, (first, second))


def dispersed(report: Report, part_id: str, index: int, entries: Sequence[Entry]) -> Report:
    """Return `report` with `entries`, all the text of the entry at `index`, in its place.

    The first takes over id, 小标题, cause, remedy and whatever else the old one had beside its text; a table goes with
    the last one, pictures with the paragraphs they followed. Unchanged when there are no `entries`.
    """
    old = report.part(part_id).entries[index]
    if not entries:
        return report
    made = _below(old, list(entries))
    made[0] = _taking_over(made[0], old)
    if isinstance(old, Topic) and old.table:
        _lay_table(old, made)
    for picture in old.pictures:
        _hang(picture, old, made)
    return _in_its_place(report, part_id, index, made)


def redirected(duty: DutyEntry, entry_id: str, other: str) -> DutyEntry:
    """Return `duty` with its reference to `entry_id`, if it has that one, made one to `other`."""
    if duty.reference is None or duty.reference.entry_id != entry_id:
        return duty
    return replace(duty, reference=replace(duty.reference, entry_id=other))


def _halves(entry: Entry, before: str, after: str) -> tuple[Entry, Entry]:
    """Return `entry` with the text `before` and a new one with `after`, each with its pictures."""
    whole = len(paragraphs_in(entry.text)) - len(paragraphs_in(after))  # paragraphs that are not in `after` at all
    stays = isinstance(entry, Problem) and bool(entry.cause.strip() or entry.remedy.strip())  # what follows the text
    earlier = tuple(
        each for each in entry.pictures if (stays if each.after == LAST else slot(each, entry) <= whole))
    later = _moved((each for each in entry.pictures if each not in earlier), -whole)
    if isinstance(entry, Topic):
        first: Entry = replace(entry, text=before, table=(), pictures=earlier)
        return first, replace(entry, id=new_id(), title="", text=after, guide="", pictures=later)
    second = Problem(text=after, pictures=later) if isinstance(entry, Problem) else PlanTask(text=after, pictures=later)
    return replace(entry, text=before, pictures=earlier), second


def _moved(pictures: Iterable[Picture], by: int) -> tuple[Picture, ...]:
    """Return `pictures`, each `by` paragraphs further on."""
    return tuple(each if each.after == LAST else replace(each, after=max(0, each.after + by)) for each in pictures)


def _below(old: Entry, entries: list[Entry]) -> list[Entry]:
    """Return `entries` with the topics among them on the level of `old`, one deeper where its 小标题 stands above."""
    own = old.level if isinstance(old, Topic) else 2
    heading = isinstance(old, Topic) and bool(old.title and entries[0].title)
    levels = [each.level for each in entries if isinstance(each, Topic)]
    rise = own + heading - min(levels, default=2)
    made: list[Entry] = [
        replace(each, level=max(2, min(each.level + rise, DEEPEST))) if isinstance(each, Topic) else each
        for each in entries]
    return [Topic(level=own), *made] if heading else made


def _taking_over(first: Entry, old: Entry) -> Entry:
    """Return `first` as what `old` was: of its kind, with its id and 小标题 and all it has beside the text."""
    title, text = (old.title, lines(first.title, first.text)) if old.title else (first.title, first.text)
    if isinstance(old, Topic):
        level = first.level if isinstance(first, Topic) else old.level
        numbered = first.numbered if isinstance(first, Topic) and not title else old.numbered or bool(title)
        return replace(
            old, title=title, text=text, level=level, numbered=numbered, carried=False, table=(), pictures=())
    if isinstance(old, Problem):
        cause, remedy = (first.cause, first.remedy) if isinstance(first, Problem) else ("", "")
        return replace(old, title=title, text=text, cause=lines(old.cause, cause), remedy=lines(old.remedy, remedy),
                       carried=False, pictures=())
    office, deadline = (first.office, first.deadline) if isinstance(first, PlanTask) else ("", "")
    return replace(old, title=title, text=text, office=old.office or office, deadline=old.deadline or deadline,
                   carried=False, pictures=())


def _lay_table(old: Topic, made: list[Entry]) -> None:
    """Put the table of `old` under the last of `made` that can have one; the first, a topic as `old` was, can."""
    for at, entry in reversed(list(enumerate(made))):
        if isinstance(entry, Topic):
            made[at] = replace(entry, table=old.table)
            return


def _hang(picture: Picture, old: Entry, made: list[Entry]) -> None:
    """Put `picture` of `old` into that one of `made` in which the paragraph before it ends now, else into the last."""
    paragraphs, at = paragraphs_in(old.text), slot(picture, old)
    before = paragraphs[at - 1] if 0 < at <= len(paragraphs) and picture.after != LAST else ""
    for number, entry in enumerate(made):
        for count, paragraph in enumerate((entry.title, *paragraphs_in(entry.text))):
            if before and paragraph and before.endswith(paragraph):
                made[number] = replace(entry, pictures=(*entry.pictures, replace(picture, after=count)))
                return
    if at == 0:
        made[0] = replace(made[0], pictures=(*made[0].pictures, picture))
    else:
        made[-1] = replace(made[-1], pictures=(*made[-1].pictures, replace(picture, after=LAST)))


def lines(*texts: str) -> str:
    """Return those of `texts` in which something stands, one below the other."""
    return "\n".join(text for text in texts if text.strip())


def _in_its_place(report: Report, part_id: str, index: int, entries: Sequence[Entry]) -> Report:
    """Return `report` with `entries` for the one at `index`; what duties quote of it is quoted where it stands now."""
    part = report.part(part_id)
    old = part.entries[index]
    duties = []
    for duty in report.duties:
        quote = duty.reference.quote if duty.reference is not None and duty.reference.entry_id == old.id else ""
        holder = next((each for each in entries if quote and any(quote in text for text in texts_of(each))), None)
        duties.append(redirected(duty, old.id, holder.id) if holder is not None else duty)
    made = (*part.entries[:index], *entries, *part.entries[index + 1:])
    return replace(report.with_part(replace(part, entries=made)), duties=tuple(duties))
