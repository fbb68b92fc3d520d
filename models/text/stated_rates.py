"""Rates as indicators: 行政处罚案件办结率98.5% — said in two places, they are one figure."""

from __future__ import annotations

from functools import lru_cache

from models.resources import read_yaml
from models.text.clauses import clause_begin
from models.text.indicators import Indicator, plain_surroundings, without_fillings
from models.text.pattern import Pattern
from models.text.rates import find_rates

_YEAR = Pattern(r"(20\d\d) ?年度?")
_SHORTEST = 6  # characters of a name; shorter ones (办结率) are of whatever was told before


@lru_cache(maxsize=2048)
def find_stated_rates(text: str) -> tuple[Indicator, ...]:
    """Return the rates of `text` that name fully what they are of, in order."""
    found = []
    for rate in find_rates(text):
        begin = clause_begin(text, rate.start, rate.sentence.start)
        said = text[begin:rate.figure.start]
        end = text[rate.figure.end:rate.figure.end + 2]
        qualified = read_yaml("wording", "indicators.yaml")["rate_qualified"]
        if rate.figure.approximate or end == "以上" or any(word in said for word in qualified):
            continue
        name = without_fillings(_YEAR.sub("", rate.name))
        if len(name) < _SHORTEST or any(sign in name for sign in "、“”《》") or rate.start > begin + _SHORTEST:
            continue
        if plain_surroundings(text, begin, whole=False):
            year = _YEAR.search(said)
            found.append(Indicator(name, int(year[1]) if year is not None else None, True, rate.figure))
    return tuple(found)
