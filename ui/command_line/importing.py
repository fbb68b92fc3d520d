"""`import`: a file read into the library."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from models.domain.organ import Organ
from models.errors import UserError
from models.importers.reading import read_report
from models.settings import library_path, ready_folder
from models.storage.store import ReportStore
from ui.command_line.exporting import print_list
from ui.command_line.outcome import DONE

if TYPE_CHECKING:
    from models.domain.source_document import ImportedReport


def import_file(name: str, into: str | None) -> int:
    """Read the file `name` into the library `into` (None: the user's own) and say under which number it lies there."""
    imported = read_report(Path(name), repair=True, pictures=True)
    library = Path(into) if into else library_path()
    ready_folder(library.absolute().parent)
    with ReportStore.open(library) as store:
        number = stored(store, imported)
    print(f"已读入：{imported.report.head.title or name}")
    print(f"在库里的编号：{library}#{number}")
    for heading, lines in (
        ("按标点规范改了：", imported.repairs), ("读入时清理了：", imported.source.cleaned), ("请确认：", imported.unsure),
    ):
        if lines:
            print(heading)
            print_list(lines)
    return DONE


def stored(store: ReportStore, imported: ImportedReport) -> int:
    """Save `imported` with its source in `store` and return its number; UserError when nothing may be changed."""
    if store.read_only:
        raise UserError(f"没有读入：{store.notice}")
    report = replace(imported.report, organ=known_organ(store, imported.report.organ))
    store.save(report)
    store.save_source(report.id, imported.source)
    return next(summary.number for summary in store.reports() if summary.id == report.id)


def known_organ(store: ReportStore, organ: Organ) -> Organ:
    """Return the profile in `store` that bears the name of `organ`; `organ` itself, now kept there, when none does."""
    names = {organ.full_name, organ.short_name} - {""}
    for known in store.organs():
        if names & {known.full_name, known.short_name}:
            return known
    return store.save_organ(organ)
