"""What a check looks at and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.domain.place import Place
from models.domain.report import ExportForm, Report, SectionKey
from models.domain.source_document import Role, SectionReading, SourceDocument
from models.domain.standard import Standard


class Severity(StrEnum):
    """How grave a finding is: 必改, 请核, 提示."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of the report as it stands, with its block (None outside the blocks), its place and what it is."""

    text: str
    section: SectionKey | None
    place: Place
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Draft:
    """All a check may look at. `source` is None for a stored report, `previous` where last year's is not known."""

    report: Report
    standard: Standard
    form: ExportForm
    today: date
    passages: tuple[Passage, ...]
    sections: Mapping[SectionKey, SectionReading]
    source: SourceDocument | None = None
    previous: Report | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters from `place.start` to `place.end` are replaced by `text`."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair that is certain. `label` is what the button says, e.g. 改为“部署”; `edits` do not overlap."""

    label: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: what is wrong, where, why, and what to do. `excerpt` is copied letter by letter.

    `others` are the further places of the same fault, where many are one finding; `fix` is None unless certain.
    """

    code: str
    slug: str
    severity: Severity
    message: str
    section: SectionKey | None = None
    excerpt: str | None = None
    place: Place = Place()
    basis: str = ""
    others: tuple[Place, ...] = ()
    fix: Fix | None = None
