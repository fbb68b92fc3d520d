"""Checks of the letter H: the printed numbers of a file (a stored report is numbered by composition)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from models.checks.finding import Draft, Severity
from models.checks.registry import Hit, check
from models.domain.place import Place
from models.domain.source_document import Role, SourceParagraph
from models.text.numerals import chinese_numeral
from models.text.pattern import Pattern

ORDER = "GB/T 9704-2012，7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”"
_COUNTED = frozenset({Role.HEADING, Role.BODY, Role.INTRODUCTION, Role.CLOSING})
_VALUE = Pattern("[0-9０-９]+|[一二三四五六七八九十百]+")
_STOP = Pattern("[。；，：:,;\n]")
_CHAPTER = Pattern(r"^[#* \t\u3000]*第[一二三四五六七八九十]{1,3}部分")
_LONGEST = 30


class Group(NamedTuple):
    """Numbered paragraphs of one level under one parent; `carry` is the last number before, under another parent."""

    carry: int
    members: list[SourceParagraph]


class Fault(NamedTuple):
    """A number that breaks its sequence: its paragraph, the one before it, and the number expected.

    `stray` says that the number expected follows right after it, so that this one is out of place.
    """

    paragraph: SourceParagraph
    before: SourceParagraph | None
    expected: int
    repeated: bool
    stray: bool = False


@check(
    "H001", slug="numbering-gap", severity=Severity.ERROR, basis=ORDER,
    message="“{mark}”接不上前面的编号（{before}），按顺序应当是“{expected}”{after}。请改正编号，{advice}。",
)
def number_skips(draft: Draft) -> Iterator[Hit]:
    """Numbers of one level follow one another; a level may go on counting across the headings above it."""
    for fault in _faults(draft):
        if not fault.repeated:
            before = f"前一个是“{fault.before.mark.strip()}”" if fault.before is not None else "这是第一个"
            expected = _with_number(fault.paragraph.mark, fault.expected)
            yield _hit(
                fault.paragraph, before=before, expected=expected,
                after=f"，而“{expected}”在它后面" if fault.stray else "",
                advice="或把这一处并入前面的内容（像是旧稿残留）" if fault.stray else "或补上中间缺的内容",
            )


@check(
    "H002", slug="numbering-duplicate", severity=Severity.ERROR, basis=ORDER,
    message="编号“{mark}”前面已经用过，按顺序应当是“{expected}”。请改正这里和后面的编号。",
)
def number_repeats(draft: Draft) -> Iterator[Hit]:
    """No number of one level stands twice under one heading."""
    for fault in _faults(draft):
        if fault.repeated:
            yield _hit(fault.paragraph, expected=_with_number(fault.paragraph.mark, fault.expected))


@check(
    "H003", slug="numbering-style-mix", severity=Severity.WARNING, basis=ORDER,
    message="同一层次的编号混用了“{usual}”和“{mark}”两种写法（后一种有{count}处）。请统一写成“{right}”。",
)
def numbers_in_two_styles(draft: Draft) -> Iterator[Hit]:
    """All numbers of one level are written alike."""
    by_level: dict[int, dict[str, list[SourceParagraph]]] = {}
    for paragraph in _numbered(draft):
        by_level.setdefault(paragraph.level, {}).setdefault(_style(paragraph), []).append(paragraph)
    for level, styles in sorted(by_level.items()):
        if len(styles) > 1:
            ordered = sorted(styles, key=lambda style: -len(styles[style]))
            for style in ordered[1:]:
                yield _hit(styles[style][0], usual=ordered[0], mark=style, count=str(len(styles[style])),
                           right=("一、", "（一）", "1.", "（1）")[level - 1])


@check(
    "H004", slug="level-skip", severity=Severity.WARNING, basis=ORDER,
    message="“{above}”下面直接用了“{mark}”，跳过了“{missing}”一层{count}。请依次使用“一、”“（一）”“1.”“（1）”。",
)
def level_is_skipped(draft: Draft) -> Iterator[Hit]:
    """Levels are used in order, none is left out on the way down."""
    found: dict[tuple[int, int], list[tuple[SourceParagraph, SourceParagraph]]] = {}
    open_levels: dict[int, SourceParagraph] = {}
    for paragraph in _numbered(draft):
        above = max((level for level in open_levels if level < paragraph.level), default=0)
        first = paragraph.level not in open_levels
        if first and above and paragraph.level - above > 1:
            found.setdefault((above, paragraph.level), []).append((open_levels[above], paragraph))
        open_levels = {level: each for level, each in open_levels.items() if level < paragraph.level}
        open_levels[paragraph.level] = paragraph
    for (above, _), cases in found.items():
        parent, paragraph = cases[0]
        count = f"（全文{len(cases)}处）" if len(cases) > 1 else ""
        yield _hit(paragraph, above=parent.mark, missing=("一、", "（一）", "1.", "（1）")[above], count=count)


def _numbered(draft: Draft, headings: bool = False) -> Iterator[SourceParagraph]:
    """Yield the paragraphs of the text that print a number, in file order; attachments count for themselves.

    With `headings` the headings of chapters come too, which print 第一部分 and have no level.
    """
    if draft.source is not None:
        for paragraph in draft.source.paragraphs:
            if paragraph.level > 0 and paragraph.role in _COUNTED:
                yield paragraph
            elif headings and paragraph.role is Role.HEADING and _CHAPTER.search(paragraph.text) is not None:
                yield paragraph


def _faults(draft: Draft) -> Iterator[Fault]:
    """Yield every number that breaks its sequence, in file order of its level's groups."""
    groups: list[Group] = []
    current: dict[int, Group] = {}
    last: dict[int, int] = {}
    for paragraph in _numbered(draft, headings=True):
        if not paragraph.level:  # 第一部分: what stands below counts anew
            current.clear()
            last.clear()
            continue
        for level in [level for level in current if level > paragraph.level]:
            del current[level]
        if paragraph.level not in current:
            current[paragraph.level] = Group(last.get(paragraph.level, 0), [])
            groups.append(current[paragraph.level])
        current[paragraph.level].members.append(paragraph)
        last[paragraph.level] = paragraph.number
    for group in groups:
        yield from _group_faults(group)


