"""Years told together and their figures with 分别: 2024年、2025年处罚案件分别为320件和272件，同比下降15%."""

from __future__ import annotations

from collections.abc import Sequence

from models.text.pattern import Pattern
from models.text.quantities import Amount
from models.text.sentences import Span

_YEARS = Pattern(
    r"(?P<years>20\d\d ?年?(?:度)?(?:[、和与及,，]20\d\d ?年?(?:度)?)+|[去上]年[、和与及](?:今年|本年度?))"
    r"[^，。；、\d]{0,30}分别(?:为|是|达|有)?$"
)
_YEAR = Pattern(r"20\d\d")
_JOINT = Pattern(r"[、和与及,，]")
_LONGEST_LEAD = 80
_LONGEST_TAIL = 24


def two_years(text: str, before: Sequence[Amount], verb: int, span: Span) -> tuple[Amount, Amount] | None:
    """Return the earlier and the later figure, of years told with 分别, of a change said at `verb`; None without them.

    The change names its years (2025年较2024年), or it is that of the last two.
    """
    run = _run(text, before)
    if len(run) < 2 or verb - run[-1].end > _LONGEST_TAIL or any(each.approximate for each in run):
        return None
    lead = _YEARS.search(text[max(span.start, run[0].start - _LONGEST_LEAD):run[0].start])
    said = text[run[-1].end:verb]
    if lead is None or any(word in said for word in ("年均", "累计", "；")):
        return None
    years = [int(match.group()) for match in _YEAR.finditer(lead["years"])] or [0, 1]
    if len(years) != len(run):
        return None
    figures = dict(zip(years, run, strict=True))
    named = sorted({int(match.group()) for match in _YEAR.finditer(said)} or set(years[-2:]))
    if len(named) == 1:
        named = sorted({*named, max(years)})
    if len(named) != 2 or not set(named) <= set(figures) or (said.find("较") < 0 and named[1] - named[0] != 1):
        return None
    return figures[named[0]], figures[named[1]]


def _run(text: str, before: Sequence[Amount]) -> list[Amount]:
    """Return the list of figures of one unit that `before` ends with."""
    run = list(before[-1:])
    for each in reversed(before[:-1]):
        if each.unit != run[0].unit or _JOINT.fullmatch(text[each.end:run[0].start].strip()) is None:
            break
        run.insert(0, each)
    return run
