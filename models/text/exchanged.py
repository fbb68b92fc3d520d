"""Figures of which one may have two neighbouring digits exchanged: 追讨欠薪876万元 and 追回欠薪867万元.

Three digits or more in that order hardly come about twice by chance where the same words stand around them, whatever
was done. Only those words are compared: those of the clause, and where it says little, of the clause before it. A word
that one of the two has more (夜间, 市本级) makes it another figure, unless there are four digits or more and both name
the same thing in five characters or more: 选育法律明白人1163名 and 为1136名法律明白人颁发证书.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from models.resources import read_yaml
from models.text.acts import words_of_acts
from models.text.clauses import clause_begin, clause_end
from models.text.indicators import holds, named, plain_surroundings, without_fillings
from models.text.pattern import Pattern
from models.text.quantities import Amount, counted_as, find_figures

_LEAST = 3  # digits
_MANY = 4  # digits, of which two are hardly ever exchanged by chance
_NAME = 5  # characters of a name both have
_SHORT = 8  # characters of a clause that says too little by itself
_SHARED = 3  # characters both have in common, besides those that stand beside any figure
_ROUND = "000"
_MORE = "余多"  # 6800余份 is no 8600份
_YEAR = Pattern(r"20\d\d ?年|[一二三四五六七八九十\d]+月")
_CHINESE = Pattern("[一-鿿]+")


class Exchanged(NamedTuple):
    """A figure with what was done (`done`) and the other words around it; `name` is what its clause says."""

    name: str
    done: frozenset[str]
    words: str
    amount: Amount

    @property
    def key(self) -> tuple[str, ...]:
        """What is the same in figures of which one is the other with digits exchanged."""
        return "倒", "".join(sorted(self.amount.number)), self.amount.scale, counted_as(self.amount.unit)

    def slips_from(self, other: Exchanged) -> bool:
        """Return whether two figures, told with the same words, differ by two neighbouring digits exchanged."""
        if not exchanged(self.amount.number, other.amount.number):
            return False
        one_act = self.done == other.done or not self.done or not other.done
        many = len(self.amount.number.replace(".", "")) >= _MANY
        return one_act and (_alike(self.words, other.words) or (many and _share_a_name(self.words, other.words)))


def exchanged(one: str, other: str) -> bool:
    """Return whether two figures, as printed, differ by two neighbouring digits exchanged, and by nothing else."""
    apart = [at for at, (first, second) in enumerate(zip(one, other, strict=False)) if first != second]
    if len(one) != len(other) or len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    return one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]


def find_exchanged(text: str) -> Iterator[Exchanged]:
    """Yield the figures of `text` that can be compared so: three digits or more, no rough ones, of the year."""
    for amount in find_figures(text):
        digits, rough = amount.number.replace(".", ""), amount.approximate and amount.hedge not in _MORE
        if len(digits) < _LEAST or digits.endswith(_ROUND) or amount.relative or rough or amount.chinese:
            continue
        begin, end = clause_begin(text, amount.start), clause_end(text, amount.end)
        said = f"{text[begin:amount.start]}{text[amount.end:end]}"
        other = holds("qualified", said) or _YEAR.search(said) is not None
        if other or not plain_surroundings(text, begin, whole=True):
            continue
        sentence = max(text.rfind(mark, 0, begin) for mark in "。；\n") + 1
        lead = text[clause_begin(text, begin - 1):begin - 1] if len(said) < _SHORT and begin > sentence else ""
        acts = words_of_acts()
        done = frozenset(acts.classes[match.group()] for match in acts.acts.finditer(said))
        nouns = without_fillings(acts.acts.sub(" ", f"{lead}，{said}"))
        words = " ".join(run.group() for run in _CHINESE.finditer(nouns))
        if len(words) >= _SHARED:
            yield Exchanged(said.strip("，,：: "), done, words, amount)


@lru_cache(maxsize=1024)
def _alike(one: str, other: str) -> bool:
    """Return whether two texts share words enough, and one of them has no word more than the other."""
    shared = ""
    for length in range(min(len(one), len(other)), 1, -1):
        for start in range(len(one) - length + 1):
            run = one[start:start + length]
            if len(run) == length and " " not in run and run in other:
                one, other = one.replace(run, " ", 1), other.replace(run, " ", 1)
                shared += run
    for general in _general():
        shared = shared.replace(general, "")
    rests = sorted(named("".join(each.split())) for each in (one, other))
    return len(shared) >= _SHARED and not rests[0] and len(rests[1]) <= 1


@lru_cache(maxsize=1024)
def _share_a_name(one: str, other: str) -> bool:
    """Return whether a word of each text begins with the same `_NAME` characters: what stands before may be another."""
    beginnings = [{word[:_NAME] for word in text.split() if len(word) >= _NAME} for text in (one, other)]
    return not beginnings[0].isdisjoint(beginnings[1])


@cache
def _general() -> tuple[str, ...]:
    """Return the words that stand beside any figure: what was done, things of all kinds, units."""
    indicators, units = read_yaml("wording", "indicators.yaml"), read_yaml("wording", "units.yaml")
    words = {*words_of_acts().any_act, *words_of_acts().general, *units["counts"]}
    words |= {*indicators["subjects"], *indicators["activities"]}
    return tuple(sorted((each for each in words if len(each) > 1), key=len, reverse=True))
