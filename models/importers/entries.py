"""Paragraphs of a part to entries: topics, problems with causes, tasks of the plan."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from models.domain.report import Entry, PlanTask, Problem, SectionKey, Topic
from models.importers.causes import split_problem
from models.importers.passages import Passage, Titled, is_summary, levels_of, named_problem, titled
from models.importers.sections import subject_of

_ITEM = re.compile(r"(?:(?<=[。；;：:，,！？”）)])|^)\s*([一二三四五六七八九十]{1,2})是(?!否)")
_BARE = 20  # characters of a 小标题 without number
_MARKS = re.compile(r"[，。；！？：,;:.…]")
_NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_AFTER_ITEMS = re.compile(r"(?<=[。！？])(?:下一步|下步|今后|针对(?:以上|上述|这些|存在)|对此|以上|上述)")
_COUNTED = re.compile(r"\s*(?:[一二三四五六七八九十]{1,2}是(?!否)|第[一二三四五六七八九十]{1,2}[，,、])")
_RESPONSIBLE = re.compile(
    r"[（(]责任(?:科室|股室|单位|部门)[：:](?P<office>[^；;，,（）()]{1,40})"
    r"(?:[；;，,]\s*(?:完成)?时限[：:](?P<deadline>[^（）()]{1,30}))?[）)](?P<end>[。.]?)$"
)


@dataclass(slots=True)
class _Open:
    """An entry while paragraphs are still added. `plain` marks text that belongs to no problem and no task."""

    title: str
    lines: list[str]
    level: int = 2
    plain: bool = False

    @property
    def text(self) -> str:
        """The paragraphs below the 小标题, one a line."""
        return "\n".join(line for line in self.lines if line)

    @property
    def topic(self) -> Topic:
        """The entry as a topic; a plain one is not numbered."""
        return Topic(title=self.title, text=self.text, level=self.level, numbered=not self.plain)


def topics_of(passages: Sequence[Passage]) -> tuple[Topic, ...]:
    """Return `passages` as topics in order, flat, each with its level; text without number joins the topic before."""
    levels, headed = levels_of(passages), _headed_levels(passages)
    bare = _bare_headings(passages)
    topics: list[_Open] = []
    for position, passage in enumerate(passages):
        if position in bare:
            topics.append(_Open(passage.text, []))
            continue
        if passage.level or passage.outline or passage.emphasis:
            found = titled(passage, _followed(passages, position) or passage.level in headed)
            if passage.level or found.title:
                topics.append(_Open(found.title, [found.text], levels.get(passage.level, 2)))
                continue
        if not topics or is_summary(passage.text):
            topics.append(_Open("", [passage.text], plain=True))
        else:
            topics[-1].lines.append(passage.text)
    return tuple(topic.topic for topic in topics)


def problems_of(passages: Sequence[Passage]) -> tuple[Entry, ...]:
    """Return `passages` as problems: numbered ones, or 一是…二是…; what is neither stays as plain paragraphs."""
    return tuple(
        entry.topic if entry.plain else _problem(entry) for entry in _opened(passages, _enumerated, named_problem)
    )


def plan_of(passages: Sequence[Passage]) -> tuple[Entry, ...]:
    """Return `passages` as tasks of the plan; paragraphs before and after the numbered ones stay plain."""
    return tuple(
        entry.topic if entry.plain else _with_office(PlanTask(title=entry.title, text=entry.text))
        for entry in _opened(passages, lambda text: [_Open("", [text], plain=True)], titled)
    )


def _opened(
    passages: Sequence[Passage], unnumbered: Callable[[str], list[_Open]], heading: Callable[[Passage, bool], Titled]
) -> list[_Open]:
    """Return an entry for each passage with the highest number, deeper and further paragraphs below it.

    `unnumbered` makes entries of a paragraph that belongs to none, `heading` tells the 小标题 of a numbered one.
    """
    top = min((passage.level for passage in passages if passage.level), default=0)
    headed = _headed_levels(passages)
    entries: list[_Open] = []
    for position, passage in enumerate(passages):
        if passage.level and passage.level == top:
            found = heading(passage, _followed(passages, position) or top in headed)
            entries.append(_Open(found.title, [found.text]))
        elif entries and passage.level or _continues(entries, passage):
            entries[-1].lines.append(passage.number + passage.text)  # a deeper number stays, for want of a place
        else:
            entries.extend(unnumbered(passage.text))
    return entries


def entries_of(key: SectionKey, passages: Sequence[Passage]) -> tuple[Entry, ...]:
    """Return `passages` as the entries that the block `key` holds."""
    if key is SectionKey.PROBLEMS:
        return problems_of(passages)
    return plan_of(passages) if key is SectionKey.PLAN else topics_of(passages)


def _headed_levels(passages: Sequence[Passage]) -> set[int]:
    """Return the levels of which some passage has a 小标题 with text: there a short sentence is a 小标题 too."""
    return {
        passage.level for position, passage in enumerate(passages)
        if passage.level and titled(passage, _followed(passages, position)).title
    }


def _bare_headings(passages: Sequence[Passage]) -> set[int]:
    """Return where short lines without number or mark stand over text, as 小标题, in a part that numbers nothing."""
    if any(passage.level or passage.outline or passage.emphasis for passage in passages):
        return set()
    found = {
        position for position, (passage, after) in enumerate(zip(passages, passages[1:], strict=False))
        if 2 <= len(passage.text) <= _BARE and not _MARKS.search(passage.text)
        and len(after.text) > _BARE and after.text.endswith("。")
        and (position == 0 or passages[position - 1].text.endswith("。"))
    }
    return found if len(found) > 1 else set()


def _followed(passages: Sequence[Passage], position: int) -> bool:
    """Return whether text or deeper entries follow the passage at `position`."""
    after = passages[position + 1] if position + 1 < len(passages) else None
    if after is None:
        return False
    return after.level > passages[position].level > 0 or (not after.level and not is_summary(after.text))


def _continues(entries: Sequence[_Open], passage: Passage) -> bool:
    """Return whether `passage`, which bears no number, goes on with the last of `entries`, a problem or a task."""
    if not entries or entries[-1].plain or is_summary(passage.text):
        return False
    return bool(entries[-1].title) or not _COUNTED.match(passage.text)


def _problem(entry: _Open) -> Problem:
    """Return `entry` as a problem; under a 小标题 that names causes all its text is the cause."""
    if subject_of(entry.title).key is SectionKey.CAUSES:
        return Problem(title=entry.title, cause=entry.text)
    return split_problem(Problem(title=entry.title, text=entry.text))


def _with_office(task: PlanTask) -> PlanTask:
    """Return `task` with 责任科室 and 时限 in their own fields where they stand in brackets at its end."""
    found = _RESPONSIBLE.search(task.text)
    if found is None:
        return task
    return replace(
        task, text=task.text[:found.start()].rstrip() + found["end"], office=found["office"].strip(),
        deadline=(found["deadline"] or "").strip(),
    )


def _enumerated(text: str) -> list[_Open]:
    """Return the problems that `text` counts by 一是…二是…, in their own words, and the text around them."""
    starts: list[int] = []
    for item in _ITEM.finditer(text):
        if len(starts) < len(_NUMERALS) and item[1] == _NUMERALS[len(starts)]:
            starts.append(item.start(1))
    if len(starts) < 2:
        return [_Open("", [text], plain=_COUNTED.match(text) is None)]
    after = _AFTER_ITEMS.search(text, starts[-1])
    end = after.start() if after else len(text)
    borders = [*starts, end]
    entries = [_Open("", [text[start:stop].strip()]) for start, stop in zip(borders, borders[1:], strict=False)]
    before, rest = text[:starts[0]].strip(), text[end:].strip()
    return [
        *([_Open("", [before], plain=True)] if before else []), *entries,
        *([_Open("", [rest], plain=True)] if rest else []),
    ]
