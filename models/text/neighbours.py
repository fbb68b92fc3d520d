"""Two figures told side by side: 开展培训12场次，培训860人次 — where the first one stands again, so does the second."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from models.text.clauses import clause_begin
from models.text.indicators import plain_surroundings, without_fillings
from models.text.pattern import Pattern
from models.text.quantities import Amount, find_figures

_YEAR = Pattern(r"20\d\d ?年")
_END = Pattern(r"[。；;！？\n：:（(]|其中|分别")
_LONGEST_GAP = 20
_SHORTEST = 2
_LONGEST = 4  # characters of a name that are compared
_LEAST = 10  # smaller figures stand side by side by chance


class Neighbours(NamedTuple):
    """Two exact counts side by side, each with the last words of its name; the second one is what is compared."""

    name: str
    beside: str
    first: Amount
    second: Amount

    @property
    def key(self) -> tuple[str, ...]:
        """What is the same where the same is told again."""
        return self.beside, self.first.number, self.first.scale, self.first.unit, self.name, self.second.unit


@lru_cache(maxsize=2048)
def find_neighbours(text: str) -> tuple[Neighbours, ...]:
    """Return the pairs of counts in `text` that are told of the year, in order."""
    found = []
    figures = [each for each in find_figures(text) if not each.relative]
    for one, other in pairwise(figures):
        gap = text[one.end:other.start]
        if len(gap) > _LONGEST_GAP or _END.search(gap) is not None or one.value < _LEAST or other.value < _LEAST:
            continue
        if any(each.approximate or each.chinese for each in (one, other)):
            continue
        begin = clause_begin(text, one.start)
        names = [without_fillings(text[clause_begin(text, each.start):each.start])[-_LONGEST:] for each in (one, other)]
        plain = all(len(name) >= _SHORTEST and not any(sign.isdigit() for sign in name) for name in names)
        if plain and plain_surroundings(text, begin, whole=True) and not _YEAR.search(text[begin:one.start]):
            found.append(Neighbours(names[1], names[0], one, other))
    return tuple(found)
