"""Word rules: forms of wording listed as data in `resources/wording/`, each with its source."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache
from typing import NamedTuple

from models.resources import read_yaml
from models.text.pattern import Pattern, any_of

_KEYS = frozenset({"id", "pattern", "unless", "source", "first", "month", "needs", "of"})
_REQUIRED = frozenset({"id", "pattern", "source"})
_STOPS = "。；！？\n"


class WordRule(NamedTuple):
    """One form of wording.

    `unless` in the same sentence takes a hit back; `first` is a year where the rule has one, `month` (0: none) from
    when on in it; one of the characters of `needs` stands in every hit (empty: none is known), which spares the search
    in most texts; `of` are words of the names of the organs that it does not hold for.
    """

    id: str
    pattern: Pattern
    source: str
    unless: Pattern | None = None
    first: int = 0
    needs: Set[str] = frozenset()
    month: int = 0
    of: tuple[str, ...] = ()

    def matches(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the rule hits in `text`; only those of `rules_for` can hit."""
        for match in self.pattern.finditer(text):
            if self.unless is None or self.unless.search(_sentence_around(text, match.start(), match.end())) is None:
                yield match.start(), match.end()


@cache
def word_rules(name: str) -> tuple[WordRule, ...]:
    """Return the rules of `resources/wording/<name>.yaml`; ValueError names file and entry of a mistake."""
    rules = tuple(_rule(name, entry) for entry in read_yaml("wording", f"{name}.yaml"))
    if len({rule.id for rule in rules}) != len(rules):
        raise ValueError(f"wording/{name}.yaml: an id is used twice")
    return rules


def rules_for(name: str, text: str) -> Iterator[WordRule]:
    """Yield the rules of `resources/wording/<name>.yaml` that may hit in `text`."""
    signs = frozenset(_needed(name).findall(text))
    return (rule for rule in word_rules(name) if not rule.needs or not rule.needs.isdisjoint(signs))


@cache
def _needed(name: str) -> Pattern:
    return any_of(frozenset[str]().union(*(rule.needs for rule in word_rules(name))))


def _rule(name: str, entry: dict[str, object]) -> WordRule:
    """Return the rule that `entry` of the file `name` describes."""
    if not entry.keys() <= _KEYS or not entry.keys() >= _REQUIRED:
        raise ValueError(f"wording/{name}.yaml, {entry.get('id')}: unknown or missing keys in {sorted(entry)}")
    unless, first, needs = entry.get("unless"), entry.get("first", 0), entry.get("needs")
    return WordRule(
        str(entry["id"]), Pattern(str(entry["pattern"])), str(entry["source"]),
        Pattern(str(unless)) if unless else None, first if isinstance(first, int) else 0,
        frozenset(str(needs or "")), int(str(entry.get("month", 0))),
        tuple(map(str, entry.get("of", ()))),  # type: ignore[call-overload]
    )


def _sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentence of `text` that holds the range."""
    first = max(text.rfind(stop, 0, start) for stop in _STOPS) + 1
    ends = [where for stop in _STOPS if (where := text.find(stop, end)) >= 0]
    return text[first:min(ends, default=len(text))]
