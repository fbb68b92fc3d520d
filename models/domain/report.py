"""A 法治政府建设年度报告 as its author thinks of it: text without numbers, in parts and entries."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from os import urandom
from typing import TypeAlias

from models.domain.dismissal import Dismissal
from models.domain.duty import DutyEntry
from models.domain.head import Colophon, DocumentHead, Signature
from models.domain.material import Material
from models.domain.organ import Organ


class SectionKey(StrEnum):
    """The content blocks of the report, used alike in data, code and JSON (督察工作规定: five blocks)."""

    MEASURES = "measures"
    PROBLEMS = "problems"
    CAUSES = "causes"
    FIRST_RESPONSIBLE = "first_responsible"
    PLAN = "plan"
    OTHER = "other"


class ExportForm(StrEnum):
    """Which Word file is made of a report."""

    SUBMISSION = "submission"  # 报送版
    PUBLIC = "public"  # 公开版
    REVIEW = "review"  # 送审稿


def new_id() -> str:
    """Return a fresh identifier for a report, part, entry, attachment or material."""
    return urandom(16).hex()


LAST = -1  # the place of a picture that stands after everything


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a text: the bytes of a PNG or JPEG file and how it is printed.

    `after` counts the paragraphs of the text that stand before it; `LAST`: it follows everything, the table too.
    `width` is in millimetres, 0 as wide as the 版心; what does not fit is made smaller. Sizes in pixels are 0 in
    pictures of libraries older than version 7.
    """

    id: str = field(default_factory=new_id)
    data: bytes = b""
    caption: str = ""  # 图题, without its number; empty means neither is printed
    alternative: str = ""  # what it shows, for who cannot see it
    width: int = 0
    after: int = LAST
    pixel_width: int = 0
    pixel_height: int = 0


@dataclass(frozen=True, slots=True)
class Topic:
    """A passage with or without 小标题. `level` is its heading level, 2 to 4.

    With a title it prints as a heading and paragraphs; without one as a numbered paragraph,
    or, when `numbered` is false, as plain paragraphs. `text` may hold several lines, one a paragraph.
    """

    id: str = field(default_factory=new_id)
    title: str = ""
    text: str = ""
    level: int = 2
    numbered: bool = True
    guide: str = ""  # id of the requirement it answers (R18–R27); empty means none
    carried: bool = False  # taken over from last year and not touched since
    table: tuple[tuple[str, ...], ...] = ()  # printed under the text; the first row is its head
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """A shortcoming with its cause and its remedy (问题, 原因, 整改措施)."""

    id: str = field(default_factory=new_id)
    title: str = ""
    text: str = ""
    cause: str = ""
    remedy: str = ""
    carried: bool = False
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanTask:
    """A task of next year's plan (任务, 责任科室, 时限, the problem it answers)."""

    id: str = field(default_factory=new_id)
    title: str = ""
    text: str = ""
    office: str = ""  # 责任科室
    deadline: str = ""  # 时限, as printed, e.g. 2026年6月底前
    answers: str = ""  # id of the Problem; empty means none
    carried: bool = False
    pictures: tuple[Picture, ...] = ()


Entry: TypeAlias = Topic | Problem | PlanTask


@dataclass(frozen=True, slots=True)
class Part:
    """A first-level part. Several parts may carry one key (16 % of real reports spread 举措 so)."""

    id: str = field(default_factory=new_id)
    key: SectionKey = SectionKey.MEASURES
    heading: str = ""  # without number; empty means the standard's own heading
    entries: tuple[Entry, ...] = ()
    word_target: int = 0  # 字数 the clerk wants to reach; 0 means none


@dataclass(frozen=True, slots=True)
class Attachment:
    """An 附件: its title, paragraphs, a table (first row is its head) when there is one, and pictures.

    `landscape` turns its pages, for tables wider than an upright page.
    """

    id: str = field(default_factory=new_id)
    title: str = ""
    text: str = ""
    table: tuple[tuple[str, ...], ...] = ()
    landscape: bool = False
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class SecrecyReview:
    """Who confirmed the 保密审查 before publication, and when."""

    by: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One year's report of one organ. `completed` holds the task ids the clerk marked done."""

    id: str = field(default_factory=new_id)
    year: int = 0
    organ: Organ = field(default_factory=Organ)
    head: DocumentHead = field(default_factory=DocumentHead)
    introduction: str = ""
    parts: tuple[Part, ...] = ()
    duties: tuple[DutyEntry, ...] = ()
    closing: str = ""
    attachments: tuple[Attachment, ...] = ()
    signature: Signature = field(default_factory=Signature)
    colophon: Colophon = field(default_factory=Colophon)
    secrecy_review: SecrecyReview | None = None
    completed: frozenset[str] = frozenset()
    previous_id: str = ""  # last year's report in the library; empty means none
    sample: bool = False  # the built-in sample: never taken for a real report
    dismissals: tuple[Dismissal, ...] = ()  # findings the clerk set aside, each with a reason
    word_target: int = 0  # 字数 of the whole that the clerk wants to reach; 0 means none
    materials: tuple[Material, ...] = ()  # what 科室 delivered, never printed

    def parts_of(self, key: SectionKey) -> tuple[Part, ...]:
        """Return the parts that carry `key`, in order."""
        return tuple(part for part in self.parts if part.key is key)

    def part(self, part_id: str) -> Part:
        """Return the part `part_id`; KeyError when there is none."""
        for part in self.parts:
            if part.id == part_id:
                return part
        raise KeyError(part_id)

    def with_part(self, changed: Part) -> Report:
        """Return the report with `changed` in the place of the part of the same id."""
        return replace(self, parts=tuple(changed if part.id == changed.id else part for part in self.parts))

    def entry(self, entry_id: str) -> Entry | None:
        """Return the entry `entry_id` of any part; None when there is none."""
        for part in self.parts:
            for entry in part.entries:
                if entry.id == entry_id:
                    return entry
        return None

    def with_duty(self, changed: DutyEntry) -> Report:
        """Return the report with `changed` in the place of the entry of the same duty and post, or added."""
        if any(entry.key == changed.key for entry in self.duties):
            duties = tuple(changed if entry.key == changed.key else entry for entry in self.duties)
        else:
            duties = (*self.duties, changed)
        return replace(self, duties=duties)
