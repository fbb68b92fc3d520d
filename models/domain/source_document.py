"""The source of an imported report: its paragraphs as they stand, and what was made of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from models.domain.report import Report, SectionKey


class Role(StrEnum):
    """What a source paragraph was taken for."""

    CHROME = "chrome"  # web page furniture: left out
    HEAD = "head"  # 版头 elements and title
    RECIPIENTS = "recipients"
    INTRODUCTION = "introduction"
    HEADING = "heading"  # first-level heading of a part
    BODY = "body"  # text of a part, with or without a lower heading
    CLOSING = "closing"
    SIGNATURE = "signature"  # 署名, date, 附注
    ATTACHMENT = "attachment"
    COLOPHON = "colophon"
    EMPTY = "empty"


class Certainty(StrEnum):
    """How sure the reader of a file is of what it took something for."""

    CERTAIN = "certain"
    LIKELY = "likely"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """One paragraph of the file. `text` is as it stands; `start` its offset within the paragraph `index`.

    A heading in mid-paragraph splits a paragraph into pieces with the same `index` and their own `start`.
    """

    index: int
    text: str
    role: Role = Role.BODY
    section: SectionKey | None = None
    mark: str = ""  # the printed number: 一、 （一） (一) 1. 1、 （1）
    level: int = 0  # 1 to 4; 0 means no printed number
    number: int = 0  # value of the mark
    start: int = -1  # offset of `text` within the paragraph `index`
    certain: bool = True


@dataclass(frozen=True, slots=True)
class SectionReading:
    """How one block stands in a report: `text` is its whole text without heading, as read.

    `reason` says in Chinese why the reader is not certain; empty when it is.
    """

    present: bool = False
    standalone: bool = False
    heading: str | None = None
    text: str | None = None
    certainty: Certainty = Certainty.CERTAIN
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Text of the file that is not in the report, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """The file an imported report came from. `file` is its name without folder."""

    file: str = ""
    paragraphs: tuple[SourceParagraph, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    cleaned: tuple[str, ...] = ()  # what was cleaned on entry: control characters, lone surrogates


@dataclass(frozen=True, slots=True)
class ImportedReport:
    """The outcome of reading a file: a report, its source, how each block stands, what the clerk should confirm."""

    report: Report
    source: SourceDocument
    sections: Mapping[SectionKey, SectionReading] = field(default_factory=lambda: MappingProxyType({}))
    unsure: tuple[str, ...] = ()  # one Chinese sentence each; on the command line they go to `errors`
    repairs: tuple[str, ...] = ()  # what 标点规范 did, one Chinese sentence each; empty when it was not applied
