"""A part's entries -> headings and paragraphs with their numbers."""

from __future__ import annotations

from dataclasses import replace

from models.domain.place import Place
from models.domain.report import Entry, PlanTask, Problem, Topic
from models.layout.loader import load_words
from models.manuscript.blocks import Block, Heading, Paragraph, Table
from models.manuscript.numbering import Numbering
from models.manuscript.pictures import with_pictures
from models.manuscript.printed_parts import PrintedPart
from models.text.sentences import split_sentences

ENTRY_LEVEL = 2
HEADING_END = "。；，、：;,"  # a heading in a line of its own bears no end mark (GB/T 15834 B.4)


def add_part(blocks: list[Block], numbering: Numbering, part: PrintedPart) -> None:
    """Append the blocks of `part` to `blocks`, numbered on by `numbering`."""
    level, number = numbering.next(1)
    blocks.append(Heading(level, number, part.heading, Place(part.task, field="heading")))
    for entry in part.entries:
        _add_entry(blocks, numbering, entry, Place(part.task, entry.id))
    for duty in part.duties:
        _add_titled(blocks, numbering, ENTRY_LEVEL, duty.title, [(duty.text, duty.place)])


def _add_entry(blocks: list[Block], numbering: Numbering, entry: Entry, place: Place) -> None:
    made: list[Block] = []
    _add_words(made, numbering, entry, place)
    blocks += with_pictures(made, entry, place)


def _add_words(blocks: list[Block], numbering: Numbering, entry: Entry, place: Place) -> None:
    """Append `entry` without its pictures."""
    text_place = replace(place, field="text")
    if isinstance(entry, Topic):
        _add_topic(blocks, numbering, entry, text_place)
    elif isinstance(entry, Problem):
        fields = [(entry.text, text_place), (entry.cause, replace(place, field="cause")),
                  (entry.remedy, replace(place, field="remedy"))]
        if entry.title:
            _add_titled(blocks, numbering, ENTRY_LEVEL, entry.title, fields)
        else:
            for text, where in fields:
                blocks += paragraphs_of(text, where)
    else:
        title, text = plan_words(entry)
        _add_titled(blocks, numbering, ENTRY_LEVEL, title, [(text, text_place)])


def _add_topic(blocks: list[Block], numbering: Numbering, topic: Topic, place: Place) -> None:
    """Append the text of `topic`, which stands at `place`, and its table under it."""
    if not topic.title and not topic.numbered:
        blocks += paragraphs_of(topic.text, place)
    else:
        _add_titled(blocks, numbering, topic.level, topic.title, [(topic.text, place)])
    if topic.table:
        blocks.append(Table(topic.table, replace(place, field="table")))


def _add_titled(
    blocks: list[Block], numbering: Numbering, level: int, title: str, fields: list[tuple[str, Place]]
) -> None:
    """Append a heading and its texts; without `title` the first line is the numbered paragraph itself."""
    heading = title.strip().rstrip(HEADING_END)
    if heading:
        level, number = numbering.next(level)
        blocks.append(Heading(level, number, heading, replace(fields[0][1], field="title")))
        for text, place in fields:
            blocks += paragraphs_of(text, place)
        return
    lines = [line for text, place in fields for line in paragraphs_of(text, place)]
    if lines:
        level, number = numbering.next(level)
        lines[0] = replace(lines[0], level=level, number=number, lead=_first_sentence(lines[0].text))
    blocks += lines


def paragraphs_of(text: str, place: Place) -> list[Paragraph]:
    """Return the lines of `text` as plain paragraphs, each placed at its own characters; empty lines make none."""
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            at = start + line.index(words)
            paragraphs.append(Paragraph(words, place=replace(place, start=at, end=at + len(words))))
        start += len(line) + 1
    return paragraphs


def _first_sentence(text: str) -> int:
    """Return the length of the first sentence of `text`."""
    return split_sentences(text)[0].end


def plan_words(task: PlanTask) -> tuple[str, str]:
    """Return the 小标题 and the text of `task`, with （责任科室：…；时限：…） before the last full stop."""
    words = load_words()
    told = [words.plan_office + task.office.strip()] if task.office.strip() else []
    told += [words.plan_deadline + task.deadline.strip()] if task.deadline.strip() else []
    title, text = task.title.strip(), task.text.rstrip()
    if not told:
        return title, text
    added = f"（{words.plan_joint.join(told)}）"
    if not text:
        return title + added, ""
    return title, f"{text[:-1]}{added}。" if text.endswith("。") else f"{text}{added}"
