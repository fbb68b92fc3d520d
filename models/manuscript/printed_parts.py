"""Which parts of a report are printed, with which heading, and which duty entries stand in them."""

from __future__ import annotations

from typing import NamedTuple


from models.domain.duty import DutyEntry, DutyState
from models.domain.organ import Post
from models.domain.place import Place, duty_task, part_task
from models.domain.report import Entry, Part, Report, SectionKey
from models.domain.standard import Standard
from models.layout.loader import load_words


class PrintedDuty(NamedTuple):
    """A duty entry as printed: a 小标题 and its text."""

    title: str
    text: str
    place: Place


class PrintedPart(NamedTuple):
    """A first-level part as printed: heading, entries, and after them the duty entries of the 第一责任人."""

    heading: str
    entries: tuple[Entry, ...]
    duties: tuple[PrintedDuty, ...]
    task: str


def printed_parts(report: Report, standard: Standard) -> tuple[PrintedPart, ...]:
    """Return the parts of `report` that are printed, in order.

    Duty entries stand in the last 第一责任人 part; without one they make a part of their own before the plan,
    so that nothing written is lost. 其他 is left out when empty; 第一责任人 when its duties are all told elsewhere.
    """
    duties = printed_duties(report, standard)
    parts = list(report.parts)
    if duties and not report.parts_of(SectionKey.FIRST_RESPONSIBLE):
        late = (SectionKey.PLAN, SectionKey.OTHER)
        before = next((index for index, part in enumerate(parts) if part.key in late), len(parts))
        parts.insert(before, Part("", SectionKey.FIRST_RESPONSIBLE))
    holders = [part for part in parts if part.key is SectionKey.FIRST_RESPONSIBLE]
    printed = []
    for part in parts:
        held = duties if holders and part is holders[-1] else ()
        if not held and _left_out(part, report):
            continue
        heading = part.heading or _default_heading(part.key, report.year, standard)
        printed.append(PrintedPart(heading, part.entries, held, part_task(part.id)))
    return tuple(printed)


def printed_duties(report: Report, standard: Standard) -> tuple[PrintedDuty, ...]:
    """Return the duty entries that are printed: person by person, in the order of `standard`, unknown ones last."""
    order = {duty.id: index for index, duty in enumerate(standard.duties)}
    posts = {post: index for index, post in enumerate(Post)}
    entries = sorted(report.duties, key=lambda each: (posts[each.post], order.get(each.duty_id, len(order))))
    told = [entry for entry in entries if _text_of(entry)]
    twice = {entry.duty_id for entry in told if sum(each.duty_id == entry.duty_id for each in told) > 1}
    return tuple(_printed(entry, report, standard, entry.duty_id in twice) for entry in told)


def _printed(entry: DutyEntry, report: Report, standard: Standard, twice: bool) -> PrintedDuty:
    """Return `entry` as printed; a duty told for both persons says in its 小标题 whose it is."""
    title = entry.title or next((duty.title for duty in standard.duties if duty.id == entry.duty_id), "")
    if twice and not entry.title:
        title = report.organ.person_title(entry.post) + title
    place = Place(duty_task(entry.duty_id, entry.post), field="text")
    return PrintedDuty(title, _text_of(entry), place)


def _text_of(entry: DutyEntry) -> str:
    """Return what is printed of `entry`; empty means nothing: told elsewhere, 不适用, or still open."""
    words = load_words()
    if entry.state is DutyState.FULFILLED:
        return entry.text.strip()
    if entry.state is not DutyState.NOT_CARRIED_OUT:
        return ""
    reason = entry.reason.strip().rstrip("。；，")
    if not reason:
        return words.not_carried_out
    since = reason.startswith(("因", "由于", "主要是"))
    return (words.not_carried_out_since if since else words.not_carried_out_because).format(reason=reason)


def _left_out(part: Part, report: Report) -> bool:
    """Return whether the empty `part` is not printed at all; other empty parts print their heading."""
    if part.entries:
        return False
    if part.key is SectionKey.FIRST_RESPONSIBLE:
        return any(entry.state is DutyState.FULFILLED and entry.reference for entry in report.duties)
    return part.key is SectionKey.OTHER


def _default_heading(key: SectionKey, year: int, standard: Standard) -> str:
    """Return the heading the standard gives a part of `key`; empty when it has none (原因 as a part of its own)."""
    return standard.heading(key, year) if any(each is key for each, _ in standard.headings) else ""
