"""The first state of a report: from the organ's profile alone, or from last year's report."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from models.domain.delivery import Delivery, recipients_for
from models.domain.duty import DutyEntry, DutyState
from models.domain.head import Colophon, DocumentHead, Signature
from models.domain.organ import Organ
from models.domain.report import Entry, Part, Problem, Report, SectionKey, new_id
from models.domain.standard import Standard
from models.manuscript.title_lines import default_title

CLOSING = "特此报告。"
FIRST_PARTS = (
    SectionKey.MEASURES, SectionKey.PROBLEMS, SectionKey.FIRST_RESPONSIBLE, SectionKey.PLAN, SectionKey.OTHER)


class Reuse(StrEnum):
    """How much of last year's report is taken over."""

    NOTHING = "nothing"
    HEADINGS = "headings"  # 小标题 only
    TEXTS = "texts"  # 小标题 and text, each marked 去年 until touched


def new_report(
    organ: Organ,
    standard: Standard,
    year: int,
    delivery: Delivery = Delivery.TOGETHER,
    previous: Report | None = None,
    reuse: Reuse = Reuse.NOTHING,
) -> Report:
    """Return the report on `year` of `organ` with every fixed element filled from its profile.

    With `previous` and `reuse` the entries of that report follow, each marked as carried; figures, dates, pictures,
    evidence and references to passages never do, since they belong to the year.
    """
    main, copies = recipients_for(delivery, organ)
    report = Report(
        year=year,
        organ=organ,
        head=DocumentHead(
            issuing_organ_mark=organ.mark,
            signatories=(organ.head,) if organ.head else (),
            title=default_title(organ, year),
            main_recipients=main,
        ),
        parts=tuple(Part(key=key) for key in FIRST_PARTS),
        closing=CLOSING,
        signature=Signature(issuing_organ_signature=organ.full_name),
        colophon=Colophon(copy_recipients=copies, distributing_organ=organ.distributing_organ),
    )
    if previous is None or reuse is Reuse.NOTHING:
        return replace(report, previous_id=previous.id if previous else "")
    known = {duty.id for duty in standard.duties}
    return replace(
        report,
        previous_id=previous.id,
        parts=_carried_parts(previous, reuse),
        duties=tuple(_carried_duty(entry, reuse) for entry in previous.duties if entry.duty_id in known),
    )


def with_all_parts(report: Report) -> Report:
    """Return `report` with an empty part for each block it lacks, each before the first that follows it by rule."""
    parts = list(report.parts)
    for key in FIRST_PARTS:
        if all(part.key is not key for part in parts):
            later = FIRST_PARTS[FIRST_PARTS.index(key) + 1:]
            at = next((index for index, part in enumerate(parts) if part.key in later), len(parts))
            parts.insert(at, Part(key=key))
    return replace(report, parts=tuple(parts))


def _carried_parts(previous: Report, reuse: Reuse) -> tuple[Part, ...]:
    """Return last year's parts with fresh ids; the plan stays empty, it answers this year's problems."""
    parts = []
    for part in previous.parts:
        entries: tuple[Entry, ...] = ()
        if part.key is not SectionKey.PLAN:
            entries = tuple(_carried_entry(entry, reuse) for entry in part.entries)
        parts.append(Part(key=part.key, entries=entries))
    return with_all_parts(Report(parts=tuple(parts))).parts


def _carried_entry(entry: Entry, reuse: Reuse) -> Entry:
    """Return `entry` under a fresh id and marked as carried; without its texts when only headings are reused."""
    if reuse is Reuse.TEXTS:
        return replace(entry, id=new_id(), carried=True, pictures=())
    if isinstance(entry, Problem):
        return replace(entry, id=new_id(), text="", cause="", remedy="", carried=True, pictures=())
    return replace(entry, id=new_id(), text="", carried=True, pictures=())


def _carried_duty(entry: DutyEntry, reuse: Reuse) -> DutyEntry:
    """Return `entry` open again: its 小标题, and its text when texts are reused; evidence is never taken over."""
    text = entry.text if reuse is Reuse.TEXTS else ""
    return DutyEntry(entry.duty_id, entry.post, DutyState.OPEN, entry.title, text, carried=bool(text))
