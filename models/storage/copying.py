"""Copies of stored reports."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from models.domain.report import Report, new_id
from models.domain.source_document import SourceDocument
from models.storage.summary import SavedMark


class Keeper(Protocol):
    """What a copy needs of a store."""

    def load(self, report_id: str) -> Report: ...

    def load_source(self, report_id: str) -> SourceDocument | None: ...

    def save(self, report: Report) -> SavedMark: ...

    def save_source(self, report_id: str, source: SourceDocument) -> None: ...


def copy_report(store: Keeper, report_id: str) -> str:
    """Store a copy of the report `report_id`, with the file it was read from, and return its id."""
    copied = replace(store.load(report_id), id=new_id())
    source = store.load_source(report_id)
    store.save(copied)
    if source is not None:
        store.save_source(copied.id, source)
    return copied.id
