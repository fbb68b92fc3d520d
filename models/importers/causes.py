"""Sentences that say why: told from problems and effects, and split off a problem where they end it."""

from __future__ import annotations

import re
from dataclasses import replace

from models.domain.report import Problem
from models.text import causes
from models.text.sentences import split_sentences

_PURE_CAUSE = re.compile(
    r"^\s*(?:[一二三四五六七八九十]是)?(?:(?:究其|主要|根本|深层次|产生|存在|客观|主观|分析|其|问题).{0,6}原因"
    r"|原因(?:[在是为：:]|主要|分析)|根源(?:在于|是)|(?:这|其)?(?:主要)?(?:是)?(?:由于|因为|源于)|主要(?:是)?(?:由于|因为|源于|在于)"
    r"|主要是(?!一是|以下|[：:]|存在|表现|有))"
)
_REMEDY = re.compile(r"^\s*(?:整改措施|改进措施|整改情况|下一步措施)[：:]")


def causal_sentences(text: str) -> list[str]:
    """Return the sentences of `text` that name a cause, as they stand."""
    return [span.text.strip() for span in causes.causal_sentences(text)]


def split_problem(problem: Problem) -> Problem:
    """Return `problem` with its causes and its remedy in their own fields, in the order they stand.

    A paragraph that begins with a cause is the cause, those after it the remedy; within the last paragraph
    causes are split off where they end it. A sentence that holds problem and cause in one stays in the text.
    """
    lines = problem.text.split("\n")
    first = next((place for place, line in enumerate(lines) if place and _PURE_CAUSE.match(line)), None)
    if first is None:
        return _split_sentences_off(problem)
    after = first + 1
    while after < len(lines) and _PURE_CAUSE.match(lines[after]):
        after += 1
    return replace(
        problem, text="\n".join(lines[:first]), cause="\n".join(lines[first:after]), remedy="\n".join(lines[after:]))


def _split_sentences_off(problem: Problem) -> Problem:
    """Return `problem` with the sentences of cause and remedy that end its text in their own fields."""
    spans = split_sentences(problem.text)
    remedy_from = next((place for place, span in enumerate(spans) if _REMEDY.match(span.text)), len(spans))
    cause_from = remedy_from
    while cause_from > 0 and _PURE_CAUSE.match(spans[cause_from - 1].text):
        cause_from -= 1
    if cause_from == 0 and not problem.title:
        return problem
    return replace(
        problem,
        text="".join(span.text for span in spans[:cause_from]).strip(),
        cause="".join(span.text for span in spans[cause_from:remedy_from]).strip(),
        remedy="".join(span.text for span in spans[remedy_from:]).strip(),
    )
