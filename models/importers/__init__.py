"""Reading a report in from a foreign file: gate, text, structure. Importing this package costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.domain.organ import OrganKind

if TYPE_CHECKING:
    from models.domain.source_document import ImportedReport
    from models.importers.opening import Source


def read_report(source: Source, repair: bool = False) -> ImportedReport:
    """Return what `source`, a file or what was pasted, holds as a report, its source and what is unsure.

    With `repair` the 标点规范 step is applied to the report's text and listed; the source and the
    sections always show the text as it stands. Raise UserError when it cannot be read.
    """
    from models.importers.reading import read_report as read

    return read(source, repair)


def guess_kind(organ: str) -> OrganKind:
    """Return the kind of organ the name `organ` speaks of; a department when it does not tell."""
    from models.importers.organs import guess_kind as guess

    return guess(organ)
