"""Paragraphs of a part to entries: topics, problems with causes, tasks of the plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from models.domain.report import Entry, PlanTask, Problem, SectionKey, Topic
from models.importers.causes import split_problem
from models.importers.passages import Passage, Titled, is_summary, levels_of, titled

_ITEM = re.compile(r"(?:(?<=[。；;：:，,！？”）)])|^)\s*([一二三四五六七八九十]{1,2})是(?!否)")
_NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_AFTER_ITEMS = re.compile(r"(?<=[。！？])(?:下一步|下步|今后|针对(?:以上|上述|这些|存在)|对此|以上|上述)")
_COUNTED = re.compile(r"\s*(?:[一二三四五六七八九十]{1,2}是(?!否)|第[一二三四五六七八九十]{1,2}[，,、])")
_RESPONSIBLE = re.compile(
    r"[（(]责任(?:科室|股室|单位|部门)[：:](?P<office>[^；;，,（）()]{1,40})"
    r"(?:[；;，,]\s*(?:完成)?时限[：:](?P<deadline>[^（）()]{1,30}))?[）)](?P<end>[。.]?)$"
)


def topics_of(passages: Sequence[Passage]) -> tuple[Topic, ...]:
    """Return `passages` as topics in order, flat, each with its level; text without number joins the topic before."""
    levels = levels_of(passages)
    topics: list[Topic] = []
    for position, passage in enumerate(passages):
        found = titled(passage, _followed(passages, position))
        if passage.level:
            topics.append(Topic(title=found.title, text=found.text, level=levels[passage.level]))
        elif _is_bare_title(passage, found):
            topics.append(Topic(title=found.title, text=found.text))
        elif not topics or is_summary(passage.text):
            topics.append(Topic(text=passage.text, numbered=False))
        else:
            topics[-1] = replace(topics[-1], text=_joined(topics[-1].text, passage.text))
    return tuple(topics)


def problems_of(passages: Sequence[Passage]) -> tuple[Entry, ...]:
    """Return `passages` as problems: numbered ones, or 一是…二是…; what is neither stays as plain paragraphs."""
    top = min((passage.level for passage in passages if passage.level), default=0)
    entries: list[Entry] = []
    for position, passage in enumerate(passages):
        if passage.level == top and top:
            found = titled(passage, _followed(passages, position))
            entries.append(Problem(title=found.title, text=found.text))
        elif entries and passage.level or _continues(entries, passage):
            entries[-1] = _with_more(entries[-1], passage)
        else:
            entries.extend(_enumerated(passage))
    return tuple(split_problem(entry) if isinstance(entry, Problem) else entry for entry in entries)


def plan_of(passages: Sequence[Passage]) -> tuple[Entry, ...]:
    """Return `passages` as tasks of the plan; paragraphs before and after the numbered ones stay plain."""
    top = min((passage.level for passage in passages if passage.level), default=0)
    entries: list[Entry] = []
    for position, passage in enumerate(passages):
        if passage.level == top and top:
            found = titled(passage, _followed(passages, position))
            entries.append(PlanTask(title=found.title, text=found.text))
        elif entries and passage.level or _continues(entries, passage):
            entries[-1] = _with_more(entries[-1], passage)
        else:
            entries.append(Topic(text=passage.text, numbered=False))
    return tuple(_with_office(entry) if isinstance(entry, PlanTask) else entry for entry in entries)


def entries_of(key: SectionKey, passages: Sequence[Passage]) -> tuple[Entry, ...]:
    """Return `passages` as the entries that the block `key` holds."""
    if key is SectionKey.PROBLEMS:
        return problems_of(passages)
    return plan_of(passages) if key is SectionKey.PLAN else topics_of(passages)


def _followed(passages: Sequence[Passage], position: int) -> bool:
    """Return whether text or deeper entries follow the passage at `position`."""
    after = passages[position + 1] if position + 1 < len(passages) else None
    if after is None:
        return False
    return after.level > passages[position].level > 0 or (not after.level and not is_summary(after.text))


def _is_bare_title(passage: Passage, found: Titled) -> bool:
    """Return whether `passage`, which bears no number, is set apart as a 小标题."""
    return bool(found.title and (passage.outline or 0 < passage.emphasis))


def _continues(entries: Sequence[Entry], passage: Passage) -> bool:
    """Return whether `passage` goes on with the last of `entries`, a problem or a task."""
    if not entries or isinstance(entries[-1], Topic) or is_summary(passage.text):
        return False
    return not (isinstance(entries[-1], Problem) and _COUNTED.match(passage.text))


def _with_more(entry: Entry, passage: Passage) -> Entry:
    """Return `entry` with the text of `passage` as its next paragraph; a deeper number stays, for want of a place."""
    return replace(entry, text=_joined(entry.text, passage.number + passage.text))


def _with_office(task: PlanTask) -> PlanTask:
    """Return `task` with 责任科室 and 时限 in their own fields where they stand in brackets at its end."""
    found = _RESPONSIBLE.search(task.text)
    if found is None:
        return task
    return replace(
        task, text=task.text[:found.start()].rstrip() + found["end"], office=found["office"].strip(),
        deadline=(found["deadline"] or "").strip(),
    )


def _enumerated(passage: Passage) -> list[Entry]:
    """Return the problems that `passage` counts by 一是…二是…, in their own words, and the text around them."""
    starts: list[int] = []
    for item in _ITEM.finditer(passage.text):
        if len(starts) < len(_NUMERALS) and item[1] == _NUMERALS[len(starts)]:
            starts.append(item.start(1))
    if len(starts) < 2:
        counted = _COUNTED.match(passage.text)
        return [Problem(text=passage.text) if counted else Topic(text=passage.text, numbered=False)]
    after = _AFTER_ITEMS.search(passage.text, starts[-1])
    end = after.start() if after else len(passage.text)
    borders = [*starts, end]
    entries: list[Entry] = [
        Problem(text=passage.text[start:stop].strip()) for start, stop in zip(borders, borders[1:], strict=False)
    ]
    if passage.text[:starts[0]].strip():
        entries.insert(0, Topic(text=passage.text[:starts[0]].strip(), numbered=False))
    if after:
        entries.append(Topic(text=passage.text[end:].strip(), numbered=False))
    return entries


def _joined(text: str, more: str) -> str:
    """Return `text` and `more` as two paragraphs."""
    return f"{text}\n{more}" if text else more
