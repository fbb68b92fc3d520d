"""Entries put in, taken out and moved, within a part or from one part to another."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple, TypeVar

from models.domain.duty import PassageReference
from models.domain.remap import converted
from models.domain.report import Entry, Part, PlanTask, Report, SectionKey, Topic

T = TypeVar("T")

ORDER = tuple(SectionKey)
MOSTLY = 0.5  # share of a passage's words that duties quote, from which on it counts as theirs


def inserted(items: tuple[T, ...], index: int, item: T) -> tuple[T, ...]:
    """Return `items` with `item` at `index`, at the end when `index` is beyond it."""
    return (*items[:index], item, *items[index:])


def without(items: tuple[T, ...], index: int) -> tuple[T, ...]:
    """Return `items` without the one at `index`."""
    return items[:index] + items[index + 1:]


def moved(items: tuple[T, ...], index: int, offset: int) -> tuple[T, ...]:
    """Return `items` with the one at `index` moved by `offset` places; unchanged when that is beyond an end."""
    if not 0 <= index + offset < len(items):
        return items
    return inserted(without(items, index), index + offset, items[index])


def without_entry(report: Report, part_id: str, index: int) -> Report:
    """Return `report` without the entry at `index` of the part `part_id`; no task answers it any more.

    A duty that quotes the entry keeps its reference: its page says that the words are gone.
    """
    part = report.part(part_id)
    gone = part.entries[index].id
    report = report.with_part(replace(part, entries=without(part.entries, index)))
    return without_answers(report, gone)


def without_answers(report: Report, problem_id: str) -> Report:
    """Return `report` where no task answers the problem `problem_id` any more."""
    return replace(report, parts=tuple(_without_answer(each, problem_id) for each in report.parts))


def _without_answer(part: Part, problem_id: str) -> Part:
    if not any(isinstance(entry, PlanTask) and entry.answers == problem_id for entry in part.entries):
        return part
    return replace(part, entries=tuple(
        replace(entry, answers="") if isinstance(entry, PlanTask) and entry.answers == problem_id else entry
        for entry in part.entries
    ))


def as_problem(report: Report, part_id: str, entry_id: str) -> Report:
    """Return `report` with the passage `entry_id` of the part `part_id` taken for a problem, its words unchanged."""
    part = report.part(part_id)
    return report.with_part(replace(part, entries=tuple(
        converted(entry, SectionKey.PROBLEMS) if entry.id == entry_id else entry for entry in part.entries
    )))


def texts_of(entry: Entry) -> tuple[str, ...]:
    """Return all texts of `entry` in which words can be quoted."""
    if isinstance(entry, Topic):
        return (entry.title, entry.text)
    if isinstance(entry, PlanTask):
        return (entry.title, entry.text, entry.office, entry.deadline)
    return (entry.title, entry.text, entry.cause, entry.remedy)


def quote_stands(report: Report, reference: PassageReference) -> bool:
    """Return whether the words of `reference` still stand in the entry it names."""
    entry = report.entry(reference.entry_id)
    if entry is None:
        return False
    title, *texts = texts_of(entry)
    return reference.quote in title or reference.quote in "\n".join(text for text in texts if text)


class Nested(NamedTuple):
    """A passage outside the 第一责任人 part that proves duties. `theirs`: most of its words are quoted by them."""

    part_id: str
    entry: Entry
    theirs: bool


def nested_passages(report: Report) -> tuple[Nested, ...]:
    """Return the passages of other parts to which duty entries refer, in the order of the report."""
    quotes: dict[str, list[str]] = {}
    for duty in report.duties:
        if duty.reference is not None:
            quotes.setdefault(duty.reference.entry_id, []).append(duty.reference.quote)
    return tuple(
        Nested(part.id, entry, _quoted_share(entry, quotes[entry.id]) >= MOSTLY)
        for part in report.parts if part.key is not SectionKey.FIRST_RESPONSIBLE
        for entry in part.entries if entry.id in quotes
    )


def _quoted_share(entry: Entry, quotes: list[str]) -> float:
    """Return which share of the characters of `entry` stands in one of `quotes`."""
    total = covered = 0
    for text in texts_of(entry)[1:]:
        marked = bytearray(len(text))
        for quote in quotes:
            at = text.find(quote) if quote else -1
            if at >= 0:
                marked[at:at + len(quote)] = b"\1" * len(quote)
        total += len(text)
        covered += sum(marked)
    return covered / total if total else 0.0


def singled_out(report: Report, entry_ids: frozenset[str]) -> Report:
    """Return `report` with the passages `entry_ids` moved to the 第一责任人 part, made where there is none.

    What stands one level deeper below a passage goes with it, and levels are kept in proportion. The passages keep
    their ids, so what duties quote is still found; nothing is printed twice. A part that is left empty is removed
    when another one of its block remains.
    """
    taken: list[Entry] = []
    parts = []
    for part in report.parts:
        runs = () if part.key is SectionKey.FIRST_RESPONSIBLE else _runs(part.entries, entry_ids)
        gone = {entry.id for run in runs for entry in run}
        taken += [entry for run in runs for entry in _raised(run)]
        kept = tuple(entry for entry in part.entries if entry.id not in gone)
        if kept or not gone or len(report.parts_of(part.key)) == 1:
            parts.append(replace(part, entries=kept) if gone else part)
    if not taken:
        return report
    report = with_part_of(replace(report, parts=tuple(parts)), SectionKey.FIRST_RESPONSIBLE)
    home = report.parts_of(SectionKey.FIRST_RESPONSIBLE)[-1]
    return report.with_part(replace(home, entries=(*home.entries, *taken)))


def _runs(entries: tuple[Entry, ...], entry_ids: frozenset[str]) -> tuple[tuple[Entry, ...], ...]:
    """Return the chosen entries, each with the deeper topics that follow it."""
    runs: list[list[Entry]] = []
    level = 0  # of the run going on; 0 means none does
    for entry in entries:
        own = entry.level if isinstance(entry, Topic) else 2
        if level and own > level:
            runs[-1].append(entry)
        elif entry.id in entry_ids:
            runs.append([entry])
            level = own
        else:
            level = 0
    return tuple(tuple(run) for run in runs)


def _raised(run: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return `run` as topics, raised so that its first stands on the second level."""
    topics = [entry for entry in (converted(each, SectionKey.FIRST_RESPONSIBLE) for each in run)
              if isinstance(entry, Topic)]
    rise = topics[0].level - 2
    return tuple(replace(topic, level=topic.level - rise) if rise else topic for topic in topics)


def with_part_of(report: Report, key: SectionKey) -> Report:
    """Return `report` with a part of `key`: as it is when it has one, else an empty one in its usual place."""
    if report.parts_of(key):
        return report
    place = ORDER.index(key)
    at = next((index for index, part in enumerate(report.parts) if ORDER.index(part.key) > place), len(report.parts))
    return replace(report, parts=inserted(report.parts, at, Part(key=key)))
