"""Check of the letter W on words and sentences cut in two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.checks.finding import Draft, Edit, Passage, Severity
from models.checks.once import once_for_each
from models.checks.prose import Line, grouped_hit, lines_in, running_lines
from models.checks.registry import Hit, check
from models.domain.source_document import Role
from models.text.brackets import read_brackets, read_titles
from models.text.broken_words import ends_unfinished, is_torn, stray_blanks
from models.text.quotation import read_quotation

_MARKS = "#* \t\u3000\xa0"
_SHOWN = 8  # characters shown before a break
_WIDEST_LINE = 120  # a printed line is not wider
_RAGGED = 12  # so much shorter than the widest a full line may be
_MOST_LOOKUPS = 200  # so many breaks are looked up in the whole text; nobody reads more
_JOINED = frozenset({Role.INTRODUCTION, Role.BODY})


@check(
    "W018", slug="typo", severity=Severity.WARNING, basis="GB/T 15834-2011、《党政机关公文处理工作条例》第十九条：文字、标点规范",
    message="这个词被断开了：“{shown}”{count_words}。请{advice}。",
)
def words_are_cut_in_two(draft: Draft) -> Iterator[Hit]:
    """No blank stands between the characters of a sentence, and no paragraph ends within one."""
    torn = list(_torn(draft))
    if torn and not _is_wrapped(running_lines(draft), torn):
        hits = [_end_of(line) for line, _ in torn]
        shown = f"{hits[0].excerpt}｜{torn[0][1].text.lstrip(_MARKS)[:_SHOWN]}"
        yield grouped_hit(
            hits, _joins(torn), "把断开的段落接起来", shown=shown, advice="把后一段接上来",
            count_words=_many(len(hits), "一句话在中间分成了两段"),
        )
    blanks = _blanks(draft.passages)
    if blanks:
        hits = [line.hit(max(0, start - 2), end + 2) for line, start, end in blanks]
        edits = [line.edit(start, end, "") for line, start, end in blanks]
        yield grouped_hit(
            hits, edits, f"去掉中间的空格（{len(hits)}处）", shown=hits[0].excerpt or "", advice="去掉空格",
            count_words=_many(len(hits), "中间多了空格"),
        )


@once_for_each
def _blanks(passage: Passage) -> Sequence[tuple[Line, int, int]]:
    """Return the stray blanks in `passage`: from, to, and in which line."""
    return [(line, start, end) for line in lines_in(passage) for start, end in stray_blanks(line.text)]


def _end_of(line: Line) -> Hit:
    """Return the hit on the last words of `line`."""
    end = len(line.text.rstrip(_MARKS))
    start = max(0, end - _SHOWN)
    stop = max(line.text.rfind(mark, start, end - 2) for mark in "，。；：、,;")
    return line.hit(max(start, stop + 1), end)


def _many(count: int, fault: str) -> str:
    """Return the words for a fault that is there `count` times."""
    return f"，{fault}（共{count}处）" if count > 1 else f"，{fault}"


def _torn(draft: Draft) -> Iterator[tuple[Line, Line]]:
    """Yield each two paragraphs that a break tore one sentence into, where the text itself proves it."""
    looked_up = 0
    for before, after in _breaks(draft.passages) if draft.source is None else _breaks_among(running_lines(draft)):
        first, second = before.text.strip(_MARKS), after.text.strip(_MARKS)
        if first[-1] in "，、," or _goes_on(first, second):
            yield before, after
        elif looked_up < _MOST_LOOKUPS:
            looked_up += 1
            if _known(first[-1] + second[0], draft, before, after):
                yield before, after


@once_for_each
def _breaks(passage: Passage) -> Sequence[tuple[Line, Line]]:
    """Return what `_breaks_among` returns of the paragraphs of one field."""
    return _breaks_among(lines_in(passage)) if "\n" in passage.text else ()


def _breaks_among(lines: Sequence[Line]) -> Sequence[tuple[Line, Line]]:
    """Return each two neighbouring `lines` of a block that may be one sentence torn in two."""
    found = []
    for before, after in zip(lines, lines[1:]):
        if not ends_unfinished(before.text) or not {before.passage.role, after.passage.role} <= _JOINED:
            continue
        if before.passage.section is not after.passage.section or after.text.lstrip().startswith(("#", "**")):
            continue
        first, second = before.text.strip(_MARKS), after.text.strip(_MARKS)
        if second and is_torn(first, second):
            found.append((before, after))
    return found


def _is_wrapped(lines: Sequence[Line], torn: Sequence[tuple[Line, Line]]) -> bool:
    """Return whether the paragraphs are the lines of a page: nearly all that are torn are as wide as the widest."""
    if len(torn) < 2 or any(len(line.text) > _WIDEST_LINE for line in lines):
        return False
    widest = max(_width(line.text) for line in lines)
    full = sum(_width(before.text) >= widest - _RAGGED for before, _ in torn)
    return widest <= _WIDEST_LINE and full >= 0.6 * len(torn)


def _width(text: str) -> int:
    """Return how wide `text` prints: a Chinese character counts two, a figure one."""
    return 2 * len(text) - sum(each.isascii() for each in text)


def _goes_on(before: str, after: str) -> bool:
    """Return whether a quotation or a bracket is open at the break and closed after it."""
    if read_quotation(before).opened >= 0 and read_quotation(after).closed >= 0:
        return True
    return any(read(before).opened and read(after).closed for read in (read_brackets, read_titles))


def _known(pair: str, draft: Draft, before: Line, after: Line) -> bool:
    """Return whether the two characters at a break stand together elsewhere in the report."""
    if not all("\u3400" <= each <= "\u9fff" for each in pair):
        return False
    return any(pair in passage.text for passage in draft.passages)


def _joins(torn: Sequence[tuple[Line, Line]]) -> list[Edit]:
    """Return the edits that join the paragraphs of one field; those of a file are joined on reading it in."""
    if any(before.passage is not after.passage for before, after in torn):
        return []
    return [before.edit(len(before.text.rstrip()), after.start - before.start + _indent(after.text), "")
            for before, after in torn]


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
