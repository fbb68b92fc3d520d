"""Between a library and an exchange: what is gathered to be handed on, and what is taken in."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Protocol

from models.domain.organ import Organ
from models.domain.report import Report
from models.domain.source_document import SourceDocument
from models.exchange.exchange import Exchange, KeptVersion
from models.exchange.relation import Standing, standing
from models.storage.digest import digest_of
from models.storage.revisions import Revisions
from models.storage.summary import SavedMark

HANDED_ON, TAKEN_IN, BEFORE_MERGE = "交换", "对方", "合并之前"


class Shelf(Protocol):
    """What handing on and taking in need of a store."""

    @property
    def read_only(self) -> bool: ...

    @property
    def revisions(self) -> Revisions: ...

    def organs(self) -> tuple[Organ, ...]: ...

    def save_organ(self, organ: Organ) -> Organ: ...

    def load_source(self, report_id: str) -> SourceDocument | None: ...

    def save(self, report: Report) -> SavedMark: ...

    def save_source(self, report_id: str, source: SourceDocument) -> None: ...


def gathered(store: Shelf, report: Report, words: int, at: datetime, history: bool = True) -> Exchange:
    """Return the stored `report`, which has `words` 字数, ready to be handed on; `history` lets its versions come along.

    What is handed on is kept as a named version first: it is what both sides will come from. A library that may only
    be read keeps none.
    """
    if not store.read_only:
        store.revisions.keep(report, HANDED_ON, words, f"交换文件 {at:%Y-%m-%d %H:%M}")
    summaries = store.revisions.of(report.id)[::-1]
    versions = tuple(
        KeptVersion(replace(each, number=number), store.revisions.load(each.number))
        for number, each in enumerate(summaries)) if history else ()
    known = (*(each.digest for each in summaries), digest_of(report))
    return Exchange(report, at, known, versions, store.load_source(report.id))


def standing_of(store: Shelf, mine: Report, exchange: Exchange) -> Standing:
    """Return how `exchange` stands to `mine`, which the library holds."""
    return standing(mine, _held(store, mine.id), exchange.report, exchange.known)


def origin_of(store: Shelf, found: Standing, exchange: Exchange) -> Report | None:
    """Return what both sides come from, out of the library or the file; None when it is in neither."""
    for summary in store.revisions.of(exchange.report.id):
        if summary.digest == found.origin:
            return store.revisions.load(summary.number)
    everything = (*(each.report for each in exchange.versions), exchange.report)
    return next((each for each in everything if found.origin and digest_of(each) == found.origin), None)


def take_in_new(store: Shelf, exchange: Exchange, words: int) -> None:
    """Store the report of `exchange`, which has `words` 字数, as one the library has not had, with all it brings."""
    report = exchange.report
    organ = report.organ
    if organ.full_name and not any(organ.id == each.id or organ.full_name == each.full_name for each in store.organs()):
        store.save_organ(organ)
    store.save(report)
    if exchange.source is not None:
        store.save_source(report.id, exchange.source)
    store.revisions.adopt((each.summary, each.report) for each in exchange.versions)
    store.revisions.keep(report, TAKEN_IN, words, _received(exchange))


def keep_both(store: Shelf, mine: Report, mine_words: int, exchange: Exchange, words: int) -> None:
    """Before a merge keep `mine` and the whole report of `exchange`, with the versions the other side has named."""
    held = frozenset(_held(store, mine.id))
    named = [each for each in exchange.versions if each.summary.name and each.summary.digest not in held]
    store.revisions.adopt((each.summary, each.report) for each in named)
    store.revisions.keep(exchange.report, TAKEN_IN, words, _received(exchange))
    store.revisions.keep(mine, BEFORE_MERGE, mine_words, f"{BEFORE_MERGE} {exchange.written_at:%Y-%m-%d %H:%M}")


def _held(store: Shelf, report_id: str) -> tuple[str, ...]:
    return tuple(each.digest for each in store.revisions.of(report_id))


def _received(exchange: Exchange) -> str:
    return f"对方 {exchange.written_at:%Y-%m-%d %H:%M} 的交换文件"
