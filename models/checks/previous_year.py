"""Checks of the letter X against last year's report: what was copied, and what was promised and not taken up."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from models.checks.consistency import running_paragraphs
from models.checks.excerpts import shortened
from models.checks.finding import Draft, Severity
from models.checks.registry import Hit, check, hit_in
from models.comparison.copies import Copies
from models.comparison.paragraphs import lines_of, print_of
from models.comparison.subjects import matter_of, taken_up
from models.domain.place import Place, part_task
from models.domain.rearrange import texts_of
from models.domain.report import PlanTask, Report, SectionKey
from models.domain.source_document import Role
from models.text.pattern import Pattern

REPORTED = "《法治政府建设与责任落实督察工作规定》：年度报告写上一年度的情况和下一年度的安排"
NEARLY = 0.9  # share of its characters that a stale paragraph has in common with last year's
SHORTEST_STALE = 35  # characters, digits left out
_LONGEST = 100_000  # characters: no report is as long
_COUNTED = Pattern(r"(?<![^。；;：:，,\n])[一二三四五六七八九十]{1,2}是(?!否)")
# what stands in every report by rule says nothing of a year
_BY_RULE = Pattern(r"^(?:坚持)?以习近平[^。；]{0,200}(?:为指导|为指引)[^。；]{0,160}。?$|特此报告|报告如下|请审[阅示]")


@check(
    "X002", slug="stale-copy", severity=Severity.WARNING, basis=REPORTED,
    message="这一段和上一年度报告里的{same}{figures}。请改写成本年度的情况；确实没有变化的，写明本年度做了什么。",
)
def paragraph_of_last_year(draft: Draft) -> Iterator[Hit]:
    """No paragraph is last year's with its figures unchanged: a year's work is never the same twice."""
    if draft.previous is None:
        return
    copies, plains = _copies_of(draft.previous)
    for paragraph in running_paragraphs(draft):
        found = print_of(paragraph.text)
        if paragraph.passage.role is not Role.BODY or found.characters < SHORTEST_STALE:
            continue
        number = None if _BY_RULE.search(paragraph.text) else copies.find(paragraph.text, NEARLY)
        if number is not None:
            same = "完全相同" if found.plain == plains[number] else "几乎相同"
            figures = "，数字也没有变" if any(map(str.isdigit, found.plain)) else ""
            end = paragraph.start + len(paragraph.text)
            yield hit_in(paragraph.passage, paragraph.start, end, same=same, figures=figures)


@check(
    "X003", slug="last-year-unanswered", severity=Severity.WARNING, basis=REPORTED,
    message="上一年度报告里安排的“{task}”，本年度报告没有回应。请在主要举措里写明完成得怎样；没有完成的，在不足里说明原因。",
)
def task_of_last_year_not_taken_up(draft: Draft) -> Iterator[Hit]:
    """What last year's report planned is taken up in this one, as done or as a shortcoming."""
    if draft.previous is None or draft.previous.year > draft.report.year > 0:
        return
    done = _done(draft)
    if not done:
        return
    matter = matter_of(done)
    for title, text in _tasks_of(draft.previous):
        if not taken_up(matter, title, text):
            part = next(iter(draft.report.parts_of(SectionKey.MEASURES)), None)
            place = Place(part_task(part.id)) if part is not None and draft.source is None else Place()
            yield Hit(SectionKey.MEASURES, place, None, {"task": shortened(title or text)})


def _done(draft: Draft) -> str:
    """Return what the report tells of its own year: all blocks but the plan, without their headings."""
    texts = (
        passage.text for passage in draft.passages
        if passage.section not in (None, SectionKey.PLAN) and passage.role is Role.BODY
    )
    return "\n".join(texts)[:_LONGEST]


@lru_cache(maxsize=4)
def _tasks_of(previous: Report) -> tuple[tuple[str, str], ...]:
    """Return title and text of each task that last year's report planned; counted ones (一是…) one by one."""
    tasks: list[tuple[str, str]] = []
    for entry in (entry for part in previous.parts_of(SectionKey.PLAN) for entry in part.entries):
        if isinstance(entry, PlanTask):
            tasks.append((entry.title, entry.text))
        else:
            starts = [match.start() for match in _COUNTED.finditer(entry.text)]
            borders = [*starts, len(entry.text)]
            tasks += [("", entry.text[start:end]) for start, end in zip(borders, borders[1:], strict=False)]
    return tuple(task for task in tasks if (task[0] + task[1]).strip())


@lru_cache(maxsize=4)
def _copies_of(previous: Report) -> tuple[Copies, tuple[str, ...]]:
    """Return the paragraphs of last year's report, and what is left of each without its dress."""
    texts = [text for part in previous.parts for entry in part.entries for text in texts_of(entry)[1:]]
    texts += [entry.text for entry in previous.duties]
    lines = tuple(line.text for text in texts for line in lines_of(text))
    return Copies(lines), tuple(print_of(line).plain for line in lines)
