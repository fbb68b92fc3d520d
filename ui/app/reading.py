"""Foreign files read in a process of their own, with limits: a bad file cannot take the window along."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from models.domain.source_document import ImportedReport
from models.importers.apart import Limits, run_apart

if TYPE_CHECKING:
    from models.importers.opening import Source

SECONDS = 20.0
Reading: TypeAlias = tuple[ImportedReport, ImportedReport]


def read_apart(source: Source, seconds: float = SECONDS) -> Reading:
    """Return the report in `source`, a file or what was pasted, as it stands and with 标点规范 applied.

    It is read in a process of its own. UserError when it is refused, takes longer than `seconds`, or breaks the reader.
    """
    return run_apart(_read, source, source.name, Limits(seconds))


def _read(source: Source) -> Reading:
    """Return `source` read both ways."""
    from models.importers.opening import read_lines
    from models.importers.reading import interpret

    raw = read_lines(source, pictures=True)
    return _sendable(interpret(raw, source.name, False)), _sendable(interpret(raw, source.name, True))


def _sendable(imported: ImportedReport) -> ImportedReport:
    """Return `imported` with its mapping as a plain dictionary, which travels between processes."""
    return replace(imported, sections=dict(imported.sections))
