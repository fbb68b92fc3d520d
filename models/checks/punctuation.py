"""Checks of the letter W on punctuation: half-width marks, straight quotes, doubled marks (GB/T 15834)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from models.checks.finding import Draft, Edit, Fix, Passage, Severity
from models.checks.once import once_for_each, while_the_same
from models.checks.prose import Line, grouped_hit, lines_in, running_lines
from models.checks.registry import Hit, check
from models.text.brackets import read_brackets
from models.text.pattern import Pattern
from models.text.punctuation import Change, punctuation_changes
from models.text.quotation import pair_straight_quotes, phrase_start, straight_quotes

_HALF = frozenset(",;:?!()")
_HALF_STOP = Pattern(r"(?<=[^\x00-\x7f])\.(?![.\d]|[A-Za-z])|(?<=[^\x00-\x7f])\.(?=(?:19|20)\d\d)")
_HAN = Pattern("[\u3400-\u9fff]")
_BEFORE, _AFTER = 6, 3  # characters shown around a mark
_DOUBLED = Pattern(
    r"[，。、；：！？](?:[ \u3000]{0,2}[，。、；：,;:]|[ \u3000]{0,2}\.(?![\d.]))+"
    r"|[,;:](?:[ \u3000]{0,2}[，。、；：])+|([,;])(?<=[^\x00-\x7f].)\1+"
)


@check(
    "W010", slug="halfwidth-punctuation", severity=Severity.WARNING,
    basis="GB/T 15834-2011，4、5.1：中文里用全角标点",
    message="正文里有{count}处半角标点（{marks}），例如“{excerpt}”。请改成全角的“{full}”。",
)
def halfwidth_marks_in_chinese(draft: Draft) -> Iterator[Hit]:
    """Between Chinese characters marks are full-width; figures, times, addresses, Latin text, numbers are not."""
    yield from _halfwidth_hit(_lines_with_halfwidth(draft.passages))


@while_the_same
def _halfwidth_hit(lines: Sequence[tuple[Line, tuple[Change, ...]]]) -> Sequence[Hit]:
    """Return the one hit on all half-width marks in `lines`, if there are any."""
    first: Hit | None = None
    edits: list[Edit] = []
    found: dict[str, str] = {}
    for line, changes in lines:
        for change in changes:
            first = first or line.hit(*_around(line.text, change))
            edits.append(line.edit(*change))
            found.setdefault(line.text[change.start], change.text)
    if first is None:
        return ()
    count, full = str(len(edits)), " ".join(found.values())
    return (first._replace(
        words={**first.words, "count": count, "marks": " ".join(found), "full": full},
        others=tuple(edit.place for edit in edits[1:]), fix=Fix(f"全部改成全角（{count}处）", tuple(edits)),
    ),)


@once_for_each
def _lines_with_halfwidth(passage: Passage) -> Sequence[tuple[Line, tuple[Change, ...]]]:
    """Return the lines of `passage` that have half-width marks to be changed, with the changes."""
    return [(line, changes) for line in lines_in(passage) if (changes := _halfwidth(line.text))]


@lru_cache(maxsize=2048)
def _halfwidth(text: str) -> tuple[Change, ...]:
    """Return the changes of half-width marks in `text`; one whose partner is full-width is judged with brackets."""
    if _HALF.isdisjoint(text) and ("." not in text or _HALF_STOP.search(text) is None):
        return ()
    changes = [each for each in punctuation_changes(text) if not each.blank and text[each.start] not in "\"'"]
    if changes and ("（" in text or "）" in text):
        mixed = {place for fault in read_brackets(text).faults for place, _ in fault.right}
        changes = [each for each in changes if each.start not in mixed]
    return tuple(changes)


def _around(text: str, change: Change) -> tuple[int, int]:
    """Return the range of a half-width mark with a few characters around it; brackets with what they hold."""
    if text[change.start] == "(" and 0 < (close := text.find(")", change.end)) <= change.end + 20:
        return change.start, close + 1
    start = max(phrase_start(text, change.start), change.start - _BEFORE)
    return start, min(len(text), change.end + _AFTER)


@check(
    "W011", slug="quote-mismatch", severity=Severity.WARNING, basis="GB/T 15834-2011，4.8：引号的形式是“ ”和‘ ’",
    message="正文里有{count}处直引号，例如{excerpt}。中文的引号分前后，请改成弯引号“ ”{advice}。",
)
def straight_quotes_in_chinese(draft: Draft) -> Iterator[Hit]:
    """Quotation marks of a Chinese text are curly; a pair is put right together, a single one is left to the clerk."""
    yield from _straight_quotes_hit(_lines_with_straight_quotes(draft.passages))


@while_the_same
def _straight_quotes_hit(lines: Sequence[Line]) -> Sequence[Hit]:
    """Return the one hit on all straight quotation marks in `lines`, if there are any."""
    hits: list[Hit] = []
    edits: list[Edit] = []
    unsure = 0
    for line in lines:
        paired = pair_straight_quotes(line.text)
        for start, end, certain in straight_quotes(line.text):
            hits.append(line.hit(start, end))
            unsure += not certain
            edits += [
                line.edit(at, at + 1, paired[at]) for at in sorted({start, end - 1}) if paired[at] != line.text[at]
            ]
    if not hits:
        return ()
    advice = f"；有{unsure}处前后不成对，请先补上缺的一半" if unsure else ""
    return (grouped_hit(hits, edits, f"改成弯引号（{len(hits) - unsure}处）", advice=advice),)


@once_for_each
def _lines_with_straight_quotes(passage: Passage) -> Sequence[Line]:
    """Return the lines of `passage` that have straight quotation marks and are Chinese."""
    return [
        line for line in lines_in(passage)
        if ('"' in line.text or "'" in line.text) and _HAN.search(line.text) is not None
    ]


@check(
    "W015", slug="doubled-punctuation", severity=Severity.WARNING, local=True, basis="GB/T 15834-2011，5.1：点号不连用",
    message="标点重复或连用：“{excerpt}”。请只留一个。",
)
def marks_in_a_row(draft: Draft) -> Iterator[Hit]:
    """No mark follows another without words between them; ……, ——, ？！ and closing brackets or quotes are right."""
    for line in running_lines(draft):
        for match in _DOUBLED.finditer(line.text):
            if _HAN.search(line.text) is None:
                continue
            start = max(phrase_start(line.text, match.start()), match.start() - _BEFORE)
            hit = line.hit(start, match.end())
            right = _single(re.sub(r"\s", "", match.group()))
            if right:
                hit = hit._replace(fix=Fix(f"只留“{right}”", (line.edit(match.start(), match.end(), right),)))
            yield hit


_FULL = str.maketrans(",;:.", "，；：。")


def _single(marks: str) -> str:
    """Return the mark that should stand for `marks`; empty where it may be one or the other, or …… was meant."""
    kinds = set(marks.translate(_FULL))
    if kinds == {"。"} and len(marks) > 2:
        return ""
    if len(kinds) == 1:
        return kinds.pop()
    if marks.translate(_FULL)[-1] == "。" and marks[0] not in "！？":
        return "。"
    return "，" if kinds == {"、", "，"} else ""
