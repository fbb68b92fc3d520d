"""The running text of a draft line by line, and findings that stand for many places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from models.checks.finding import Draft, Edit, Fix, Passage, Severity
from models.checks.once import once_for_each
from models.checks.registry import Hit, hit_in, place_in
from models.domain.source_document import Role
from models.text.pattern import Pattern

_RUNNING = frozenset({Role.RECIPIENTS, Role.INTRODUCTION, Role.HEADING, Role.BODY, Role.CLOSING, Role.ATTACHMENT})
_FURNITURE = Pattern(
    r"^\s*[【\[]?\s*(?:发布|来源|信息来源|作者|字体|字号|浏览|点击|访问|阅读|索引|文号|信息|发文|成文|公开|主题|名称|打印|分享|责任编辑"
    r"|编辑|审核|撰稿|时间|日期|有效性|生成)[^，。；]{0,12}[:：【\[]|\|"
)


_MOST = 2048  # passages whose lines are kept


class Line(NamedTuple):
    """One paragraph of the running text: it stands from `start` on in `passage`."""

    passage: Passage
    start: int
    text: str

    def hit(self, start: int, end: int, **words: str) -> Hit:
        """Return the hit at `start` to `end` of the line."""
        return hit_in(self.passage, self.start + start, self.start + end, **words)

    def edit(self, start: int, end: int, text: str) -> Edit:
        """Return the edit that puts `text` in place of the characters `start` to `end` of the line."""
        return Edit(place_in(self.passage, self.start + start, self.start + end), text)


_KEPT: dict[int, tuple[Passage, Sequence[Line]]] = {}  # by the identity of the passage, which is kept with them


def running_lines(draft: Draft) -> tuple[Line, ...]:
    """Return the paragraphs of the running text in order: no head, no signature, no web page furniture."""
    return _lines(draft.passages)


def lines_in(passage: Passage) -> Sequence[Line]:
    """Return the paragraphs of running text in `passage`; many ask for them, so they are kept."""
    kept = _KEPT.get(id(passage))
    if kept is None or kept[0] is not passage:
        if len(_KEPT) >= _MOST:
            _KEPT.clear()
        kept = _KEPT[id(passage)] = passage, _lines_of(passage)
    return kept[1]


def _lines_of(passage: Passage) -> Sequence[Line]:
    if passage.role not in _RUNNING:
        return ()
    if "\n" not in passage.text:
        return () if is_furniture(passage.text) else (Line(passage, 0, passage.text),)
    start, lines = 0, []
    for text in passage.text.split("\n"):
        if text:
            lines.append(Line(passage, start, text))
        start += len(text) + 1
    return lines


_lines = once_for_each(lines_in)


def is_furniture(text: str) -> bool:
    """Return whether the paragraph `text` is a row of a table or a line that a web page puts around a report."""
    named = ":" in text or "：" in text or "|" in text
    return named and _FURNITURE.search(text[:40]) is not None


def grouped_hit(
    hits: Sequence[Hit], edits: Iterable[Edit] = (), label: str = "", severity: Severity | None = None, **words: str
) -> Hit:
    """Return one hit for all of `hits`: the first, with the places of the rest; `edits` named `label` put all right."""
    first, *others = hits
    fix = tuple(edits)
    return first._replace(
        words={**first.words, "count": str(len(hits)), **words}, severity=severity,
        others=tuple(each.place for each in others), fix=Fix(label, fix) if fix else None,
    )
