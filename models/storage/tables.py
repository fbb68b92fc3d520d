"""The tables of the library. Columns carry the names of the domain fields they hold; order is by position."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column

from models.domain.duty import DutyState
from models.domain.organ import OrganKind, OrganLevel, Post
from models.domain.report import SectionKey
from models.domain.source_document import Role
from models.storage.column_types import ChoiceType, Texts, TextsType, TextTable, TextTableType
from models.storage.summary import Shelf


class Base(DeclarativeBase):
    """The root of all tables."""

    type_annotation_map = {
        str: Text, Texts: TextsType, TextTable: TextTableType,
        OrganKind: ChoiceType(OrganKind), OrganLevel: ChoiceType(OrganLevel), Post: ChoiceType(Post),
        SectionKey: ChoiceType(SectionKey), DutyState: ChoiceType(DutyState), Role: ChoiceType(Role),
        Shelf: ChoiceType(Shelf),
    }


def of_report() -> MappedColumn[int]:
    """Return the first key column of what belongs to a report."""
    return mapped_column(ForeignKey("reports.number", ondelete="CASCADE"), primary_key=True)


def _added(default: str) -> MappedColumn[Any]:
    """Return a column that came with a later version: older rows hold the `default`."""
    return mapped_column(server_default=default)


def position_key() -> MappedColumn[int]:
    """Return a key column that counts places within a list."""
    return mapped_column(primary_key=True, autoincrement=False)


class LibraryRow(Base):
    """The library itself, one row. `change` counts what was changed in it: order never rests on the clock."""

    __tablename__ = "library"
    id: Mapped[int] = mapped_column(primary_key=True)
    change: Mapped[int]


class OrganColumns:
    """The profile of an organ."""

    id: Mapped[str]
    full_name: Mapped[str]
    short_name: Mapped[str]
    issuing_organ_mark: Mapped[str]
    organ_code: Mapped[str]
    level: Mapped[OrganLevel]
    kind: Mapped[OrganKind]
    secretary: Mapped[str]
    head: Mapped[str]
    secretary_title: Mapped[str]
    head_title: Mapped[str]
    same_person: Mapped[bool]
    main_recipients: Mapped[Texts]
    copy_recipients: Mapped[Texts]
    distributing_organ: Mapped[str]


class OrganRow(OrganColumns, Base):
    """An organ whose reports are written here."""

    __tablename__ = "organs"
    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)


class ReportOrganRow(OrganColumns, Base):
    """The organ as it stood when its report was written."""

    __tablename__ = "report_organs"
    report: Mapped[int] = of_report()


class ReportRow(Base):
    """A report: its own texts, 版头, 署名 and 版记; lists are in the tables below."""

    __tablename__ = "reports"
    __table_args__ = {"sqlite_autoincrement": True}  # a short number is never given twice
    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    change: Mapped[int]
    changed_at: Mapped[datetime]
    year: Mapped[int]
    sample: Mapped[bool]
    introduction: Mapped[str]
    closing: Mapped[str]
    completed: Mapped[Texts]
    copy_number: Mapped[str]
    secrecy: Mapped[str]
    urgency: Mapped[str]
    issuing_organ_mark: Mapped[str]
    document_number: Mapped[str]
    signatories: Mapped[Texts]
    title: Mapped[str]
    title_lines: Mapped[Texts]
    main_recipients: Mapped[Texts]
    issuing_organ_signature: Mapped[str]
    date_of_issue: Mapped[str]
    sealed: Mapped[bool]
    remark: Mapped[str]
    copy_recipients: Mapped[Texts]
    distributing_organ: Mapped[str]
    distribution_date: Mapped[str]
    review_by: Mapped[str | None]
    review_date: Mapped[str | None]
    previous_id: Mapped[str] = mapped_column(server_default="")
    digest: Mapped[str] = mapped_column(server_default="")
    joint_organs: Mapped[Texts] = _added("[]")
    recipients_in_colophon: Mapped[bool] = _added("0")
    letter: Mapped[bool] = _added("0")
    preprinted: Mapped[bool] = _added("0")
    stamp_posts: Mapped[Texts] = _added("[]")
    colophon_on_even_page: Mapped[bool] = _added("0")
    word_target: Mapped[int] = _added("0")
    deliberation: Mapped[str] = _added("")


class PartRow(Base):
    """A first-level part of a report."""

    __tablename__ = "parts"
    report: Mapped[int] = of_report()
    position: Mapped[int] = position_key()
    id: Mapped[str]
    key: Mapped[SectionKey]
    heading: Mapped[str]
    word_target: Mapped[int] = _added("0")


class EntryRow(Base):
    """A topic, problem or task of the plan (`type`) in the part at position `part`."""

    __tablename__ = "entries"
    report: Mapped[int] = of_report()
    part: Mapped[int] = position_key()
    position: Mapped[int] = position_key()
    type: Mapped[str]
    id: Mapped[str]
    title: Mapped[str]
    text: Mapped[str]
    level: Mapped[int]
    numbered: Mapped[bool]
    guide: Mapped[str]
    cause: Mapped[str]
    remedy: Mapped[str]
    office: Mapped[str]
    deadline: Mapped[str]
    answers: Mapped[str]
    carried: Mapped[bool]
    table: Mapped[TextTable] = _added("[]")


class DutyRow(Base):
    """The entry for a duty and post; `reference_entry_id` is empty when no passage elsewhere proves it."""

    __tablename__ = "duties"
    report: Mapped[int] = of_report()
    position: Mapped[int] = position_key()
    duty_id: Mapped[str]
    post: Mapped[Post]
    state: Mapped[DutyState]
    title: Mapped[str]
    text: Mapped[str]
    reason: Mapped[str]
    reference_entry_id: Mapped[str | None]
    reference_quote: Mapped[str | None]
    carried: Mapped[bool]


class EvidenceRow(Base):
    """A line of evidence of the duty entry at position `duty`."""

    __tablename__ = "evidence"
    report: Mapped[int] = of_report()
    duty: Mapped[int] = position_key()
    position: Mapped[int] = position_key()
    times: Mapped[str]
    date: Mapped[str]
    occasion: Mapped[str]
    topic: Mapped[str]
    document_number: Mapped[str]


class AttachmentRow(Base):
    """An attachment of a report."""

    __tablename__ = "attachments"
    report: Mapped[int] = of_report()
    position: Mapped[int] = position_key()
    id: Mapped[str]
    title: Mapped[str]
    text: Mapped[str]
    table: Mapped[TextTable]
    landscape: Mapped[bool] = _added("0")


class PictureColumns:
    """How a picture is printed; its bytes are those of the `PictureDataRow` with the same `digest`."""

    id: Mapped[str]
    digest: Mapped[str]
    caption: Mapped[str]
    alternative: Mapped[str] = _added("")
    width: Mapped[int] = _added("0")
    after: Mapped[int] = _added("-1")
    pixel_width: Mapped[int] = _added("0")
    pixel_height: Mapped[int] = _added("0")


class PictureRow(PictureColumns, Base):
    """A picture of the attachment at position `attachment`."""

    __tablename__ = "pictures"
    report: Mapped[int] = of_report()
    attachment: Mapped[int] = position_key()
    position: Mapped[int] = position_key()


class EntryPictureRow(PictureColumns, Base):
    """A picture of the entry at position `entry` of the part at position `part`."""

    __tablename__ = "entry_pictures"
    report: Mapped[int] = of_report()
    part: Mapped[int] = position_key()
    entry: Mapped[int] = position_key()
    position: Mapped[int] = position_key()


class PictureDataRow(Base):
    """The bytes of a picture under their SHA-256: what a report shows twice is stored once."""

    __tablename__ = "picture_data"
    report: Mapped[int] = of_report()
    digest: Mapped[str] = mapped_column(primary_key=True)
    data: Mapped[bytes]


class DismissalRow(Base):
    """A finding that the clerk set aside."""

    __tablename__ = "dismissals"
    report: Mapped[int] = of_report()
    position: Mapped[int] = position_key()
    code: Mapped[str]
    slug: Mapped[str]
    task: Mapped[str]
    entry: Mapped[str]
    field: Mapped[str]
    before: Mapped[str]
    excerpt: Mapped[str]
    reason: Mapped[str]
    date: Mapped[str]


class MaterialRow(Base):
    """What a 科室 delivered for a page of the report."""

    __tablename__ = "materials"
    report: Mapped[int] = of_report()
    position: Mapped[int] = position_key()
    id: Mapped[str]
    task: Mapped[str]
    department: Mapped[str]
    received: Mapped[str]
    source: Mapped[str]
    text: Mapped[str]


class ShelfRow(Base):
    """Where a report is kept that is not on the desk, and since when; its text is the same everywhere."""

    __tablename__ = "shelves"
    report: Mapped[int] = of_report()
    shelf: Mapped[Shelf]
    since: Mapped[datetime]


REPORT_TABLES: tuple[type[Base], ...] = (  # a report is one row of the first and its rows in the others
    ReportRow, ReportOrganRow, PartRow, EntryRow, DutyRow, EvidenceRow, AttachmentRow, PictureRow,
    EntryPictureRow, PictureDataRow, DismissalRow, MaterialRow)
