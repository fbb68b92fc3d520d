"""Checks of the letter C on the plan: each problem has a task that answers it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from models.checks.completeness import is_empty
from models.checks.excerpts import quoted_hit, shortened
from models.checks.finding import Draft, Severity
from models.checks.registry import Hit, check
from models.comparison.subjects import Matter, answers, matter_of, subjects
from models.domain.place import Place, part_task
from models.domain.rearrange import texts_of
from models.domain.report import PlanTask, Problem, SectionKey
from models.text.pattern import Pattern
from models.text.sentences import split_sentences

ANSWERED = "《法治政府建设与责任落实督察工作规定》：年度报告写存在的不足和原因、下一年度的主要安排"
_LONGEST_PLAN = 20_000  # characters: no plan is as long
_MOST_PROBLEMS = 60
_CONCERNS_ALL = Pattern("(?:这些|上述|以上)(?:问题|不足|情况|短板)|存在的(?:问题|不足)")


@check(
    "C011", slug="problem-without-plan", severity=Severity.WARNING, basis=ANSWERED,
    message="{problems}在下一年度安排里没有对应的措施。请在安排里补写怎么解决、谁负责、什么时候完成，或者在问题后面写明整改措施。",
)
def problem_that_no_task_answers(draft: Draft) -> Iterator[Hit]:
    """Each problem is answered by a task of the plan or by its own remedy; else it will stand there next year again."""
    plan = _plan_of(draft)
    problems = _problems_of(draft)
    if plan is None or not 0 < len(problems) <= _MOST_PROBLEMS:
        return
    answered = {
        entry.answers for part in draft.report.parts_of(SectionKey.PLAN)
        for entry in part.entries if isinstance(entry, PlanTask)
    }
    answered |= _remedied(draft)
    left = [
        (place, entry) for place, entry in problems
        if not entry.remedy.strip() and entry.id not in answered
        and not answers(plan, entry.title, entry.text)
    ]
    if len(left) > 1 and len(left) == len(problems):
        names = "、".join(f"“{_name(entry)}”" for _, entry in left[:5])
        yield _hit(draft, *left[0], f"问题{names}{'等' if len(left) > 5 else ''}都")
        return
    for place, entry in left:
        yield _hit(draft, place, entry, f"问题“{_name(entry)}”")


def _problems_of(draft: Draft) -> list[tuple[Place, Problem]]:
    """Return the problems that say something, each with the place of its title or else its text."""
    return [
        (Place(part_task(part.id), entry.id, "title" if entry.title.strip() else "text"), entry)
        for part in draft.report.parts_of(SectionKey.PROBLEMS) for entry in part.entries
        if isinstance(entry, Problem) and (entry.title or entry.text).strip() and "原因" not in entry.title
    ]


def _plan_of(draft: Draft) -> Matter | None:
    """Return what the plan speaks of, remedies told among the problems included; None without a plan that has text."""
    reading = draft.sections.get(SectionKey.PLAN)
    if reading is None or not reading.present or is_empty(reading.text or ""):
        return None
    return matter_of((reading.text or "")[:_LONGEST_PLAN])


def _remedied(draft: Draft) -> set[str]:
    """Return the ids of the problems after which the report says what will be done, in them or in words for all."""
    found: set[str] = set()
    for part in draft.report.parts_of(SectionKey.PROBLEMS):
        before: list[str] = []
        for entry in part.entries:
            before.append(entry.id)
            told = _tells_remedy("\n".join(texts_of(entry)))
            if told and (_CONCERNS_ALL.search(told) or not isinstance(entry, Problem)):
                found.update(before)
            elif told:
                found.add(entry.id)
    return found


@lru_cache(maxsize=256)
def _tells_remedy(text: str) -> str:
    """Return the first sentence of `text` that begins to tell what will be done; empty where none does."""
    return next((span.text for span in split_sentences(text) if subjects().remedy.search(span.text) is not None), "")


def _name(entry: Problem) -> str:
    return shortened(entry.title or entry.text, 24)


def _hit(draft: Draft, place: Place, entry: Problem, problems: str) -> Hit:
    """Return the hit on `entry`, with its title or its first words as excerpt."""
    text = shortened(entry.title or entry.text)
    start = getattr(entry, place.field).find(text)
    stored = Place(place.task, place.entry, place.field, start, start + len(text))
    return quoted_hit(draft, stored, text, {"problems": problems}, SectionKey.PROBLEMS)
