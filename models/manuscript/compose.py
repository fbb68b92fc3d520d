"""Report + Standard -> Manuscript: what stands on paper, in order, with its numbers.

In a composed `Paragraph` the number is not part of `text`; `lead` counts characters of `text`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from models.domain.place import ATTACHMENTS, INTRODUCTION, SIGNATURE, Place
from models.domain.report import Attachment, ExportForm, Report
from models.domain.standard import Standard
from models.layout.loader import load_words
from models.manuscript.blocks import (
    Block,
    Manuscript,
    ManuscriptAttachment,
    ManuscriptColophon,
    ManuscriptHead,
    Table,
)
from models.manuscript.first_page import body_shows_on_first_page
from models.manuscript.joint_issue import GAP, gapped_title, joint_organs, organs_in
from models.manuscript.numbering import Numbering
from models.manuscript.part_blocks import add_part, paragraphs_of
from models.manuscript.pictures import numbered, picture_numbers, with_pictures
from models.manuscript.printed_parts import printed_parts
from models.manuscript.title_lines import break_title, default_title


def compose(report: Report, standard: Standard, form: ExportForm, draft_mark: str = "") -> Manuscript:
    """Return the document that `report` makes in `form`.

    `draft_mark` stands in the page head; empty means none, except that a 送审稿 always bears its own.
    """
    words = load_words()
    public = form is ExportForm.PUBLIC
    title = one_line(report.head.title) or (default_title(report.organ, report.year) if report.organ.name else "")
    numbers = picture_numbers()
    title = gapped_title(title, joint_organs(report.head))
    posts = () if public else tuple(post.strip() for post in report.signature.stamp_posts if post.strip())
    organs = organs_in(report.signature.issuing_organ_signature)
    manuscript = Manuscript(
        form=form,
        head=None if public else _head(report),
        title_lines=_title_lines(report, title),
        main_recipients="" if public else words.recipients_joint.join(report.head.main_recipients),
        blocks=numbered(_blocks(report, standard), numbers),
        attachment_notes=_attachment_notes(report.attachments),
        signature="" if posts else GAP.join(organs),
        date_of_issue=one_line(report.signature.date_of_issue),
        sealed=report.signature.sealed and not public,
        remark=_remark(report, public),
        attachments=_attachments(report.attachments, numbers),
        colophon=None if public else _colophon(report),
        draft_mark=draft_mark or (words.review_mark if form is ExportForm.REVIEW else ""),
        organ=GAP.join(organs) or report.organ.full_name,
        plain_title=title,
        stamp_posts=posts,
        colophon_on_even_page=report.colophon.colophon_on_even_page and not public,
    )
    if report.head.recipients_in_colophon:
        return with_recipients_in_colophon(manuscript)
    return with_body_on_first_page(manuscript)


def with_body_on_first_page(manuscript: Manuscript) -> Manuscript:
    """Return `manuscript` with 主送 moved to the 版记 when page one would else show no 正文 (7.3.2, 7.3.3)."""
    if manuscript.head is None or body_shows_on_first_page(manuscript):
        return manuscript
    return with_recipients_in_colophon(manuscript)


def with_recipients_in_colophon(manuscript: Manuscript) -> Manuscript:
    """Return `manuscript` with 主送 in the 版记 instead of under the title (7.3.2)."""
    if not manuscript.main_recipients:
        return manuscript
    colophon = manuscript.colophon or ManuscriptColophon()
    moved = replace(colophon, main_recipients=manuscript.main_recipients)
    return replace(manuscript, main_recipients="", colophon=moved)


def one_line(text: str) -> str:
    """Return `text` without line breaks and outer blanks."""
    return "".join(line.strip() for line in text.splitlines())


def _head(report: Report) -> ManuscriptHead:
    """Return the 版头; that of a letter has no 文件, no 签发人, and bears the name of the 主办 only (10.1)."""
    head, word = report.head, load_words().mark_word
    mark = one_line(head.issuing_organ_mark) or report.organ.mark
    joint = joint_organs(head)
    if head.letter:
        mark, joint = (joint or (mark.removesuffix(word),))[0], ()
    elif joint:
        mark = word if mark.endswith(word) else ""
    return ManuscriptHead(
        copy_number=head.copy_number,
        secrecy=head.secrecy,
        urgency=head.urgency,
        issuing_organ_mark=mark,
        document_number=one_line(head.document_number),
        signatories=() if head.letter else tuple(name for name in head.signatories if name),
        joint_organs=joint,
        preprinted=head.preprinted,
        letter=head.letter,
    )


def _title_lines(report: Report, title: str) -> tuple[str, ...]:
    """Return the clerk's own lines while they still make up `title`, else the best by rule."""
    chosen = report.head.title_lines
    lines = chosen if chosen and "".join(chosen) == title else break_title(title)[0]
    return tuple(line.strip(GAP) for line in lines)


def _blocks(report: Report, standard: Standard) -> tuple[Block, ...]:
    """Return introduction, parts and closing in printing order."""
    blocks: list[Block] = [*paragraphs_of(report.introduction, Place(INTRODUCTION, field="introduction"))]
    numbering = Numbering()
    for printed in printed_parts(report, standard):
        add_part(blocks, numbering, printed)
    return (*blocks, *paragraphs_of(report.closing, Place(SIGNATURE, field="closing")))


def _remark(report: Report, public: bool) -> str:
    """Return the 附注; the 公开版 keeps it only when it speaks of publication, others may name a person to call."""
    remark = one_line(report.signature.remark).strip("（）()")
    if public and not any(word in remark for word in load_words().public_remarks):
        return ""
    return remark


def _attachment_notes(attachments: tuple[Attachment, ...]) -> tuple[str, ...]:
    """Return the entries of the 附件说明: titles, numbered when there are several."""
    titles = [one_line(attachment.title) for attachment in attachments]
    if len(titles) < 2:
        return tuple(titles)
    return tuple(f"{number}.{title}" for number, title in enumerate(titles, 1))


def _attachments(attachments: tuple[Attachment, ...], numbers: Iterator[int]) -> tuple[ManuscriptAttachment, ...]:
    label = load_words().attachment_label
    printed = []
    for number, attachment in enumerate(attachments, 1):
        place = Place(ATTACHMENTS, attachment.id, "text")
        blocks: list[Block] = [*paragraphs_of(attachment.text, place)]
        if attachment.table:
            blocks.append(Table(attachment.table, replace(place, field="table")))
        blocks = with_pictures(blocks, attachment, place)
        name = f"{label}{number}" if len(attachments) > 1 else label
        title = one_line(attachment.title)
        place = replace(place, field="title")
        printed.append(ManuscriptAttachment(
            name, title, numbered(blocks, numbers), place, attachment.landscape))
    return tuple(printed)


def _colophon(report: Report) -> ManuscriptColophon | None:
    colophon = report.colophon
    if report.head.letter:  # 10.1: without 印发机关 and 印发日期
        colophon = replace(colophon, distributing_organ="", distribution_date="")
    printed = ManuscriptColophon(
        copy_recipients=load_words().copy_recipients_joint.join(colophon.copy_recipients),
        distributing_organ=one_line(colophon.distributing_organ),
        distribution_date=one_line(colophon.distribution_date),
    )
    return None if printed == ManuscriptColophon() else printed
