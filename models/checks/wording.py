"""Checks of the letter W: words that must not stand in a report."""

from __future__ import annotations

from collections.abc import Iterator

from models.checks.finding import Draft, Severity
from models.checks.placeholders import find_placeholders, prompts_of
from models.checks.registry import Hit, check, hit_in
from models.checks.word_rules import rules_for
from models.text.pattern import Pattern

_ASKED = Pattern("[请为望盼建需]")


@check(
    "W001", slug="placeholder-left", severity=Severity.ERROR, local=True, basis="《党政机关公文处理工作条例》第十九条：表述准确",
    message="这里还留着没有填的内容：“{excerpt}”。请补上实际内容；没有的，把这一处删去或写明本年度没有。",
)
def placeholder_left_in_place(draft: Draft) -> Iterator[Hit]:
    """No blank, row of crosses or prompt is left in the text; a single × that masks a person or a case is none."""
    prompts = prompts_of(draft.standard)
    for passage in draft.passages:
        for start, end in find_placeholders(passage.text, prompts):
            yield hit_in(passage, start, end)


@check(
    "W002", slug="request-in-report", severity=Severity.ERROR, local=True,
    basis="《党政机关公文处理工作条例》第十五条第（四）项：报告等非请示性公文不得夹带请示事项",
    message="报告里夹带了请示事项：“{excerpt}”。请删去这一句；确需批准、拨款、增编的，另写一份请示。",
)
def request_inside_report(draft: Draft) -> Iterator[Hit]:
    """A 报告 asks for nothing: requests go into a 请示 of their own."""
    for passage in draft.passages:
        if _ASKED.search(passage.text) is None:
            continue
        last, rules = -1, rules_for("requests", passage.text)
        for start, end in sorted(span for rule in rules for span in rule.matches(passage.text)):
            if last < 0 or start >= last and any(stop in passage.text[last:start] for stop in "。；！\n"):
                yield hit_in(passage, start, end)  # one for each sentence
                last = end
