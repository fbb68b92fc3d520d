"""The tables of the files that reports were read from."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from models.domain.report import SectionKey
from models.domain.source_document import Role
from models.storage.column_types import Texts
from models.storage.tables import Base, of_report, position_key


class SourceRow(Base):
    """The file an imported report was read from."""

    __tablename__ = "sources"
    report: Mapped[int] = of_report()
    file: Mapped[str]
    cleaned: Mapped[Texts]
    digest: Mapped[str] = mapped_column(server_default="")


class SourceParagraphRow(Base):
    """A paragraph of that file."""

    __tablename__ = "source_paragraphs"
    report: Mapped[int] = of_report()
    position: Mapped[int] = position_key()
    index: Mapped[int]
    text: Mapped[str]
    role: Mapped[Role]
    section: Mapped[SectionKey | None]
    mark: Mapped[str]
    level: Mapped[int]
    number: Mapped[int]
    start: Mapped[int]
    certain: Mapped[bool]


class SourceLeftOutRow(Base):
    """Text of that file that is not in the report."""

    __tablename__ = "source_left_out"
    report: Mapped[int] = of_report()
    position: Mapped[int] = position_key()
    text: Mapped[str]
    reason: Mapped[str]


SOURCE_TABLES: tuple[type[Base], ...] = (SourceRow, SourceParagraphRow, SourceLeftOutRow)
