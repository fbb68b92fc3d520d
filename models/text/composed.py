"""What something is made up of: 由3名公职律师和2名法律顾问组成的5人团队; 总额38.74万元，由甲类24.35万元和乙类14.39万元两部分构成."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.text.listings import Part, alike_units, label_before, parts_between
from models.text.pattern import Pattern
from models.text.quantities import Amount, between

_MADE = Pattern(r"由(?P<parts>[^。；由]{4,120}?)(?:[两二三四五六]?(?:部分|方面|类))?(?:共同)?(?:组成|构成)")
_FARTHEST = 6  # characters behind 组成的


def composed(
    text: str, amounts: Sequence[Amount], begin: int, end: int
) -> Iterator[tuple[Amount, tuple[Part, ...]]]:
    """Yield the totals between `begin` and `end` of `text`, with the parts they are said to be made up of."""
    if "成" not in text[begin:end]:
        return
    for match in _MADE.finditer(text, begin, end):
        inside = between(amounts, match.start("parts"), match.end("parts"))
        behind = between(amounts, match.end(), min(end, match.end() + 2 * _FARTHEST))[:1]
        named = text[match.end():behind[0].start] if behind else ""
        total = behind[0] if named.startswith("的") and len(named) <= _FARTHEST else None
        before = between(amounts, begin, match.start())
        total = total or (before[-1] if before and len(text[before[-1].end:match.start()]) <= _FARTHEST else None)
        if total is None or total.approximate or total.weak or len(inside) < 2:
            continue
        own = [each for each in inside if alike_units(each, total) or {each.unit, total.unit} <= {"人", "名", "位"}]
        if len(own) != len(inside) or any(each.approximate for each in own):
            continue
        parts, _ = parts_between(text, inside, total, match.start("parts"), match.end("parts"))
        if len(parts) != len(own):
            parts = tuple(Part(each, label_before(text, inside, each, match.start("parts"))) for each in own)
        yield total, parts
