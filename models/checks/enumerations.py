"""Checks of the letter H on counted words in running text: 一是…二是…四是."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from models.checks.finding import Draft, Severity
from models.checks.numbering import ORDER
from models.checks.prose import Line, running_lines
from models.checks.registry import Hit, check
from models.domain.source_document import Role
from models.text.enumerations import CountedWord, counted_words
from models.text.marks import parse_mark
from models.text.numerals import chinese_numeral
from models.text.pattern import Pattern
from models.text.quotation import phrase_end

_SHOWN = 12
_NEAR = 2000  # so much of the paragraph before is looked at for the number left out
_VALUE = Pattern("[0-9]+|[一二三四五六七八九十]+|[①-⑳]")
_STRICT = frozenset({"is", "must", "among", "ordinal"})  # a number in brackets is often a reference


class Slip(NamedTuple):
    """A counted word out of sequence: where, the number before it and the one expected."""

    line: Line
    word: CountedWord
    expected: int
    repeated: bool


@check(
    "H005", slug="numbering-gap", severity=Severity.ERROR, local=True, basis=ORDER,
    message="“{mark}”接不上前面的“{before}”，中间缺了“{expected}”。请改正序号，或补上缺的内容。",
)
def counted_words_skip(draft: Draft) -> Iterator[Hit]:
    """一是、二是、三是 follow one another within one passage."""
    for slip in _slips(draft):
        if not slip.repeated:
            mark = _mark(slip)
            yield _hit(slip, mark, before=_with(mark, slip.expected - 1), expected=_with(mark, slip.expected))


@check(
    "H006", slug="numbering-duplicate", severity=Severity.ERROR, local=True, basis=ORDER,
    message="“{mark}”前面已经用过，按顺序应当是“{expected}”。请改正这里和后面的序号。",
)
def counted_words_repeat(draft: Draft) -> Iterator[Hit]:
    """No 二是 follows a 二是 of the same passage."""
    for slip in _slips(draft):
        if slip.repeated:
            mark = _mark(slip)
            yield _hit(slip, mark, expected=_with(mark, slip.expected))


def _slips(draft: Draft) -> Iterator[Slip]:
    """Yield the counted words out of sequence; every printed number or heading begins anew."""
    open_lists: dict[str, list[int]] = {}  # by kind: the last numbers, of the outer list first
    where: tuple[object, ...] = ()
    before = ""
    for line in running_lines(draft):
        mark = parse_mark(line.text.lstrip("#* \t\u3000"))
        passage = line.passage
        here = (passage.section, passage.place.task, passage.place.entry, passage.place.field)
        if passage.role is Role.HEADING or mark is not None and mark.level or here != where:
            open_lists.clear()
            before = ""
        where = here
        for word in counted_words(line.text):
            slip = _placed(open_lists.setdefault(word.kind, []), line, word)
            if slip is None or not slip.repeated and _said_otherwise(before + line.text[:word.start], slip.expected):
                continue
            yield slip
        before = line.text[-_NEAR:]


def _placed(numbers: list[int], line: Line, word: CountedWord) -> Slip | None:
    """Put `word` into the innermost list it continues, and return the slip it makes; None when it makes none."""
    if word.number == 1:
        numbers.append(1)
        return None
    for depth in range(len(numbers) - 1, -1, -1):
        if numbers[depth] == word.number - 1:
            del numbers[depth + 1:]
            numbers[depth] = word.number
            return None
    if not numbers:
        return None
    last = numbers[-1]
    numbers[-1] = word.number
    if word.number > last + 1:
        return Slip(line, word, last + 1, False) if last + 3 > word.number or word.kind in _STRICT else None
    repeated = word.number == last and (word.kind in _STRICT or last > 1)
    return Slip(line, word, last + 1, True) if repeated else None


def _said_otherwise(text: str, number: int) -> bool:
    """Return whether the number that seems left out stands in `text` in another form (二要, 第二，, 加强二是)."""
    numeral = chinese_numeral(number)
    return re.search(rf"(?:^|[。；，：:;,\s]|第|其){numeral}[要则、，在]|{numeral}(?:是|、|，)", text) is not None


def _mark(slip: Slip) -> str:
    return slip.line.text[slip.word.start:slip.word.end].strip("，,：:、")


def _with(mark: str, number: int) -> str:
    """Return `mark` with `number` in it."""
    def numeral(match: re.Match[str]) -> str:
        first = match.group()[0]
        if "①" <= first <= "⑳":
            return chr(ord("①") + number - 1)
        return str(number) if first.isdecimal() else chinese_numeral(number)

    return _VALUE.sub(numeral, mark, count=1)


def _hit(slip: Slip, mark: str, **words: str) -> Hit:
    """Return the hit on the counted word and the words after it."""
    text, start = slip.line.text, slip.word.start
    end = min(max(phrase_end(text, slip.word.end - 1), slip.word.end), start + _SHOWN)
    return slip.line.hit(start, max(end, slip.word.end), mark=mark, **words)
