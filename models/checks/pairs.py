"""Checks of the letter W on marks that come in pairs: quotation marks, 书名号, brackets (GB/T 15834)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from models.checks.finding import Draft, Edit, Fix, Passage, Severity
from models.checks.once import once_for_each
from models.checks.prose import Line, grouped_hit, lines_in
from models.checks.registry import Hit, check
from models.text.brackets import PairFault, Pairs, read_brackets, read_titles, unclosed, unopened
from models.text.broken_words import ends_unfinished
from models.text.marks import parse_mark
from models.text.quotation import Quotation, QuoteFault, phrase_end, phrase_start, read_quotation

_LONG_QUOTATION = 60  # so long a quotation may run on into a paragraph that begins with “ again


@check(
    "W012", slug="quote-mismatch", severity=Severity.WARNING, basis="GB/T 15834-2011，4.8：引号成对使用，外双内单",
    message="引号“{excerpt}”{fault}。请{advice}。",
)
def quotes_do_not_pair(draft: Draft) -> Iterator[Hit]:
    """Every opening quotation mark has its closing one; a quotation may run over paragraphs."""
    read = _quotations(draft.passages)
    for line, reading, opened, closed in _settled([line for line, _ in read], [reading for _, reading in read]):
        faults: list[QuoteFault] = list(reading.faults)
        if opened:
            at = reading.opened
            faults.append(QuoteFault(at, phrase_end(line.text, at), "只有前引号，没有后引号"))
        if closed:
            at = reading.closed
            faults.append(QuoteFault(phrase_start(line.text, at), at + 1, "只有后引号，没有前引号"))
        for fault in sorted(faults, key=lambda each: each.start):
            yield _pair_hit(line, fault.start, fault.end, fault.fault, fault.right)


@once_for_each
def _quotations(passage: Passage) -> Sequence[tuple[Line, Quotation]]:
    """Return the lines of `passage` that have quotation marks or may be torn, each with its quotations."""
    return [
        (line, read_quotation(line.text)) for line in lines_in(passage)
        if "“" in line.text or "”" in line.text or "‘" in line.text or "’" in line.text or ends_unfinished(line.text)
    ]


def _settled(
    lines: Sequence[Line], readings: Sequence[Quotation]
) -> Iterator[tuple[Line, Quotation, bool, bool]]:
    """Yield each line with its reading and whether what it leaves open, or closes from before, is a fault."""
    carried = False
    for number, (line, reading) in enumerate(zip(lines, readings, strict=True)):
        closed = reading.closed >= 0 and not carried
        opened = reading.opened >= 0
        if carried and reading == Quotation() and ends_unfinished(line.text):
            yield line, reading, False, False
            continue
        carried = False
        if opened and number + 1 < len(lines):
            following = lines[number + 1].text.lstrip()
            torn = ends_unfinished(line.text) and _closes_later(readings, lines, number)
            again = following.startswith("“") and len(line.text) - reading.opened > _LONG_QUOTATION
            carried = torn
            opened = not torn and not again
        yield line, reading, opened, closed


def _closes_later(readings: Sequence[Quotation], lines: Sequence[Line], number: int) -> bool:
    """Return whether one of the next few lines, all torn up to there, closes what line `number` left open."""
    for following in range(number + 1, min(number + 4, len(lines))):
        if readings[following].closed >= 0:
            return True
        if readings[following] != Quotation() or not ends_unfinished(lines[following].text):
            return False
    return False


@check(
    "W013", slug="bookname-mismatch", severity=Severity.WARNING,
    basis="GB/T 15834-2011，4.15：书名号成对使用，书名号里还要用书名号时，外面用双书名号，里面用单书名号",
    message="书名号“{excerpt}”{fault}。请{advice}。",
)
def title_marks_do_not_pair(draft: Draft) -> Iterator[Hit]:
    """书名号 come in pairs, and inside 《》 stands 〈〉. The titles themselves are not ours to change."""
    nested: list[Hit] = []
    for line, fault in _pair_faults(_read_titles(draft.passages), "书名号"):
        yield _pair_hit(line, fault.start, fault.end, fault.fault, fault.right)
    for line, reading in _read_titles(draft.passages):
        if reading is not None and "《" in line.text:
            nested += [line.hit(start, end) for start, end in reading.nested]
    if nested:
        more = f"（共{len(nested)}处）" if len(nested) > 1 else ""
        inner = "《》" if (nested[0].excerpt or "").startswith("《") else "小于号和大于号"
        yield grouped_hit(nested, fault=f"在书名号里面又用了{inner}{more}", advice="把里面一层改成单书名号〈〉")


@check(
    "W014", slug="unbalanced-brackets", severity=Severity.WARNING, basis="GB/T 15834-2011，4.9：括号成对使用",
    message="括号“{excerpt}”{fault}。请{advice}。",
)
def brackets_do_not_pair(draft: Draft) -> Iterator[Hit]:
    """Brackets come in pairs of one kind; 1） and a) before the items of a list are none."""
    for line, fault in _pair_faults(_read_brackets(draft.passages), "括号"):
        if not _is_number(line.text[:fault.end]):
            yield _pair_hit(line, fault.start, fault.end, fault.fault, fault.right)


def _is_number(text: str) -> bool:
    """Return whether `text` is the printed number of a paragraph, whose form is judged with the others."""
    bare = text.lstrip("#* \t\u3000")
    mark = parse_mark(bare + "甲")
    return mark is not None and mark.level > 0 and mark.length == len(bare)


@once_for_each
def _read_titles(passage: Passage) -> Sequence[tuple[Line, Pairs | None]]:
    """Return the lines of `passage` with their 书名号, as `_pairs_in` does."""
    return _pairs_in(passage, "《》〈〉", read_titles)


@once_for_each
def _read_brackets(passage: Passage) -> Sequence[tuple[Line, Pairs | None]]:
    """Return the lines of `passage` with their brackets, as `_pairs_in` does."""
    return _pairs_in(passage, "（）()〔〕【】[]", read_brackets)


def _pairs_in(
    passage: Passage, marks: str, read: Callable[[str], Pairs]
) -> Sequence[tuple[Line, Pairs | None]]:
    """Return the lines of `passage` that have some of `marks`, each as read; with None those without that are whole."""
    return [
        (line, read(line.text) if held else None) for line in lines_in(passage)
        if (held := _holds(line.text, marks)) or not ends_unfinished(line.text)
    ]


def _pair_faults(lines: Sequence[tuple[Line, Pairs | None]], name: str) -> Iterator[tuple[Line, PairFault]]:
    """Yield the faults of all `lines`; what a torn line leaves open may be closed by the next."""
    before: tuple[Line, list[tuple[int, str]]] | None = None
    for line, reading in lines:
        if reading is None:
            if before is not None:
                yield from ((before[0], unclosed(before[0].text, at, name)) for at, _ in before[1])
                before = None
            continue
        if before is None and not any(reading):
            continue
        opened, closed = list(reading.opened), list(reading.closed)
        if before is not None:
            rest = before[1]
            while rest and closed:
                rest.pop()
                closed.pop(0)
            yield from ((before[0], unclosed(before[0].text, at, name)) for at, _ in rest)
            before = None
        yield from ((line, fault) for fault in reading.faults)
        yield from ((line, unopened(line.text, at, name)) for at, _ in closed)
        if opened and ends_unfinished(line.text):
            before = line, opened
        else:
            yield from ((line, unclosed(line.text, at, name)) for at, _ in opened)
    if before is not None:
        yield from ((before[0], unclosed(before[0].text, at, name)) for at, _ in before[1])


@lru_cache(maxsize=4096)
def _holds(text: str, marks: str) -> bool:
    """Return whether one of `marks` stands in `text`."""
    return any(mark in text for mark in marks)


def _pair_hit(line: Line, start: int, end: int, fault: str, right: tuple[tuple[int, str], ...]) -> Hit:
    """Return the hit on a pair of marks, with its fix where `right` is certain."""
    edits: tuple[Edit, ...] = tuple(line.edit(place, place + 1, mark) for place, mark in right)
    advice = f"改成{'和'.join(f'“{mark}”' for _, mark in right)}" if right else "补上缺的一半，或删去多余的一半"
    if not right and "不是一对" in fault:
        advice = "改成同一种"
    hit = line.hit(start, end, fault=fault, advice=advice)
    return hit._replace(fix=Fix(advice, edits)) if edits else hit
