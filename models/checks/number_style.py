"""Check of the letter W on how numbers and dates are written (GB/T 15835)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.checks.finding import Draft, Edit, Passage, Severity
from models.checks.once import once_for_each, while_the_same
from models.checks.prose import Line, grouped_hit, lines_in, running_lines
from models.checks.registry import Hit, check
from models.domain.source_document import Role
from models.text.marks import parse_mark
from models.text.number_forms import WrongNumber, number_forms, thousands, wrong_numbers

STYLE = "GB/T 15835-2011《出版物上数字用法》"


@check(
    "W016", slug="number-style", severity=Severity.WARNING, basis=STYLE,
    message="“{excerpt}”{fault}{more}。请{advice}。",
)
def numbers_are_written_otherwise(draft: Draft) -> Iterator[Hit]:
    """Numbers and dates are written as the standard wants them; each kind of fault is one finding."""
    yield from _wrong_number_hits(_wrong_numbers(draft.passages, draft.report.year))


@while_the_same
def _wrong_number_hits(numbers: Sequence[tuple[Line, WrongNumber]]) -> Sequence[Hit]:
    """Return one hit for each kind of fault in `numbers`."""
    found: dict[str, tuple[list[Hit], list[Edit]]] = {}
    for line, wrong in numbers:
        hits, edits = found.setdefault(wrong.form, ([], []))
        hits.append(line.hit(wrong.start, wrong.end))
        if wrong.right is not None:
            edits.append(line.edit(wrong.start, wrong.end, wrong.right))
    grouped = []
    for form in number_forms():
        if form.id in found:
            hits, edits = found[form.id]
            grouped.append(grouped_hit(
                hits, edits, f"改为“{edits[0].text}”" if len(hits) == 1 and edits else f"全部改正（{len(edits)}处）",
                Severity.HINT if form.hint else None, fault=form.fault, advice=form.advice, more=_more(len(hits)),
            ))
    return grouped


@once_for_each
def _wrong_numbers(passage: Passage, year: int) -> Sequence[tuple[Line, WrongNumber]]:
    """Return the numbers in `passage` that are written wrongly in the report on `year`, with the lines they are in."""
    return [
        (line, wrong) for line in lines_in(passage) for wrong in wrong_numbers(line.text, year)
        if wrong.start >= _after_mark(line.text)
    ]


def _after_mark(text: str) -> int:
    """Return where the text after the printed number of the paragraph `text` begins."""
    bare = text.lstrip("#* \t\u3000")
    mark = parse_mark(bare)
    return len(text) - len(bare) + (mark.length if mark is not None and mark.level else 0)


@check(
    "W017", slug="number-style", severity=Severity.WARNING, basis=f"{STYLE}，5.1.1：千分撇的用法全文一致",
    message="“{excerpt}”{fault}{more}。请全文用同一种写法。",
)
def thousands_are_parted_in_two_ways(draft: Draft) -> Iterator[Hit]:
    """Numbers of five figures or more are all parted in thousands, or none of them is."""
    with_parted = _lines_with_parted(draft.passages)
    if not with_parted:
        return
    parted = [line.hit(start, end) for line in with_parted for start, end in thousands(line.text)[0]]
    lines = [line for line in running_lines(draft) if line.passage.role is not Role.ATTACHMENT]
    solid = [line.hit(start, end) for line in lines for start, end in thousands(line.text)[1]]
    if parted and solid:
        few, fault = (parted, "用了千分撇，别处的大数没有用") if len(parted) <= len(solid) else (solid, "没有用千分撇，别处的大数用了")
        yield grouped_hit(few, fault=fault, more=_more(len(few)))


@once_for_each
def _lines_with_parted(passage: Passage) -> Sequence[Line]:
    """Return the lines of `passage`, which is no attachment, that have numbers parted in thousands."""
    if passage.role is Role.ATTACHMENT:
        return ()
    return [line for line in lines_in(passage) if "," in line.text and thousands(line.text)[0]]


def _more(count: int) -> str:
    """Return the words for a fault that is there `count` times."""
    return f"（共{count}处）" if count > 1 else ""