def _group_faults(group: Group) -> Iterator[Fault]:
    """Yield the faults of one group. Where taking one number out mends the sequence, that one is the fault."""
    members = group.members
    numbers = [member.number for member in members]
    expected = group.carry + 1 if numbers[0] == group.carry + 1 else 1
    for position, number in enumerate(numbers):
        following = numbers[position + 1] if position + 1 < len(numbers) else 0
        before = members[position - 1] if position else None
        if number == expected:
            expected += 1
        elif number == 1 and following == 2 and members[position].level > 1:
            expected = 2  # a list within the list
        elif number > expected:
            yield Fault(members[position], before, expected, False, following == expected)
            if following == expected + 1:
                expected = following  # a slip of this one number: the next is right again
            elif following != expected:
                expected = number + 1
        else:
            yield Fault(members[position], before, expected, number in numbers[:position])
            expected = number + 1 if following == number + 1 else expected + 1


def _hit(paragraph: SourceParagraph, **words: str) -> Hit:
    """Return the hit on the number of `paragraph` and the words right after it."""
    start = max(paragraph.text.find(paragraph.mark), 0)
    line = paragraph.text[start:]
    stop = _STOP.search(line, len(paragraph.mark))
    length = min(stop.start() if stop is not None else len(line), _LONGEST)
    offset = max(paragraph.start, 0) + start
    place = Place(start=offset, end=offset + length, line=paragraph.index)
    return Hit(paragraph.section, place, line[:length], {"mark": paragraph.mark.strip(), **words})


def _style(paragraph: SourceParagraph) -> str:
    """Return how the number of `paragraph` is written, with the number one in it."""
    return _with_number("".join(paragraph.mark.split()), 1)


def _with_number(mark: str, number: int) -> str:
    """Return `mark` with `number` in the place of its own number."""
    def numeral(match: re.Match[str]) -> str:
        return str(number) if match.group()[0].isdecimal() else chinese_numeral(number)

    return _VALUE.sub(numeral, mark.strip(), count=1)
