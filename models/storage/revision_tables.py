"""The tables of kept versions. A content is stored once under its digest, however many versions have it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, MappedColumn, mapped_column

from models.storage.column_types import Texts
from models.storage.tables import Base


def _of_report() -> MappedColumn[int]:
    """Return the column that says to which report a row belongs."""
    return mapped_column(ForeignKey("reports.number", ondelete="CASCADE"), index=True)


class RevisionContentRow(Base):
    """A whole report, packed; `blobs` are the digests of the pictures in it."""

    __tablename__ = "revision_contents"
    digest: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes]
    blobs: Mapped[Texts]


class RevisionBlobRow(Base):
    """The bytes of a picture, once for all versions that show it."""

    __tablename__ = "revision_blobs"
    digest: Mapped[str] = mapped_column(primary_key=True)
    data: Mapped[bytes]


class RevisionRow(Base):
    """A version of a report: when and why it was kept. An empty `name` means the clerk gave it none."""

    __tablename__ = "revisions"
    __table_args__ = {"sqlite_autoincrement": True}  # the order never rests on the clock
    number: Mapped[int] = mapped_column(primary_key=True)
    report: Mapped[int] = _of_report()
    at: Mapped[datetime]
    reason: Mapped[str]
    name: Mapped[str]
    digest: Mapped[str] = mapped_column(ForeignKey("revision_contents.digest"))
    words: Mapped[int]


class ExportRow(Base):
    """A file made of a version. `content` is what was let out: a 公开版 hides what the version itself says."""

    __tablename__ = "exports"
    __table_args__ = {"sqlite_autoincrement": True}
    number: Mapped[int] = mapped_column(primary_key=True)
    report: Mapped[int] = _of_report()
    revision: Mapped[int] = mapped_column(ForeignKey("revisions.number", ondelete="CASCADE"))
    content: Mapped[str] = mapped_column(ForeignKey("revision_contents.digest"))
    at: Mapped[datetime]
    path: Mapped[str]
    sha256: Mapped[str]
    form: Mapped[str]
    profile: Mapped[str]
    fonts: Mapped[str]
    line_spacing: Mapped[float]
