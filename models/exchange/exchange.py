"""What an exchange file holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from models.domain.report import Report
from models.domain.source_document import SourceDocument
from models.storage.digest import digest_of
from models.storage.summary import RevisionSummary

SUFFIX = ".fzbg"


class KeptVersion(NamedTuple):
    """A version that comes along; the `number` of its summary is its place, the oldest is 0."""

    summary: RevisionSummary
    report: Report


@dataclass(frozen=True, slots=True)
class Exchange:
    """A report on its way to another computer.

    `known` are the digests of all contents the sender's library has had of it, oldest first and the present one last;
    `versions`, oldest first, come along. `source` is the file it was read from, None when it was not.
    """

    report: Report
    written_at: datetime
    known: tuple[str, ...] = ()
    versions: tuple[KeptVersion, ...] = ()
    source: SourceDocument | None = None

    @property
    def digest(self) -> str:
        """The digest of the report."""
        return digest_of(self.report)
