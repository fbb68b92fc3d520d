"""A file read in as a report: gate, text, structure, report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from models.domain.block_names import APART
from models.domain.report import Part, Report
from models.domain.source_document import Certainty, ImportedReport, LeftOut, Role, SourceDocument
from models.errors import UserError
from models.importers.assignment import Assignment
from models.importers.building import PartDraft, draft_parts, read_attachments
from models.importers.dividing import divide_parts
from models.importers.duties import find_duties
from models.importers.end_reading import EndReading, read_colophon, read_end
from models.importers.head_reading import HeadReading, is_page_number, read_head
from models.importers.headings import CHAPTER
from models.importers.identity import organ_of, year_of, year_spoken_of
from models.importers.joining import Group, Joining
from models.importers.opening import Source, read_lines
from models.importers.parts import FoundPart, Outline, find_parts
from models.importers.pieces import Piece, markdown_left_out, read_pieces
from models.importers.raw_line import RawText
from models.importers.section_reading import SectionReader
from models.importers.sections import years_in
from models.importers.several import further_titles
from models.importers.titles import find_title, titles_in, year_of_title

_HEADING = 60  # characters of a heading in which a year is sought
_TITLE_WITHIN = 40  # lines of the file among which the title is sought


def read_report(source: Source, repair: bool = False, pictures: bool = False) -> ImportedReport:
    """Return what `source`, a file or what was pasted, holds as a report; UserError when it cannot be read.

    With `repair` the 标点规范 is applied to the report and listed in `repairs`; source and sections stay as read.
    `pictures` takes those of a Word file over, which costs time.
    """
    return interpret(read_lines(source, pictures), source.name, repair)


def interpret(raw: RawText, file: str, repair: bool) -> ImportedReport:
    """Return the report that the paragraphs `raw` of the file named `file` make."""
    return _Interpretation(raw, file, repair).outcome()


@dataclass(slots=True)
class _Interpretation:
    """The steps from paragraphs to a report."""

    raw: RawText
    file: str
    repair: bool
    assignment: Assignment = field(default_factory=Assignment)
    lost: int = 0  # pictures without a place in the report

    def outcome(self) -> ImportedReport:
        """Return the report with its source."""
        everything = list(read_pieces(self.raw.lines))
        pieces = [piece for piece in everything if piece.text and not is_page_number(piece)]
        for piece in everything:
            if piece.text and is_page_number(piece):
                self.assignment.leave_out(piece, Role.CHROME, "页码")
        self.assignment.assign_all((piece for piece in everything if not piece.text), Role.EMPTY)
        markdown = markdown_left_out(self.raw.lines)
        self.assignment.left_out += [*self.raw.left_out, *markdown]
        outline, head, end = self._structure(pieces)
        year = year_of(head.head.title, [part.heading.text for part in outline.parts if part.heading],
                       "\n".join(piece.text for piece in head.introduction), self.assignment.unsure)
        sections = SectionReader(outline.parts, head.introduction, year, self.assignment.unsure).read()
        report, repairs = self._build(outline, head, end, year)
        report, doubts = find_duties(report)
        if self.raw.pictures:
            from models.importers.found_picture import with_pictures

            report, self.lost = with_pictures(report, self.raw.pictures)
        if self.repair and markdown:
            repairs = (f"去掉 Markdown 标记 {' '.join(mark.text for mark in markdown)}。", *repairs)
        return ImportedReport(report, self._source(), sections, (*self.assignment.unsure, *doubts), repairs)

    def _structure(self, pieces: Sequence[Piece]) -> tuple[Outline, HeadReading, EndReading]:
        """Return parts, head and end of the report that `pieces` make, every piece assigned its role."""
        title = find_title(pieces[:_TITLE_WITHIN])
        year = year_of_title(title.text) if title else 0
        year = year or year_spoken_of(piece.text for piece in pieces[:_TITLE_WITHIN]) or min(
            (found for piece in pieces if piece.level == 1 for found in years_in(piece.text[:_HEADING])), default=0)
        outline = find_parts(pieces, year, title.above_text(pieces) if title else ())
        self._refuse_several(outline)
        end = EndReading()
        outline.attachments = read_colophon(outline.attachments, self.assignment, end)
        self.assignment.assign_all(outline.attachments, Role.ATTACHMENT)
        if outline.parts:
            outline.parts[-1].body = read_end(outline.parts[-1].body, self.assignment, end)
        else:
            outline.front = read_end(outline.front, self.assignment, end)
            self.assignment.unsure.append("没有认出一级标题，正文全部放在引言里，请分到各部分。")
        divide_parts(outline, year)
        for part in outline.parts:
            self._assign_part(part)
        head = read_head(outline.front, self.assignment)
        for piece in outline.contents:
            self.assignment.leave_out(piece, Role.CHROME, "目录")
        return outline, head, end

    def _assign_part(self, part: FoundPart) -> None:
        """Assign the pieces of `part` their roles, and say what of it is not certain."""
        certain = part.certainty is Certainty.CERTAIN
        unsure = self.assignment.unsure
        if part.shared is not None:
            unsure.append(f"“{part.shared.text}”一部分按内容分出了{APART[part.key]}，请确认。")
        elif part.heading is None:
            unsure.append(f"“{APART[part.key]}”{part.reason}，请确认。")
        elif not certain:
            unsure.append(f"“{part.heading.text}”归到哪一部分拿不准：{part.reason}，请确认。")
        if part.heading is not None:
            role = Role.HEADING if part.shared is None else Role.BODY
            self.assignment.assign(part.heading, role, part.key, certain)
            if chapter := CHAPTER.match(part.heading.text):
                self.assignment.left_out.append(LeftOut(chapter.group().strip(), "编号，由排版生成"))
        self.assignment.assign_all(part.body, Role.BODY, part.key)

    def _refuse_several(self, outline: Outline) -> None:
        """Raise UserError when more than one report stands in the file."""
        further = further_titles(outline.parts)
        if further:
            named = "".join(f"“{each}”" for each in titles_in(outline.front)[-1:] + further[:3])
            raise UserError(
                f"“{self.file}”里有 {len(further) + 1} 份报告：{named}。", "请把每一份单独存成一个文件，再分别读入。")

    def _build(
        self, outline: Outline, head: HeadReading, end: EndReading, year: int
    ) -> tuple[Report, tuple[str, ...]]:
        """Return the report and what 标点规范 did to its text."""
        joining = Joining(self.repair)
        introduction = joining.take(head.introduction)
        drafts = draft_parts(outline.parts, joining, self.assignment.left_out)
        closing = joining.take(end.closing)
        repairs = joining.finish()
        self._take_letter(head, end)
        if head.date and not end.date:
            end.date = head.date
            self.assignment.unsure.append(f"成文日期取自标题下面的“{head.date}”，请确认。")
        elif head.date:
            self.assignment.left_out.append(LeftOut(head.date, "标题下面的日期，以落款的为准"))
        if head.organ and end.organ:
            self.assignment.left_out.append(LeftOut(head.organ, "标题下面的署名，以落款的为准"))
        end.organ = end.organ or head.organ
        if end.main_recipients and not head.head.main_recipients:
            head.head = replace(head.head, main_recipients=end.main_recipients)
        organ = organ_of(head.head, end.organ)
        return Report(
            year=year, organ=organ, head=head.head, introduction=_lines(introduction), parts=_parts(drafts),
            closing=_lines(closing), signature=end.signature, colophon=end.colophon,
            attachments=read_attachments(outline.attachments, end.attachment_titles, self.assignment.left_out),
        ), repairs

    def _take_letter(self, head: HeadReading, end: EndReading) -> None:
        """Give `head` and `end` what only the covering letter of the report says; list what the report says too."""
        letter = ((head.letter_date, head.date or end.date, "成文日期"), (head.letter_organ, head.organ or end.organ, "署名"),
                  ("、".join(head.letter_recipients), "、".join(head.head.main_recipients), "主送机关"))
        for said, own, name in letter:
            if said and own:
                self.assignment.left_out.append(LeftOut(said, f"呈送函的{name}，以报告自己的为准"))
            elif said:
                self.assignment.unsure.append(f"{name}取自报告前面的呈送函：“{said}”，请确认。")
        if not (head.date or end.date):
            end.date = head.letter_date
        if not (head.organ or end.organ):
            end.organ = head.letter_organ
        if not head.head.main_recipients and head.letter_recipients:
            head.head = replace(head.head, main_recipients=head.letter_recipients)

    def _source(self) -> SourceDocument:
        """Return the file as it stands, with what was made of each piece."""
        paragraphs = sorted(self.assignment.paragraphs, key=lambda paragraph: (paragraph.index, paragraph.start))
        notes = self.raw.notes
        if self.lost:
            notes += (f"图片 {self.lost} 张没有读入：不在各部分的正文和附件里",)
        return SourceDocument(self.file, tuple(paragraphs), tuple(self.assignment.left_out), notes)


def _parts(drafts: Sequence[PartDraft]) -> tuple[Part, ...]:
    """Return the finished parts of `drafts`."""
    return tuple(draft.part for draft in drafts)


def _lines(groups: Sequence[Group]) -> str:
    """Return the paragraphs `groups`, a line each."""
    return "\n".join(group.text for group in groups)
