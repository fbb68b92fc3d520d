"""Reports of all kinds made at random: every field of the domain, any text, any order."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from hypothesis import strategies as st

from models.domain.report import Attachment, Part, Picture, PlanTask, Problem, Report, Topic
from models.exchange.exchange import Exchange, KeptVersion
from models.storage.digest import digest_of
from models.storage.summary import RevisionSummary
from pictured import a_file

AT = datetime(2026, 1, 20, 14, 32, 5)
words = st.text(max_size=12)
FILES = tuple(a_file(4, 3, kind) for kind in ("PNG", "JPEG"))
st.register_type_strategy(Picture, st.builds(
    Picture, id=words, data=st.sampled_from(FILES), caption=words, alternative=words, width=st.integers(0, 160),
    after=st.integers(-1, 9), pixel_width=st.integers(0, 99), pixel_height=st.integers(0, 99)))
any_reports = st.from_type(Report)


def exchange_with(report: Report, *older: Report) -> Exchange:
    """Return an exchange of `report` with its `older` versions, the oldest first."""
    versions = tuple(
        KeptVersion(RevisionSummary(number, AT, "手动", f"第{number}稿", digest_of(each), 10), each)
        for number, each in enumerate(older))
    return Exchange(report, AT, (*(each.summary.digest for each in versions), digest_of(report)), versions)


@st.composite
def edits(draw: st.DrawFn, report: Report) -> Report:
    """Draw what a clerk may make of `report`: texts changed, entries and parts added, moved, taken away."""
    parts = [draw(_edited_part(part)) for part in draw(st.permutations(report.parts))]
    spare = [entry for part in parts for entry in part.entries]
    if spare and draw(st.booleans()):  # one entry goes to another part
        moved, to = draw(st.sampled_from(spare)), draw(st.integers(0, len(parts) - 1))
        parts = [replace(part, entries=tuple(each for each in part.entries if each.id != moved.id)) for part in parts]
        parts[to] = replace(parts[to], entries=(*parts[to].entries, moved))
    if parts and draw(st.booleans()):
        del parts[draw(st.integers(0, len(parts) - 1))]
    if draw(st.booleans()):
        parts.append(Part(heading=draw(words), entries=(Topic(title=draw(words)),)))
    attachments = tuple(
        replace(each, text=draw(words)) if draw(st.booleans()) else each for each in report.attachments)
    return replace(
        report, parts=tuple(parts), introduction=draw(st.sampled_from([report.introduction, "另一个引言"])),
        attachments=tuple(draw(st.permutations(attachments)))[draw(st.integers(0, 1)):],
        head=replace(report.head, document_number=draw(st.sampled_from([report.head.document_number, "云交〔2026〕9号"]))),
        completed=draw(st.frozensets(st.sampled_from(["head", "introduction"]))))


@st.composite
def _edited_part(draw: st.DrawFn, part: Part) -> Part:
    entries = [replace(each, text=draw(words)) if draw(st.booleans()) else each for each in part.entries]
    if entries and draw(st.booleans()):
        entries.pop()
    if draw(st.booleans()):
        entries.insert(0, Topic(title=draw(words), text=draw(words)))
    return replace(part, heading=draw(st.sampled_from([part.heading, "另一个标题"])), entries=tuple(entries))


def a_full_report() -> Report:
    """Return a report with two of everything that can be merged."""
    def entries(start: str) -> tuple[Topic, Problem, PlanTask]:
        return Topic(f"{start}1", "执法", "作出决定120件。"), Problem(f"{start}2", "案卷"), PlanTask(f"{start}3", "评查")

    return Report(
        id="report-1", year=2025, introduction="现报告如下：",
        parts=(Part("p1", entries=entries("a")), Part("p2", entries=entries("b")), Part("p3", entries=entries("c"))),
        attachments=(Attachment("x1", "附件一", "文字", pictures=(Picture("y1", FILES[0], "图一"),)),
                     Attachment("x2", "附件二")))
