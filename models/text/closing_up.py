"""Texts with the blanks closed up that some programs put around figures and marks: 24 年 is 24年."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from models.text.pattern import Pattern

_BLANKS = (" ", "\u3000", "\xa0")
_HAN = "\u3400-\u9fff"
_FIGURES = "0-9０-９"
_CLOSING = "，。；：、！？）》”’】〕"
# one blank only: where there are more, they part columns
_BLANK = Pattern(
    rf"(?<=[{_HAN}])[ \u3000\xa0](?=[{_FIGURES}{_CLOSING}])|(?<=[{_FIGURES}%％])[ \u3000\xa0](?=[{_HAN}{_CLOSING}%％‰])"
    rf"|(?<=[，。；：、])[ \u3000\xa0](?=[{_HAN}{_FIGURES}（《“‘])|(?<=[（《“‘])[ \u3000\xa0](?=[{_HAN}{_FIGURES}])"
)


class ClosedUp(NamedTuple):
    """A `text` without such blanks; `gaps` are the places in it before which there was one, in order."""

    text: str
    gaps: tuple[int, ...]

    def start(self, place: int) -> int:
        """Return where the character at `place` stood before."""
        return place + bisect_right(self.gaps, place)

    def end(self, place: int) -> int:
        """Return where words that end at `place` ended before."""
        return place + bisect_right(self.gaps, place - 1)


@lru_cache(maxsize=4096)
def closed_up(text: str) -> ClosedUp | None:
    """Return `text` without blanks around figures and before or after marks; None when it has none."""
    words = text.strip()
    if not any(blank in words for blank in _BLANKS):
        return None
    places = [match.start() for match in _BLANK.finditer(text)]
    if not places:
        return None
    pieces = (text[first + 1:second] for first, second in zip([-1, *places], [*places, len(text)], strict=True))
    return ClosedUp("".join(pieces), tuple(place - number for number, place in enumerate(places)))
