"""The composed document: what stands on paper, in order, with numbers, free of measures and of file formats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from models.domain.place import Place
from models.domain.report import ExportForm


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in a paragraph of its own: `level` 1 to 4, printed `number` (一、 （一） 1. （1）) and `text`."""

    level: int
    number: str
    text: str
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A body paragraph.

    A numbered paragraph without 小标题 has `level` 2 to 4 and `number`; its first `lead` characters
    are set in the face of that heading level. `level` 0 means a plain paragraph.
    """

    text: str
    level: int = 0
    number: str = ""
    lead: int = 0
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells, the first row is its head."""

    rows: tuple[tuple[str, ...], ...]
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class PrintedPicture:
    """A picture with its 图题 under it; `number` counts those that have one, 0 means there is none.

    `width` is in millimetres, 0 means the width of the 版心; what does not fit is made smaller.
    """

    data: bytes
    caption: str = ""
    number: int = 0
    alternative: str = ""
    width: int = 0
    pixel_width: int = 0
    pixel_height: int = 0
    place: Place = Place()

    @property
    def described(self) -> str:
        """What it shows, for who cannot see it."""
        return self.alternative or self.caption


Block: TypeAlias = Heading | Paragraph | Table | PrintedPicture


@dataclass(frozen=True, slots=True)
class ManuscriptHead:
    """版头 as printed. Absent elements are empty.

    Of several `joint_organs` the names stand one under the other, `issuing_organ_mark` (文件, or nothing) on their
    right; else it is the whole 标志. `preprinted` paper bears 标志 and red line already: only their room is kept.
    """

    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    issuing_organ_mark: str = ""
    document_number: str = ""
    signatories: tuple[str, ...] = ()
    joint_organs: tuple[str, ...] = ()
    preprinted: bool = False
    letter: bool = False  # 信函格式 (10.1)

    @property
    def mark_names(self) -> tuple[str, ...]:
        """The lines of the 标志, without the word beside several of them."""
        return self.joint_organs or (self.issuing_organ_mark,)

    @property
    def mark_word(self) -> str:
        """文件 on the right of several names; empty when it is part of the one name, or not there."""
        return self.issuing_organ_mark if self.joint_organs else ""


@dataclass(frozen=True, slots=True)
class ManuscriptAttachment:
    """An attachment as printed: `label` is 附件 or 附件1; the pages of a `landscape` one are turned."""

    label: str
    title: str
    blocks: tuple[Block, ...]
    place: Place = Place()
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class ManuscriptColophon:
    """版记 as printed: names joined, without the fixed words and end marks, which are layout data."""

    main_recipients: str = ""  # only when moved here because 主送 was too long
    copy_recipients: str = ""
    distributing_organ: str = ""
    distribution_date: str = ""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The whole document in printing order. `head` and `colophon` are None in forms without them.

    `draft_mark` (草稿, 送审稿) stands in the page head; empty means a final document. `organ` and
    `plain_title` serve the file's own properties. `signature` holds several names parted by a full-width space;
    with `stamp_posts`, 职务 beside whose 签名章 is pressed, it is empty.
    """

    form: ExportForm
    head: ManuscriptHead | None
    title_lines: tuple[str, ...]
    main_recipients: str
    blocks: tuple[Block, ...]
    attachment_notes: tuple[str, ...]
    signature: str
    date_of_issue: str
    sealed: bool
    remark: str
    attachments: tuple[ManuscriptAttachment, ...]
    colophon: ManuscriptColophon | None
    draft_mark: str = ""
    organ: str = ""
    plain_title: str = ""
    stamp_posts: tuple[str, ...] = ()
    colophon_on_even_page: bool = False

    @property
    def signatures(self) -> tuple[str, ...]:
        """The names of the 署名, 主办 first."""
        return tuple(name for name in self.signature.split("\u3000") if name)

    @property
    def ended(self) -> bool:
        """Whether anything of the 主体 follows the text: its end then keeps to it, no signature stands alone."""
        return bool(self.attachment_notes or self.signature or self.stamp_posts or self.date_of_issue)

    @property
    def letter(self) -> bool:
        """Whether it is set as a 信函."""
        return self.head is not None and self.head.letter
