"""Checks of the letter W on marks that come in pairs: quotation marks, 书名号, brackets (GB/T 15834)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from models.checks.finding import Draft, Edit, Fix, Passage, Severity
from models.checks.once import once_for_each, while_the_same
from models.checks.prose import Line, grouped_hit, lines_in
from models.checks.registry import Hit, check, replaced_hit
from models.text.brackets import PairFault, Pairs, read_brackets, read_titles, unclosed, unopened
from models.text.broken_words import ends_unfinished
from models.text.marks import parse_mark
from models.text.pattern import Pattern
from models.text.quotation import Quotation, QuoteFault, phrase_end, phrase_start, read_quotation

_PAIRED = Quotation()
_QUOTED_LAW = Pattern("“(?P<name>中华人民共和国[一-鿿]{1,24}(?:法|条例))”")
_LONG_QUOTATION = 60  # so long a quotation may run on into a paragraph that begins with “ again

_Read: TypeAlias = tuple[Line, Pairs] | None  # a line and its marks; None: a line without any, or with pairs only


@check(
    "W012", slug="quote-mismatch", severity=Severity.WARNING, basis="GB/T 15834-2011，4.8：引号成对使用，外双内单",
    message="引号“{excerpt}”{fault}。请{advice}。",
)
def quotes_do_not_pair(draft: Draft) -> Iterator[Hit]:
    """Every opening quotation mark has its closing one; a quotation may run over paragraphs."""
    yield from _quote_hits(_quoted(draft.passages))


class Quoted(NamedTuple):
    """A line with quotation marks or that may be torn. `line` is None where nothing in it can be a fault."""

    line: Line | None
    reading: Quotation
    begins: bool  # with “
    unfinished: bool


@once_for_each
def _quoted(passage: Passage) -> Sequence[Quoted]:
    """Return the lines of `passage` that have quotation marks or may be torn."""
    found = []
    for line in lines_in(passage):
        text, unfinished = line.text, ends_unfinished(line.text)
        if unfinished or "“" in text or "”" in text or "‘" in text or "’" in text:
            reading = read_quotation(text)
            own = None if reading == _PAIRED else line
            found.append(Quoted(own, reading, text.lstrip().startswith("“"), unfinished))
    return found


@while_the_same
def _quote_hits(lines: Sequence[Quoted]) -> Sequence[Hit]:
    """Return the hits on quotation marks in `lines` that do not pair."""
    hits = []
    for line, reading, opened, closed in _settled(lines):
        faults: list[QuoteFault] = list(reading.faults)
        if opened:
            at = reading.opened
            faults.append(QuoteFault(at, phrase_end(line.text, at), "只有前引号，没有后引号"))
        if closed:
            at = reading.closed
            faults.append(QuoteFault(phrase_start(line.text, at), at + 1, "只有后引号，没有前引号"))
        for fault in sorted(faults, key=lambda each: each.start):
            hits.append(_pair_hit(line, fault.start, fault.end, fault.fault, fault.right))
    return hits


def _settled(lines: Sequence[Quoted]) -> Iterator[tuple[Line, Quotation, bool, bool]]:
    """Yield each line that may be at fault, and whether what it leaves open, or closes from before, is a fault."""
    carried = False
    for number, (line, reading, _, unfinished) in enumerate(lines):
        if line is None:
            carried = carried and unfinished
            continue
        closed = reading.closed >= 0 and not carried
        opened = reading.opened >= 0
        carried = False
        if opened and number + 1 < len(lines):
            torn = unfinished and _closes_later(lines, number)
            again = lines[number + 1].begins and len(line.text) - reading.opened > _LONG_QUOTATION
            carried = torn
            opened = not torn and not again
        yield line, reading, opened, closed


def _closes_later(lines: Sequence[Quoted], number: int) -> bool:
    """Return whether one of the next few lines, all torn up to there, closes what line `number` left open."""
    for following in lines[number + 1:number + 4]:
        if following.reading.closed >= 0:
            return True
        if following.reading != _PAIRED or not following.unfinished:
            return False
    return False


@check(
    "W013", slug="bookname-mismatch", severity=Severity.WARNING,
    basis="GB/T 15834-2011，4.15：书名号成对使用，书名号里还要用书名号时，外面用双书名号，里面用单书名号",
    message="书名号“{excerpt}”{fault}。请{advice}。",
)
def title_marks_do_not_pair(draft: Draft) -> Iterator[Hit]:
    """书名号 come in pairs, and inside 《》 stands 〈〉. The titles themselves are not ours to change."""
    for line, fault in _pair_faults(_read_titles(draft.passages), "书名号"):
        yield _pair_hit(line, fault.start, fault.end, fault.fault, fault.right)
    nested = [line.hit(start, end) for line, start, end in _nested_titles(draft.passages)]
    if nested:
        more = f"（共{len(nested)}处）" if len(nested) > 1 else ""
        inner = "《》" if (nested[0].excerpt or "").startswith("《") else "小于号和大于号"
        yield grouped_hit(nested, fault=f"在书名号里面又用了{inner}{more}", advice="把里面一层改成单书名号〈〉")


@check(
    "W023", slug="bookname-mismatch", severity=Severity.WARNING, local=True,
    basis="GB/T 15834-2011，4.15.1：书名号标示书名、篇名和各种作品、文件的名称",
    message="{excerpt}是法律法规的名称，用了引号。请改成书名号“{right}”。",
)
def law_is_named_in_quotation_marks(draft: Draft) -> Iterator[Hit]:
    """The full name of a law stands in 书名号, not in quotation marks."""
    for passage in draft.passages:
        for match in _QUOTED_LAW.finditer(passage.text) if "“中华人民共和国" in passage.text else ():
            yield replaced_hit(passage, match.start(), match.end(), f"《{match['name']}》")


@once_for_each
def _nested_titles(passage: Passage) -> Sequence[tuple[Line, int, int]]:
    """Return the 《…》 that stand inside 《…》 in `passage`: in which line, from, to."""
    lines = [line for line in lines_in(passage) if "《" in line.text]
    return [(line, start, end) for line in lines for start, end in read_titles(line.text).nested]


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
def _read_titles(passage: Passage) -> Sequence[_Read]:
    """Return the lines of `passage` with their 书名号, as `_pairs_in` does."""
    return _pairs_in(passage, "《》〈〉", read_titles)


@once_for_each
def _read_brackets(passage: Passage) -> Sequence[_Read]:
    """Return the lines of `passage` with their brackets, as `_pairs_in` does."""
    return _pairs_in(passage, "（）()〔〕【】[]", read_brackets)


def _pairs_in(passage: Passage, marks: str, read: Callable[[str], Pairs]) -> Sequence[_Read]:
    """Return the lines of `passage` that have some of `marks`, each as read; None for those that are whole."""
    found: list[_Read] = []
    for line in lines_in(passage):
        if _holds(line.text, marks):
            reading = read(line.text)
            found.append((line, reading) if reading.faults or reading.opened or reading.closed else None)
        elif not ends_unfinished(line.text):
            found.append(None)
    return found


@while_the_same
def _pair_faults(lines: Sequence[_Read], name: str) -> Sequence[tuple[Line, PairFault]]:
    """Return the faults of all `lines`; what a torn line leaves open may be closed by the next."""
    found: list[tuple[Line, PairFault]] = []
    before: tuple[Line, list[tuple[int, str]]] | None = None
    for read in (*lines, None):  # the end is as good as a line that is whole
        opened, closed = (list(read[1].opened), list(read[1].closed)) if read is not None else ([], [])
        if before is not None:
            rest = before[1]
            while rest and closed:
                rest.pop()
                closed.pop(0)
            found += [(before[0], unclosed(before[0].text, at, name)) for at, _ in rest]
            before = None
        if read is None:
            continue
        line, reading = read
        found += [(line, fault) for fault in reading.faults]
        found += [(line, unopened(line.text, at, name)) for at, _ in closed]
        if opened and ends_unfinished(line.text):
            before = line, opened
        else:
            found += [(line, unclosed(line.text, at, name)) for at, _ in opened]
    return found


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
